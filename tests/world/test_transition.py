"""A change of looks spreads over a second, and memory keeps the new look alone."""

import math
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from worldgen.geometry import pose
from worldgen.models.echo import EchoModel
from worldgen.types import Action, Prompt
from worldgen.world import World
from worldgen.world.transition import LEAST_SHARE, Transition, new_share

HILLS = Prompt(text="green hills")


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0.1, 500.0))
def test_the_new_look_only_grows_and_comes_from_afar(a: float, b: float, depth_m: float) -> None:
    """At no pixel does the old look come back, and the sky leads."""
    early, late = sorted((a, b))
    depth = np.array([[np.inf, depth_m, 0.5 * depth_m]], np.float32)
    first, then = new_share(early, depth, (1, 3)), new_share(late, depth, (1, 3))
    assert (first <= then + 1e-6).all() and first.min() >= 0.0 and then.max() <= 1.0
    assert (np.diff(then[0]) <= 1e-6).all()
    assert new_share(0.0, depth, (1, 3)).max() == 0.0 and new_share(1.0, depth, (1, 3)).min() == 1.0


@given(st.integers(1, 9), st.integers(0, 255))
def test_a_mixture_gives_back_the_new_look(later: int, level: int) -> None:
    """As near as whole levels can; where there is too little of it, that is said."""
    world = World(EchoModel())
    first = world.start(HILLS)
    depth_m = np.geomspace(0.3, 100.0, first.rgb[..., 0].size).reshape(first.camera.shape)
    seen = (depth_m.astype(np.float32), first.camera, later)
    change = Transition(memory=world.snapshot().memory, epoch=0, begin=0, frames=10)
    new = np.full_like(first.rgb, level)
    back, told = change.drawn(change.shown(new, *seen), *seen)
    assert np.abs(back[told].astype(int) - level).max(initial=0) <= 0.5 / LEAST_SHARE + 1
    assert told.all() == (later > 1)


def looks(event_at: dict[int, str], frames: int = 14) -> list[np.ndarray]:
    """Mean colours of an echo's walk; it has one shade an event, one pose, one look."""
    world = World(EchoModel())
    seen = [world.start(HILLS).rgb]
    for index in range(frames):
        if index in event_at:
            world.event(event_at[index])
        seen.append(world.step(Action()).rgb)
    return [rgb.reshape(-1, 3).mean(axis=0) for rgb in seen]


def test_the_shown_picture_goes_over_in_ten_small_steps() -> None:
    """From the old look to the new one, each frame between the one before and the end."""
    seen = looks({2: "night falls"})
    old, new = seen[2], seen[-1]
    shares = [float((rgb - old) @ (new - old) / ((new - old) @ (new - old))) for rgb in seen[3:]]
    assert 0.0 < shares[0] < 0.2
    assert shares == sorted(shares)
    assert max(np.diff([0.0, *shares])) < 0.2
    assert shares[8] < 1.0 and np.allclose(shares[9:], 1.0)


def test_memory_learns_the_new_look_at_once() -> None:
    """A mixture that was remembered would be shown for ever."""
    world = World(EchoModel())
    world.start(HILLS)
    world.event("night falls")
    shown = world.step(Action())
    now = world.snapshot()
    remembered = now.memory.hint(shown.camera, now.epoch)
    assert (remembered.colour > 0.5).all()
    assert not np.array_equal(remembered.rgb, shown.rgb)
    last = [world.step(Action()) for _ in range(12)][-1]
    assert np.array_equal(last.rgb, remembered.rgb)


def test_a_second_event_begins_where_the_first_one_is() -> None:
    """Night that becomes snow half-way does not flash back to full night, nor to day."""
    seen = looks({2: "night falls", 5: "and now it snows"})
    steps = [float(np.abs(a - b).max()) for a, b in pairwise(seen)]
    whole = max(float(np.abs(a - b).max()) for a in seen for b in seen)
    assert max(steps) < 0.35 * whole


def test_a_snapshot_carries_the_change_that_is_on_its_way() -> None:
    """Going back to the middle of a dusk shows the same dusk again."""
    world = World(EchoModel())
    world.start(HILLS)
    world.event("night falls")
    world.step(Action())
    token = world.snapshot()
    once = [world.step(Action()).rgb for _ in range(5)]
    world.restore(token)
    assert all(np.array_equal(a, world.step(Action()).rgb) for a in once)


def test_where_the_old_look_is_not_known_the_new_one_is_shown_at_once() -> None:
    """A mixture with nothing would be black at the picture's side whenever one turns."""
    world = World(EchoModel())
    first = world.start(HILLS)
    change = Transition(memory=world.snapshot().memory, epoch=0, begin=0, frames=10)
    place = first.camera.position
    aside = first.camera.at(pose(place, math.atan(first.camera.cx / first.camera.fx)))
    unknown = change.memory.hint(aside).colour == 0
    assert 0.2 < unknown.mean() < 0.8
    new = np.full_like(first.rgb, 255)
    shown = change.shown(new, first.depth_m, aside, 1)
    assert (shown[unknown] == 255).all()
    assert (shown[~unknown] < 255).any(axis=-1).all()
