"""How true exported splats are: lift alone, lift refined, a random start with the same steps.

    python benchmarks/lift_splats.py [--scenes 1] [--frames 60] [--picture FILE.png]
    python benchmarks/lift_splats.py --walk DIR

Walks through held-out scenes, true renders with exact depth, 128×128. Two blocks of
eight frames are kept out; the rest is lifted and written as `.ply`, that *file* is
read and drawn again at the poses kept out, and from a step off the path. Of a recorded
walk, whose world nobody knows, only what was kept out is compared, depths aligned and not.
Seconds are processor time.

The first time there is a CUDA device (`pip install .[cuda]`, and CUDA's compiler, nvcc, for
gsplat), this tells in one run whether gsplat draws as we do and what it brings:

    python -c "from worldgen.lifting.gaussians.painters import CUDA, agrees; print(agrees(CUDA))"
    python benchmarks/lift_splats.py --walk DIR
"""

from __future__ import annotations

import argparse
import math
import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from PIL import Image

from worldgen.evaluation.heldout import FIRST_SEED, HeldOutWalk, curious_walk, true_frame
from worldgen.export.scene import seen
from worldgen.export.splat_ply import ply_bytes, read_ply
from worldgen.geometry import pose, yaw_pitch_of
from worldgen.lifting.alignment import align
from worldgen.lifting.gaussians import RefineConfig, Splats
from worldgen.lifting.gaussians.lift import whole_splats
from worldgen.lifting.gaussians.painters import painter_here
from worldgen.lifting.gaussians.rasterise import picture
from worldgen.lifting.gaussians.refine import refine
from worldgen.lifting.gaussians.score import kept_out, score
from worldgen.models.base import ModelSpec
from worldgen.types import Frame

SIDE_PX = 128
LENS = ModelSpec(
    name="square",
    title="a square picture, as wide as the built-in camera sees",
    width_px=SIDE_PX,
    height_px=SIDE_PX,
    hfov_rad=float(np.radians(70)),
    dt_s=0.1,
    keys=(),
    licence="none",
)
ASIDE_M, UP_M, TURN_RAD = 0.3, 0.2, 0.1


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What one way of lifting reached.

    Attributes:
        held, off: dB, classic and antialiased, at poses kept out and off the path, if known.
        splats: how many. seconds: of processor time to make them. file_mb: size of the `.ply`.
    """

    held: tuple[float, float]
    off: tuple[float, float] | None
    splats: int
    seconds: float
    file_mb: float


def off_the_path(walk: HeldOutWalk, index: int) -> Frame:
    """The truth from a step aside of a frame, a little higher, turned a little."""
    camera = walk.cameras[index]
    yaw, pitch = yaw_pitch_of(camera.pose_c2w)
    place = camera.position + camera.rotation[:, 0] * ASIDE_M + np.array([0.0, -UP_M, 0.0])
    return true_frame(walk.scene, camera.at(pose(place, yaw - TURN_RAD, pitch)), index)


def through_a_file(splats: Splats) -> tuple[Splats, float]:
    """Written and read again; and the file's size in MB."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "walk.ply"
        file.write_bytes(ply_bytes(splats))
        return read_ply(file.read_bytes()), file.stat().st_size / 1e6


def marks(splats: Splats, held: list[Frame], off: list[Frame], seconds: float) -> Marks:
    """Of a file made of splats."""
    read, file_mb = through_a_file(splats)
    at, beside = score(read, held), score(read, off)
    return Marks(
        held=(at.classic, at.antialiased),
        off=(beside.classic, beside.antialiased) if off else None,
        splats=len(read),
        seconds=seconds,
        file_mb=file_mb,
    )


def at_random(like: Splats, seed: int = 0) -> Splats:
    """As many faint grey balls, anywhere among the others: how splatting begins without depth."""
    rng, count = np.random.default_rng(seed), len(like)
    low, high = np.percentile(like.means, [2, 90], axis=0)
    apart_m = (np.prod(high - low) / count) ** (1 / 3)
    return Splats(
        means=rng.uniform(low, high, (count, 3)).astype(np.float32),
        scales=np.full((count, 3), 0.5 * apart_m, np.float32),
        quats=np.tile(np.array([1, 0, 0, 0], np.float32), (count, 1)),
        opacities=np.full(count, 0.1, np.float32),
        colours=np.full((count, 3), 0.5, np.float32),
    )


def run(seed: int, frames: int, config: RefineConfig, shown: Path | None) -> None:
    """One scene's rows: lift alone, lift refined, random start."""
    walk = curious_walk(seed, frames, LENS)
    truth = [walk.truth(index) for index in range(frames)]
    out = kept_out(frames)
    used = [frame for at, frame in enumerate(truth) if at not in out]
    held, off = [truth[at] for at in out], [off_the_path(walk, at) for at in out[::2]]
    spec = walk.scene.spec
    name = f"{seed}: {spec.biome}, {spec.hour}, {spec.weather}"
    began = time.process_time()
    rough = whole_splats(used, 400_000)
    lifted_s = time.process_time() - began
    print(row(name, "alone", marks(rough, held, off, lifted_s)), flush=True)
    unbound = replace(config, leash=math.inf)  # who begins anywhere has a way to go
    ways = (("refined", rough, lifted_s, config), ("random", at_random(rough), 0.0, unbound))
    for way, start, before_s, how in ways:
        began = time.process_time()
        fine = refine(start, used, how, painter=painter_here())
        took_s = before_s + time.process_time() - began
        print(row(name, way, marks(fine, held, off, took_s)), flush=True)
        if shown and start is rough:
            show(through_a_file(fine)[0], [held[0], held[-1], off[0]], shown)


def run_walk(folder: Path, config: RefineConfig) -> None:
    """A recorded walk's rows: alone and refined, depths as they came and aligned."""
    frames = seen(folder, lambda _: None)
    apart = (frames[-1].index - frames[0].index) / (len(frames) - 1)
    out = set(kept_out(len(frames), apart))
    used = [frame for at, frame in enumerate(frames) if at not in out]
    held = [frames[at] for at in sorted(out)]
    aligned = align(used)
    before, after = 100 * aligned.before, 100 * aligned.after
    ways = [(f"as it came, {before:.2f} % apart", used)]
    if after < before:
        ways.append((f"aligned, {after:.2f} % apart", aligned.frames))
    for name, shapes in ways:
        began = time.process_time()
        rough = whole_splats(shapes, 400_000)
        lifted_s = time.process_time() - began
        print(row(name, "alone", marks(rough, held, [], lifted_s)), flush=True)
        fine = refine(rough, used, config, painter=painter_here())
        print(row(name, "refined", marks(fine, held, [], time.process_time() - began)), flush=True)


def show(splats: Splats, frames: list[Frame], file: Path) -> None:
    """True pictures above, the file's below."""
    above = np.concatenate([frame.rgb for frame in frames], axis=1)
    drawn = [picture(splats, frame.camera, antialiased=False) for frame in frames]
    both = np.concatenate([above, np.concatenate(drawn, axis=1)])
    size = (2 * both.shape[1], 2 * both.shape[0])
    Image.fromarray(both).resize(size, Image.Resampling.NEAREST).save(file, optimize=True)


def row(name: str, way: str, at: Marks) -> str:
    """One line of the table."""
    off = "" if at.off is None else f"{at.off[0]:.1f} / {at.off[1]:.1f}"
    return (
        f"| {name} | {way} | {at.held[0]:.1f} / {at.held[1]:.1f} | {off} | {at.splats:,} | "
        f"{at.file_mb:.1f} | {at.seconds:.0f} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", type=int, default=1, help="how many held-out scenes")
    parser.add_argument("--first", type=int, default=FIRST_SEED, help="seed of the first")
    parser.add_argument("--frames", type=int, default=60, help="frames a walk")
    parser.add_argument(
        "--steps", type=int, help="of refinement; default: as many as there is time for"
    )
    parser.add_argument("--walk", type=Path, help="a recorded walk instead")
    parser.add_argument("--picture", type=Path, help="PNG of the first scene, truth above file")
    asked = parser.parse_args()
    painter = painter_here()
    threads, load = torch.get_num_threads(), os.getloadavg()[0]
    what = asked.walk or f"{asked.frames} frames of {SIDE_PX}×{SIDE_PX}, exact depth"
    print(
        f"{what}, {asked.steps or painter.steps} steps at most on {painter.device}; "
        f"{threads} threads of {os.cpu_count()} cores, load average {load:.1f}\n"
    )
    print("| scene | lift | held out, classic / antialiased, dB | off the path | splats | MB | s |")
    print("|---|---|---|---|---|---|---|")
    config = RefineConfig(steps=asked.steps)
    if asked.walk:
        run_walk(asked.walk, config)
        return
    for index in range(asked.scenes):
        shown = None if index else asked.picture
        run(asked.first + index, asked.frames, config, shown)


if __name__ == "__main__":
    main()
