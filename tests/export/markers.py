"""A place that shows at a glance whether a file is turned, mirrored, scaled or tinted.

    a red bar along +x with a board X at its end, a green one up with a board Y, a blue
    one away from the eye with a board Z; a chequered ground at 0, a square a metre; sky

True pictures by geometry alone, in a walk's own axes: x right, y down, z ahead.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.types import Frame

Floats = NDArray[np.float64]

EYE_M, HFOV_RAD, FARTHEST_M = 1.6, math.radians(70), 30.0
LETTER_PX = 96
RED, GREEN, BLUE = (214, 60, 52), (66, 168, 82), (56, 98, 214)
PAPER, SKY_HIGH, SKY_LOW = (244, 240, 228), (96, 150, 214), (206, 222, 236)


@dataclass(frozen=True)
class Block:
    """A box with the same letter on all sides; metres, y down."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    ink: tuple[int, int, int]
    letter: str = ""


BLOCKS = (
    Block((0.0, -0.2, 2.4), (1.7, 0.0, 2.6), RED),
    Block((-0.1, -1.8, 2.4), (0.1, 0.0, 2.6), GREEN),
    Block((-0.1, -0.2, 2.6), (0.1, 0.0, 5.0), BLUE),
    Block((1.7, -1.0, 2.2), (2.5, 0.0, 2.8), RED, "X"),
    Block((-0.4, -2.6, 2.3), (0.4, -1.8, 2.7), GREEN, "Y"),
    Block((-0.9, -0.9, 5.0), (0.3, 0.0, 5.5), BLUE, "Z"),
)


def view(index: int, camera: Camera) -> Frame:
    """The true picture, depth and sky that a camera sees."""
    rays = pixel_rays(camera) @ camera.rotation.T
    depth_m, colours = _ground(rays, camera.position)
    for block in BLOCKS:
        near, face = _met(block, rays, camera.position)
        closer = near < depth_m
        at = camera.position + rays[closer] * near[closer, None]
        colours[closer] = _painted(block, at, face[closer])
        depth_m = np.where(closer, near, depth_m)
    sky = depth_m > FARTHEST_M
    steep = np.clip(-rays[..., 1] * 2.5, 0, 1)[..., None]
    colours[sky] = ((1 - steep) * SKY_LOW + steep * SKY_HIGH)[sky]
    return Frame(
        rgb=np.round(colours).astype(np.uint8),
        depth_m=np.where(sky, np.inf, depth_m).astype(np.float32),
        camera=camera,
        index=index,
        time_s=index / 10,
        sky=sky,
    )


def stroll(frames: int, width_px: int) -> list[Frame]:
    """A walk from left to right, always looking at what stands there."""
    lens = Camera.from_fov(width_px, width_px * 9 // 16, HFOV_RAD)
    places = np.linspace(-1.3, 1.3, frames)
    poses = [pose(np.array([x, -EYE_M, -2.2]), -math.atan2(x, 6.7)) for x in places]
    return [view(at, lens.at(there)) for at, there in enumerate(poses)]


def _ground(rays: Floats, eye: Floats) -> tuple[Floats, Floats]:
    """Depth and colours of a chequered ground at y = 0; 1e6 metres where there is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        depth_m = np.where(rays[..., 1] > 1e-4, -eye[1] / rays[..., 1], 1e6)
    at = eye + rays * depth_m[..., None]
    dark = (np.floor(at[..., 0]) + np.floor(at[..., 2])) % 2 == 0
    colours = np.where(dark[..., None], (128.0, 124.0, 112.0), (176.0, 172.0, 156.0))
    return depth_m, colours


def _met(block: Block, rays: Floats, eye: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Depth at which rays meet a block, and across which axis; 1e6 where they do not."""
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (np.array(block.low) - eye) / rays, (np.array(block.high) - eye) / rays
    first, last = np.minimum(one, other), np.maximum(one, other)
    near, far = first.max(axis=-1), last.min(axis=-1)
    return np.where((near < far) & (near > 0), near, 1e6), first.argmax(axis=-1)


def _painted(block: Block, at: Floats, face: NDArray[np.int64]) -> Floats:
    """Colours at points of a block: ink alone, or paper with a letter in ink."""
    if not block.letter:
        shade = np.array([0.78, 1.0, 0.92])[face]
        plain: Floats = np.array(block.ink) * shade[:, None]
        return plain
    share = (at - block.low) / (np.array(block.high) - block.low)
    across = np.where(face == 0, share[:, 2], share[:, 0])
    down = np.where(face == 1, share[:, 2], share[:, 1])
    mask = _letter(block.letter)
    row = np.clip((down * LETTER_PX).astype(int), 0, LETTER_PX - 1)
    column = np.clip((across * LETTER_PX).astype(int), 0, LETTER_PX - 1)
    ink = mask[row, column][:, None]
    painted: Floats = ink * np.array(block.ink) + (1 - ink) * np.array(PAPER)
    return painted


@cache
def _letter(letter: str) -> Floats:
    """(LETTER_PX, LETTER_PX), 1 where there is ink: a frame, and the letter in it."""
    picture = Image.new("L", (LETTER_PX, LETTER_PX), 0)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, LETTER_PX - 1, LETTER_PX - 1), outline=255, width=7)
    font = ImageFont.load_default(size=74)
    pen.text((LETTER_PX / 2, LETTER_PX / 2), letter, 255, font, anchor="mm", stroke_width=2)
    return np.asarray(picture).astype(np.float64) / 255
