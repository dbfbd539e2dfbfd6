"""Going back: any frame, the same world, both walks kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sessions.fakes import FakeWorld
from tests.sessions.scene import Scene
from worldgen.errors import SessionError
from worldgen.geometry import Camera
from worldgen.models.echo import EchoModel
from worldgen.recording import WalkHeader, WalkWriter, read_walk
from worldgen.sessions import protocol as wire
from worldgen.sessions.moments import Moments
from worldgen.sessions.protocol import Stage
from worldgen.sessions.walk import FEW_MOMENTS, MOST_MOMENTS, LiveWalk
from worldgen.sessions.walks import MOST_BRANCHES
from worldgen.types import Action, Frame, Prompt
from worldgen.world import World

AHEAD = Action(forward=1.0)


class Folders:
    """Opens real recordings, one folder each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.count = 0

    def __call__(self, prompt: Prompt, seed: int, frame: Frame) -> WalkWriter:
        self.count += 1
        header = WalkHeader(
            prompt={"text": prompt.text, "image": None},
            seed=seed,
            model={"name": "echo", "sha256": "0"},
            fps=10.0,
            camera=WalkHeader.camera_of(frame.camera),
        )
        return WalkWriter.create(self.root / str(self.count), header)


@pytest.fixture
def scene() -> Scene:
    scene = Scene()
    scene.start()
    scene.walk(30)
    return scene


def steps(count: int) -> list[Action]:
    return [Action(forward=1.0, yaw=0.05 * (i % 3 - 1)) for i in range(count)]


@pytest.mark.parametrize("index", [0, 7, 10, 23, 24])
def test_going_back_gives_the_same_frame_and_the_same_future(tmp_path: Path, index: int) -> None:
    """On a true world: the frame there is the one that was, and so is all that follows from it."""
    walk = LiveWalk(World(EchoModel()), Folders(tmp_path), Prompt(text="a quiet place"), 3)
    frames = [walk.begin()]
    walk.record()
    for at, action in enumerate(steps(25)):
        if at == 5:
            walk.tell("night falls")
        frames.append(walk.step(action))
    branch, frame = walk.branch(index)
    assert frame.index == index
    assert np.array_equal(frame.rgb, frames[index].rgb)
    for at in range(index, 25):
        if at == 5:
            branch.tell("night falls")
        again = branch.step(steps(25)[at])
        assert np.array_equal(again.rgb, frames[at + 1].rgb)
        assert np.array_equal(again.camera.pose_c2w, frames[at + 1].camera.pose_c2w)
    branch.close()
    walk.close()


def test_both_walks_are_whole_on_disk(tmp_path: Path) -> None:
    """The branch begins with the old frames and what was said; the old walk keeps its own."""
    walk = LiveWalk(World(EchoModel()), Folders(tmp_path), Prompt(text="a quiet place"), 3)
    walk.begin()
    for at in range(20):
        if at == 4:
            walk.tell("it snows")
        walk.step(AHEAD)
    branch, _ = walk.branch(8)
    branch.step(Action(yaw=0.3))
    branch.close()
    walk.go_on()
    walk.step(AHEAD)
    walk.close()
    with read_walk(tmp_path / "1") as old, read_walk(tmp_path / "2") as new:
        assert [len(old), len(new)] == [22, 10]
        assert new.actions[:9] == old.actions[:9]
        assert new.actions[9] == Action(yaw=0.3)
        assert new.events == old.events == [{"index": 5, "text": "it snows"}]
        for at in (0, 8):
            assert np.array_equal(new.frame(at).rgb, old.frame(at).rgb)


def test_what_was_said_and_not_yet_shown_is_not_part_of_a_walk_that_is_left(
    tmp_path: Path,
) -> None:
    """Else the walk would be told twice, or its recording would say what its frames do not know."""
    world = FakeWorld()
    walk = LiveWalk(world, Folders(tmp_path), Prompt(text="a quiet place"), 3)
    walk.begin()
    walk.step(AHEAD)
    walk.tell("never mind")
    walk.leave()
    walk.go_on()
    walk.step(AHEAD)
    walk.close()
    with read_walk(tmp_path / "1") as recorded:
        assert recorded.events == []


@given(lengths=st.lists(st.integers(1, 300), min_size=1, max_size=60), most=st.integers(2, 20))
def test_moments_are_few_and_the_first_and_last_are_kept(lengths: list[int], most: int) -> None:
    """However long the walk, memory is bounded, and every frame can be reached from one before."""
    moments, index = Moments(most), 0
    moments.keep(0, "first")
    for length in lengths:
        index += length
        moments.keep(index, index)
        assert len(moments) <= most
        assert moments.before(index) == (index, index)
    assert moments.before(lengths[0] - 1) == (0, "first")


def test_late_moments_lie_closer_than_early_ones() -> None:
    """Going back a little is quick; going back far may take a while."""
    moments = Moments(MOST_MOMENTS)
    for index in range(0, 36_000, 10):
        moments.keep(index, None)
    just_now = max(index - moments.before(index)[0] for index in range(35_890, 35_990))
    a_minute_ago = max(index - moments.before(index)[0] for index in range(35_400, 35_990))
    long_ago = max(index - moments.before(index)[0] for index in range(0, 30_000, 50))
    assert just_now < 50
    assert a_minute_ago < 100
    assert long_ago < 700


def test_a_frame_can_be_looked_at_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scrubbing shows what was recorded, and changes nothing."""
    shown = np.full((18, 32, 3), 77, np.uint8)
    monkeypatch.setattr("worldgen.sessions.session.read_picture", lambda folder, index: shown)
    scene.send(wire.Peek(walk=1, index=12))
    preview = scene.page.read().last("preview")
    assert (preview["walk"], preview["index"]) == (1, 12)
    assert len(preview["jpeg"]) > 100
    assert scene.session.stage is Stage.WALKING


def test_going_back_walks_on_from_there_as_another_walk(scene: Scene) -> None:
    """The page sees frame 12 of walk 2, then 13; its recording carries the first."""
    scene.send(wire.Rewind(walk=1, index=12))
    page = scene.work()
    assert (page.frames[-1].walk, page.frames[-1].index) == (2, 12)
    assert page.last("status")["stage"] == "walking"
    told = page.last("branches")
    assert told["walk"] == 2
    assert [(b["walk"], b["frames"], b["parent"], b["at"]) for b in told["branches"]] == [
        (1, 31, 0, 0),
        (2, 13, 1, 12),
    ]
    assert scene.recorders[1].carried == (scene.recorders[0].folder, 12)
    scene.ack_all()
    scene.walk(2)
    assert [row[0] for row in scene.recorders[1].rows] == [13, 14]
    assert len(scene.recorders[0].rows) == 31


def test_one_can_change_between_walks(scene: Scene) -> None:
    """At a walk's end it goes on itself: no third walk, and its own recording grows."""
    scene.send(wire.Rewind(walk=1, index=12))
    scene.work()
    scene.ack_all()
    scene.walk(3)
    scene.send(wire.Rewind(walk=1, index=30))
    page = scene.work()
    assert (page.frames[-1].walk, page.frames[-1].index) == (1, 30)
    assert len(page.last("branches")["branches"]) == 2
    scene.ack_all()
    scene.walk(1)
    assert scene.recorders[0].rows[-1][0] == 31
    assert len(scene.recorders) == 2


@pytest.mark.parametrize("walk, index", [(1, 31), (2, 0), (1, 2**31)])
def test_what_was_never_walked_is_refused(scene: Scene, walk: int, index: int) -> None:
    """Anybody can send any number; the walk goes on."""
    for message in (wire.Rewind(walk=walk, index=index), wire.Peek(walk=walk, index=index)):
        with pytest.raises(SessionError):
            scene.send(message)
    assert scene.session.stage is Stage.WALKING


def test_a_branch_that_cannot_be_written_leaves_the_walk_as_it_was(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the person is told, and can walk on from where they were."""
    from worldgen.errors import StorageError

    def full(*_: object) -> None:
        raise StorageError("the disk is full; make room and go on")

    monkeypatch.setattr("tests.sessions.fakes.FakeRecorder.carry", full)
    scene.send(wire.Rewind(walk=1, index=12))
    page = scene.work()
    assert page.last("error")["code"] == "storage"
    assert scene.session.stage is Stage.PAUSED
    scene.send(wire.Pause(on=False))
    page = scene.walk(1)
    assert (page.frames[-1].walk, page.frames[-1].index) == (1, 31)


def test_only_so_many_walks_stay_at_hand(scene: Scene) -> None:
    """The one left longest ago can no more be gone back to; its recording is finished."""
    for _ in range(MOST_BRANCHES):
        walk = scene.page.last("branches")["walk"]
        scene.send(wire.Rewind(walk=walk, index=12))
        scene.work()
        scene.ack_all()
        scene.walk(1)
    assert len(scene.page.last("branches")["branches"]) == MOST_BRANCHES
    assert scene.recorders[0].is_closed
    with pytest.raises(SessionError):
        scene.send(wire.Rewind(walk=1, index=12))


def test_a_model_that_keeps_no_moments_is_walked_all_the_same() -> None:
    """The page is told that there is nothing to go back to."""
    scene = Scene()
    scene.world.keeps_no_moments = True
    scene.start()
    page = scene.walk(3)
    assert page.last("branches")["branches"] == []
    with pytest.raises(SessionError):
        scene.send(wire.Rewind(walk=1, index=1))


def test_the_lens_of_another_walk_is_not_carried(tmp_path: Path) -> None:
    """A walk has one camera; pictures of another would be read at the wrong size."""
    from worldgen.errors import RecordingError

    small = Camera.from_fov(16, 9, 1.0)
    frame = Frame(
        rgb=np.zeros((9, 16, 3), np.uint8), depth_m=None, camera=small, index=0, time_s=0.0
    )
    folders = Folders(tmp_path)
    one = folders(Prompt(text="a"), 1, frame)
    one.append(frame, None)
    wide = Camera.from_fov(32, 18, 1.0)
    other = folders(
        Prompt(text="b"),
        1,
        Frame(rgb=np.zeros((18, 32, 3), np.uint8), depth_m=None, camera=wide, index=0, time_s=0.0),
    )
    with pytest.raises(RecordingError):
        other.carry(one.folder, 0)
    with pytest.raises(RecordingError):
        one.carry(one.folder, 0)
    one.close()
    other.close()


def test_few_moments_are_fewer() -> None:
    """A walk that was left costs less."""
    assert 2 <= FEW_MOMENTS < MOST_MOMENTS


def test_a_walk_that_was_taken_up_goes_back_before_that(tmp_path: Path) -> None:
    """What was said by then holds there, what was said later does not; the branch walks on."""
    first = LiveWalk(World(EchoModel()), Folders(tmp_path), Prompt(text="a quiet place"), 3)
    frames = [first.begin()]
    first.record()
    for at in range(24):
        if at in (3, 18):
            first.tell("a tower ahead" if at == 3 else "a tree on the left")
        frames.append(first.step(AHEAD))
        first.record()
    first.close()

    world = World(EchoModel())
    walk, last = LiveWalk.taken_up(world, Folders(tmp_path / "later"), tmp_path / "1")
    assert last.index == 24 and len(world.things) == 2
    branch, frame = walk.branch(8)
    assert frame.index == 8 and [thing.noun for thing in world.things] == ["tower"]
    assert np.allclose(frame.camera.pose_c2w, frames[8].camera.pose_c2w)
    branch.step(AHEAD)
    assert walk.go_on().index == 24 and len(world.things) == 2
    again, frame = walk.branch(12)
    assert frame.index == 12
    for one in (branch, again, walk):
        one.close()
