"""A smooth path: without jerks, where it was, and made of rotations."""

import numpy as np
import pytest

from worldgen.geometry import pose
from worldgen.lifting.path import smooth_path


def path(count: int, jitter_m: float = 0.0, jitter_rad: float = 0.0) -> np.ndarray:
    """Ahead at an even pace, turning evenly, with or without shaking."""
    rng = np.random.default_rng(2)
    return np.stack(
        [
            pose(
                np.array([0.1 * at, 0.0, 0.05 * at]) + rng.normal(0, jitter_m, 3),
                0.02 * at + rng.normal(0, jitter_rad),
            )
            for at in range(count)
        ]
    )


def jerk(poses: np.ndarray) -> float:
    """How much the pace and the turning change from frame to frame."""
    return float(np.abs(np.diff(poses[:, :3], n=2, axis=0)).max())


def test_an_even_walk_is_left_where_it_is() -> None:
    """Up to its ends: a path that shrinks would end before the walk does."""
    even = path(40)
    smooth = smooth_path(even, 4.0)
    assert np.allclose(smooth[:, :3, 3], even[:, :3, 3], atol=1e-9)
    assert np.abs(smooth[:, :3, :3] - even[:, :3, :3]).max() < 0.08


def test_shaking_is_taken_out_and_rotations_stay_rotations() -> None:
    """The jerks fall to a fifth; still as far from the even walk as shaking was, at most."""
    shaken = path(60, jitter_m=0.02, jitter_rad=0.02)
    smooth = smooth_path(shaken, 4.0)
    assert jerk(smooth) < 0.2 * jerk(shaken)
    assert np.abs(smooth[:, :3, 3] - path(60)[:, :3, 3]).max() < 0.06
    turned = smooth[:, :3, :3]
    assert np.allclose(turned @ turned.transpose(0, 2, 1), np.eye(3), atol=1e-9)
    assert np.allclose(np.linalg.det(turned), 1)
    assert np.allclose(smooth[:, 3], [0, 0, 0, 1])


@pytest.mark.parametrize(("count", "over"), [(1, 4.0), (2, 4.0), (5, 0.0), (3, 50.0)])
def test_short_paths_are_paths(count: int, over: float) -> None:
    """As many poses as came, finite, the first place where it was."""
    smooth = smooth_path(path(count), over)
    assert smooth.shape == (count, 4, 4) and np.isfinite(smooth).all()
    assert np.allclose(smooth[[0, -1], :3, 3], path(count)[[0, -1], :3, 3])
