"""Every suite, small, on a model that dreams nothing: every part of it must hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from worldgen.errors import ConfigError
from worldgen.evaluation import SUITES, builtin, persistence, physics, run
from worldgen.evaluation.report import Report
from worldgen.models.echo import EchoModel

TINY = {
    "builtin": builtin.Scale(
        starts=3,
        strange=2,
        told=2,
        seen=1,
        turning=1,
        keyed=1,
        long=1,
        long_frames=12,
        long_every=6,
        ways=1,
        way_frames=50,
        photos=1,
    ),
    "persistence": persistence.Scale(
        scenes=1, loops=(74,), spoilt=(74,), mirrored=8, idle=20, wet=0
    ),
    "physics": physics.Scale(
        scenes=1, frames=24, null_scenes=1, null_frames=4, walled=1, pushed=12, true_pushed=200,
        falls=1, waded=1, waded_frames=6,
    ),
}  # fmt: skip


def test_an_unknown_suite_is_named() -> None:
    """The message says which there are."""
    with pytest.raises(ConfigError, match="builtin"):
        run("everything", EchoModel())


@pytest.mark.parametrize("suite", ["builtin", "persistence", "physics"])
def test_each_suite_has_a_short_form(suite: str) -> None:
    """For a look."""
    short = "quick" if suite == "builtin" else f"{suite}-quick"
    assert {suite, short} <= set(SUITES)
    assert type(SUITES[suite]) is type(SUITES[short])


def _tiny(suite: str, out: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setitem(SUITES, "tiny", TINY[suite])
    report = run("tiny", EchoModel(), out)
    assert json.loads((out / "report.json").read_text())["model"] == "echo"
    assert (out / "report.md").read_text().startswith("# Evaluation `tiny` of `echo`")
    return report


def test_a_model_that_dreams_nothing_is_seen_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """EchoModel paints flat shades: it must miss its targets, and nothing may fall over it."""
    report = _tiny("builtin", tmp_path, monkeypatch)
    missed = {figure.name for figure in report.missed}
    assert "PSNR drawn, step 1" in missed
    assert "drawn as a share of warp" in missed
    assert (tmp_path / "starts.png").stat().st_size > 0
    assert (tmp_path / "walks.png").stat().st_size > 0


def test_flat_shades_do_not_pass_for_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come back to themselves, which is no merit: against the truth they fail."""
    report = _tiny("persistence", tmp_path, monkeypatch)
    revisits = report.section("Revisits")
    assert revisits.value("PSNR to the frame first drawn after 7 s, memory on") > 40
    assert revisits.value("PSNR after 7 s, memory on") < 20
    assert revisits.value("what memory gives after 7 s") == 0
    assert report.section("Permanence").value("balls missing") > 0.5
    assert (tmp_path / "revisits.png").stat().st_size > 0


def test_a_wall_that_goes_along_violates_mass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Echo's wall is always 4 m ahead: it follows whoever walks; true walls hold; nothing falls."""
    report = _tiny("physics", tmp_path, monkeypatch)
    assert report.section("Mass").value("mass frame rate") > 0.3
    assert report.section("Walls").value("pushed steps that went through, true scenes") == 0
    assert report.section("Falling").figures[0].value is None
    assert (tmp_path / "physics.png").stat().st_size > 0
