"""Who is looking: what a page is told, and in which order."""

from __future__ import annotations

import threading

from tests.sessions.fakes import FakeClock, FakePage
from worldgen.sessions.pacing import AckWindow
from worldgen.sessions.protocol import Ended
from worldgen.sessions.screen import Screen


def test_what_changes_while_a_page_connects_is_told_after_the_greeting() -> None:
    """A walk that is found again just then was shown as being looked for, for ever."""
    screen, page, stage = Screen(AckWindow(), FakeClock()), FakePage(), ["starting"]

    def said() -> Ended:
        return Ended(reason=stage[0], text="", frames=0)

    def change() -> None:
        stage[0] = "walking"
        screen.tell(said)

    device = threading.Thread(target=change)

    def greet() -> tuple[Ended, ...]:
        greeting = said()
        device.start()
        device.join(0.2)
        return (greeting,)

    screen.attach(page.outbox, greet)
    device.join()
    assert page.read().last("ended")["reason"] == "walking"


def test_what_an_earlier_walk_acknowledges_opens_nothing() -> None:
    """Its last frames arrive while the first of the new walk are on their way."""
    clock, page = FakeClock(), FakePage()
    screen = Screen(AckWindow(4), clock)
    screen.attach(page.outbox, tuple)
    screen.clear(2)
    for index in range(4):
        assert screen.is_ready
        screen.show(index, b"")
    screen.acked(1, 3)
    assert not screen.is_ready
    screen.acked(2, 0)
    assert screen.is_ready
