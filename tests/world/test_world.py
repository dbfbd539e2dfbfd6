"""World on the echo model: one line of frames, repeatable, and a value at every moment."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from worldgen.errors import (
    ActionError,
    ModelError,
    PromptError,
    SessionError,
    ShapeError,
    UnsupportedError,
)
from worldgen.memory import MemoryConfig
from worldgen.models.base import Hint, Move, Picture
from worldgen.models.echo import SPEC, EchoModel, EchoState
from worldgen.types import CLEAR, Action, Frame, Prompt, Weather
from worldgen.world import World

HILLS = Prompt(text="green hills")
AHEAD, BACK = Action(forward=1.0, yaw=0.05), Action(forward=-1.0, yaw=-0.05)
small = st.floats(-1.0, 1.0, allow_nan=False)
actions = st.lists(
    st.builds(Action, forward=small, strafe=small, yaw=small, pitch=small, run=st.booleans()),
    max_size=4,
)


class ListeningModel(EchoModel):
    """An echo that keeps what it was asked."""

    def __init__(self, **changes: object) -> None:
        super().__init__(replace(SPEC, **changes))  # type: ignore[arg-type]
        self.openings: list[Move] = []
        self.moves: list[Move] = []

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[EchoState, list[Picture]]:
        self.openings.append(opening)
        return super().start(prompt, seed, opening)

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        self.moves += moves
        return super().step(state, moves)


def walked(world: World, moves: list[Action], seed: int = 0) -> list[Frame]:
    return [world.start(HILLS, seed), *(world.step(move) for move in moves)]


def hint_of(move: Move) -> Hint:
    assert move.hint is not None
    return move.hint


@pytest.mark.parametrize("steps", [1, 8, 64])
def test_walking_out_and_back_shows_the_first_view_again(steps: int) -> None:
    """Equal steps out and back end where they began: a lost or doubled action shifts a shade."""
    world = World(FarEcho())
    frames = walked(world, [AHEAD] * steps + [BACK] * steps)
    assert np.allclose(frames[-1].camera.pose_c2w, frames[0].camera.pose_c2w, atol=1e-9)
    assert np.array_equal(frames[-1].rgb, frames[0].rgb)


class FarEcho(EchoModel):
    """An echo whose wall is out of reach."""

    def _paint(self, state: EchoState, camera: object) -> Picture:
        picture = super()._paint(state, camera)  # type: ignore[arg-type]
        return replace(picture, depth_m=np.full((36, 64), 60.0, np.float32))


class RainyEcho(EchoModel):
    """An echo in fog; it rains once it was told anything."""

    def weather(self, state: EchoState) -> Weather:
        return Weather(haze_per_m=0.03, rain=1.0 if state.event else 0.0)


@pytest.mark.parametrize("chunk_frames", [1, 3])
def test_frames_say_what_is_in_the_air(chunk_frames: int) -> None:
    """The page lets it rain by this, memory clears fog by it; what is drawn already stays dry."""
    world = World(RainyEcho(replace(SPEC, chunk_frames=chunk_frames)))
    first, second = world.start(HILLS), world.step(AHEAD)
    assert first.weather == second.weather == Weather(haze_per_m=0.03)
    world.event("it starts to rain")
    later = [world.step(AHEAD).weather.rain for _ in range(chunk_frames)]
    assert later == [0.0] * (chunk_frames - 1) + [1.0]
    assert World(EchoModel()).start(HILLS).weather == CLEAR


@settings(max_examples=20)
@given(moves=actions, seed=st.integers(0, 2**32 - 1))
def test_the_same_prompt_seed_and_actions_give_the_same_frames(
    moves: list[Action], seed: int
) -> None:
    """Sharing and repeating a walk hangs on this."""
    one, other = (walked(World(EchoModel()), moves, seed) for _ in range(2))
    for a, b in zip(one, other, strict=True):
        assert np.array_equal(a.rgb, b.rgb)
        assert np.array_equal(a.camera.pose_c2w, b.camera.pose_c2w)


def test_frames_count_and_keep_time() -> None:
    """One step is one frame and dt_s of world time, however long it took."""
    frames = walked(World(EchoModel()), [AHEAD] * 5)
    assert [frame.index for frame in frames] == list(range(6))
    assert [frame.time_s for frame in frames] == pytest.approx([0, 0.1, 0.2, 0.3, 0.4, 0.5])


def test_the_eye_starts_above_the_origin() -> None:
    """Ground at the start is y = 0, and up is −y: exports and memories of it agree on that."""
    world = World(EchoModel())
    world.start(HILLS)
    assert world.camera.position.tolist() == [0.0, -1.6, 0.0]
    assert np.array_equal(world.camera.rotation, np.eye(3))


@settings(max_examples=20)
@given(before=actions, after=actions)
def test_a_snapshot_is_the_moment_it_was_taken(before: list[Action], after: list[Action]) -> None:
    """Going back and walking the same way twice gives the same frames twice."""
    world = World(EchoModel())
    last = walked(world, before)[-1]
    token = world.snapshot()
    once = [world.step(action) for action in after]
    assert world.restore(token) is last
    assert world.index == last.index
    again = [world.step(action) for action in after]
    for a, b in zip(once, again, strict=True):
        assert np.array_equal(a.rgb, b.rgb) and a.index == b.index


def test_two_worlds_branch_from_one_moment() -> None:
    """A snapshot can be handed to another world on the same model."""
    one, other = World(EchoModel()), World(EchoModel())
    walked(one, [AHEAD] * 3)
    other.restore(one.snapshot())
    assert not np.array_equal(one.step(AHEAD).rgb, other.step(BACK).rgb)


def test_a_moment_of_another_model_is_refused() -> None:
    """Going on from a state that this model never made could only draw nonsense."""

    class Other(EchoModel):
        def fingerprint(self) -> str:
            return "other"

    world = World(Other())
    world.start(HILLS)
    with pytest.raises(UnsupportedError, match="another model"):
        World(EchoModel()).restore(world.snapshot())


def test_a_start_from_words_knows_nothing() -> None:
    """What the first frame shows must come from the model alone."""
    model = ListeningModel()
    World(model).start(HILLS)
    opening = hint_of(model.openings[0])
    assert opening.colour.max() == 0 and opening.depth.max() == 0 and not opening.rgb.any()


def test_a_picture_is_the_first_hint_in_full_size() -> None:
    """Its colours are known, its depth is not."""
    model = ListeningModel()
    red = Image.new("RGB", (640, 200), (250, 10, 10))
    World(model).start(Prompt(image=red))
    opening = hint_of(model.openings[0])
    assert opening.rgb.shape == (36, 64, 3) and (opening.rgb == (250, 10, 10)).all()
    assert (opening.colour == 1).all() and (opening.depth == 0).all()


def test_what_was_seen_is_the_next_hint() -> None:
    """Memory reaches the model: standing still, all of the last frame is known."""
    model = ListeningModel()
    world = World(model)
    first = world.start(HILLS)
    world.step(Action())
    hint = hint_of(model.moves[0])
    assert (hint.colour > 0.8).all() and np.array_equal(hint.rgb, first.rgb)
    assert np.allclose(hint.depth_m, 4.0, rtol=1e-3)


def test_with_memory_off_hints_stay_empty() -> None:
    """The ablation that shows what memory is worth."""
    model = ListeningModel()
    world = World(model, memory_config=MemoryConfig(max_keyframes=0))
    world.start(HILLS)
    world.step(AHEAD)
    assert hint_of(model.moves[0]).colour.max() == 0


def test_an_event_shows_from_the_next_frame_on_and_stales_colours() -> None:
    """Old colours would keep the day in the night; old depth keeps the walls."""
    model = ListeningModel()
    world = World(model)
    before = world.start(HILLS)
    world.event("  night\nfalls ")
    after = world.step(Action())
    assert not np.array_equal(before.rgb, after.rgb)
    hint = hint_of(model.moves[0])
    assert hint.colour.max() == 0 and (hint.depth > 0.8).all()
    world.step(Action())
    assert hint_of(model.moves[1]).colour.min() > 0.8


def test_a_chunk_is_drawn_with_the_newest_action_and_handed_out_frame_by_frame() -> None:
    """Outside models draw several frames at once; the walk must not notice."""
    model = ListeningModel(chunk_frames=4)
    world = World(model)
    frames = walked(world, [AHEAD] + [Action()] * 7)
    assert [frame.index for frame in frames] == list(range(9))
    assert [move.action for move in model.moves] == [AHEAD] * 4 + [Action()] * 4
    assert len({frame.camera.pose_c2w.tobytes() for frame in frames[1:5]}) == 4


def test_a_snapshot_in_mid_chunk_keeps_what_was_drawn() -> None:
    """Frames that are drawn and not shown yet belong to the moment."""
    world = World(EchoModel(replace(SPEC, chunk_frames=3)))
    walked(world, [AHEAD, AHEAD])
    token = world.snapshot()
    once = [world.step(BACK).rgb for _ in range(3)]
    world.restore(token)
    assert all(np.array_equal(a, world.step(BACK).rgb) for a in once)


def test_a_wall_that_was_seen_stops_the_body() -> None:
    """The echo paints a wall 4 m ahead of wherever one looks first."""
    world = World(StandingEcho())
    frames = walked(world, [Action(forward=1.0)] * 60)
    assert 3.0 < frames[-1].camera.position[2] < 3.95


class StandingEcho(EchoModel):
    """An echo whose wall stays where it is, at z = 4."""

    def _paint(self, state: EchoState, camera: object) -> Picture:
        picture = super()._paint(state, camera)  # type: ignore[arg-type]
        z = max(4.0 - float(camera.position[2]), 0.05)  # type: ignore[attr-defined]
        return replace(picture, depth_m=np.full((36, 64), z, np.float32))


def test_a_model_without_depth_walks_without_memory() -> None:
    """No depth, no hints, no walls; the walk goes on."""

    class Flat(ListeningModel):
        def _paint(self, state: EchoState, camera: object) -> Picture:
            return replace(super()._paint(state, camera), depth_m=None)  # type: ignore[arg-type]

    model = Flat(gives_depth=False)
    frames = walked(World(model), [AHEAD] * 3)
    assert frames[-1].depth_m is None and model.moves[0].hint is None


@pytest.mark.parametrize(
    ("changes", "prompt", "seed"),
    [
        ({"needs_image": True}, HILLS, 0),
        ({"takes_text": False}, HILLS, 0),
        ({"takes_image": False}, Prompt(image=Image.new("RGB", (9, 9))), 0),
        ({}, HILLS, -1),
        ({}, HILLS, 2**32),
        ({}, HILLS, 1.5),
        ({}, HILLS, True),
    ],
)
def test_a_start_that_cannot_be_is_refused(
    changes: dict[str, bool], prompt: Prompt, seed: int
) -> None:
    """Each with words that say what to do instead."""
    with pytest.raises(PromptError):
        World(ListeningModel(**changes)).start(prompt, seed)


def test_a_failed_start_leaves_the_world_as_it_was() -> None:
    """Whoever mistypes a seed keeps the world they had."""
    world = World(EchoModel())
    walked(world, [AHEAD] * 2)
    with pytest.raises(PromptError):
        world.start(HILLS, -1)
    assert world.index == 2


def test_before_the_first_frame_there_is_no_world() -> None:
    """A step or event too early says so."""
    world = World(EchoModel())
    for early in (
        lambda: world.step(AHEAD),
        lambda: world.event("rain"),
        world.snapshot,
        lambda: world.camera,
    ):
        with pytest.raises(SessionError, match="start one first"):
            early()


def test_events_and_snapshots_that_a_model_cannot_do_are_refused() -> None:
    """Rather than be ignored."""
    world = World(EchoModel(replace(SPEC, takes_events=False, can_snapshot=False)))
    world.start(HILLS)
    with pytest.raises(UnsupportedError, match="events"):
        world.event("rain")
    with pytest.raises(UnsupportedError, match="kept"):
        world.snapshot()


def test_what_is_no_prompt_action_or_moment_is_told() -> None:
    """With an error of ours, not Python's."""
    world = World(EchoModel())
    with pytest.raises(PromptError, match=r"Prompt\(text="):
        world.start("a meadow")  # type: ignore[arg-type]
    world.start(Prompt(text="a meadow"))
    with pytest.raises(ActionError, match="NoneType"):
        world.step(None)  # type: ignore[arg-type]
    with pytest.raises(SessionError, match="str"):
        world.restore("x")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "  \n", "x" * 2001])
def test_an_event_needs_words(text: str) -> None:
    """Nothing, and a book, are not events; the world stays as it was."""
    world = World(EchoModel())
    world.start(HILLS)
    with pytest.raises(PromptError):
        world.event(text)
    assert world.step(Action()).index == 1


def test_a_model_that_draws_too_little_is_found_out() -> None:
    """A backend's mistake must not shift all later frames by one."""

    class Short(EchoModel):
        def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
            return state, []

    world = World(Short())
    world.start(HILLS)
    with pytest.raises(ModelError, match="0 pictures"):
        world.step(AHEAD)


def test_a_model_that_draws_nan_depth_is_found_out() -> None:
    """NaN must not reach memory, recordings or the body; the moment before stays."""

    class Broken(EchoModel):
        def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
            state, pictures = super().step(state, moves)
            bad = np.full((36, 64), np.nan, np.float32)
            return state, [replace(picture, depth_m=bad) for picture in pictures]

    world = World(Broken())
    world.start(HILLS)
    with pytest.raises(ShapeError, match="depth"):
        world.step(AHEAD)
    assert world.index == 0


def test_a_sentence_is_read_as_the_model_takes_it() -> None:
    """A model that knows every word is told what was said."""
    assert World(EchoModel()).read_as("a kitchen") == "a kitchen"

    class Rewording(EchoModel):
        def told(self, text: str) -> str:
            return text.replace("kitchen", "room")

        def spelt(self, text: str) -> str:
            return text.replace("towr", "tower")

    world = World(Rewording())
    assert world.read_as("a kitchen") == "a room"
    world.start(HILLS)
    assert world.event("a red towr ahead")
    assert world.snapshot().things[0].noun == "tower"


def test_a_world_tells_what_it_is_drawn_by() -> None:
    """Of a model that does not say, nothing is made up."""

    class Captioned(EchoModel):
        def caption(self, state: EchoState) -> str:
            return f"a field, {state.event}"

    world = World(Captioned())
    world.start(HILLS)
    world.event("night falls")
    assert world.caption == "a field, night falls"
    plain = World(EchoModel())
    plain.start(HILLS)
    assert plain.caption == ""
