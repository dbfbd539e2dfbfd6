"""Who turns comes upon views that were drawn whole; who stands still has looked round."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.memory import scene
from tests.memory.scene import at
from worldgen.geometry import Camera, rotation_angle_rad, yaw_pitch_of
from worldgen.memory import DREAMT, SpatialMemory
from worldgen.models.base import Move, Picture
from worldgen.models.echo import SPEC, EchoModel, EchoState
from worldgen.recording import WalkWriter, read_walk
from worldgen.types import Action, Frame, Prompt
from worldgen.world import World, dream_again, walk_header
from worldgen.world.outlook import PITCH_RAD, ROUND, STEEPEST_RAD, YAW_RAD, Outlook, ahead

YARD = Prompt(text="a courtyard")
IDLE = Action()
RIGHT = Action(yaw=0.05)


class Courtyard(EchoModel):
    """An echo that knows the courtyard by heart, and keeps count of where it was asked to look."""

    def __init__(self, **changes: object) -> None:
        lens = {"width_px": 128, "height_px": 72, "hfov_rad": 1.2217, "looks_aside": True}
        super().__init__(replace(SPEC, **{**lens, **changes}))  # type: ignore[arg-type]
        self.asked: list[Camera] = []

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[EchoState, list[Picture]]:
        return EchoState(seed=seed), [_seen(opening.camera)]

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        self.asked += [move.camera for move in moves]
        return state, [_seen(move.camera) for move in moves]


def _seen(camera: Camera) -> Picture:
    rgb, depth_m = scene.see(camera)
    return Picture(rgb=rgb, depth_m=depth_m, sky=np.isinf(depth_m))


def begun(**changes: object) -> tuple[World, Courtyard, Frame]:
    model = Courtyard(**changes)
    world = World(model)
    return world, model, world.start(YARD)


def asides(model: Courtyard, frames: Sequence[Frame]) -> list[Camera]:
    """What was drawn and never shown."""
    shown = [frame.camera.pose_c2w.tobytes() for frame in frames]
    return [camera for camera in model.asked if camera.pose_c2w.tobytes() not in shown]


def looked(camera: Camera, *seen: Camera) -> list[Outlook]:
    """Where one looks before `camera` is drawn, when all of `seen` was seen before."""
    memory = SpatialMemory(config=DREAMT)
    for index, other in enumerate(seen):
        memory = memory.add(scene.frame(other, index))
    found: list[Outlook] = []

    def draw(where: Outlook) -> Frame:
        found.append(where)
        return scene.frame(where.camera, len(seen))

    newest = scene.frame(seen[-1], len(seen) - 1)
    after = ahead(memory, newest, camera, memory.hint(camera), 0, draw)
    assert (after is memory) is not bool(found)
    return found


@pytest.mark.parametrize(
    ("yaw", "pitch", "right", "up"),
    [
        (0.1, 0.0, 1, 0),
        (-0.1, 0.0, -1, 0),
        (0.0, 0.08, 0, 1),
        (0.0, -0.08, 0, -1),
        (0.1, 0.08, 1, 0),
    ],
)
def test_one_looks_to_the_side_that_is_new(yaw: float, pitch: float, right: int, up: int) -> None:
    """The wrong side would be drawn for nothing, and the strip would still come up."""
    (where,) = looked(at(0, 0, yaw, pitch), at(0, 0))
    turned = yaw_pitch_of(where.camera.pose_c2w)
    assert turned == pytest.approx((yaw + right * YAW_RAD, pitch + up * PITCH_RAD))


def test_nobody_looks_aside_where_all_is_known() -> None:
    """Else each frame would cost two."""
    assert looked(at(0, 0.1), at(0, 0, -0.5), at(0, 0, 0.5), at(0, 0)) == []


@pytest.mark.parametrize("camera", [at(0.8, 0), at(0, -1.0), at(0.3, -0.3)])
def test_who_does_not_turn_looks_ahead(camera: Camera) -> None:
    """Gaps that open beside things, and at the sides of one who walks backwards, are small."""
    assert looked(camera, at(0, 0)) == []


def test_nobody_looks_back_to_where_they_turned_from() -> None:
    """A side that is unknown behind one's back can wait."""
    assert looked(at(0, 0, -0.5), at(0, 0, 0.5), at(0, 0, -0.55)) == []


def test_nobody_looks_twice_the_same_way() -> None:
    """What moves is not remembered: a sea beside the way would be drawn aside with every frame."""
    assert looked(at(0, 0, 0.1), at(0, 0, 0.1 + YAW_RAD), at(0, 0)) == []
    assert len(looked(at(0, 0, 0.1), at(0, 0, 0.1 + 2.5), at(0, 0))) == 1


def test_nobody_looks_further_up_than_necks_go() -> None:
    """The model has seen no zenith."""
    (where,) = looked(at(0, 0, 0.0, 0.38), at(0, 0, 0.0, 0.3))
    assert yaw_pitch_of(where.camera.pose_c2w)[1] == pytest.approx(STEEPEST_RAD)


def test_half_of_a_view_aside_is_known() -> None:
    """With nothing to bind it, it would be a view of another place."""
    world, model, first = begun()
    frames = [first, *(world.step(RIGHT) for _ in range(40))]
    turned = asides(model, frames)
    assert 3 <= len(turned) <= 5
    ways = [yaw_pitch_of(camera.pose_c2w)[0] for camera in turned]
    assert (np.diff(ways) > 0.4).all() and (np.diff(ways) < 0.75).all()


def test_the_next_frames_come_upon_what_was_drawn_aside() -> None:
    """That is what for: the strip that comes into view is known by then."""
    world, model, _ = begun()
    world.step(RIGHT)
    moment = world.snapshot()
    for turn in (0.05, 0.2, 0.4):
        known = moment.memory.hint(moment.frame.camera.at(at(0, 0, 0.05 + turn).pose_c2w))
        assert (known.colour > 0.3).mean() > 0.9
    assert len(model.asked) == 2


def test_a_view_aside_is_not_taken_for_the_frame_it_went_before() -> None:
    """Both have one index: were the wrong one left out, half of what is ahead would be gone."""
    memory = SpatialMemory(config=DREAMT).add(scene.frame(at(0, 0), 0))
    aside = scene.frame(at(0, 0, 0.6), 1)
    memory = memory.glimpse(aside, 0, memory.hint(aside.camera))
    assert memory.latest is not None and memory.latest.index == 0
    memory = memory.add(scene.frame(at(0, 0, 0.05), 1))
    assert (memory.hint(at(0, 0, 0.6)).colour > 0.3).mean() > 0.97


def test_the_sides_of_a_view_aside_are_drawn_again_by_the_next_one() -> None:
    """A wall that ends with the picture it was drawn in would be cut off there for ever."""
    memory = SpatialMemory(config=DREAMT).add(scene.frame(at(0, 0), 0))
    aside = scene.frame(at(0, 0, 0.6), 1)
    known = memory.glimpse(aside, 0, memory.hint(aside.camera)).hint(aside.camera)
    assert (known.colour[:, -8:] < 0.5).all() and (known.colour[20:50, 80:110] > 0.5).all()
    assert (known.colour[20:50, 80:110] > 0.9).mean() > 0.9  # but for sky beside things
    shared = known.colour[20:50, 10:40]  # what the first picture showed stays as it was
    assert (shared > 0.7).all()


def test_who_stands_still_has_looked_all_the_way_round() -> None:
    """One view a frame, each next to one before, and then no more: idle frames are cheap again."""
    world, model, first = begun()
    frames = [first, *(world.step(IDLE) for _ in range(25))]
    turned = asides(model, frames)
    assert len(ROUND) - 1 <= len(turned) <= len(ROUND)
    moment = world.snapshot()
    for yaw in np.linspace(-np.pi, np.pi, 24):
        camera = moment.frame.camera.at(at(0, 0, float(yaw)).pose_c2w)
        assert (moment.memory.hint(camera).colour > 0.25).mean() > 0.9
    assert all(rotation_angle_rad(f.camera.pose_c2w, first.camera.pose_c2w) == 0 for f in frames)


def test_frames_are_counted_as_if_nobody_had_looked() -> None:
    """A recording has what was shown, in order, and nothing else."""
    world, _, first = begun()
    frames = [first, *(world.step(RIGHT if at % 2 else IDLE) for at in range(12))]
    assert [frame.index for frame in frames] == list(range(13))


def test_a_walk_with_looks_aside_is_dreamt_again_alike(tmp_path: Path) -> None:
    """Where one looks hangs on the moment alone: a replay looks at the same frames."""
    world, model, first = begun()
    with WalkWriter.create(tmp_path / "walk", walk_header(model, YARD, 0, first.camera)) as writer:
        writer.append(first, None)
        for action in [IDLE] * 3 + [RIGHT] * 12 + [Action(forward=1.0, yaw=-0.1)] * 12:
            writer.append(world.step(action), action)
    again = Courtyard()
    with read_walk(tmp_path / "walk") as walk:
        *_, (_, found) = dream_again(walk, World(again))
    assert found.holds and found.mean_levels == 0
    assert len(again.asked) == len(model.asked)


@pytest.mark.parametrize(
    "changes", [{"looks_aside": False}, {"chunk_frames": 4}, {"gives_depth": False}]
)
def test_some_models_are_never_asked(changes: dict[str, object]) -> None:
    """A model that draws in chunks, or without depth, cannot; and one may say that it will not."""
    assert not replace(Courtyard().spec, **changes).can_look_aside  # type: ignore[arg-type]


def test_a_model_that_does_not_look_aside_draws_what_is_shown() -> None:
    """One picture a step."""
    world, model, _ = begun(looks_aside=False)
    for _ in range(8):
        world.step(RIGHT)
    assert len(model.asked) == 8
