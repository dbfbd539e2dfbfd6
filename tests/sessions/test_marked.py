"""A part of the picture is marked: heard and recorded with the next frame, or refused in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.sessions.fakes import HEIGHT_PX, WIDTH_PX
from tests.sessions.scene import Scene
from tests.sessions.test_time_travel import Folders
from tests.world.fields import PaintedField, reds
from worldgen.errors import PromptError, SessionError, ShapeError, WorldgenError
from worldgen.media import encode_runs
from worldgen.sessions import protocol as wire
from worldgen.sessions.marked import Marked
from worldgen.sessions.protocol import Stage
from worldgen.sessions.walk import LiveWalk
from worldgen.types import Action, Edit, Prompt
from worldgen.world import World

MASK = np.zeros((HEIGHT_PX, WIDTH_PX), bool)
MASK[6:12, 8:16] = True


def marking(mask: np.ndarray = MASK, **other: object) -> wire.Edit:
    """What a page sends that has painted over a part."""
    height_px, width_px = mask.shape
    fields: dict[str, object] = {
        "walk": 1, "index": 2, "text": "  a stone\n tower ", "width_px": width_px,
        "height_px": height_px, "runs": tuple(encode_runs(mask)),
    }  # fmt: skip
    return wire.Edit(**{**fields, **other})  # type: ignore[arg-type]


@pytest.fixture
def scene() -> Scene:
    """A world that stands still at frame 2."""
    scene = Scene()
    scene.start()
    scene.walk(2)
    scene.send(wire.Pause(on=True))
    return scene


def test_an_edit_is_heard_before_the_next_frame_and_recorded_with_it(scene: Scene) -> None:
    """The page marks on a world that it holds still, sends, and lets it go on."""
    scene.send(marking())
    scene.walk(2)
    assert scene.world.said == []
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    (heard,) = scene.world.said
    assert isinstance(heard, Edit)
    assert heard.text == "a stone tower" and np.array_equal(heard.mask, MASK)
    assert [row[2] for row in scene.recorders[0].rows] == [(), (), (), (heard,), ()]
    assert not scene.page.has("error")


def test_a_small_mask_is_enlarged_to_the_frame(scene: Scene) -> None:
    """By nearest neighbours, so that each of its pixels is a block of the frame's."""
    small = np.zeros((HEIGHT_PX // 2, WIDTH_PX // 4), bool)
    small[3:6, 2:4] = True
    scene.send(marking(small))
    scene.send(wire.Pause(on=False))
    scene.walk(1)
    (heard,) = scene.world.said
    assert isinstance(heard, Edit)
    assert np.array_equal(heard.mask, np.kron(small, np.ones((2, 4), bool)))


@pytest.mark.parametrize(
    ("message", "error"),
    [
        (marking(index=1), "marked on frame 1, and the world is at 2"),
        (marking(index=2**31), "mark it again"),
        (marking(np.ones((HEIGHT_PX, WIDTH_PX + 1), bool)), "33 × 18 pixels, the frame 32 × 18"),
    ],
)
def test_what_does_not_fit_the_frame_is_refused_and_the_walk_goes_on(
    scene: Scene, message: wire.Edit, error: str
) -> None:
    """A part of an older picture lies elsewhere by now; nothing is damaged, nothing recorded."""
    scene.send(message)
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    assert error in scene.page.last("error")["text"]
    assert scene.world.said == [] and scene.session.stage is Stage.WALKING
    assert all(row[2] == () for row in scene.recorders[0].rows)


def test_words_for_a_part_that_mean_nothing_are_said_to(scene: Scene) -> None:
    """As those for all of the world are; the walk goes on, and nothing is recorded."""
    scene.send(marking(text="gibberish"))
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    assert "of “gibberish” was understood" in scene.page.last("error")["text"]
    assert all(row[2] == () for row in scene.recorders[0].rows)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (marking(np.zeros_like(MASK)), ShapeError),
        (marking(runs=()), ShapeError),
        (marking(runs=(3, 4)), ShapeError),
        (marking(runs=(0, 0, WIDTH_PX * HEIGHT_PX)), ShapeError),
        (marking(width_px=0), ShapeError),
        (marking(text=" \x00 "), PromptError),
        (marking(text="x" * 2001), PromptError),
        (marking(walk=2), SessionError),
    ],
)
def test_what_can_mean_nothing_is_refused_at_once(
    scene: Scene, message: wire.Edit, kind: type[WorldgenError]
) -> None:
    """Empty, garbage, wordless, or of another walk; the session goes on."""
    with pytest.raises(kind):
        scene.send(message)
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    assert scene.world.said == [] and scene.session.stage is Stage.WALKING


def test_without_a_world_there_is_nothing_to_change() -> None:
    """And it is said."""
    with pytest.raises(SessionError, match="no world yet"):
        Scene().send(marking(walk=0))


def test_a_part_that_was_marked_before_going_back_is_forgotten(scene: Scene) -> None:
    """It was of a frame that one has left."""
    scene.send(marking())
    scene.send(wire.Rewind(walk=1, index=1))
    scene.work()
    scene.ack_all()
    scene.walk(2)
    assert scene.world.said == []


def test_the_page_is_told_whether_a_part_can_be_changed(scene: Scene) -> None:
    """It shows its brush only then."""
    assert scene.page.last("status")["can_edit"] is False
    scene.device.can_edit = True
    scene.session.announce()
    assert scene.page.read().last("status")["can_edit"] is True


@pytest.mark.parametrize("index", [3, 4, 5, 9])
def test_going_back_round_an_edit_gives_the_same_frames(tmp_path: Path, index: int) -> None:
    """Before it, at it and after it: a branch shows what was shown, and so does the old walk."""
    world = World(PaintedField())
    walk = LiveWalk(world, Folders(tmp_path), Prompt(text="a field"), 3)
    walk.begin()
    mask = np.zeros((72, 128), bool)
    mask[16:58, 70:106] = True
    ahead, frames = Action(forward=0.3, yaw=0.02), {}
    for at in range(1, 10):
        if at == 4:
            walk.tell(Marked(index=3, edit=Edit(text="a red tower", mask=mask)))
        frames[at] = walk.step(ahead).rgb
    assert reds(frames[4]).sum() > 50 and not reds(frames[3]).any()
    branch, frame = walk.branch(index)
    assert np.array_equal(frame.rgb, frames[index])
    if index >= 4:
        for at in range(index + 1, 10):
            assert np.array_equal(branch.step(ahead).rgb, frames[at])
    else:
        assert not reds(branch.step(ahead).rgb).any()
    branch.close()
    assert np.array_equal(walk.go_on().rgb, frames[9])
    walk.close()
