"""Open3D's voxel block grid on our frames: the mesh that ours is held against.

Used by `lift_meshes.py` where Open3D is installed (`pip install open3d-cpu`, 300 MB; no
requirement of ours). One voxel size everywhere, its own truncation and weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

import numpy as np

from worldgen.geometry import invert
from worldgen.lifting.meshes import Mesh
from worldgen.types import Frame

REACH_M = 30.0
"""Depth beyond is left out: at one voxel size for all, memory grows with its square."""

BLOCKS = 40_000


def is_there() -> bool:
    """Whether Open3D can be imported."""
    return find_spec("open3d") is not None


def fused(frames: Sequence[Frame], voxel_m: float, reach_m: float = REACH_M) -> Mesh:
    """Open3D's surface of frames with depth, in our axes, colours and all."""
    import open3d as o3d

    kinds = (o3d.core.float32,) * 3
    grid = o3d.t.geometry.VoxelBlockGrid(
        attr_names=("tsdf", "weight", "color"),
        attr_dtypes=kinds,
        attr_channels=((1), (1), (3)),
        voxel_size=voxel_m,
        block_resolution=8,
        block_count=BLOCKS,
        device=o3d.core.Device("CPU:0"),
    )
    for frame in frames:
        assert frame.depth_m is not None
        camera = frame.camera
        lens = np.array([[camera.fx, 0, camera.cx], [0, camera.fy, camera.cy], [0, 0, 1]])
        inside, outside = o3d.core.Tensor(lens), o3d.core.Tensor(invert(camera.pose_c2w))
        near = np.where(frame.depth_m < reach_m, frame.depth_m, 0).astype(np.float32)
        depth = o3d.t.geometry.Image(o3d.core.Tensor(near))
        colour = o3d.t.geometry.Image(o3d.core.Tensor(frame.rgb.astype(np.float32) / 255))
        blocks = grid.compute_unique_block_coordinates(depth, inside, outside, 1.0, reach_m)
        grid.integrate(blocks, depth, colour, inside, outside, 1.0, reach_m)
    made = grid.extract_triangle_mesh()
    colours = np.clip(made.vertex.colors.numpy(), 0, 1)
    return Mesh(
        vertices_m=made.vertex.positions.numpy().astype(np.float32),
        faces=made.triangle.indices.numpy().astype(np.int32),
        colours=np.rint(255 * colours).astype(np.uint8),
    )
