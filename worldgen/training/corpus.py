"""Rendered walks on disk: made from seeds, kept as plain arrays, read in any order.

One file a walk, written whole or not at all, so that making a corpus can be
stopped and goes on where it was. Seeds from `HELD_OUT` on are never trained on.

Not here: what a world looks like and how one walks in it (`data`).
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from worldgen.data.captions import caption
from worldgen.data.clips import make_clip
from worldgen.data.scene import sample_marked_spec, sample_spec
from worldgen.data.walks import AHEAD, CURIOUS
from worldgen.errors import ConfigError
from worldgen.training.crew import crew
from worldgen.training.loop import tell

HELD_OUT = 1_000_000
CAPTIONS = 8
STRIDES, STRIDES_AHEAD = (1, 2, 4), (3, 4, 6)
"""How many frames of a tenth of a second a picture is from the next, by turns."""


@dataclass(frozen=True, kw_only=True)
class CorpusConfig:
    """What is rendered.

    Attributes:
        first_seed, walks: seeds first_seed … first_seed + walks - 1, one walk each.
        frames: pictures kept of each walk.
        ahead: every so manieth seed's walker gets on, its pictures farther apart, so that what was
            far off comes near; 0 has none.
        marked: every so manieth seed's scene has a landmark, each kind as often as another;
            0 leaves landmarks to the seeds, which have some kinds in one walk of two hundred.
        workers: processes that render, each on one core.
    """

    first_seed: int = 0
    walks: int = 1000
    frames: int = 16
    ahead: int = 0
    marked: int = 0
    workers: int = 1

    def __post_init__(self) -> None:
        some = min(self.walks - 1, self.workers - 1, self.frames - 2)
        if min(self.first_seed, self.marked, self.ahead, some) < 0:
            raise ConfigError(
                "a corpus needs seeds from 0, a walk, 2 frames each, a worker, marked and ahead "
                f"from 0; got {self}"
            )


@dataclass(frozen=True, kw_only=True, eq=False)
class Walk:
    """One rendered walk: T frames of H x W.

    Attributes:
        rgb: (T, H, W, 3) uint8.
        depth_m: (T, H, W) float16, +inf sky.
        sky, moving: (T, H, W) bool.
        poses_c2w: (T, 4, 4) float64.
        captions: several ways to say what it shows.
        labels: biome, hour, weather, as the scene was made.
    """

    rgb: NDArray[np.uint8]
    depth_m: NDArray[np.float16]
    sky: NDArray[np.bool_]
    moving: NDArray[np.bool_]
    poses_c2w: NDArray[np.float64]
    captions: list[str]
    labels: dict[str, str]


def make_corpus(folder: Path, config: CorpusConfig) -> None:
    """Render what is not there yet of a corpus into `folder`, one progress line now and then."""
    folder.mkdir(parents=True, exist_ok=True)
    seeds = range(config.first_seed, config.first_seed + config.walks)
    absent = [seed for seed in seeds if not walk_file(folder, seed).exists()]
    began = said = time.monotonic()
    with crew(config.workers) as pool:
        jobs = [pool.submit(_render, walk_file(folder, seed), seed, config) for seed in absent]
        for index, job in enumerate(jobs):
            job.result()
            now = time.monotonic()
            if now - said > 20:
                said = now
                rate = (index + 1) / (now - began)
                tell(f"corpus {index + 1}/{len(jobs)}  {rate:.2f} walks/s")


def _render(path: Path, seed: int, config: CorpusConfig) -> None:
    ahead = config.ahead and seed % config.ahead == 0
    strides = STRIDES_AHEAD if ahead else STRIDES
    marked = config.marked and seed % config.marked == 0
    spec = sample_marked_spec(seed) if marked else sample_spec(seed)
    clip = make_clip(
        seed,
        config.frames,
        stride=strides[seed % len(strides)],
        extra_rays=1,
        spec=spec,
        intentions=AHEAD if ahead else CURIOUS,
    )
    rng = np.random.default_rng(seed)
    words = [caption(clip.spec, rng) for _ in range(CAPTIONS)]
    labels = {name: getattr(clip.spec, name) for name in ("biome", "hour", "weather")}
    partial = path.with_suffix(".partial.npz")
    np.savez(
        partial,
        rgb=clip.rgb,
        depth_m=clip.depth_m.astype(np.float16),
        masks=np.packbits(np.stack([clip.sky, clip.moving])),
        poses_c2w=clip.poses_c2w,
        words=np.frombuffer(json.dumps([words, labels]).encode(), np.uint8),
    )
    os.replace(partial, path)


def walk_file(folder: Path, seed: int) -> Path:
    """Where a seed's walk lies."""
    return folder / f"{seed:08d}.npz"


def walk_files(folder: Path, *, held_out: bool = False) -> list[Path]:
    """The walks of a corpus in order of seed, the held-out ones or the others."""
    files = sorted(path for path in folder.glob("[0-9]*.npz") if ".partial" not in path.name)
    return [path for path in files if (int(path.stem) >= HELD_OUT) == held_out]


def read_walk(path: Path) -> Walk:
    """Read one walk back."""
    with np.load(path, allow_pickle=False) as file:
        rgb = file["rgb"]
        masks = np.unpackbits(file["masks"], count=2 * rgb[..., 0].size).astype(bool)
        sky, moving = masks.reshape(2, *rgb.shape[:3])
        words, labels = json.loads(file["words"].tobytes())
        return Walk(
            rgb=rgb,
            depth_m=file["depth_m"],
            sky=sky,
            moving=moving,
            poses_c2w=file["poses_c2w"],
            captions=words,
            labels=labels,
        )
