"""Things in a world: hinted where they stand, remembered when they rest, gone when told."""

import numpy as np
import pytest

from tests.world.fields import FIELD, PaintedField, reds
from worldgen.errors import PromptError, ShapeError
from worldgen.geometry.around import grown
from worldgen.things import draw
from worldgen.types import Action, Frame
from worldgen.world import World
from worldgen.world.staging import TRUST

IDLE = Action()
RED = (200, 60, 60)


def begun(**changes: object) -> tuple[World, PaintedField, Frame]:
    model = PaintedField(**changes)
    world = World(model)
    return world, model, world.start(FIELD)


def falls(world: World, frames: int) -> np.ndarray:
    """(frames, 3) metres: where the first thing is in each of the next frames."""
    places = []
    for _ in range(frames):
        world.step(IDLE)
        places.append(world.things[0].position)
    return np.array(places)


def test_a_thing_is_hinted_and_drawn_where_it_stands() -> None:
    """Its silhouette in the frame is its silhouette in the world, at its own depth."""
    world, _, _ = begun()
    world.event("a red tower ahead")
    frame = world.step(IDLE)
    (tower,) = world.things
    drawing = draw([tower], frame.camera)
    body = drawing.owner == 0
    assert body.sum() > 100
    assert (reds(frame.rgb) & body).sum() > 0.75 * body.sum()
    assert not (reds(frame.rgb) & ~body).any()
    assert frame.depth_m is not None
    assert np.allclose(frame.depth_m[body], drawing.depth_m[body])


def test_a_thing_leaves_the_looks_of_all_else_as_they_were() -> None:
    """No new epoch: colours outside stay known, so nothing else changes."""
    world, model, first = begun()
    world.event("drop a red ball")
    frame = world.step(IDLE)
    assert world.snapshot().epoch == 0
    assert (model.hints[-1].colour > 0.5).all() and (model.hints[-1].colour > 0.8).mean() > 0.9
    far = ~grown(reds(frame.rgb), 4)
    assert np.array_equal(frame.rgb[far], first.rgb[far])
    world.event("night falls")
    assert world.snapshot().epoch == 1


def test_a_falling_ball_leaves_no_ghost() -> None:
    """No hint shows it but where it is at that moment, which the frame says is moving."""
    world, model, _ = begun()
    world.event("a red ball falls from high above ahead")
    frames = [world.step(IDLE) for _ in range(16)]
    assert world.things[0].moving
    for frame, hint in zip(frames, model.hints, strict=True):
        shown = reds(np.where(hint.colour[..., None] > 0, hint.rgb, 0))
        assert frame.moving is not None
        assert not (shown & ~frame.moving).any()
    stirring = world.snapshot().memory.stirring
    assert stirring is None or not (stirring.surfels[0] >= 0).any()
    rows = [np.nonzero(reds(frame.rgb))[0].mean() for frame in frames[5:11]]
    assert all(np.diff(rows) > 0)


def test_what_rests_is_remembered_as_part_of_the_world() -> None:
    """From then on memory hints at it, in the model's own look, and at its place."""
    world, _, _ = begun()
    world.event("drop a red ball")
    for _ in range(80):
        world.step(IDLE)
    (ball,) = world.things
    assert not ball.moving and ball.lowest_y_m == pytest.approx(0.0, abs=0.2)  # a voxel
    now = world.snapshot()
    recall = now.memory.hint(now.frame.camera, now.epoch)
    inside = draw([ball], now.frame.camera).owner == 0
    assert (reds(recall.rgb) & inside).sum() > 0.6 * inside.sum()


def test_what_comes_before_who_stands_still_is_remembered() -> None:
    """The view without it was held on to, and the thing was never more than a plain hint."""
    world, model, _ = begun()
    world.step(IDLE)
    world.event("a red tower ahead")
    frame = [world.step(IDLE) for _ in range(3)][-1]
    body = draw(world.things, frame.camera).owner == 0
    inside = ~grown(~body, 2)
    assert inside.sum() > 50 and (model.hints[-1].colour[inside] == 1.0).mean() > 0.9


@pytest.mark.parametrize("walk", [[], [Action(forward=1.0)] * 20])
def test_a_thing_that_is_taken_away_is_gone(walk: list[Action]) -> None:
    """Its look goes from memory, and what stood behind it shows again."""
    world, _, _ = begun()
    world.event("a red tower ahead")
    for action in [IDLE, *walk]:
        seen = world.step(action)
    assert reds(seen.rgb).sum() > 100
    world.event("remove the tower")
    after = [world.step(IDLE) for _ in range(3)]
    assert world.things == ()
    assert all(reds(frame.rgb).sum() <= 3 for frame in after)
    plain = World(PaintedField())
    plain.start(FIELD)
    for action in [IDLE, *walk]:
        plain.step(action)
    assert np.abs(after[-1].rgb.astype(int) - plain.step(IDLE).rgb).mean() < 2.0


def test_of_several_things_the_one_that_is_meant_goes() -> None:
    """By colour if that is said; all of them if that is."""
    world, _, _ = begun()
    for text in ("a red tower ahead", "a blue tower on the left", "a crate on the right"):
        world.event(text)
    world.event("remove the blue tower")
    world.step(IDLE)
    assert [(thing.noun, thing.colour) for thing in world.things] == [
        ("tower", "red"),
        ("crate", None),
    ]
    world.event("remove all towers")
    world.step(IDLE)
    assert [thing.noun for thing in world.things] == ["crate"]


@pytest.mark.parametrize("text", ["drop three balls", "three balls ahead", "throw three balls"])
def test_several_things_come_side_by_side(text: str) -> None:
    """Each of them is seen, and none is in another."""
    world, _, _ = begun()
    world.event(text)
    frame = world.step(IDLE)
    assert len(world.things) == 3
    assert len({thing.number for thing in world.things}) == 3
    places = np.stack([thing.position for thing in world.things])
    apart_m = np.linalg.norm(places[:, None] - places, axis=-1)[np.triu_indices(3, 1)]
    widths_m = [2.0 * float(thing.half_m[0]) for thing in world.things]
    assert apart_m.min() > max(widths_m)
    columns = (frame.camera.rotation.T @ (places - frame.camera.position).T)[0]
    assert columns.min() < -0.3 * max(widths_m) < 0.3 * max(widths_m) < columns.max()
    world.event("remove two balls")
    world.step(IDLE)
    assert len(world.things) == 1


def test_removing_what_is_not_there_is_not_understood() -> None:
    """A tower that was painted stands in memory; all was painted anew, and it stood."""
    world, _, _ = begun()
    before = world.snapshot()
    assert not world.event("remove the tower") and world.snapshot() is before


def test_a_snapshot_holds_the_things_of_its_moment() -> None:
    """Also in the air: the ball falls the same way again."""
    world, _, _ = begun()
    world.event("drop a ball")
    world.step(IDLE)
    token = world.snapshot()
    once = falls(world, 6)
    world.event("remove the ball")
    world.restore(token)
    assert len(world.things) == 1
    again = falls(world, 6)
    assert np.array_equal(once, again)


def test_things_keep_pace_with_a_model_that_draws_in_chunks() -> None:
    """Each frame of a chunk shows them at its own time."""
    chunked, plain = begun(chunk_frames=3)[0], begun()[0]
    places = []
    for world in (chunked, plain):
        world.event("drop a ball")
        places.append(falls(world, 6))
    assert np.allclose(places[0], places[1])


def test_an_edit_draws_its_region_anew_and_nothing_else() -> None:
    """The next hint knows nothing of it, and of all else what it knew; then it is remembered."""
    world, model, _ = begun()
    world.step(IDLE)
    mask = np.zeros((72, 128), bool)
    mask[20:60, 40:80] = True
    world.edit(mask, "a lake")
    world.step(IDLE)
    hint = model.hints[-1]
    assert not hint.colour[22:58, 42:78].any() and not hint.depth[22:58, 42:78].any()
    others = ~grown(mask, 2)
    assert (hint.depth[others] > 0.8).all() and (hint.colour[others] > 0.5).all()
    assert (hint.colour[others] > 0.8).mean() > 0.9  # but for sky beside things
    for _ in range(6):  # what is new ripens
        world.step(IDLE)
    assert (model.hints[-1].colour > 0.8).all()


def test_a_thing_that_an_edit_names_comes_where_it_points() -> None:
    """And is drawn there, in the region that was emptied for it."""
    world, _, _ = begun()
    mask = np.zeros((72, 128), bool)
    mask[:, 90:120] = True
    world.edit(mask, "a red tower")
    frame = world.step(IDLE)
    columns = np.nonzero(reds(frame.rgb))[1]
    assert len(columns) > 50 and 90 < columns.mean() < 120
    assert world.snapshot().epoch == 0


@pytest.mark.parametrize("noun", ["tower", "house", "rock", "tree"])
def test_a_thing_fills_the_region_that_was_pointed_out(noun: str) -> None:
    """What is painted is what one gets: not beside it, nor twice as large."""
    world, _, _ = begun()
    mask = np.zeros((72, 128), bool)
    mask[16:58, 70:106] = True
    world.edit(mask, f"a red {noun}")
    frame = world.step(IDLE)
    rows, columns = np.nonzero(draw(world.things, frame.camera).owner == 0)
    assert grown(mask, 6)[rows, columns].all()
    assert max(np.ptp(columns) / 36, np.ptp(rows) / 42) > 0.7


@pytest.mark.parametrize("noun", ["house", "tower", "church", "oak", "rock"])
@pytest.mark.parametrize(
    "part", [np.s_[36:60, 10:45], np.s_[30:50, 50:80], np.s_[10:55, 55:70], np.s_[25:56, 100:128]]
)
def test_a_thing_stays_in_the_region_that_was_pointed_out(
    noun: str, part: tuple[slice, slice]
) -> None:
    """Its front, not its middle, is over the lower edge: two thirds of a house hung below it."""
    world, _, first = begun()
    mask = np.zeros((72, 128), bool)
    mask[part] = True
    assert world.edit(mask, f"a red {noun}")
    seen = draw(world.snapshot().things, first.camera).owner == 0
    rows, columns = np.nonzero(seen)
    assert mask[seen].mean() > 0.96
    assert abs(part[0].stop - 1 - rows.max()) <= 3
    wide, high = part[1].stop - part[1].start, part[0].stop - part[0].start
    assert max(np.ptp(columns) / wide, np.ptp(rows) / high) > 0.7


def test_nothing_stands_in_the_sky() -> None:
    """A house was put below the part instead; what falls may come from there."""
    world, _, _ = begun()
    mask, before = np.zeros((72, 128), bool), world.snapshot()
    mask[:20, 50:80] = True
    with pytest.raises(ShapeError, match="above the horizon"):
        world.edit(mask, "a green house")
    assert world.snapshot() is before
    assert world.edit(mask, "a red ball falls")


@pytest.mark.parametrize(
    "mask", [np.zeros((72, 128), bool), np.ones((3, 3), bool), np.ones((72, 128))]
)
def test_a_mask_that_cannot_be_meant_is_refused(mask: np.ndarray) -> None:
    """Empty, of another size, not of booleans; and no words are as bad."""
    world, _, _ = begun()
    with pytest.raises(ShapeError, match="mask"):
        world.edit(mask, "a pond")
    with pytest.raises(PromptError):
        world.edit(np.ones((72, 128), bool), " ")


def test_night_makes_things_darker() -> None:
    """A tower that shines like noon at night would not belong there."""
    world, model, _ = begun()
    world.event("night falls")
    world.event("a red tower ahead")
    world.step(IDLE)
    told = np.isclose(model.hints[-1].colour, TRUST)
    assert told.any() and model.hints[-1].rgb[told].max() < 100


@pytest.mark.parametrize(
    "text",
    ["a church 1 m ahead", "a pyramid 2 m ahead", "a tower 0 m ahead", "a wall 0.2 m ahead",
     "a boulder 0.3 m ahead", "a castle 1 m behind me", "a church on the left"],
)  # fmt: skip
def test_nobody_is_walled_in_by_what_comes(text: str) -> None:
    """The distance was that of a thing's middle, and whoever was inside it stayed there."""
    world, _, first = begun()
    world.event(text)
    world.step(IDLE)
    (thing,) = world.things
    low, high = thing.box()
    eye = first.camera.position
    assert not ((low < eye + 0.5) & (eye - 0.5 < high))[[0, 2]].all()
    for _ in range(10):
        frame = world.step(Action(forward=-1.0 if "ahead" in text else 1.0))
    assert np.linalg.norm(frame.camera.position - eye) > 0.7


def test_what_stands_beside_another_thing_is_not_put_where_one_stands() -> None:
    """A house before a tower that is near is no house round one's head."""
    world, _, first = begun()
    world.event("a tower 3 m ahead")
    world.step(IDLE)
    world.event("a house in front of the tower")
    world.step(IDLE)
    house = world.things[-1]
    away_m = np.linalg.norm((house.position - first.camera.position)[[0, 2]])
    assert away_m > house.half_m[[0, 2]].max() + 0.5
