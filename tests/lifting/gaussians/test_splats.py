"""The scene's noun: what it refuses, and its turns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ShapeError
from worldgen.lifting.gaussians.splats import Splats, axes_of, quats_of


def some_splats(count: int, seed: int = 0) -> Splats:
    """Splats of every kind a scene may hold."""
    rng = np.random.default_rng(seed)
    quats = rng.normal(size=(count, 4))
    return Splats(
        means=rng.normal(scale=5, size=(count, 3)).astype(np.float32),
        scales=np.exp(rng.uniform(-6, 1, (count, 3))),
        quats=quats / np.linalg.norm(quats, axis=1, keepdims=True),
        opacities=rng.uniform(0.05, 0.99, count).astype(np.float32),
        colours=rng.uniform(0, 1, (count, 3)).astype(np.float32),
    )


@given(st.integers(0, 10_000))
def test_a_rotation_survives_being_a_quaternion(seed: int) -> None:
    """There and back is the identity, half turns too; a wrong sign would tilt every splat."""
    axes = axes_of(some_splats(8, seed).quats)
    axes[0] = np.diag([1, -1, -1])
    axes[1] = np.diag([-1, 1, -1])
    assert np.allclose(axes_of(quats_of(axes)), axes, atol=1e-6)
    assert np.allclose(np.linalg.det(axes), 1)


@given(st.integers(0, 10_000))
def test_a_half_turn_turns_everything_alike(seed: int) -> None:
    """Each splat's covariance turns with its place: a mirrored or forgotten part shows here."""
    splats = some_splats(6, seed)
    turned, turn = splats.half_turned(), np.diag([1.0, -1.0, -1.0])
    assert np.allclose(turned.means, splats.means @ turn)
    assert np.allclose(covariance(turned), turn @ covariance(splats) @ turn, atol=1e-5)
    assert np.allclose(covariance(turned.half_turned()), covariance(splats), atol=1e-5)


def covariance(splats: Splats) -> np.ndarray:
    """(N, 3, 3) square metres."""
    spread = axes_of(splats.quats) * splats.scales[:, None, :]
    product: np.ndarray = spread @ spread.transpose(0, 2, 1)
    return product


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("means", np.nan, "finite"),
        ("opacities", 2.0, "logits"),
        ("colours", -0.1, "logits"),
        ("scales", -3.0, "logarithms"),
    ],
)
def test_numbers_of_another_convention_are_refused(name: str, value: float, word: str) -> None:
    """Logarithms for metres, logits for opacity: the classic way to freeze a viewer."""
    good = some_splats(3)
    arrays = {at: getattr(good, at).copy() for at in Splats.__dataclass_fields__}
    arrays[name].flat[0] = value
    with pytest.raises(ShapeError, match=word):
        Splats(**arrays)


def test_lengths_must_agree() -> None:
    """Four opacities for three splats are a mistake."""
    good = some_splats(3)
    with pytest.raises(ShapeError, match="opacities"):
        Splats(
            means=good.means,
            scales=good.scales,
            quats=good.quats,
            opacities=np.ones(4, np.float32),
            colours=good.colours,
        )
