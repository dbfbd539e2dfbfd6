"""Who stands still, or only turns, goes on seeing what they saw; water flows on."""

from dataclasses import replace

import numpy as np
import pytest

from tests.memory.scene import at, psnr, see
from worldgen.geometry import Camera
from worldgen.memory import DREAMT, Recall, SpatialMemory, let_go
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


def stood() -> tuple[SpatialMemory, Frame]:
    """A memory of who has stood here for a moment, and what they saw."""
    memory, first = walked_up()
    return memory.add(dreamt(10)), first


def turned(yaw_rad: float, pitch_rad: float = 0.0) -> Camera:
    """The view from here, turned to the right and up."""
    return at(1, -1, 0.4 + yaw_rad, pitch_rad)


def told_of(memory: SpatialMemory, camera: Camera) -> tuple[Recall, np.ndarray]:
    """What a model is told of a view, and where surely."""
    told = memory.steadied(memory.hint(camera), camera)
    return told, (told.colour == 1) & (told.depth == 1) & (told.sharpness == 1)


@pytest.mark.parametrize(("yaw_rad", "pitch_rad"), [(0.0005, 0.0), (0.1, 0.0), (-0.4, 0.05)])
def test_who_turns_is_told_what_they_saw(yaw_rad: float, pitch_rad: float) -> None:
    """A hair's breadth or half a view: what both show is known, colour and depth, to the pixel."""
    camera = turned(yaw_rad, pitch_rad)
    first = dreamt(0, noise=0.0)
    told, sure = told_of(SpatialMemory(config=DREAMT).add(first).add(first), camera)
    rgb, depth_m = see(camera)
    assert sure.mean() > 0.9 - 1.1 * abs(yaw_rad)
    assert psnr(told.rgb[sure], rgb[sure]) > 32
    solid = sure & np.isfinite(depth_m) & np.isfinite(told.depth_m)
    apart = np.abs(told.depth_m[solid] / depth_m[solid] - 1)
    assert np.quantile(apart, 0.9) < 0.03


def test_looking_aside_and_back_shows_the_very_same_picture() -> None:
    """Each view on the way is drawn anew; outlines had shifted by a pixel when one was back."""
    memory, first = stood()
    for index, step in enumerate((*range(1, 9), *range(7, -1, -1)), 11):
        memory = memory.add(dreamt(index, turned(0.1 * step)))
    told, sure = told_of(memory, HERE)
    assert sure.mean() > 0.9 and (told.rgb[sure] == first.rgb[sure]).all()
    assert len(memory.held) < 6


def test_nothing_fades_however_often_one_turns() -> None:
    """Each view is turned from the first picture, not from the one before."""
    memory, _ = stood()
    once, sure = told_of(memory, turned(0.033))
    for index in range(11, 44):
        camera = turned(0.001 * (index - 10))
        told = memory.steadied(memory.hint(camera), camera)
        memory = memory.add(replace(dreamt(index, camera), rgb=told.rgb))
    again, still = told_of(memory, turned(0.033))
    both = sure & still
    assert both.mean() > 0.8 and (again.rgb[both] == once.rgb[both]).mean() > 0.97


def test_what_comes_in_at_the_rim_is_drawn() -> None:
    """It was drawn once with nothing beside it, and is drawn better as more of it is seen."""
    memory, _ = stood()
    memory = memory.add(dreamt(11, turned(0.2)))
    _, sure = told_of(memory, turned(0.25))
    rim = np.s_[:, -20:]
    assert sure[:, :80].mean() > 0.75 and sure[rim].mean() < 0.1


def test_a_hair_s_breadth_is_the_same_place_and_a_step_is_another() -> None:
    """Nothing that is shown shifts by half a pixel in three millimetres."""
    memory, _ = stood()
    near, away = at(1.003, -1, 0.4), at(1.05, -1, 0.4)
    assert told_of(memory, near)[1].mean() > 0.9
    known = memory.hint(away)
    assert memory.steadied(known, away) is known
    assert len(memory.add(dreamt(11, away)).held) == 1


def test_who_creeps_along_sees_the_world_move() -> None:
    """A picture that shows what was seen a little way back is held on to no longer than that is."""
    memory, _ = stood()
    for index in range(11, 81):
        camera = at(1 + 0.0009 * (index - 10), -1, 0.4)
        told = memory.steadied(memory.hint(camera), camera)
        memory = memory.add(replace(dreamt(index, camera, noise=0.0), rgb=told.rgb))
    assert np.linalg.norm(memory.held[0].place_m - camera.position) < 0.04


def test_who_stops_and_looks_aside_is_back_at_what_they_stood_before() -> None:
    """Not at the last picture of the way, taken a hair's breadth before."""
    memory, _ = walked_up()
    here = at(1.003, -1, 0.4)
    for index in (10, 11, 12):
        memory = memory.add(dreamt(index, here))
    before = memory.steadied(memory.hint(here), here)
    for index, step in enumerate((1, 2, 3, 2, 1, 0), 13):
        memory = memory.add(dreamt(index, at(1.003, -1, 0.4 + 0.1 * step)))
    told, sure = told_of(memory, here)
    assert sure.mean() > 0.9 and (told.rgb[sure] == before.rgb[sure]).all()


def test_where_something_comes_nothing_is_held_on_to() -> None:
    """Else the grass before it would be told for ever."""

    class Left:
        def holds(self, points_m: np.ndarray, camera: Camera) -> np.ndarray:
            return np.broadcast_to(np.arange(128) < 64, (72, 128))

    memory, _ = stood()
    known, (told, sure) = memory.hint(HERE), told_of(let_go(memory, Left()), HERE)
    assert np.array_equal(told.rgb[:, :64], known.rgb[:, :64])
    assert np.array_equal(told.colour[:, :64], known.colour[:, :64])
    assert sure[:, 64:].mean() > 0.9
