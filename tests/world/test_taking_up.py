"""A recorded walk taken up where it ended: the same place, the same things, the same body."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from worldgen.errors import ReplayError
from worldgen.models.echo import EchoModel
from worldgen.recording import WalkWriter, read_walk
from worldgen.types import Action, Frame, Prompt
from worldgen.world import World, taking_up, walk_header

PROMPT = Prompt(text="a quiet place")


def walked(folder: Path, frames: int = 24) -> World:
    """A world after a walk that is recorded, with a tower that was asked for on the way."""
    world = World(EchoModel())
    frame = world.start(PROMPT, 3)
    with WalkWriter.create(folder, walk_header(world.model, PROMPT, 3, frame.camera)) as writer:
        writer.append(frame, None)
        for at in range(frames):
            said = ("a red tower ahead",) if at == 5 else ()
            for text in said:
                world.event(text)
            action = Action(forward=1.0, yaw=0.05)
            writer.append(world.step(action), action, said)
    return world


def test_one_stands_where_one_stood_and_sees_what_one_saw(tmp_path: Path) -> None:
    """Body, things and memory are those of the walk that was left."""
    before, after = walked(tmp_path / "walk"), World(EchoModel())
    with read_walk(tmp_path / "walk") as walk:
        frame = after.take_up(walk)
    assert frame.index == before.index
    assert np.allclose(frame.camera.pose_c2w, before.camera.pose_c2w, atol=1e-6)
    assert [thing.noun for thing in after.things] == [thing.noun for thing in before.things]
    for thing, again in zip(before.things, after.things, strict=True):
        assert np.allclose(thing.position, again.position, atol=0.05)
    ahead = Action(forward=1.0)
    one, other = before.step(ahead), after.step(ahead)
    assert other.index == one.index
    assert np.allclose(one.camera.position, other.camera.position, atol=0.02)
    known = [world.snapshot().memory.hint(frame.camera) for world in (before, after)]
    both = (known[0].colour > 0) & (known[1].colour > 0)
    assert both.mean() > 0.9
    apart = np.abs(known[0].rgb[both].astype(int) - known[1].rgb[both])
    assert np.median(apart) <= 2


@pytest.mark.parametrize("left", [2, 3, 6, 9, 10, 14])
def test_a_change_of_looks_goes_on_where_it_was_left(tmp_path: Path, left: int) -> None:
    """A night that was left half-way was dreamt anew, and another one."""
    world, frames = World(EchoModel()), []
    frame = world.start(PROMPT, 3)
    with WalkWriter.create(tmp_path / "w", walk_header(world.model, PROMPT, 3, frame.camera)) as to:
        to.append(frame, None)
        for at in range(20):
            said = ("night falls",) if at == 4 else ()
            for text in said:
                world.event(text)
            frames.append(world.step(Action()))
            to.append(frames[-1], Action(), said)
    after, now = World(EchoModel()), 4 + left
    with read_walk(tmp_path / "w") as walk:
        after.take_up(walk.until(now + 1))
    then = after.snapshot()
    assert (then.transition is None) == (left >= 10)
    known = then.memory.hint(then.frame.camera, then.epoch)
    told = known.colour > 0
    assert told.mean() > 0.9
    assert np.abs(known.rgb[told].astype(int) - frames[-1].rgb[told]).max() <= 12
    apart = [np.abs(after.step(Action()).rgb.astype(int) - one.rgb).max() for one in frames[now:]]
    assert max(apart, default=0) <= 1


def test_of_a_long_walk_not_every_picture_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An hour must not take a quarter of an hour to come back to."""
    walked(tmp_path / "walk", 60)
    monkeypatch.setattr(taking_up, "MOST_READ", 10)
    monkeypatch.setattr(taking_up, "LAST_READ", 4)
    read: list[int] = []
    with read_walk(tmp_path / "walk") as walk:
        frame = walk.frame

        def counted(at: int) -> Frame:
            read.append(at)
            return frame(at)

        monkeypatch.setattr(walk, "frame", counted)
        after = World(EchoModel())
        assert after.take_up(walk).index == 60
    assert len(read) < 20 and {0, 5, 6, 57, 58, 59, 60} <= set(read)


def test_a_walk_with_gaps_is_refused(tmp_path: Path) -> None:
    """What happened in between is not known."""
    walked(tmp_path / "walk", 4)
    with read_walk(tmp_path / "walk") as walk:
        walk.lines[2] = replace(walk.lines[2], index=9)
        with pytest.raises(ReplayError):
            World(EchoModel()).take_up(walk)
