"""Reports that machines and people can read."""

from __future__ import annotations

import json
import math

import pytest

from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.report import Report

REPORT = Report(
    suite="quick",
    model="wander",
    sha256="ab" * 32,
    machine="x86_64 Linux, 2 cores",
    seconds=61.4,
    sections=[
        Section(
            title="Seen pixels",
            about="Some walks.",
            figures=[
                Figure(name="PSNR", value=24.123, unit="dB", target=23.0),
                Figure(name="drift", value=0.2, target=0.1, at_most=True),
                Figure(name="depth", value=None, note="no depth"),
                Figure(name="odd", value=math.nan, target=1.0),
            ],
        )
    ],
)


def test_json_is_whole_and_strict() -> None:
    """NaN is no JSON; what was not measured is null."""
    content = json.loads(REPORT.to_json(), parse_constant=pytest.fail)
    values = [figure["value"] for figure in content["sections"][0]["figures"]]
    assert values == [24.123, 0.2, None, None]
    assert content["model"] == "wander"


def test_markdown_says_what_was_met_and_missed() -> None:
    """A reader sees the target, its direction and the verdict in one row."""
    text = REPORT.to_markdown()
    assert "| PSNR | 24.12 dB | ≥ 23 | met |" in text
    assert "| drift | 0.200 | ≤ 0.100 | **missed** |" in text
    assert "| depth (no depth) | – |  |  |" in text


def test_missed_targets_are_listed() -> None:
    """Only what has both a value and a target can be missed."""
    assert [figure.name for figure in REPORT.missed] == ["drift"]
    assert math.isnan(REPORT.section("Seen pixels").value("depth"))
