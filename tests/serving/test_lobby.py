"""Many people at one device: seats, fairness, limits, loading, and cleaning up."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.serving.fakes import Visitor, eventually, load_fake, make_lobby
from tests.sessions.fakes import FakeClock, FakePage
from worldgen.errors import (
    ConfigError,
    ModelError,
    SeatsTakenError,
    SessionError,
    SessionGoneError,
    WeightsError,
)
from worldgen.recording import read_walk
from worldgen.serving.limits import Limits
from worldgen.serving.lobby import Lobby
from worldgen.serving.worker import LoadedModel, Report
from worldgen.sessions.protocol import Ack, Pause, Restart, Rewind, Save, Stage, Stop

MakeLobby = Callable[..., Lobby]


@pytest.fixture
def open_lobby() -> Iterator[MakeLobby]:
    """Open lobbies that are closed after the test."""
    lobbies: list[Lobby] = []

    def make(**options: object) -> Lobby:
        lobbies.append(make_lobby(**options))  # type: ignore[arg-type]
        lobbies[-1].open()
        return lobbies[-1]

    yield make
    for lobby in lobbies:
        lobby.close()


def test_a_visitor_walks_and_the_walk_is_on_disk(open_lobby: MakeLobby, tmp_path: Path) -> None:
    """From the token to a recording that anybody can read."""
    visitor = Visitor(open_lobby(walks_dir=tmp_path))
    visitor.start("a snowy village", seed=5)
    visitor.see(6)
    visitor.lobby.receive(visitor.token, Stop())
    eventually(lambda: not visitor.session.seated)
    (folder,) = tmp_path.iterdir()
    with read_walk(folder) as walk:
        assert walk.header.seed == 5 and len(walk) >= 6
        assert walk.header.prompt["text"] == "a snowy village"


def test_a_walk_that_a_killed_server_left_goes_on(open_lobby: MakeLobby, tmp_path: Path) -> None:
    """Who comes back with the same token stands where they stood, and the recording goes on."""
    before = Visitor(open_lobby(walks_dir=tmp_path))
    before.start()
    before.see(5)
    (folder,) = tmp_path.iterdir()
    before.session.pause("the power goes")
    _through_with_everybody(before.lobby)
    copy = tmp_path.parent / "after the kill"
    shutil.copytree(folder, copy / folder.name)
    with read_walk(copy / folder.name) as walk:
        last = walk.lines[-1].index

    lobby, page = open_lobby(walks_dir=copy), FakePage()
    session = lobby.enter(before.token, page.outbox)
    eventually(lambda: page.read().has("branches") and page.last("branches")["branches"] != [])
    assert session.stage is Stage.PAUSED and page.frames[-1].index == last
    assert "restarted" in page.last("status")["text"]
    assert page.last("branches")["branches"][0]["frames"] == last + 1
    lobby.receive(before.token, Pause(on=False))
    lobby.receive(before.token, Ack(walk=1, index=last))
    eventually(lambda: len(read_walk(copy / folder.name)) > last + 1)
    lobby.receive(before.token, Rewind(walk=1, index=2))
    eventually(lambda: page.read().last("branches")["branches"][-1]["frames"] == 3)
    with pytest.raises(SessionGoneError):
        lobby.enter("another token", FakePage().outbox)


def _through_with_everybody(lobby: Lobby) -> None:
    """Until the device has finished the turn it was at: it serves one after the other."""
    next_one = Visitor(lobby)
    next_one.start()
    next_one.see(1)


def test_tokens_cannot_be_guessed_and_open_only_their_own(open_lobby: MakeLobby) -> None:
    """The token is the only key to a session."""
    lobby = open_lobby()
    tokens = {lobby.mint() for _ in range(50)}
    assert len(tokens) == 50 and min(map(len, tokens)) >= 32
    with pytest.raises(SessionGoneError):
        lobby.enter("guess", FakePage().outbox)


def test_when_all_seats_are_taken_the_next_one_is_told_so(open_lobby: MakeLobby) -> None:
    """Refusing is better than everybody at two frames a second."""
    lobby = open_lobby(limits=Limits(seats=1))
    first, second = Visitor(lobby), Visitor(lobby)
    first.start()
    first.see(2)
    with pytest.raises(SeatsTakenError, match="taken"):
        second.start()
    lobby.receive(first.token, Restart())
    lobby.receive(first.token, Stop())
    eventually(lambda: not first.session.seated)
    second.start()
    second.see(2)


def test_a_fault_between_two_turns_leaves_nobody_without_a_device(
    open_lobby: MakeLobby, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The device's thread ended quietly, and every page stood still for ever."""
    lobby, failed = open_lobby(walks_dir=tmp_path), threading.Event()

    def fail() -> None:
        failed.set()
        raise OSError("a folder that cannot be taken away")

    monkeypatch.setattr(lobby._worker, "_sweep", fail)
    visitor = Visitor(lobby)
    visitor.start()
    eventually(failed.is_set)
    visitor.see(visitor.session.screen.frames + 5)


def test_who_left_gives_way_when_all_seats_are_taken(open_lobby: MakeLobby) -> None:
    """A closed tab may come back for a while, but not at the cost of somebody who is here."""
    clock = FakeClock()
    lobby = make_lobby(limits=Limits(seats=1), clock=clock)
    lobby.open()
    try:
        first, second = Visitor(lobby), Visitor(lobby)
        first.start()
        eventually(lambda: first.session.stage is Stage.WALKING)
        first.session.detach(first.page.outbox)
        clock.now_s += 1  # as a page that is loaded again
        with pytest.raises(SeatsTakenError):
            second.start()
        clock.now_s += 5
        second.start()
        eventually(lambda: second.session.stage is Stage.WALKING)
        eventually(lambda: first.session.stage is Stage.ENDED)
    finally:
        lobby.close()


def test_two_walkers_get_frames_in_turn(open_lobby: MakeLobby) -> None:
    """Neither may starve the other."""
    lobby = open_lobby()
    visitors = [Visitor(lobby), Visitor(lobby)]
    for visitor in visitors:
        visitor.start()
        visitor.see(1)
    for _ in range(10):
        for visitor in visitors:
            visitor.see(len(visitor.page.frames) + 2)
    counts = [visitor.session.screen.frames for visitor in visitors]
    assert min(counts) > 0.5 * max(counts)


def test_one_walker_s_failure_does_not_touch_another(open_lobby: MakeLobby) -> None:
    """One thread serves them all: it has to survive."""
    lobby = open_lobby()
    broken, fine = Visitor(lobby), Visitor(lobby)
    broken.start("something the model refuses")
    fine.start()
    fine.see(5)
    eventually(lambda: broken.page.read().has("error"))
    assert broken.page.last("error")["code"] == "prompt"


def test_nobody_moving_holds_the_world_and_later_ends_it(open_lobby: MakeLobby) -> None:
    """A forgotten tab must not keep the device warm for ever."""
    clock = FakeClock()
    lobby = make_lobby(limits=Limits(idle_pause_s=60, idle_end_s=300), clock=clock)
    visitor = Visitor(lobby)
    lobby.open()
    try:
        visitor.start()
        eventually(lambda: visitor.session.stage is Stage.WALKING)
        clock.now_s += 61
        eventually(lambda: visitor.session.stage is Stage.PAUSED)
        clock.now_s += 240
        eventually(lambda: visitor.session.stage is Stage.ENDED)
        eventually(lambda: visitor.page.read().has("ended"))
        assert visitor.page.last("ended")["reason"] == "idle"
    finally:
        lobby.close()


def test_a_walk_has_an_end(open_lobby: MakeLobby) -> None:
    """Memory and disk are bounded, whatever a person does."""
    visitor = Visitor(open_lobby(limits=Limits(max_frames=5)))
    visitor.start()
    eventually(lambda: visitor._look() > 0 and visitor.session.stage is Stage.ENDED)
    assert visitor.page.read().last("ended")["reason"] == "time"


def test_who_stays_away_is_forgotten_with_their_temporary_walk() -> None:
    """After the grace period token, seat and disk are free again."""
    clock = FakeClock()
    lobby = make_lobby(limits=Limits(grace_s=30), clock=clock)
    lobby.open()
    try:
        visitor = Visitor(lobby)
        visitor.start()
        eventually(lambda: visitor.session.stage is Stage.WALKING)
        folder = lobby._shelf.walk_of(visitor.token)
        assert folder is not None
        eventually(folder.is_dir)
        visitor.session.detach(visitor.page.outbox)
        clock.now_s += 29
        lobby.enter(visitor.token, visitor.page.outbox)
        visitor.session.detach(visitor.page.outbox)
        clock.now_s += 31
        eventually(lambda: not folder.exists())
        with pytest.raises(SessionGoneError):
            lobby.enter(visitor.token, visitor.page.outbox)
    finally:
        lobby.close()


def test_closing_takes_temporary_walks_away_and_leaves_the_owner_s(tmp_path: Path) -> None:
    """What the owner asked to keep is never deleted."""
    for walks_dir in (None, tmp_path / "mine"):
        lobby = make_lobby(walks_dir=walks_dir)
        lobby.open()
        visitor = Visitor(lobby)
        visitor.start()
        visitor.see(2)
        folder = lobby._shelf.walk_of(visitor.token)
        lobby.close()
        assert folder is not None and folder.exists() == (walks_dir is not None)


def test_loading_is_told_and_a_start_meanwhile_is_kept() -> None:
    """The page is usable before the model is there."""
    may_load = threading.Event()

    def load(report: Report) -> LoadedModel:
        report("Reading the weights", 0.25)
        may_load.wait(30)
        return load_fake(report)

    lobby = make_lobby(load=load)
    visitor = Visitor(lobby)
    lobby.open()
    try:
        eventually(lambda: visitor.page.read().last("status")["progress"] == 0.25)
        visitor.start()
        may_load.set()
        visitor.see(3)
        assert lobby.is_ready
    finally:
        may_load.set()
        lobby.close()


@pytest.mark.parametrize(
    "error", [WeightsError("the weights are missing: run `worldgen models`"), RuntimeError("boom")]
)
def test_a_model_that_cannot_be_loaded_is_told_to_everybody_who_comes(error: Exception) -> None:
    """Missing or damaged weights: one clear message, and the page stays up."""

    def load(report: Report) -> LoadedModel:
        raise error

    lobby = make_lobby(load=load)
    early = Visitor(lobby)
    lobby.open()
    try:
        eventually(lambda: early.page.read().last("status")["stage"] == "failed")
        assert str(error) in early.page.last("status")["text"]
        late = Visitor(lobby)
        assert late.page.read().last("status")["stage"] == "failed"
        with pytest.raises(ModelError):
            late.start()
    finally:
        lobby.close()


def test_too_many_pages_are_refused() -> None:
    """Tokens are bounded, too."""
    lobby = make_lobby(limits=Limits(tokens=2))
    try:
        lobby.mint()
        lobby.mint()
        with pytest.raises(SeatsTakenError):
            lobby.mint()
    finally:
        lobby.close()


@pytest.mark.parametrize("extension", ["mp4", "zip"])
def test_a_walk_is_saved_while_it_goes_on(open_lobby: MakeLobby, extension: str) -> None:
    """Saving reads a recording that still grows, in a process of its own."""
    visitor = Visitor(open_lobby(max_fps=20.0))
    visitor.start("Snow, & a village!")
    visitor.see(5)
    visitor.lobby.receive(visitor.token, Save(formats=(extension,)))
    with pytest.raises(SessionError, match="already"):
        visitor.lobby.receive(visitor.token, Save(formats=(extension,)))
    eventually(lambda: visitor._look() > 0 and bool(visitor.page.last("saving")["files"]), 120)
    (saved,) = visitor.page.last("saving")["files"]
    file = visitor.lobby.saver.file(saved["url"].rsplit("/", 1)[1])
    assert file is not None and file.stat().st_size > 500
    assert saved["name"].endswith(f".{extension}") and "snow-a-village" in saved["name"]
    again = FakePage()
    visitor.lobby.enter(visitor.token, again.outbox)  # as after a reload
    assert again.read().last("saving")["files"] == [saved]


def test_files_are_made_behind_a_walk_and_only_behind_one(
    open_lobby: MakeLobby, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the world waits, or has ended, there is nobody to give way to."""
    lobby, told = open_lobby(), list[bool]()
    monkeypatch.setattr(lobby.saver, "make_way", told.append)
    visitor = Visitor(lobby)
    visitor.start()
    assert told[-1:] == [True], "it is about to walk"
    visitor.see(2)
    visitor.lobby.receive(visitor.token, Pause(on=True))
    assert told[-1:] == [False]
    visitor.lobby.receive(visitor.token, Pause(on=False))
    assert told[-1:] == [True]
    visitor.lobby.receive(visitor.token, Stop())
    eventually(lambda: not told[-1])


def test_a_walk_that_cannot_be_saved_says_why(open_lobby: MakeLobby) -> None:
    """Nothing walked, an unknown format, a walk that is gone: each is one message."""
    visitor = Visitor(open_lobby(max_fps=20.0))
    with pytest.raises(SessionError, match="no walk"):
        visitor.lobby.receive(visitor.token, Save(formats=("mp4",)))
    visitor.start()
    visitor.see(2)
    with pytest.raises(SessionError, match="exe"):
        visitor.lobby.receive(visitor.token, Save(formats=("mp4", "exe")))
    visitor.lobby.receive(visitor.token, Pause(on=True))
    folder = visitor.lobby._shelf.walk_of(visitor.token)
    assert folder is not None
    eventually((folder / "walk.json").exists)
    (folder / "walk.json").unlink()
    visitor.lobby.receive(visitor.token, Save(formats=("mp4",)))
    eventually(lambda: visitor.page.read().has("error"), 120)
    assert visitor.page.last("error")["code"] == "saving"


def test_an_unknown_ticket_opens_no_file(open_lobby: MakeLobby) -> None:
    """Files are found by ticket only, never by path."""
    saver = open_lobby().saver
    assert saver.file("../../etc/passwd") is None and saver.file("") is None


def test_limits_that_cannot_work_are_refused() -> None:
    """Zero seats would be an app that nobody can use."""
    with pytest.raises(ConfigError, match="seats"):
        Limits(seats=0)
