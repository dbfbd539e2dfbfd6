"""Things that fall: found by branching, timed, fitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from worldgen.evaluation.falling import (
    Fall,
    branches,
    falls,
    fit,
    measure,
    patches,
    sightings,
    straight,
)
from worldgen.geometry import Camera, pose, project
from worldgen.models.base import ModelSpec, Move, Picture
from worldgen.models.echo import SPEC
from worldgen.types import Frame, Prompt
from worldgen.world import World

LENS = Camera.from_fov(256, 144, float(np.deg2rad(70))).at(pose(np.array([0.0, -1.6, 0.0]), 0, 0.3))
RADIUS_M, AWAY_M = 0.5, 14.0


def _disc(height_m: float | None, camera: Camera, index: int) -> Frame:
    """A wall 40 m off, and before it a disc of `RADIUS_M` whose middle is `height_m` up."""
    rgb = np.full((*camera.shape, 3), (90, 140, 90), np.uint8)
    depth_m = np.full(camera.shape, 40.0, np.float32)
    if height_m is not None:
        spot, z = project(np.array([[0.0, -height_m, AWAY_M]]), camera)
        down, across = np.mgrid[: camera.height_px, : camera.width_px] + 0.5
        far = np.hypot(across - spot[0, 0], down - spot[0, 1])
        inside = far < camera.fx * RADIUS_M / z[0]
        rgb[inside], depth_m[inside] = (220, 30, 20), z[0]
    return Frame(rgb=rgb, depth_m=depth_m, camera=camera, index=index, time_s=0.1 * index)


def _heights(g: float, frames: int = 40, top_m: float = 9.0) -> np.ndarray:
    """A fall from rest, a bounce at half the speed, and rest: (frames,) metres."""
    height, speed, heights = top_m, 0.0, []
    for _ in range(frames * 20):
        heights.append(height)
        speed -= g * 0.005
        height += speed * 0.005
        if height < RADIUS_M:
            height, speed = RADIUS_M, -0.5 * speed
    return np.array(heights[::20])


@pytest.mark.parametrize("g", [9.81, 4.0, 1.6])
def test_a_falling_disc_is_timed(g: float) -> None:
    """Rendered exactly, bounce and all: the acceleration comes out within 5 per cent."""
    heights = _heights(g)
    full = [_disc(height, LENS, at) for at, height in enumerate(heights)]
    bare = [_disc(None, LENS, at) for at in range(len(heights))]
    times, places = sightings(full, bare)
    fall = fit(times, -places[:, 1])
    assert fall is not None
    assert fall.g_m_s2 == pytest.approx(g, rel=0.05)
    assert fall.drop_m > 5


def test_a_bounce_is_no_part_of_the_fall() -> None:
    """With it the acceleration would come out far too small."""
    heights = _heights(9.81)
    times = np.arange(len(heights)) / 10
    fall = fit(times, heights)
    assert fall is not None
    assert fall.sightings < 15
    assert fall.g_m_s2 == pytest.approx(9.81, rel=0.03)


def test_a_wild_sighting_does_not_turn_the_fit() -> None:
    """One height of ten is half a metre off: g stays within ten per cent."""
    times = np.arange(12) / 10
    heights = 12 - 0.5 * 9.81 * times**2
    heights[6] += 0.5
    fall = fit(times, heights)
    assert fall is not None
    assert fall.g_m_s2 == pytest.approx(9.81, rel=0.10)


def test_another_patch_that_is_larger_now_and_then_is_not_followed() -> None:
    """What the two futures dream differently comes and goes elsewhere."""
    times = np.arange(20) / 10
    places = np.stack([np.zeros(20), -8.0 + 0.5 * 9.81 * times**2, np.full(20, 11.5)], axis=1)
    others = np.array([(3.0 * k, -1.0, 14.0 + k) for k in range(20)])
    mixed = np.stack([others, places], axis=1).reshape(-1, 3)
    kept, found = straight(np.repeat(times, 2), mixed)
    assert np.array_equal(kept, times) and np.array_equal(found, places)
    assert len(straight(times[:0], places[:0])[0]) == 0


@pytest.mark.parametrize("heights", [np.full(30, 3.0), _heights(9.81, top_m=4.0), np.zeros(0)])
def test_what_does_not_fall_far_is_no_fall(heights: np.ndarray) -> None:
    """It lies, or falls less than 5 m, or was never seen."""
    assert fit(np.arange(len(heights)) / 10, heights) is None


def test_a_world_that_changes_all_over_shows_no_thing() -> None:
    """Night that falls is not a ball."""
    bare = _disc(None, LENS, 0)
    dark = replace(bare, rgb=(bare.rgb * 0.4).astype(np.uint8))
    assert patches(dark, bare) == []
    assert patches(bare, bare) == []
    cut = _disc(12.5, LENS, 0)
    assert cut.depth_m is not None
    assert (cut.depth_m[0] < 40).any()
    assert patches(cut, bare) == []


class Dropping:
    """A model in whose world an event drops a ball; without gravity if `g` is 0."""

    def __init__(self, g: float) -> None:
        self.g = g
        self.spec: ModelSpec = replace(SPEC, name="dropping", width_px=128, height_px=72)

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[tuple[int, int], list[Any]]:
        return (1, -1), [self._see(None, opening.camera)]

    def step(self, state: tuple[int, int], moves: Sequence[Move]) -> tuple[Any, list[Picture]]:
        index, dropped = state
        heights = _heights(self.g, top_m=7.5)
        height = heights[min(index - dropped, 39)] if dropped >= 0 else None
        return (index + 1, dropped), [self._see(height, moves[0].camera)]

    def event(self, state: tuple[int, int], text: str) -> tuple[int, int]:
        return state[0], state[0]

    def fingerprint(self) -> str:
        return "dropping"

    def _see(self, height_m: float | None, camera: Camera) -> Picture:
        level = camera.at(pose(camera.position, 0.0, 0.12))
        seen = _disc(height_m, level, 0)
        return Picture(rgb=seen.rgb, depth_m=seen.depth_m)


def test_branching_finds_what_an_event_lets_fall() -> None:
    """And leaves the world as it was."""
    world = World(Dropping(9.81))
    world.start(Prompt(text="a field"))
    before = world.index
    found = falls(world, 1)
    assert len(found) == 1
    assert found[0].g_m_s2 == pytest.approx(9.81, rel=0.15)
    world.restore(world.snapshot())
    full, bare = branches(world, frames=3)
    assert [frame.index for frame in full] == [frame.index for frame in bare]
    assert world.index == before + 4


def test_nothing_that_falls_is_said_plainly() -> None:
    """A model whose events drop nothing is not given a figure."""
    world = World(Dropping(0.0))
    world.start(Prompt(text="a field"))
    section = measure(falls(world, 3), 3)
    assert section.figures[0].value is None
    assert "not measured" in section.figures[0].note


def test_the_median_must_be_within_ten_per_cent_of_g() -> None:
    """At eleven it is missed."""

    def at(g: float) -> bool | None:
        return measure([Fall(g_m_s2=g, drop_m=6, off_m=0, sightings=10)], 1).figures[1].met

    assert at(9.0)
    assert at(10.9) is False
