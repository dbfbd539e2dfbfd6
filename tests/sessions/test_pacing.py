"""A slow line gets fewer frames, never older ones; a fast model is held to its beat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ConfigError
from worldgen.sessions.pacing import AckWindow, Cadence


def test_four_frames_may_be_under_way_and_no_more() -> None:
    """The window is what keeps the picture young."""
    window = AckWindow(4)
    for index in range(4):
        assert window.is_open
        window.sent(index)
    assert not window.is_open
    window.acked(0)
    assert window.is_open


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 60)), max_size=80))
def test_whatever_is_acknowledged_never_more_than_the_window_is_under_way(
    steps: list[tuple[bool, int]],
) -> None:
    """Acks of frames that were never sent, or twice, or backwards, open nothing."""
    window, sent, acked = AckWindow(4), -1, -1
    for wants_to_send, index in steps:
        if wants_to_send and window.is_open:
            sent += 1
            window.sent(sent)
        elif not wants_to_send:
            window.acked(index)
            acked = max(acked, index) if index <= sent else acked
        assert sent - acked <= 4
        assert window.is_open == (sent - acked < 4)


def test_an_ack_that_comes_late_takes_nothing_back() -> None:
    """Acks may overtake one another; the newest says all."""
    window = AckWindow(4)
    for index in range(7):
        window.sent(index)
        window.acked(min(index, 3))
    assert window.is_open
    window.acked(0)
    assert window.is_open


@pytest.mark.parametrize("round_trip_ticks", [1, 3, 10, 40])
def test_a_slow_line_sees_fewer_frames_and_none_older_than_the_window(
    round_trip_ticks: int,
) -> None:
    """Without the window, frames age for ten seconds and more; with it they cannot."""
    window, made = AckWindow(4), 0
    arrivals: dict[int, list[int]] = {}
    oldest_s = 0
    for tick in range(400):
        for index in arrivals.pop(tick, []):
            window.acked(index)
            oldest_s = max(oldest_s, made - 1 - index)
        if window.is_open:
            window.sent(made)
            arrivals.setdefault(tick + round_trip_ticks, []).append(made)
            made += 1
    assert oldest_s <= 4
    assert made == pytest.approx(400 * min(1, 4 / round_trip_ticks), rel=0.1, abs=5)


def test_after_a_reset_nothing_is_under_way() -> None:
    """Whoever comes back must not wait for acks that will never come."""
    window = AckWindow(2)
    window.sent(0)
    window.sent(1)
    window.reset(1)
    assert window.is_open
    window.acked(0)
    window.sent(2)
    window.sent(3)
    assert not window.is_open


def test_frames_keep_the_beat() -> None:
    """A frame that is a little late does not push all later ones back."""
    cadence = Cadence(10.0)
    cadence.began(5.0)
    assert cadence.due_s == pytest.approx(5.1)
    cadence.began(5.13)
    assert cadence.due_s == pytest.approx(5.2)


def test_after_a_pause_there_is_no_hurrying() -> None:
    """Frames that were not made are not made up for."""
    cadence = Cadence(10.0)
    cadence.began(5.0)
    cadence.began(9.0)
    assert cadence.due_s == pytest.approx(9.1)


def test_settings_that_cannot_work_are_refused() -> None:
    """A window of nothing would hang for ever."""
    with pytest.raises(ConfigError):
        AckWindow(0)
    with pytest.raises(ConfigError):
        Cadence(0.0)
