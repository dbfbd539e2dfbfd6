"""A line when it takes longer than a second, and silence otherwise."""

import io

import pytest

from worldgen.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that is a terminal, or is not."""

    def __init__(self, live: bool) -> None:
        super().__init__()
        self._live = live

    def isatty(self) -> bool:
        return self._live


def told(live: bool, times_s: list[float]) -> str:
    stream, clock = Terminal(live), iter([0.0, *times_s])
    with Progress("walking", 50, "frames", stream, lambda: next(clock)) as progress:
        for at in range(len(times_s)):
            progress.at(at + 1)
    return stream.getvalue()


@pytest.mark.parametrize("live", [True, False])
def test_what_is_quick_is_silent(live: bool) -> None:
    """Nobody reads a line that is gone in a moment."""
    assert told(live, [0.1, 0.5, 0.9]) == ""


def test_a_terminal_has_one_line_rewritten() -> None:
    """The line is replaced in place and closed at the end."""
    text = told(True, [0.5, 1.1, 1.15, 1.4, 2.0])
    assert text.count("\r") == 3 and text.endswith("\n")
    assert "walking: 5/50 frames, 2.5 a second" in text


def test_a_log_has_a_line_every_ten_seconds() -> None:
    """A file must not fill up with progress."""
    assert told(False, [float(second) for second in range(1, 31)]).count("\n") == 3


def test_the_time_left_is_told() -> None:
    """Five of fifty took two seconds: forty-five take eighteen."""
    assert told(True, [0.5, 1.1, 1.15, 1.4, 2.0]).endswith("18 s left\x1b[K\n")
