"""The whole suite, small, on a model that dreams nothing: every part of it must hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from worldgen.errors import ConfigError
from worldgen.evaluation import SUITES, run
from worldgen.evaluation.suite import Scale
from worldgen.models.echo import EchoModel

TINY = Scale(starts=3, seen=1, turning=1, keyed=1, long=1, long_frames=12, long_every=6)


def test_an_unknown_suite_is_named() -> None:
    """The message says which there are."""
    with pytest.raises(ConfigError, match="builtin"):
        run("everything", EchoModel())


def test_a_model_that_dreams_nothing_is_seen_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """EchoModel paints flat shades: it must miss its targets, and nothing may fall over it."""
    monkeypatch.setitem(SUITES, "tiny", TINY)
    report = run("tiny", EchoModel(), tmp_path)
    missed = {figure.name for figure in report.missed}
    assert "PSNR drawn, step 1" in missed
    assert "drawn as a share of warp" in missed
    assert json.loads((tmp_path / "report.json").read_text())["model"] == "echo"
    assert (tmp_path / "report.md").read_text().startswith("# Evaluation `tiny` of `echo`")
    assert (tmp_path / "starts.png").stat().st_size > 0
    assert (tmp_path / "walks.png").stat().st_size > 0
