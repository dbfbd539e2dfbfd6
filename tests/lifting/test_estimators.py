"""Depth that a walk lacks: taken from an estimator that is there, in the poses' metres."""

from pathlib import Path

import numpy as np
import pytest

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import seen, stroll, with_depth
from worldgen.errors import ExportError
from worldgen.export import export_walk
from worldgen.export.splat_ply import read_ply
from worldgen.lifting import estimators
from worldgen.lifting.estimators import Estimator, estimator_among, metre_of
from worldgen.types import Frame

OFF = 2.7


def measured(frame: Frame) -> np.ndarray:
    """The true depth of the test's place, off by a factor, as an estimator's is."""
    true = seen(
        frame.index, x_m=0.06 * frame.index, z_m=0.03 * frame.index, yaw_rad=0.01 * frame.index
    )
    assert true.depth_m is not None
    return true.depth_m * np.float32(OFF)


TEST = Estimator(name="test", licence="none", missing=lambda: None, load=lambda: measured)
ABSENT = Estimator(name="absent", licence="none", missing=lambda: "not here", load=lambda: measured)


def test_the_metre_is_that_of_the_poses() -> None:
    """Colours agree where depth has the right scale: to a tenth, whichever way it was wrong."""
    blind = [with_depth(frame, None) for frame in stroll(24)]
    made = estimators.with_depth(blind, measured)
    for frame, true in zip(made, stroll(24), strict=True):
        assert frame.depth_m is not None and true.depth_m is not None
        known = np.isfinite(true.depth_m)
        assert np.median(frame.depth_m[known] / true.depth_m[known]) == pytest.approx(1, abs=0.1)
        assert np.array_equal(np.isinf(frame.depth_m), np.isinf(true.depth_m))


def test_a_walk_on_one_spot_leaves_the_estimators_metre() -> None:
    """Turning alone says nothing about scale; nor does one frame."""
    assert metre_of([seen(at, yaw_rad=0.05 * at) for at in range(12)]) == 1.0
    assert metre_of(stroll(1)) == 1.0


def test_the_first_that_is_installed_is_taken_and_lacks_are_told() -> None:
    """Nothing is guessed: without one the message names each and what it lacks."""
    assert estimator_among([ABSENT, TEST]) is TEST
    with pytest.raises(ExportError, match=r"no depth.*absent \(not here\)"):
        estimator_among([ABSENT, ABSENT])
    with pytest.raises(ExportError, match=r"MoGe-2 \(the package moge is not installed\)"):
        estimator_among(estimators.ESTIMATORS)


def test_a_walk_without_depth_is_exported_where_there_is_an_estimator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wall of the test's place stands six metres ahead, the ground at 0."""
    monkeypatch.setattr(estimators, "ESTIMATORS", (ABSENT, TEST))
    blind = [with_depth(frame, None) for frame in stroll(12)]
    export_walk(record(tmp_path / "walk", blind), tmp_path / "a.ply")
    means = read_ply((tmp_path / "a.ply").read_bytes()).means
    ahead = means[(means[:, 1] < -0.5) & (means[:, 1] > -2.0) & (means[:, 2] < 20)]
    assert np.median(ahead[:, 2]) == pytest.approx(6.0, rel=0.12)
    below = means[(means[:, 2] < 5) & (means[:, 1] > -0.5)]
    assert np.median(below[:, 1]) == pytest.approx(0.0, abs=0.2)


@pytest.mark.parametrize(("at", "file"), [(0, "model.pt"), (1, "model.safetensors")])
def test_weights_are_looked_for_under_the_name_that_they_have(
    at: int, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MoGe's repository has no config.json: looking for that, it would be missing for ever."""
    constants = pytest.importorskip("huggingface_hub").constants
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(estimators, "find_spec", lambda package: package)
    one = estimators.ESTIMATORS[at]
    name = str((one.missing() or "").split(", ")[1])
    folder = tmp_path / f"models--{name.replace('/', '--')}"
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text("a")
    (folder / "snapshots" / "a").mkdir(parents=True)
    (folder / "snapshots" / "a" / file).touch()
    assert one.missing() is None
