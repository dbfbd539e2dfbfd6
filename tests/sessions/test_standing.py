"""Where a session stands: whose words the next frame is told."""

from __future__ import annotations

from worldgen.sessions.standing import Standing


def test_words_are_told_to_the_walk_that_they_were_said_to() -> None:
    """What was said just before somebody went back in time is not heard there."""
    standing = Standing()
    standing.went(1)
    standing.hear("night falls")
    standing.went(2)
    assert standing.take_words() == []
    standing.hear("day breaks")
    assert standing.take_words() == ["day breaks"] and standing.take_words() == []
