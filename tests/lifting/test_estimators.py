"""Depth that a walk lacks: taken from an estimator that is there, in the poses' metres."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.export.test_splat_files import record
from tests.lifting.gaussians.scene import seen, stroll, with_depth
from worldgen.errors import ExportError
from worldgen.export import export_walk
from worldgen.export.splat_ply import read_ply
from worldgen.lifting import estimators, installed
from worldgen.lifting.estimators import Estimator, Measure, estimator_among, metre_of
from worldgen.lifting.installed import back_on, by_marigold, one_by_one, posed_view
from worldgen.types import Frame

OFF = 2.7


def measured(frame: Frame) -> np.ndarray:
    """The true depth of the test's place, off by a factor, as an estimator's is."""
    true = seen(
        frame.index, x_m=0.06 * frame.index, z_m=0.03 * frame.index, yaw_rad=0.01 * frame.index
    )
    assert true.depth_m is not None
    return true.depth_m * np.float32(OFF)


def ready() -> Measure:
    return one_by_one(measured)


TEST = Estimator(name="test", licence="none", missing=lambda: None, load=ready)
ABSENT = Estimator(name="absent", licence="none", missing=lambda: "not here", load=ready)


def test_the_metre_is_that_of_the_poses() -> None:
    """Colours agree where depth has the right scale: to a tenth, whichever way it was wrong."""
    blind = [with_depth(frame, None) for frame in stroll(24)]
    made = estimators.with_depth(blind, ready())
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
        estimator_among(installed.ESTIMATORS)


def test_a_walk_without_depth_is_exported_where_there_is_an_estimator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wall of the test's place stands six metres ahead, the ground at 0."""
    monkeypatch.setattr(installed, "ESTIMATORS", (ABSENT, TEST))
    blind = [with_depth(frame, None) for frame in stroll(12)]
    export_walk(record(tmp_path / "walk", blind), tmp_path / "a.ply")
    means = read_ply((tmp_path / "a.ply").read_bytes()).means
    ahead = means[(means[:, 1] < -0.5) & (means[:, 1] > -2.0) & (means[:, 2] < 20)]
    assert np.median(ahead[:, 2]) == pytest.approx(6.0, rel=0.12)
    below = means[(means[:, 2] < 5) & (means[:, 1] > -0.5)]
    assert np.median(below[:, 1]) == pytest.approx(0.0, abs=0.2)


@pytest.mark.parametrize(
    ("at", "file"),
    [(0, "model.safetensors"), (1, "model.pt"), (2, "model.safetensors"),
     (3, "unet/diffusion_pytorch_model.safetensors")],
)  # fmt: skip
def test_weights_are_looked_for_under_the_name_that_they_have(
    at: int, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MoGe's repository has no config.json: looking for that, it would be missing for ever."""
    constants = pytest.importorskip("huggingface_hub").constants
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(installed, "find_spec", lambda package: package)
    one = installed.ESTIMATORS[at]
    name = str((one.missing() or "").split(", ")[1])
    folder = tmp_path / f"models--{name.replace('/', '--')}"
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text("a")
    (folder / "snapshots" / "a" / file).parent.mkdir(parents=True)
    (folder / "snapshots" / "a" / file).touch()
    assert one.missing() is None


def test_a_constant_is_found_where_an_estimator_leaves_one_open() -> None:
    """Depths from 0 to 1 that are off by a factor and by what is nearest."""

    def between(frame: Frame) -> np.ndarray:
        return measured(frame) / np.float32(OFF * 40) - np.float32(0.05)

    blind = [with_depth(frame, None) for frame in stroll(24)]
    made = estimators.with_depth(blind, one_by_one(between), shifted=True)
    for frame, true in zip(made, stroll(24), strict=True):
        assert frame.depth_m is not None and true.depth_m is not None
        known = np.isfinite(true.depth_m) & (true.depth_m > 2.5)
        share = frame.depth_m[known] / true.depth_m[known]
        assert np.median(share) == pytest.approx(1, abs=0.15)
        assert np.percentile(share, 90) / np.percentile(share, 10) < 1.35


def test_marigold_s_answer_is_a_depth_a_pixel() -> None:
    """Its batch and channel are taken off; it is asked the same way for every frame."""
    asked: list[dict[str, Any]] = []

    class Pipe:
        """Answers as diffusers' pipeline does: (1, H, W, 1), 0 nearest."""

        def set_progress_bar_config(self, **_: Any) -> None: ...

        def __call__(self, picture: Any, **how: Any) -> Any:
            asked.append(how)
            wide, high = picture.size
            return SimpleNamespace(prediction=np.full((1, high, wide, 1), 0.25))

    frames = stroll(2)
    one, other = by_marigold(Pipe())(frames)
    assert one.shape == frames[0].rgb.shape[:2] == other.shape and (one == 0.25).all()
    assert one.dtype == np.float32 and asked[0]["output_type"] == "np"
    assert asked[0]["generator"].initial_seed() == asked[1]["generator"].initial_seed()


def test_depth_of_a_cut_picture_comes_back_on_its_own_pixels() -> None:
    """MapAnything doubles pictures and cuts what does not fit; what was cut is not known."""
    frame = stroll(1)[0]
    height, width = frame.camera.shape
    view = posed_view(frame)
    assert tuple(view["img"].shape) == (height, width, 3) and view["camera_poses"].shape == (4, 4)
    true = np.arange(height * width, dtype=np.float32).reshape(height, width) + 1
    doubled = np.repeat(np.repeat(true, 2, 0), 2, 1)[:, 8:-8]
    lens = view["intrinsics"].numpy() * np.array([[2], [2], [1]]) - [
        [0, 0, 8],
        [0, 0, 0],
        [0, 0, 0],
    ]
    back = back_on(frame, doubled, lens)
    assert np.array_equal(back[:, 4:-4], true[:, 4:-4])
    assert not back[:, :4].any() and not back[:, -4:].any()
