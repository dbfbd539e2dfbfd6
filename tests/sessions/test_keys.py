"""Keys and turns to actions: nothing lost, nothing doubled, nothing stuck."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ProtocolError
from worldgen.sessions.keys import KEYS, LOOK_RAD, MAX_TURN_RAD, Controls, action_of
from worldgen.sessions.protocol import Control
from worldgen.types import Action


def held(seq: int, *keys: str, **more: float) -> Control:
    return Control(seq=seq, at_ms=10.0 * seq, keys=keys, **more)


def test_each_key_does_what_the_contract_says() -> None:
    """Keys are part of the contract: W A S D, arrows 0.05 rad a frame, space, shift."""
    assert action_of(["W"]) == Action(forward=1)
    assert action_of(["S", "D"]) == Action(forward=-1, strafe=1)
    assert action_of(["A", "SHIFT"]) == Action(strafe=-1, run=True)
    assert action_of(["LEFT"]) == Action(yaw=-0.05)
    assert action_of(["RIGHT", "UP"]) == Action(yaw=LOOK_RAD, pitch=LOOK_RAD)
    assert action_of(["SPACE"]) == Action(jump=True)


@given(st.sets(st.sampled_from(KEYS)), st.floats(-1, 1), st.floats(-1, 1))
def test_any_keys_and_stick_make_a_valid_action(
    keys: set[str], forward: float, strafe: float
) -> None:
    """An action out of range would raise in the middle of a walk."""
    action = action_of(keys, forward=forward, strafe=strafe)
    assert abs(action.forward) <= 1 and abs(action.strafe) <= 1


def test_opposite_keys_cancel() -> None:
    """Holding both must not drift."""
    assert action_of(["W", "S", "A", "D", "LEFT", "RIGHT"]).is_idle


def test_the_newest_keys_win() -> None:
    """An older set of keys that still counted would be a stuck key."""
    controls = Controls()
    controls.put(held(1, "W"))
    controls.take()
    controls.put(held(2, "D"))
    taken = controls.take()
    assert taken.action == Action(strafe=1)
    assert (taken.seq, taken.at_ms) == (2, 20.0)


def test_held_keys_stay_held_from_frame_to_frame() -> None:
    """Hold W and it goes."""
    controls = Controls()
    controls.put(held(1, "W"))
    assert [controls.take().action.forward for _ in range(5)] == [1.0] * 5


def test_a_tap_between_two_frames_still_counts_once() -> None:
    """At ten frames a second a quick tap falls between two of them."""
    controls = Controls()
    controls.put(held(1, "W"))
    controls.put(held(2))
    assert controls.take().action.forward == 1
    assert controls.take().action.is_idle


def test_a_message_that_comes_late_changes_nothing() -> None:
    """Sequence numbers say what is newest, not the order of arrival."""
    controls = Controls()
    controls.put(held(5, "W"))
    controls.put(held(4, "S"))
    assert controls.take().action == Action(forward=1)


def test_a_message_that_comes_twice_counts_once() -> None:
    """A page that sends again what it was not sure of must not turn twice as far."""
    controls = Controls()
    assert controls.put(held(1, yaw_rad=0.1))
    assert not controls.put(held(1, yaw_rad=0.1))
    assert [controls.take().action.yaw for _ in range(2)] == [0.1, 0.0]


@given(st.lists(st.floats(-0.2, 0.2), min_size=1, max_size=5))
def test_turns_add_up_until_they_are_taken(turns: list[float]) -> None:
    """Every pixel of mouse movement counts, however many messages fall into one frame."""
    controls = Controls()
    for seq, turn in enumerate(turns, start=1):
        controls.put(held(seq, yaw_rad=turn))
    yaw = sum(controls.take().action.yaw for _ in range(8))
    assert math.isclose(yaw, sum(turns), abs_tol=1e-9)


def test_a_wild_swing_is_spread_over_frames_and_bounded() -> None:
    """One frame may not turn further than the model has ever seen."""
    controls = Controls()
    controls.put(held(1, yaw_rad=3.0))
    yaws = [controls.take().action.yaw for _ in range(8)]
    assert max(yaws) <= MAX_TURN_RAD
    assert math.isclose(sum(yaws), 1.0)


def test_an_unknown_key_is_refused_by_name_and_what_was_held_stays() -> None:
    """One bad key must not end a walk, nor let go of W."""
    controls = Controls()
    controls.put(held(1, "W"))
    with pytest.raises(ProtocolError, match="'Q'"):
        controls.put(held(2, "W", "Q"))
    assert controls.take().action == Action(forward=1)


def test_release_lets_go_of_everything() -> None:
    """After a lost connection nobody walks on."""
    controls = Controls()
    controls.put(held(1, "W", "SPACE", yaw_rad=0.5, forward=1.0))
    controls.release()
    assert controls.take().action.is_idle


def test_release_remembers_what_was_answered_and_forget_does_not() -> None:
    """Another page counts from one again; the same page goes on counting."""
    controls = Controls()
    controls.put(held(9, "W"))
    controls.release()
    assert not controls.put(held(3, "W"))
    controls.forget()
    assert controls.put(held(1, "W"))
