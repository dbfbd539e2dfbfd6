"""All of it: a true score on a place that is known, and whatever a walk may lack."""

import numpy as np
import pytest

from tests.lifting.gaussians.scene import LENS, seen, stroll, with_depth
from worldgen.errors import ExportError
from worldgen.geometry import Camera
from worldgen.lifting.gaussians import LiftConfig, RefineConfig, lift
from worldgen.lifting.gaussians.backdrop import FARTHEST_M
from worldgen.types import Frame

QUICK = LiftConfig(refine=RefineConfig(steps=30))


def test_pictures_that_were_kept_out_are_drawn_truly() -> None:
    """Both ways of blending, from 24 frames of which eight in a row are kept out."""
    shares: list[float] = []
    made = lift(stroll(24), QUICK, shares.append)
    assert made.score.frames == 8
    assert made.score.classic > 28 and made.score.antialiased > 28
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert 0 < made.solid.sum() < len(made.splats)
    assert (np.linalg.norm(made.splats.means[made.solid], axis=1) < FARTHEST_M + 10).all()


def test_the_same_walk_gives_the_same_splats() -> None:
    """Bit for bit; noise from nowhere would make two files of one walk disagree."""
    one, other = (lift(stroll(3), LiftConfig(refine=RefineConfig(steps=4))) for _ in range(2))
    assert np.array_equal(one.splats.means, other.splats.means)
    assert np.array_equal(one.splats.colours, other.splats.colours)


def test_one_frame_is_enough_for_something() -> None:
    """No score then, and the scene is what one picture shows."""
    made = lift([seen(0)], QUICK)
    assert len(made.splats) > 500 and made.score.frames == 0 and np.isnan(made.score.classic)


def test_all_sky_is_a_sky() -> None:
    """A shell, and nothing solid."""
    frame = seen(0)
    sky = [with_depth(frame, np.full(LENS.shape, np.inf))]
    made = lift(sky, QUICK)
    assert len(made.splats) > 100 and not made.solid.any()


def test_sizes_may_differ() -> None:
    """Every frame has its own camera."""
    wide = seen(1, x_m=0.1, lens=Camera.from_fov(30, 20, 1.2))
    assert len(lift([seen(0), wide], QUICK).splats) > 500


@pytest.mark.parametrize(
    ("frames", "word"),
    [
        ([], "no frames"),
        ([with_depth(seen(0), None)], "no depth"),
        ([with_depth(seen(0), np.zeros(LENS.shape))], "unknown"),
    ],
)
def test_what_cannot_be_lifted_is_told(frames: list[Frame], word: str) -> None:
    """In words a person can act on."""
    with pytest.raises(ExportError, match=word):
        lift(frames, QUICK)


def test_frames_without_depth_are_left_out() -> None:
    """The others are enough."""
    mixed = [seen(0), with_depth(seen(1), None)]
    assert len(lift(mixed, QUICK).splats) == len(lift([seen(0)], QUICK).splats)
