"""Who stands still goes on seeing what they saw; water flows on, and nothing else shimmers."""

from dataclasses import replace

import numpy as np
import pytest

from tests.memory.scene import at, see
from worldgen.geometry import Camera
from worldgen.memory import DREAMT, SpatialMemory
from worldgen.types import Frame

HERE, NEAR, AHEAD = at(1, -1, 0.4), at(1.0005, -1, 0.4), at(1.2, -1, 0.4)
WATER = np.s_[50:58, 10:40]


def dreamt(index: int, camera: Camera = HERE, tells: bool = True, noise: float = 25.0) -> Frame:
    """The true view, its colours a little otherwise each time."""
    rgb, depth_m = see(camera)
    dice = np.random.default_rng(index)
    moving = np.zeros(depth_m.shape, bool)
    moving[WATER] = True
    shaken = np.clip(rgb + dice.normal(0, noise, rgb.shape), 0, 255).astype(np.uint8)
    return Frame(
        rgb=shaken,
        depth_m=depth_m,
        camera=camera,
        index=index,
        time_s=index / 10,
        moving=moving if tells else None,
    )


def walked_up(tells: bool = True) -> tuple[SpatialMemory, Frame]:
    """A memory that has seen this place from farther off, and the first frame from here."""
    memory = SpatialMemory(config=DREAMT)
    for index, back_m in enumerate((2.0, 1.5, 1.0, 0.5)):
        camera = at(1 - back_m * np.sin(0.4), -1 - back_m * np.cos(0.4), 0.4)
        memory = memory.add(dreamt(index, camera, tells))
    first = dreamt(9, tells=tells)
    return memory.add(first), first


def test_from_the_same_place_a_model_is_told_what_was_just_seen() -> None:
    """Surely, but for what it missed of what stands there; and water may flow."""
    memory, first = walked_up()
    known = memory.hint(NEAR)
    told = memory.steadied(known, NEAR)
    sure = (told.colour == 1) & (told.depth == 1) & (told.sharpness == 1)
    assert sure.mean() > 0.9 and ((known.colour < 1) & sure).any()
    assert (told.rgb[sure] == first.rgb[sure]).all()
    assert (told.colour[WATER] == known.colour[WATER]).all() and not sure[WATER].any()


@pytest.mark.parametrize("tells", [True, False])
def test_elsewhere_it_is_told_what_is_known(tells: bool) -> None:
    """So it is where a model does not say what moves: a passer-by must not freeze."""
    memory, _ = walked_up(tells)
    known = memory.hint(AHEAD)
    assert memory.steadied(known, AHEAD) is known
    here = memory.hint(HERE)
    assert (memory.steadied(here, HERE) is here) == (not tells)


def test_another_look_of_the_world_is_told() -> None:
    """After nightfall the day is not held on to."""
    memory, _ = walked_up()
    known = memory.hint(HERE, 1)
    assert memory.steadied(known, HERE, 1) is known


def test_no_error_adds_up_where_one_stands() -> None:
    """Each picture is drawn from the one before; the first of them is what is kept."""
    memory, first = walked_up()
    for index in range(10, 40):
        memory = memory.add(dreamt(index))
    told = memory.steadied(memory.hint(HERE), HERE)
    still = told.colour == 1
    assert still.mean() > 0.8 and (told.rgb[still] == first.rgb[still]).all()


def test_what_is_not_known_here_is_taken_from_the_next_picture() -> None:
    """A hole is filled once, and keeps what filled it."""
    memory, first = walked_up()
    hole = np.s_[20:30, 30:40]
    depth_m = see(HERE)[1].copy()
    depth_m[hole] = 0.0
    memory = memory.add(dreamt(10, AHEAD)).add(replace(first, depth_m=depth_m, index=11))
    filled = dreamt(12)
    memory = memory.add(filled).add(dreamt(13))
    told = memory.steadied(memory.hint(HERE), HERE)
    assert (told.rgb[hole] == filled.rgb[hole]).all(axis=-1).mean() > 0.9
