"""How fast synthetic worlds are drawn: a Markdown table of frames a second by biome.

    python benchmarks/render_rate.py [--frames 12] [--cuda-frames 4096]

Each biome is drawn along a short walk by day, at dusk and at night, 256×144, one
further ray on edges, on one core and on two; on a CUDA device all biomes in one batch.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from pathlib import Path

import numba
import numpy as np

from worldgen.data.bake import Scene, bake
from worldgen.data.render import Intrinsics, render
from worldgen.data.render_cuda import available, render_batch, upload
from worldgen.data.scene import BIOMES, sample_spec
from worldgen.data.walks import walk

SIZE_PX = (256, 144)
EXTRA_RAYS = 1
HOURS = ("day", "dusk", "night")


def machine() -> str:
    """Processor, cores, Python and numba."""
    info = Path("/proc/cpuinfo")
    names = [
        line.split(":", 1)[1].strip()
        for line in (info.read_text().splitlines() if info.exists() else [])
        if line.startswith("model name")
    ]
    name = names[0] if names else platform.processor() or platform.machine()
    load = os.getloadavg()[0]
    return (
        f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"numba {numba.__version__}; load average {load:.1f}"
    )


def scenes_of(biome: str, frames: int) -> list[tuple[Scene, np.ndarray]]:
    """One scene an hour with the poses of a walk through it."""
    made = []
    for k, hour in enumerate(HOURS):
        scene = bake(sample_spec(100 + k, biome, hour))
        count = -(-frames // len(HOURS))
        poses, _ = walk(scene, count * 5, np.random.default_rng(k))
        made.append((scene, poses[::5]))
    return made


def draw(made: list[tuple[Scene, np.ndarray]], threads: int) -> tuple[float, float]:
    """Seconds of the wall and of the processor a frame."""
    numba.set_num_threads(threads)
    lens = Intrinsics.for_size(*SIZE_PX)
    wall, cpu = time.perf_counter(), time.process_time()
    for scene, poses in made:
        for k, pose_c2w in enumerate(poses):
            render(scene, pose_c2w, lens, SIZE_PX, 0.5 * k, EXTRA_RAYS)
    count = sum(len(poses) for _, poses in made)
    return (time.perf_counter() - wall) / count, (time.process_time() - cpu) / count


def cuda_rate(made: list[tuple[Scene, np.ndarray]], frames: int) -> float:
    """Frames a second of one batch over all scenes, pictures left on the device."""
    from numba import cuda

    pack = upload([scene for scene, _ in made])
    which = np.arange(frames) % len(made)
    poses = np.stack([made[k][1][n // len(made) % len(made[k][1])] for n, k in enumerate(which)])
    lens, times_s = Intrinsics.for_size(*SIZE_PX), 0.1 * np.arange(frames)
    for count in (len(made), frames):  # the first one compiles
        cuda.synchronize()
        began = time.perf_counter()
        render_batch(pack, which[:count], poses[:count], times_s[:count], lens, SIZE_PX, EXTRA_RAYS)
        cuda.synchronize()
    return frames / (time.perf_counter() - began)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=12, help="frames a biome")
    parser.add_argument("--cuda-frames", type=int, default=4096, help="frames of the CUDA batch")
    asked = parser.parse_args()
    threads = min(2, numba.config.NUMBA_NUM_THREADS)
    print(f"{SIZE_PX[0]}×{SIZE_PX[1]} RGB-D, {EXTRA_RAYS} further ray on edges. {machine()}\n")
    print(f"| biome | CPU-ms a frame | frames/s, 1 core | frames/s, {threads} cores |")
    print("|---|---|---|---|")
    everything, rows = [], []
    for biome in BIOMES:
        made = scenes_of(biome, asked.frames)
        everything += made
        draw(made[:1], threads)  # compiled and warm
        wall, cpu = draw(made, 1)
        rows.append((1e3 * cpu, 1 / wall, 1 / draw(made, threads)[0]))
        print("| {} | {:.1f} | {:.1f} | {:.1f} |".format(biome, *rows[-1]), flush=True)
    print("| **mean** | {:.1f} | {:.1f} | {:.1f} |".format(*np.mean(rows, axis=0)))
    if available():
        print(f"\nCUDA, one batch of {asked.cuda_frames} frames over all of these scenes: ", end="")
        print(f"{cuda_rate(everything, asked.cuda_frames):.0f} frames/s")


if __name__ == "__main__":
    main()
