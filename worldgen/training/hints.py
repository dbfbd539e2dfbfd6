"""What a memory would know of each frame: made once, true and spoilt, kept as latents.

    walk ──▶ latents of its frames
         └─▶ the autoencoder's own copies ──▶ drawn from elsewhere ──▶ hints' latents

At play the memory holds what the model drew, so hints are made of the
autoencoder's copies, with bent depth and shifted colours, not of the truth.
Each frame gets several hints: from the frames just before it, from any others
of the walk, from itself, or its colours alone as a photo would give them. Some are
cut off at one side: there a view begins that nobody has had yet.

Not here: the drawing (`memory.splat`), memories that the networks drew themselves
(`drift.py`), walks in other colours (`painted.py`), what the denoiser makes of it (`denoiser.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol, cast

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor

from worldgen.geometry.camera import Camera
from worldgen.memory.haze import Air, air_of
from worldgen.memory.moving import with_moving
from worldgen.memory.splat import splat
from worldgen.models.base import Hint, Picture
from worldgen.models.wander.autoencoder import RGBDAutoencoder, coverage
from worldgen.models.wander.denoiser import view_planes
from worldgen.models.wander.planes import SEEN_PLANES, hint_planes, seen_planes, to_picture
from worldgen.models.wander.spec import SPEC
from worldgen.models.wander.weather import HAZE_PER_M, INDOORS
from worldgen.training.corpus import Walk, read_walk
from worldgen.training.crew import crew
from worldgen.training.loop import tell
from worldgen.types import CLEAR, Frame, Weather
from worldgen.world.told import as_hint

HINTS = 2
WALKS_A_SHARD = 25

CODER = "coder"
"""Beside the shards, for processes that make them: the autoencoder."""

PHOTOS = 0.12
"""Share of hints that are a picture's colours alone."""

CUT_SHARE = 0.3
"""Of the hints that memory gives, so many end at a straight edge."""

CUT_LEFT = (0.1, 0.95)
"""What is left of such a hint, as a share of the picture's width or height."""


class Remembers(Protocol):
    """A memory of one walk."""

    def hint(self, frame: int, dice: np.random.Generator) -> Hint:
        """What it knows of a frame, of a kind drawn by `dice`."""


Remembering = Callable[[Walk, Tensor, np.random.Generator], Remembers]
"""Turns a walk and its latents into a memory of it."""

Recolouring = Callable[[Walk, np.random.Generator], Walk]
"""Makes a walk that has no words of one that has."""


def make_shards(
    files: list[Path],
    network: RGBDAutoencoder,
    folder: Path,
    remembering: Remembering | None = None,
    workers: int = 1,
    recolouring: Recolouring | None = None,
) -> None:
    """Latents and hints of some walks into `folder`, a shard for every 25, what is missing only.

    Args:
        files: the walks.
        network: the finished autoencoder, on any device; cast to bf16.
        folder: of the shards; made if need be.
        remembering: makes the memories; None is of the autoencoder's own copies.
        workers: processes, each at its own shard, with the autoencoder's own copies; the shards are
            the same with any number.
        recolouring: what becomes of each walk first; its rows' numbers are then negative.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = network.to(torch.bfloat16).eval()
    absent = [(path, part) for path, part in plan(files, folder) if not path.exists()]
    make = partial(make_shard, network=network, remembering=remembering, recolouring=recolouring)
    workers = workers if remembering is None else 1
    if workers > 1:
        network.save_pretrained(folder / CODER)
        make = partial(_make_apart, coder=folder / CODER, device=str(network.device))
    with crew(workers) as pool:
        jobs = [pool.submit(make, *shard) for shard in absent]
        for (path, _), job in zip(absent, jobs, strict=True):
            job.result()
            tell(f"hints {path.stem} of {len(files)} walks")


def _make_apart(path: Path, files: list[Path], coder: Path, device: str) -> None:
    """`make_shard` in a process of its own."""
    make_shard(path, files, _read_coder(coder, device))


@cache
def _read_coder(folder: Path, device: str) -> RGBDAutoencoder:
    network = RGBDAutoencoder.from_pretrained(folder, low_cpu_mem_usage=False)
    return cast(RGBDAutoencoder, network).to(device, torch.bfloat16).eval()


def plan(files: list[Path], folder: Path) -> list[tuple[Path, list[Path]]]:
    """Which walks go into which shard, in order."""
    starts = range(0, len(files), WALKS_A_SHARD)
    return [
        (folder / f"{start // WALKS_A_SHARD:04d}.safetensors", files[start : start + WALKS_A_SHARD])
        for start in starts
    ]


def make_shard(
    path: Path,
    files: list[Path],
    network: RGBDAutoencoder,
    remembering: Remembering | None = None,
    recolouring: Recolouring | None = None,
) -> None:
    """One shard, whole or not at all; every other walk mirrored."""
    rows = []
    for file in files:
        seed, walk = int(file.stem), read_walk(file)
        if recolouring is None:
            rows.append(_rows(seed, walk, network, remembering))
        else:
            other = recolouring(walk, np.random.default_rng([23, seed]))
            rows.append(_rows(-1 - seed, other, network, remembering))
    partial = path.with_suffix(".partial")
    save_file({key: torch.cat([row[key] for row in rows]) for key in rows[0]}, partial)
    partial.replace(path)


def _rows(
    seed: int, walk: Walk, network: RGBDAutoencoder, remembering: Remembering | None
) -> dict[str, Tensor]:
    """A walk's rows, each with the walk's seed beside it, from -1 down if it has no words."""
    seen = mirrored(walk) if seed % 2 else walk
    dice = np.random.default_rng([7, seed] if seed >= 0 else [8, -1 - seed])
    rows = encode_walk(seen, network, dice, remembering)
    return {**rows, "seed": torch.full((len(rows["latent"]),), seed)}


def read_shards(*folders: Path) -> dict[str, Tensor]:
    """All shards of some folders joined, each row with its walk's seed."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.safetensors"))]
    shards = [load_file(path) for path in paths]
    return {key: torch.cat([shard[key] for shard in shards]) for key in shards[0]}


def mirrored(walk: Walk) -> Walk:
    """The same walk in a world whose left is right: nothing may depend on the side."""
    flip = np.diag([-1.0, 1.0, 1.0, 1.0])
    return replace(
        walk,
        rgb=np.ascontiguousarray(walk.rgb[:, :, ::-1]),
        depth_m=np.ascontiguousarray(walk.depth_m[:, :, ::-1]),
        sky=np.ascontiguousarray(walk.sky[:, :, ::-1]),
        moving=np.ascontiguousarray(walk.moving[:, :, ::-1]),
        poses_c2w=flip @ walk.poses_c2w @ flip,
    )


@torch.inference_mode()
def encode_walk(
    walk: Walk,
    network: RGBDAutoencoder,
    dice: np.random.Generator,
    remembering: Remembering | None = None,
) -> dict[str, Tensor]:
    """One walk's rows for the denoiser; T frames, V hints each.

    Returns:
        latent (T, C, h, w), hint (T, V, C, h, w), coverage (T, V, 2, h, w), view (T, 3, h, w):
        all bf16.
    """
    rgb, depth_m = torch.from_numpy(walk.rgb), torch.from_numpy(walk.depth_m.astype(np.float32))
    ones = torch.ones(depth_m.shape)
    latent = _encoded(network, seen_planes(rgb, depth_m, ones, ones))
    memory: Remembers
    if remembering is None:
        copies = [to_picture(drawn) for drawn in network.decode(latent.to(network.device))]
        memory = Remembered(walk, copies)
    else:
        memory = remembering(walk, latent, dice)
    planes = torch.cat(
        [
            hint_planes(memory.hint(frame, dice))[:, :SEEN_PLANES]
            for frame in range(len(latent))
            for _ in range(HINTS)
        ]
    ).bfloat16()
    views = [view_planes(camera_of(walk, frame)) for frame in range(len(latent))]
    return {
        "latent": latent.bfloat16().contiguous(),
        "hint": _encoded(network, planes).unflatten(0, (-1, HINTS)).contiguous(),
        "coverage": coverage(planes).unflatten(0, (-1, HINTS)).contiguous(),
        "view": torch.cat(views).bfloat16(),
    }


def _encoded(network: RGBDAutoencoder, planes: Tensor) -> Tensor:
    """Latents on the CPU, in bf16, wherever the network lies."""
    return network.encode(planes.to(network.device, torch.bfloat16)).cpu()


class Remembered:
    """One walk as the model would remember it, to draw hints from.

    Args:
        walk: the walk.
        copies: its pictures as they are remembered.
        photos: whether some hints are a picture's colours alone.
    """

    def __init__(self, walk: Walk, copies: Sequence[Picture], *, photos: bool = True) -> None:
        self._walk = walk
        self._least_kind = 0.0 if photos else PHOTOS
        self._rgb = np.stack([copy.rgb for copy in copies])
        self._depth_m = np.stack([copy.depth_m for copy in copies if copy.depth_m is not None])

    def hint(self, frame: int, dice: np.random.Generator) -> Hint:
        """What it knows of a frame, of a kind drawn by `dice`."""
        kind = self._least_kind + (1 - self._least_kind) * dice.random()
        if kind < PHOTOS:
            return _photo(self._walk.rgb[frame])
        whole = self.seen(frame, self._sources(frame, kind, dice), dice)
        return sometimes_cut(whole, dice)

    def _sources(self, frame: int, kind: float, dice: np.random.Generator) -> list[int]:
        """The frames that a hint is made of: itself, those just before, or any others."""
        if kind < 0.22:
            return [frame]
        if kind < 0.65 and frame:
            back = int(dice.integers(1, min(frame, 6) + 1))
            return list(range(frame - back, frame))
        others = [other for other in range(len(self._rgb)) if other != frame]
        count = int(dice.integers(1, min(8, len(others)) + 1))
        return sorted(dice.choice(others, count, replace=False))

    def seen(self, frame: int, sources: list[int], dice: np.random.Generator) -> Hint:
        """A frame's view as `sources` know it, their depth bent and colours shifted by `dice`."""
        depths_m = self._depth_m[sources].astype(np.float32)
        depths_m = depths_m * _bend(depths_m.shape, dice)
        gain = 1 + 0.02 * dice.standard_normal((len(sources), 1, 1, 3)) * (dice.random() < 0.25)
        rgb = np.clip(self._rgb[sources] * gain, 0, 255).astype(np.uint8)
        poses, camera = self._walk.poses_c2w[sources], camera_of(self._walk, frame)
        moving = self._walk.moving[sources]
        air = self._air(rgb[-1], depths_m[-1], camera.at(poses[-1]))
        still = splat(rgb, depths_m, poses, camera, moving, witness=-1, air=air)
        newest = splat(rgb[-1:], depths_m[-1:], poses[-1:], camera, ~moving[-1:], air=air)
        hint = as_hint(with_moving(still, newest))
        blind = dice.random() < 0.06
        return replace(hint, colour=np.zeros_like(hint.colour)) if blind else hint

    def _air(
        self, rgb: NDArray[np.uint8], depth_m: NDArray[np.float32], camera: Camera
    ) -> Air | None:
        """What lies before a picture's world, as play's memory reads it off."""
        weather = weather_in(self._walk)
        seen = Frame(rgb=rgb, depth_m=depth_m, camera=camera, index=0, time_s=0, weather=weather)
        return air_of(seen, None)


def weather_in(walk: Walk) -> Weather:
    """As play hears it from a walk's words: the haze of its kind of weather."""
    label, indoors = walk.labels["weather"], walk.labels["biome"] in INDOORS
    return CLEAR if indoors else Weather(haze_per_m=HAZE_PER_M[label])


def camera_of(walk: Walk, frame: int) -> Camera:
    """What saw a frame."""
    lens = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
    return lens.at(walk.poses_c2w[frame])


def _photo(rgb: NDArray[np.uint8]) -> Hint:
    size = rgb.shape[:2]
    return Hint(
        rgb=rgb,
        depth_m=np.zeros(size, np.float32),
        colour=np.ones(size, np.float32),
        depth=np.zeros(size, np.float32),
    )


def sometimes_cut(hint: Hint, dice: np.random.Generator) -> Hint:
    """A hint of which one side may be unknown, as when one has just turned there."""
    if dice.random() >= CUT_SHARE:
        return hint
    least, most = CUT_LEFT
    left = least + (most - least) * dice.random()
    side = int(dice.choice(4, p=(0.4, 0.4, 0.1, 0.1)))
    rows, columns = hint.colour.shape
    place = np.arange(columns)[None, :] / columns if side < 2 else np.arange(rows)[:, None] / rows
    known = (place if side % 2 == 0 else 1.0 - place) < left
    return replace(
        hint,
        colour=np.where(known, hint.colour, np.float32(0.0)),
        depth=np.where(known, hint.depth, np.float32(0.0)),
    )


def _bend(shape: tuple[int, ...], dice: np.random.Generator) -> NDArray[np.float32]:
    """Smooth factors near 1 for depth: none for most hints, a per cent or so for the rest.

    More would teach that no hint can be trusted, and the model would answer with a blur.
    """
    if dice.random() < 0.6:
        return np.ones((), np.float32)
    coarse = torch.from_numpy(dice.standard_normal((shape[0], 1, 4, 6)).astype(np.float32))
    smooth = torch.nn.functional.interpolate(coarse, size=shape[1:], mode="bicubic")[:, 0]
    return np.exp(0.015 * dice.random() * smooth.numpy()).astype(np.float32)
