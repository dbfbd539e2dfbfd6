"""Writes frames into a walk until it is killed; run by `test_kill`.

python endless_walk.py FOLDER
"""

import sys

import numpy as np

from worldgen.errors import DamagedWalkError
from worldgen.geometry import Camera, pose
from worldgen.recording import WalkHeader, WalkWriter
from worldgen.types import Action, Frame


def main(folder: str) -> None:
    """Start the walk, or take it up again."""
    lens = Camera.from_fov(16, 9, 1.2)
    header = WalkHeader(
        prompt={"text": "a long road", "image": None},
        seed=1,
        model={"name": "echo", "sha256": ""},
        fps=10,
        camera=WalkHeader.camera_of(lens),
    )
    try:
        writer = WalkWriter.resume(folder)
    except DamagedWalkError:
        writer = WalkWriter.create(folder, header)
    index = len(writer)
    print("writing", flush=True)
    while True:
        frame = Frame(
            rgb=np.full((9, 16, 3), index % 256, np.uint8),
            depth_m=np.full((9, 16), 1.0 + index % 100, np.float32),
            camera=lens.at(pose(np.array([0.0, -1.6, index / 7]))),
            index=index,
            time_s=index / 10,
        )
        writer.append(frame, Action(forward=1.0), [f"frame {index} ❄"] if index % 5 == 0 else [])
        index += 1


if __name__ == "__main__":
    main(sys.argv[1])
