"""Do things fall as they should? What an event lets fall, found by branching, and timed.

    snapshot ──▶ branch with the event ──▶ frames ─┐
             └─▶ branch without it     ──▶ frames ─┴▶ what differs is the thing

Frames are deterministic, so with equal actions the two branches differ by the
thing alone. It is the largest patch that differs in colour or depth; where more
than `MOST_SHARE` of the picture differs, the event changed the world, and no
thing is found. The patch's middle, lifted at the median of its depth, gives a
height a frame. The part before the first bounce is fitted by

    h(t) = h0 + v t - g t^2 / 2

with Huber's weights. Only falls of 5 m or more count, and a thing that is cut by
the picture's border is not looked at: its middle would lie.

Not here: what falls (the world's own matter).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import PromptError, UnsupportedError
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.flow import opencv
from worldgen.geometry import unproject_image
from worldgen.types import Action, Frame
from worldgen.world import World

EVENT = "a red ball falls from high above ahead"
FRAMES = 40
G_M_S2 = 9.81
OFF_SHARE = 0.10
LEAST_DROP_M, LEAST_SIGHTINGS = 5.0, 6
COLOUR_LEVELS, DEPTH_SHARE = 24, 0.08
MOST_SHARE, LEAST_PX = 0.25, 12
SLOWED, FAST_M_S = 0.6, 1.5
"""It has landed when it falls slower than this share of its fastest so far, once that is fast."""
HUBER_M = 0.05
BESIDE_M = 1.0
"""What is seen farther than this beside the others is something else."""


@dataclass(frozen=True, kw_only=True)
class Fall:
    """One thing that fell.

    Attributes:
        g_m_s2: fitted acceleration, + is down.
        drop_m: how far it was seen to fall.
        off_m: root mean square of what the fit leaves.
        sightings: how many frames went in.
    """

    g_m_s2: float
    drop_m: float
    off_m: float
    sightings: int


def branches(
    world: World, text: str = EVENT, frames: int = FRAMES
) -> tuple[list[Frame], list[Frame]]:
    """Idle on with an event and without it; the world is left where it was.

    Raises:
        UnsupportedError: the model takes no events, or its state cannot be kept.
        PromptError: the event's words are refused.
    """
    token = world.snapshot()
    without = [world.step(Action()) for _ in range(frames)]
    world.restore(token)
    try:
        world.event(text)
        return [world.step(Action()) for _ in range(frames)], without
    finally:
        world.restore(token)


def sightings(
    with_it: Sequence[Frame], without: Sequence[Frame]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Times, (N,) seconds, and places, (N, 3) metres, of all that differs and is wholly seen."""
    times, places = [], []
    for full, bare in zip(with_it, without, strict=True):
        for thing in patches(full, bare):
            times.append(full.time_s)
            places.append(_middle(full, thing))
    return np.array(times), np.array(places).reshape(-1, 3)


def straight(
    times_s: NDArray[np.float64], places_m: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of sightings, those above one another, one a frame: what is let fall falls straight down.

    The two futures also differ by what the model dreams, but that comes and goes elsewhere.
    Arguments and answer as `sightings` gives them.
    """
    if len(times_s) == 0:
        return times_s, places_m
    level = places_m[:, (0, 2)]
    apart_m = np.linalg.norm(level[:, None] - level[None], axis=-1)
    frames = [len(np.unique(times_s[row < BESIDE_M])) for row in apart_m]
    middle = int(np.argmax(frames))
    by_nearness = np.argsort(apart_m[middle], kind="stable")
    near = by_nearness[apart_m[middle][by_nearness] < BESIDE_M]
    times, first = np.unique(times_s[near], return_index=True)
    return times, places_m[near[first]]


def patches(full: Frame, bare: Frame) -> list[NDArray[np.bool_]]:
    """(H, W) each: the patches in which two frames differ, but for those that the edge cuts."""
    assert full.depth_m is not None and bare.depth_m is not None, "a place is found by depth"
    far = np.abs(full.rgb.astype(int) - bare.rgb).max(-1) > COLOUR_LEVELS
    near = full.depth_m < bare.depth_m * (1 - DEPTH_SHARE)
    differs = (far | near) & np.isfinite(full.depth_m) & (full.depth_m > 0)
    if not LEAST_PX <= differs.sum() <= MOST_SHARE * differs.size:
        return []
    count, labels, stats, _ = opencv().connectedComponentsWithStats(differs.astype(np.uint8))
    rows, columns = differs.shape
    found = []
    for label, (x, y, width, height, area) in enumerate(stats[1:count], 1):
        cut = x == 0 or y == 0 or x + width == columns or y + height == rows
        if not cut and area >= LEAST_PX:
            found.append(labels == label)
    return found


def fit(times_s: NDArray[np.float64], heights_m: NDArray[np.float64]) -> Fall | None:
    """The acceleration of a fall, up to its first bounce; None if it is too short to tell.

    Args:
        times_s: (N,) seconds, rising.
        heights_m: (N,) metres, up is +.
    """
    if len(heights_m) < LEAST_SIGHTINGS:
        return None
    free = free_part(times_s, heights_m)
    times, heights = times_s[free], heights_m[free]
    drop_m = float(np.ptp(heights))
    if len(heights) < LEAST_SIGHTINGS or drop_m < LEAST_DROP_M:
        return None
    at = times - times[0]
    terms = np.stack([np.ones_like(at), at, -0.5 * at**2], axis=1)
    weights = np.ones_like(at)
    for _ in range(12):
        root = np.sqrt(weights)
        found = np.linalg.lstsq(terms * root[:, None], heights * root, rcond=None)[0]
        off = np.abs(heights - terms @ found)
        weights = np.minimum(1.0, HUBER_M / np.maximum(off, 1e-9))
    return Fall(
        g_m_s2=float(found[2]),
        drop_m=drop_m,
        off_m=float(np.sqrt(np.mean(off**2))),
        sightings=len(at),
    )


def falls(world: World, count: int, turn_rad: float = 0.35) -> list[Fall]:
    """Up to `count` falls in one world, turning a little between them.

    Stops as soon as an event lets nothing fall, or is refused: it will not the next time.
    """
    found: list[Fall] = []
    for _ in range(count):
        try:
            times, places = straight(*sightings(*branches(world)))
        except (PromptError, UnsupportedError):
            break
        fall = fit(times, -places[:, 1]) if len(times) else None
        if fall is None:
            break
        found.append(fall)
        for _ in range(4):
            world.step(Action(yaw=turn_rad / 4))
    return found


def measure(found: Sequence[Fall], asked: int) -> Section:
    """Falls as figures; without one, plainly not measured."""
    about = f'{asked} times the event "{EVENT}"; the thing is what differs from the same steps '
    title, about = "Falling", about + "without it."
    if not found:
        name = "acceleration, median"
        note = "not measured: nothing was seen to fall 5 m"
        return Section(title=title, about=about, figures=[Figure(name=name, value=None, note=note)])
    middle = float(np.median([fall.g_m_s2 for fall in found]))
    return Section(
        title=title,
        about=about,
        figures=[
            Figure(
                name="acceleration, median",
                value=middle,
                unit="m/s2",
                note=f"{len(found)} falls, {np.median([f.drop_m for f in found]):.1f} m",
            ),
            Figure(
                name="acceleration off g, share",
                value=abs(middle / G_M_S2 - 1),
                target=OFF_SHARE,
                at_most=True,
            ),
            Figure(
                name="what a fit leaves", value=float(np.median([f.off_m for f in found])), unit="m"
            ),
        ],
    )


def free_part(times_s: NDArray[np.float64], heights_m: NDArray[np.float64]) -> slice:
    """From the highest sighting to the last one before it slows down: a bounce, or rest."""
    top = int(np.argmax(heights_m))
    height, time = heights_m[top:], times_s[top:]
    speeds = (height[:-2] - height[2:]) / (time[2:] - time[:-2])  # one wild sighting is no bounce
    fastest = np.maximum.accumulate(speeds) if len(speeds) else speeds
    slowed = np.flatnonzero((speeds < SLOWED * fastest) & (fastest > FAST_M_S))
    end = top + int(slowed[0]) + 1 if len(slowed) else len(heights_m)
    return slice(top, end)


def _middle(frame: Frame, mask: NDArray[np.bool_]) -> NDArray[np.float64]:
    """(3,) metres, world: a patch's middle at the median of its depth."""
    assert frame.depth_m is not None, "a place is found by depth"
    flat = np.full(frame.camera.shape, np.median(frame.depth_m[mask]), np.float32)
    middle: NDArray[np.float64] = unproject_image(flat, frame.camera)[mask].mean(0)
    return middle
