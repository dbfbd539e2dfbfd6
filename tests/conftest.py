"""What the tests share: how hypothesis searches, a frame to write, a walk on disk."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

import tests.waiting  # noqa: F401 -- before torch
from worldgen.geometry import Camera, pose
from worldgen.recording import WalkHeader, WalkWriter
from worldgen.types import Action, Frame

settings.register_profile(
    "worldgen",
    deadline=None,  # a busy machine is not a failure
    derandomize=True,  # the same commit gives the same verdict
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("worldgen")

FrameMaker = Callable[[int], Frame]


@pytest.fixture
def make_frame() -> FrameMaker:
    """Small frames that differ by their index: colour, depth with sky and unknown, pose."""
    lens = Camera.from_fov(32, 18, 1.2)

    def make(index: int) -> Frame:
        rng = np.random.default_rng(index)
        depth_m = rng.uniform(0.5, 200.0, (18, 32)).astype(np.float32)
        depth_m[0], depth_m[1] = np.inf, 0.0
        return Frame(
            rgb=rng.integers(0, 256, (18, 32, 3), dtype=np.uint8),
            depth_m=depth_m,
            camera=lens.at(pose(np.array([0.1, -1.6, 0.15 * index]), yaw_rad=0.05 * index)),
            index=index,
            time_s=index / 10,
        )

    return make


@pytest.fixture
def header() -> WalkHeader:
    """The header of a walk made of `make_frame`'s frames."""
    return WalkHeader(
        prompt={"text": "a snowy village at dusk", "image": None},
        seed=7,
        model={"name": "echo", "sha256": "0" * 64},
        machine={"cpu": "test", "threads": 2},
        fps=10.0,
        camera=WalkHeader.camera_of(Camera.from_fov(32, 18, 1.2)),
    )


@pytest.fixture
def recorded_walk(tmp_path: Path, make_frame: FrameMaker, header: WalkHeader) -> Path:
    """A folder with a walk of 16 frames; before frame 5 night falls."""
    folder = tmp_path / "walk"
    with WalkWriter.create(folder, header) as writer:
        for index in range(16):
            action = Action(forward=1.0, yaw=0.05) if index else None
            writer.append(make_frame(index), action, ["night falls"] if index == 5 else [])
    return folder
