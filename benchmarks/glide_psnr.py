"""How like the next frame is the picture that the page puts together before it comes?

    python benchmarks/glide_psnr.py [--model NAME] [--seeds 7 8]

The model walks; each frame is put together from those before it, by the page's own modules run
in node, for the camera that the frame was then drawn from. Against it stands what was shown
before there was any of this: the last frame once more. PSNR in dB, mean over frames, one and two
frames ahead, each with what was done meanwhile. Depth goes through the wire's eight bits.
"""

from __future__ import annotations

import argparse
import base64
import json
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from worldgen import Action, Prompt, World
from worldgen.sessions.keys import Taken
from worldgen.sessions.protocol import PlaneName, decode_frame
from worldgen.sessions.view import ViewConfig, pack
from worldgen.types import Frame

STATIC = Path(__file__).parents[1] / "worldgen" / "web" / "static"
WORDS = ("a snowy village at dusk", "a meadow with flowers on a sunny day", "a library")
WALK = (
    ("still", 9, Action()),
    ("W", 12, Action(forward=1)),
    ("arrow", 10, Action(yaw=0.05)),
    ("mouse 0.12", 8, Action(yaw=-0.12)),
    ("W and arrow", 12, Action(forward=1, yaw=-0.05)),
    ("D", 10, Action(strafe=1)),
)

WARP = """
  import { readFileSync } from "node:fs";
  const { base, frames, jobs } = JSON.parse(readFileSync(0, "utf8"));
  const [{ unpackDepth }, { Field, warp }, { remap, sourceOf }, { placeOf }] = await Promise.all(
    ["depth", "warp", "remap", "places"].map((name) => import(`${base}/${name}.js`)));
  const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64"));
  for (const frame of frames) {
    frame.place = placeOf(frame.pose);
    frame.depth = await unpackDepth({ ...frame.cells, data: bytes(frame.cells.data) });
    frame.source = sourceOf({ ...frame.size, data: bytes(frame.rgba) });
  }
  const { size: { width, height }, cells } = frames[0];
  const field = new Field(cells.width, cells.height, Math.round(width / cells.width));
  const out = new Uint32Array(width * height);
  let ms = 0;
  const made = jobs.map(({ from, to }) => {
    const views = from.map((at, slot) => ({
      slot, place: frames[at].place, focal: frames[at].focal, near: frames[at].depth.near,
    }));
    const began = performance.now();
    warp(field, frames[to].place, views);
    remap(field, from.map((at) => frames[at].source), out);
    ms += performance.now() - began;
    return Buffer.from(out.buffer).toString("base64");
  });
  process.stdout.write(JSON.stringify({ made, ms: ms / jobs.length }));
"""


def main() -> int:
    """Walk, put together, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--model", help="as `worldgen models` names it; default: the built-in one")
    parser.add_argument("--seeds", type=int, nargs="+", default=[7, 8])
    args = parser.parse_args()
    node = shutil.which("node")
    if node is None:
        raise SystemExit("this needs node, to run the page's modules in")
    world, found, ms = World.load(args.model), defaultdict(list), []
    for words in WORDS:
        for seed in args.seeds:
            frames, kinds = walked(world, words, seed)
            ms.append(compare(node, frames, kinds, found))
    print(f"{'':14}{'ahead':>6}{'frames':>8}{'put together':>14}{'last again':>12}")
    for (kind, ahead), pairs in found.items():
        ours, last = np.mean(pairs, axis=0)
        print(f"{kind:14}{ahead:>6}{len(pairs):>8}{ours:>14.1f}{last:>12.1f}")
    print(f"{np.mean(ms):.1f} ms of the processor a picture")
    return 0


def walked(world: World, words: str, seed: int) -> tuple[list[Frame], list[str]]:
    """A walk's frames, and what led to each."""
    frames, kinds = [world.start(Prompt(text=words), seed=seed)], [""]
    for kind, times, action in WALK:
        for _ in range(times):
            frames.append(world.step(action))
            kinds.append(kind)
    return frames, kinds


def compare(node: str, frames: list[Frame], kinds: list[str], found: Any) -> float:
    """Put each frame together from those before it; milliseconds that one takes."""
    jobs = [
        {"from": [at - ahead, *(at - ahead - back for back in (1, 3, 6))], "to": at}
        for ahead in (1, 2)
        for at in range(8 + ahead, len(frames))
        if kinds[at] == kinds[at - ahead]
    ]
    sent = {"base": STATIC.as_uri(), "frames": [told(frame) for frame in frames], "jobs": jobs}
    command = [node, "--no-warnings", "--input-type=module", "-e", WARP]
    done = subprocess.run(
        command, input=json.dumps(sent), capture_output=True, text=True, check=True
    )
    answer = json.loads(done.stdout)
    for job, made in zip(jobs, answer["made"], strict=True):
        last, to = job["from"][0], job["to"]
        truth = frames[to].rgb
        ours = np.frombuffer(base64.b64decode(made), np.uint8).reshape(*truth.shape[:2], 4)
        pair = psnr_db(ours[..., :3], truth), psnr_db(frames[last].rgb, truth)
        found[kinds[to], to - last].append(pair)
    return float(answer["ms"])


def told(frame: Frame) -> dict[str, Any]:
    """A frame as the page has it."""
    taken = Taken(action=Action(), seq=0, at_ms=0.0)
    packed = decode_frame(pack(frame, walk=1, taken=taken, model_ms=0.0, config=ViewConfig()))
    (depth,) = (plane for plane in packed.planes if plane.name is PlaneName.DEPTH)
    height, width = frame.rgb.shape[:2]
    rgba = np.dstack([frame.rgb, np.full((height, width), 255, np.uint8)])
    return {
        "pose": packed.pose_c2w,
        "focal": packed.focal_px,
        "size": {"width": width, "height": height},
        "rgba": base64.b64encode(rgba.tobytes()).decode(),
        "cells": {
            "width": depth.width_px,
            "height": depth.height_px,
            "data": base64.b64encode(depth.data).decode(),
        },
    }


def psnr_db(a: np.ndarray, b: np.ndarray) -> float:
    """Of two pictures, uint8; at most 60."""
    error = ((a.astype(float) - b) ** 2).mean()
    return float(min(10 * np.log10(255**2 / max(error, 1e-9)), 60.0))


if __name__ == "__main__":
    sys.exit(main())
