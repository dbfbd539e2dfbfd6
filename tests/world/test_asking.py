"""What is asked of things is done where it was said; what nobody understands changes nothing."""

from pathlib import Path

import numpy as np
import pytest

from tests.world.fields import PaintedField
from worldgen.models.base import State
from worldgen.models.echo import EchoModel
from worldgen.recording import WalkWriter, read_walk
from worldgen.things import Thing
from worldgen.types import Action, Edit, Frame, Prompt
from worldgen.world import World, walk_header

PROMPT = Prompt(text="a quiet place")


class Deaf(EchoModel):
    """Understands what names an hour or a tree, and says so."""

    def event(self, state: State, text: str) -> State:
        return super().event(state, text) if {"night", "tree"} & set(text.split()) else state

    def edit(self, state: State, text: str) -> State:
        return self.event(state, text)

    def retold(self, state: State, like: State) -> State:
        return like


def begun(model: EchoModel | None = None) -> tuple[World, Frame]:
    world = World(model or PaintedField())
    return world, world.start(PROMPT, 3)


def asked(*sentences: str) -> tuple[Thing, ...]:
    world, _ = begun()
    for sentence in sentences:
        world.event(sentence)
    return world.snapshot().things


def test_a_thing_is_set_on_another() -> None:
    """Its lowest point is the other's highest, over its middle."""
    tower, ball = asked("a red tower ahead", "put a ball on top of the tower")
    assert ball.lowest_y_m == pytest.approx(tower.position[1] - tower.half_m[1])
    assert np.allclose(ball.position[[0, 2]], tower.position[[0, 2]])


@pytest.mark.parametrize(
    ("where", "right", "onward"),
    [
        ("to the left of", -1, 0), ("to the right of", 1, 0), ("next to", 1, 0), ("behind", 0, 1),
        ("in front of", 0, -1),
    ],
)  # fmt: skip
def test_a_thing_is_set_beside_another(where: str, right: int, onward: int) -> None:
    """On that side of it as one sees it, near, and not in it."""
    tower, tree = asked("a tower ahead", f"a tree {where} the tower")
    way = (tree.position - tower.position)[[0, 2]]
    away = tower.position[[0, 2]] / np.linalg.norm(tower.position[[0, 2]])
    aside = np.array([away[1], -away[0]])
    assert np.sign(np.round([way @ aside, way @ away], 1)).tolist() == [right, onward]
    touching = max(tower.half_m[[0, 2]]) + max(tree.half_m[[0, 2]])
    assert touching < np.linalg.norm(way) < touching + 1.0


def test_what_stood_on_something_falls_when_that_is_gone() -> None:
    """And comes to rest below."""
    world, _ = begun()
    world.event("a tower ahead")
    world.event("a ball on the tower")
    high_m = world.snapshot().things[1].lowest_y_m
    world.event("remove the tower")
    for _ in range(80):
        world.step(Action())
    (ball,) = world.things
    assert ball.lowest_y_m == pytest.approx(0.0, abs=0.05) and high_m < -3.0 and not ball.moving


@pytest.mark.parametrize("sentence", ["a red tower and a blue tower", "12 houses", "four firs"])
def test_no_two_things_come_to_one_place(sentence: str) -> None:
    """One in the other is neither."""
    boxes = [thing.box(-0.03) for thing in asked(sentence)]
    for at, (low, high) in enumerate(boxes):
        for lowest, highest in boxes[:at]:
            assert not ((low < highest).all() and (lowest < high).all())


def test_a_thing_changes_on_its_spot() -> None:
    """Colour and size, and it stays one."""
    (before,) = asked("a red tower ahead")
    (after,) = asked("a red tower ahead", "make the tower blue", "make it taller")
    assert after.colour == "blue" and after.half_m[1] == pytest.approx(1.5 * before.half_m[1])
    assert after.lowest_y_m == pytest.approx(before.lowest_y_m)


def test_the_tower_that_is_meant_goes() -> None:
    """Behind is behind."""
    (left,) = asked("a red tower ahead", "a blue tower behind me", "remove the tower behind me")
    assert left.colour == "red"
    assert not asked("a red tower ahead", "two crates on the left", "remove everything")
    (first,) = asked("a red tower ahead", "a crate on the left", "remove it")
    assert first.noun == "tower"


def test_metres_ahead_are_metres_ahead() -> None:
    """Not a tower thirty metres high."""
    (tower,) = asked("a tower 20 m ahead")
    assert np.linalg.norm(tower.position[[0, 2]]) == pytest.approx(20.0, abs=0.5)
    assert 2 * tower.half_m[1] < 10


def test_what_nobody_understands_changes_nothing() -> None:
    """A greeting painted the world anew: every remembered colour was dropped."""
    world, _ = begun(Deaf())
    before = world.snapshot()
    assert not world.event("hello") and world.snapshot() is before
    assert world.event("night falls") and world.snapshot().epoch == before.epoch + 1
    assert world.event("a red tower ahead") and world.snapshot().epoch == before.epoch + 1


def test_words_of_a_thing_and_an_hour_do_both() -> None:
    """The light changed and the looks did not: a black tower at noon."""
    world, _ = begun(Deaf())
    before = world.snapshot()
    assert world.event("a tower ahead and night falls")
    after = world.snapshot()
    assert len(after.things) == 1 and after.epoch == before.epoch + 1
    assert after.light < before.light
    world, _ = begun()
    world.event("a ball at night ahead")
    assert world.snapshot().epoch == before.epoch + 1


def test_what_is_not_there_cannot_be_removed() -> None:
    """Painted trees are none of ours: nothing goes, and nothing is painted anew."""
    world, _ = begun()
    before = world.snapshot()
    assert not world.event("remove the trees") and world.snapshot() is before


@pytest.mark.parametrize("sentence", ["a tower beside me", "put a house exactly here"])
def test_what_is_near_is_near(sentence: str) -> None:
    """A tower beside one stood nine metres off."""
    (thing,) = asked(sentence)
    gap_m = np.linalg.norm(thing.position[[0, 2]]) - max(thing.half_m[[0, 2]])
    assert gap_m == pytest.approx(2.0, abs=0.3)


def test_what_is_said_of_a_part_holds_for_that_part_alone() -> None:
    """A snowy fir that is painted somewhere made it snow everywhere."""
    world, frame = begun(Deaf())
    state = world.snapshot().state
    mask = np.zeros(frame.rgb.shape[:2], bool)
    mask[4:8, 4:8] = True
    world.edit(mask, "a strange tree")
    assert world.snapshot().state != state
    world.step(Action())
    assert world.snapshot().state == state and world.snapshot().untold is None


@pytest.mark.parametrize("words", ["blorf zorg", "is it dark?"])
def test_a_part_of_which_nothing_is_understood_stays(words: str) -> None:
    """It was drawn anew, and nobody was told that the words meant nothing."""
    world, frame = begun(Deaf())
    before, mask = world.snapshot(), np.ones(frame.rgb.shape[:2], bool)
    assert not world.edit(mask, words) and world.snapshot() is before
    assert not world.hear(Edit(text=words, mask=mask)) and world.snapshot() is before
    assert world.hear(Edit(text="a strange tree", mask=mask))
    assert world.edit(mask, "a red tower")


def test_words_between_an_edit_and_its_picture_are_kept() -> None:
    """They hold for all of the world, and longer than the edit's."""
    world, frame = begun(Deaf())
    state = world.snapshot().state
    mask = np.zeros(frame.rgb.shape[:2], bool)
    mask[4:8, 4:8] = True
    world.edit(mask, "a strange tree")
    world.event("night falls")
    world.step(Action())
    assert world.snapshot().state == Deaf().event(state, "night falls")


def test_an_event_outlives_a_kill(tmp_path: Path) -> None:
    """The frames of the change are mixtures; their colours were remembered as the new look."""
    world, frame = begun()
    with WalkWriter.create(tmp_path / "w", walk_header(world.model, PROMPT, 3, frame.camera)) as to:
        to.append(frame, None)
        for at in range(24):
            said = ("night falls",) if at == 4 else ()
            for text in said:
                world.event(text)
            to.append(world.step(Action()), Action(), said)
    after = World(EchoModel())
    with read_walk(tmp_path / "w") as walk:
        last = after.take_up(walk)
    known = after.snapshot().memory.hint(last.camera, after.snapshot().epoch)
    seen = known.colour > 0
    assert seen.mean() > 0.9
    apart = np.abs(known.rgb[seen].astype(int) - last.rgb[seen])
    assert apart.mean() < 3
