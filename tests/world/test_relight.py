"""A picture's world keeps the picture's colours through an event; one made of words does not."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from worldgen.models.base import Move, Picture
from worldgen.models.echo import SPEC, EchoModel, EchoState
from worldgen.recording import WalkWriter, read_walk
from worldgen.types import Action, Prompt
from worldgen.world import World, walk_header

IDLE = Action()
NIGHT = (20, 24, 48)
BRICKS = np.kron(np.indices((9, 16)).sum(0) % 2, np.ones((8, 8)))[..., None]
PHOTO = Prompt(
    image=Image.fromarray(np.where(BRICKS > 0, (200, 120, 90), (120, 70, 50)).astype(np.uint8))
)


class Faithful(EchoModel):
    """An echo that paints what it is hinted at on a wall, and one flat shade elsewhere."""

    def __init__(self, **changes: object) -> None:
        lens = {"width_px": 128, "height_px": 72, "looks_aside": True}
        super().__init__(replace(SPEC, **{**lens, **changes}))  # type: ignore[arg-type]
        self.drawn = 0

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[EchoState, list[Picture]]:
        state = EchoState(seed=seed)
        return state, [self._wall(state, opening)]

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        self.drawn += len(moves)
        return state, [self._wall(state, move) for move in moves]

    def _wall(self, state: EchoState, move: Move) -> Picture:
        flat = NIGHT if state.event else (128, 128, 128)
        assert move.hint is not None
        rgb = np.where((move.hint.colour > 0.5)[..., None], move.hint.rgb, flat).astype(np.uint8)
        depth_m = np.full((72, 128), 5.0, np.float32)
        still = np.zeros((72, 128), bool)
        return Picture(rgb=rgb, depth_m=depth_m, sky=still, moving=still)


def night(prompt: Prompt, **changes: object) -> tuple[World, Faithful, np.ndarray]:
    """A world a second after nightfall, and what was seen before."""
    model = Faithful(**changes)
    world = World(model)
    before = world.start(prompt).rgb
    world.event("night falls")
    model.drawn = 0
    for _ in range(12):
        world.step(IDLE)
    return world, model, before


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """Correlation of brightness."""
    flat = [rgb.astype(float).mean(-1).ravel() for rgb in (one, other)]
    return float(np.corrcoef(*flat)[0, 1]) if min(np.ptp(part) for part in flat) > 0 else 0.0


def test_bricks_are_still_there_by_night() -> None:
    """As dark as the model's night, and every brick in its place."""
    world, _, before = night(PHOTO)
    after = world.step(IDLE).rgb
    assert alike(before, after) > 0.9
    assert after.mean() < 0.5 * before.mean()


def test_a_world_of_words_is_made_anew() -> None:
    """The model finds its own colours again, and they are truer than old ones would be."""
    world = night(Prompt(text="a wall"))[0]
    assert np.ptp(world.step(IDLE).rgb.reshape(-1, 3), axis=0).max() == 0
    assert world.snapshot().transfer is None


def test_the_light_is_looked_for_once() -> None:
    """One picture more than are shown, in the frame of the event."""
    words, pictured = night(Prompt(text="a wall"))[1], night(PHOTO)[1]
    assert pictured.drawn == words.drawn + 1


def test_where_nothing_of_the_picture_is_seen_nothing_is_drawn_for_it() -> None:
    """Who says it with the picture at their back would draw every view twice for ever."""
    drawn = []
    for prompt in (Prompt(text="a wall"), PHOTO):
        model = Faithful()
        world = World(model)
        world.start(prompt)
        world.event("night falls")
        for turn in (Action(yaw=3.0), IDLE, IDLE):
            world.step(turn)
        drawn.append(model.drawn)
    assert drawn[0] == drawn[1]


def test_a_second_event_starts_from_the_picture_again() -> None:
    """Night and day again is the picture's light, not a night that was brightened."""
    world, _, before = night(PHOTO)
    world.event("a long bright day, as it was before")
    for _ in range(12):
        after = world.step(IDLE)
    transfer = world.snapshot().transfer
    assert transfer is not None and (transfer.before, transfer.after) == (0, 2)
    assert alike(before, after.rgb) > 0.9


def test_a_model_that_draws_nothing_for_itself_is_asked_for_nothing_more() -> None:
    """Its looks change as they always did."""
    world, model, before = night(PHOTO, looks_aside=False)
    assert model.drawn == 12 and alike(before, world.step(IDLE).rgb) < 0.5


def test_who_takes_a_walk_up_finds_the_same_light(tmp_path: Path) -> None:
    """Parts that were not looked at since the event are lit as they would have been."""
    world, model = World(Faithful()), Faithful()
    frame = world.start(PHOTO, 3)
    with WalkWriter.create(tmp_path / "w", walk_header(model, PHOTO, 3, frame.camera)) as writer:
        writer.append(frame, None)
        for at in range(16):
            said = ("night falls",) if at == 2 else ()
            for text in said:
                world.event(text)
            writer.append(world.step(IDLE), IDLE, said)
    again = World(Faithful())
    with read_walk(tmp_path / "w") as walk:
        again.take_up(walk)
    one, other = world.snapshot().transfer, again.snapshot().transfer
    assert one is not None and other is not None
    toned = [np.add(part.new, 0.0) for part in (one, other)]
    assert np.abs(toned[0] - toned[1]).max() < 12
