"""The axioms of poses."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ShapeError
from worldgen.geometry import (
    check_pose,
    compose,
    invert,
    look,
    pose,
    rotation_angle_rad,
    wrap_angle,
    yaw_pitch_of,
)
from worldgen.geometry.validity import read_only

angles = st.floats(-math.pi, math.pi)
pitches = st.floats(-1.5, 1.5)
metres = st.floats(-1000, 1000)
poses = st.builds(
    lambda x, y, z, yaw, pitch: pose(np.array([x, y, z]), yaw, pitch),
    metres, metres, metres, angles, pitches,
)  # fmt: skip


@given(poses)
def test_composing_with_the_inverse_is_the_identity(a: np.ndarray) -> None:
    """A slip here bends every walk."""
    np.testing.assert_allclose(compose(a, invert(a)), np.eye(4), atol=1e-9)
    np.testing.assert_allclose(compose(invert(a), a), np.eye(4), atol=1e-9)


@given(poses, poses, poses)
def test_composing_is_associative_and_the_identity_is_neutral(
    a: np.ndarray, b: np.ndarray, c: np.ndarray
) -> None:
    """Otherwise the order in which frames are joined would matter."""
    left, right = compose(compose(a, b), c), compose(a, compose(b, c))
    np.testing.assert_allclose(left, right, atol=1e-8)
    np.testing.assert_array_equal(compose(np.eye(4), a), a)
    np.testing.assert_array_equal(compose(), np.eye(4))


@given(poses, poses)
def test_inverting_a_composition_reverses_it(a: np.ndarray, b: np.ndarray) -> None:
    """(ab)⁻¹ = b⁻¹a⁻¹."""
    np.testing.assert_allclose(invert(compose(a, b)), compose(invert(b), invert(a)), atol=1e-8)


@given(angles, pitches)
def test_yaw_and_pitch_can_be_read_back(yaw: float, pitch: float) -> None:
    """`yaw_pitch_of` undoes `look`."""
    back_yaw, back_pitch = yaw_pitch_of(look(yaw, pitch))
    assert wrap_angle(back_yaw - yaw) == pytest.approx(0, abs=1e-9)
    assert back_pitch == pytest.approx(pitch, abs=1e-9)


@pytest.mark.parametrize("pitch", [math.pi / 2, -math.pi / 2])
def test_yaw_survives_looking_straight_up_and_down(pitch: float) -> None:
    """Where forward is vertical the right-hand side still tells the yaw."""
    assert yaw_pitch_of(look(0.7, pitch)) == pytest.approx((0.7, pitch), abs=1e-6)
    straight = np.round(look(math.pi / 2, pitch))  # not even a rounding error tells the yaw
    assert yaw_pitch_of(straight) == pytest.approx((math.pi / 2, pitch))


@given(angles, angles)
def test_yaws_add_up(a: float, b: float) -> None:
    """Turning by a, then by b, is turning by a + b."""
    np.testing.assert_allclose(look(a, 0) @ look(b, 0), look(a + b, 0), atol=1e-12)


def test_yaw_turns_right_and_pitch_looks_up() -> None:
    """The signs that keys, models and exporters all rely on."""
    np.testing.assert_allclose(look(math.pi / 2, 0)[:, 2], [1, 0, 0], atol=1e-12)
    np.testing.assert_allclose(look(0, math.pi / 2)[:, 2], [0, -1, 0], atol=1e-12)
    np.testing.assert_allclose(look(math.pi / 2, 0)[:, 0], [0, 0, -1], atol=1e-12)


@given(angles, pitches, st.floats(0, math.pi))
def test_the_angle_between_rotations_is_the_turn_between_them(
    yaw: float, pitch: float, turn: float
) -> None:
    """Whatever the first rotation is."""
    first = look(yaw, pitch)
    second = first @ look(turn, 0)
    assert rotation_angle_rad(first, second) == pytest.approx(turn, abs=1e-7)
    assert rotation_angle_rad(first, first) == pytest.approx(0, abs=1e-7)


@given(st.floats(-1e4, 1e4))
def test_a_wrapped_angle_is_the_same_direction(angle: float) -> None:
    """And lies within half a turn."""
    wrapped = wrap_angle(angle)
    assert -math.pi <= wrapped <= math.pi
    assert math.cos(wrapped) == pytest.approx(math.cos(angle), abs=1e-9)
    assert math.sin(wrapped) == pytest.approx(math.sin(angle), abs=1e-9)


def _with(row: int, column: int, value: float) -> np.ndarray:
    matrix = np.eye(4)
    matrix[row, column] = value
    return matrix


@pytest.mark.parametrize(
    ("matrix", "complaint"),
    [
        (_with(0, 3, math.nan), "finite"),
        (_with(0, 3, math.inf), "finite"),
        (_with(0, 0, 1.1), "rigid"),
        (_with(0, 0, -1.0), "rigid"),
        (_with(3, 0, 1.0), "last row"),
        (np.eye(3), "4×4"),
        ("north", "4×4"),
        ([[1], [2, 3]], "4×4"),
    ],
)
def test_what_is_no_pose_is_refused(matrix: object, complaint: str) -> None:
    """A mirrored or stretched pose would come out as a mirrored or stretched world."""
    with pytest.raises(ShapeError, match=complaint):
        check_pose(matrix)


def test_a_checked_pose_is_a_copy_that_nobody_can_write_to() -> None:
    """Or yesterday's frames would move with today's camera."""
    mine = np.eye(4)
    checked = check_pose(mine)
    mine[0, 3] = 5.0
    assert checked[0, 3] == 0.0
    with pytest.raises(ValueError, match="read-only"):
        checked[0, 3] = 5.0


def test_a_read_only_view_does_not_follow_what_it_looked_at() -> None:
    """An array that its owner may still write to is not fixed by a view that may not."""
    mine = np.zeros(3)
    view = mine.view()
    view.flags.writeable = False
    fixed = read_only(view)
    mine[0] = 5.0
    assert view[0] == 5.0 and fixed[0] == 0.0
    assert read_only(fixed) is fixed
