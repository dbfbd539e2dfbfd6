"""What an hour's walk costs to remember, and what is left of its first places.

    python benchmarks/memory_hour.py [--frames 36000] [--mb 320] [--store FOLDER]

A walk of 5.4 km at 10 frames a second through a city of boxes (`box_city`), looking left
and right and all round: it never sees a street twice until it comes back, at the end,
to where it began. Depth is exact. Bytes are what the memory holds and what the process has
grown by; milliseconds, by the clock and of the processor in all threads, are those of the minute
before: for the hint, for settling the frame, for adding it.
With `--store` a snapshot is written every second, and its bytes and milliseconds are told.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import time
from pathlib import Path

import numpy as np
from box_city import LOT_M, see

from worldgen.geometry import Camera, pose
from worldgen.memory import MemoryConfig, MemoryStore, SpatialMemory, warm_up

LENS = Camera.from_fov(256, 144, math.radians(70))
STEP_M = 0.15
SECOND, MINUTE = 10, 600
FIRST = range(0, 300, 20)
"""Frames whose places are looked at again in the end."""


def camera(index: int, frames: int) -> Camera:
    """Round a square; the gaze wanders and, once a minute, goes all round."""
    lots = math.ceil(frames * STEP_M / 4 / LOT_M)  # rounded up: no street is walked twice
    side_m = lots * LOT_M
    side, along_m = divmod(index * STEP_M % (4 * side_m), side_m)
    ahead = side * math.pi / 2
    corner = {0: (0.0, 0.0), 1: (0.0, side_m), 2: (side_m, side_m), 3: (side_m, 0.0)}[int(side)]
    x = corner[0] + math.sin(ahead) * along_m
    z = corner[1] + math.cos(ahead) * along_m
    turn = 2 * math.pi * min(1.0, (index % MINUTE) / 60)
    return LENS.at(pose(np.array([x, -1.6, z]), ahead + turn + 0.6 * math.sin(0.08 * index), 0.0))


def psnr(a: np.ndarray, b: np.ndarray) -> float:
    """Peak signal to noise, dB."""
    error = float(((a.astype(float) - b) ** 2).mean())
    return 99.0 if error == 0 else 10 * math.log10(255**2 / error)


def revisit(memory: SpatialMemory, frames: int) -> tuple[float, float]:
    """Share of the first places that is known, and PSNR of what is."""
    shares, marks = [], []
    for index in FIRST:
        there = camera(index, frames)
        known = memory.hint(there)
        told = known.colour > 0
        shares.append(told.mean())
        if told.any():
            marks.append(psnr(known.rgb[told], see(there, index).rgb[told]))
    return float(np.mean(shares)), float(np.mean(marks)) if marks else math.nan


def resident_mb() -> float:
    """Resident memory now, in millions of bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def row(
    memory: SpatialMemory, minute: float, grown_mb: float, times_s: list[tuple[float, float]]
) -> str:
    """One line of the table."""
    shelf = memory.shelf
    small = sum(k.halvings > 0 for k in shelf)
    voxels_mb = memory.voxels.far_bytes / 1e6
    clock_ms, busy_ms = 1e3 * np.mean(times_s, axis=0)
    p95_ms = 1e3 * np.quantile(np.array(times_s)[:, 0], 0.95)
    return (
        f"| {minute:.0f} | {len(shelf):,} | {small:,} | {shelf.nbytes / 1e6:.0f} | {voxels_mb:.1f} "
        f"| {grown_mb:.0f} | {clock_ms:.1f} | {p95_ms:.1f} | {busy_ms:.1f} |"
    )


def main() -> None:
    """Walk, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=36_000)
    parser.add_argument("--mb", type=float, default=MemoryConfig().max_picture_mb)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    frames, store = options.frames, options.store and MemoryStore(options.store)
    warm_up(LENS)
    memory = SpatialMemory(config=MemoryConfig(max_picture_mb=options.mb))
    times_s, written, writing_s = [], [], []
    before_mb = resident_mb()
    print(
        "| minute | keyframes | of these summaries | MB | MB of voxels | grown by, MB "
        "| ms a frame | p95 | of the processor |\n|---|---|---|---|---|---|---|---|---|"
    )
    for index in range(frames):
        frame = see(camera(index, frames), index)
        clock_s, began_s = time.perf_counter(), time.process_time()
        known = memory.hint(frame.camera)
        memory = memory.add(memory.settled(frame), 0, known)
        times_s.append((time.perf_counter() - clock_s, time.process_time() - began_s))
        if store and index % SECOND == 0:
            began_s = time.process_time()
            written.append(store.write(memory))
            writing_s.append(time.process_time() - began_s)
        if (index + 1) % MINUTE == 0 or index + 1 == frames:
            minute = (index + 1) / MINUTE
            if minute in (1, 10, 30, 60) or index + 1 == frames:
                print(row(memory, minute, resident_mb() - before_mb, times_s), flush=True)
            times_s = []
    share, mark = revisit(memory, frames)
    print(
        f"\nFirst places again: {share:.0%} known, {mark:.1f} dB where known; "
        f"load average {os.getloadavg()[0]:.1f}"
    )
    if store:
        late = writing_s[len(writing_s) // 2 :]
        print(
            f"Snapshots: {np.mean(written) / 1e3:.0f} kB on average, the largest "
            f"{max(written) / 1e3:.0f}; in the second half {1e3 * np.mean(late):.1f} ms"
        )


if __name__ == "__main__":
    main()
