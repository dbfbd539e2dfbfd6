"""Log lines can be read by people and counted by programs."""

import io
import logging
import re

import pytest

from worldgen.monitoring import log, show_logs


@pytest.fixture(autouse=True)
def _quiet_afterwards() -> object:
    logger = logging.getLogger("worldgen")
    before = logger.handlers[:], logger.level, logger.propagate
    yield
    logger.handlers[:], logger.level, logger.propagate = before[0], before[1], before[2]


def test_an_event_is_one_line_with_its_fields() -> None:
    """Whatever the fields hold: spaces, quotes and newlines are quoted."""
    stream = io.StringIO()
    show_logs(stream)
    log("walk.saved", frames=120, seconds=0.8123456789, prompt='she said "go"\nnow', empty="")
    (line,) = stream.getvalue().splitlines()
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info walk\.saved ", line)
    assert line.endswith(r'frames=120 seconds=0.812346 prompt="she said \"go\"\nnow" empty=""')


def test_nothing_is_shown_below_the_level() -> None:
    """Debug lines cost nothing in play."""
    stream = io.StringIO()
    show_logs(stream, logging.WARNING)
    log("frame.made")
    log("model.slow", logging.WARNING, fps=3)
    assert stream.getvalue().count("\n") == 1


def test_showing_logs_twice_shows_each_line_once() -> None:
    """A second call replaces the first."""
    first, second = io.StringIO(), io.StringIO()
    show_logs(first)
    show_logs(second)
    log("model.loaded")
    assert first.getvalue() == ""
    assert second.getvalue().count("model.loaded") == 1


def test_percent_signs_are_only_text() -> None:
    """Fields are never taken for a format string."""
    stream = io.StringIO()
    show_logs(stream)
    log("prompt.read", text="100%s")
    assert "text=100%s" in stream.getvalue()
