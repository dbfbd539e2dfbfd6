"""Thousands of frames a second: the renderer's own body on a CUDA device.

    scenes ──▶ upload ──▶ Pack ──▶ render_batch(poses, times, …) ──▶ DeviceFrames

A batch is one launch for all its poses, whichever scene of the pack each is in, and a
second launch that smooths edges. Frames stay on the device: their arrays speak the
CUDA array interface, so `torch.as_tensor(frames.rgb, device="cuda")` copies nothing.

Needs an NVIDIA driver and numba's CUDA target (package numba-cuda, extra cu12 or cu13).

Not here: the picture (`kernel_shade`), the launch's loops (`kernel_cuda`), the CPU (`render`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from worldgen.data.bake import Scene
from worldgen.data.kernel_shade import MOVES, SKY
from worldgen.data.render import Intrinsics, Rendered
from worldgen.data.tables import Tables
from worldgen.errors import ConfigError, MissingDependencyError

_BLOCK_PX = (16, 8, 1)  # threads of a block: columns, rows, frames
_FRAMES_A_LAUNCH = 32768  # a grid's third side may have 65535 blocks
_NOBODY = (0.0, -1e6, 0.0, 1e-3, 1e-3, 1e-3, 0.0, 0.0, 0.0, 0.0)  # a moving body that nobody meets


@dataclass(frozen=True, kw_only=True, eq=False)
class Pack:
    """Scenes on the device.

    Attributes:
        scenes: as baked.
        stack: their tables as device arrays with a first axis of scenes, ragged ones padded;
            the noise is shared.
    """

    scenes: tuple[Scene, ...]
    stack: Tables


@dataclass(frozen=True, kw_only=True, eq=False)
class DeviceFrames:
    """F frames on the device.

    Attributes:
        rgb: (F, H, W, 3) uint8.
        depth_m: (F, H, W) float32, +inf sky.
        flags: (F, H, W) uint8, bit 1 sky, bit 2 moves by itself.
    """

    rgb: Any
    depth_m: Any
    flags: Any

    def to_host(self) -> list[Rendered]:
        """Copy all frames to the host."""
        flags = self.flags.copy_to_host()
        rgb, depth_m = self.rgb.copy_to_host(), self.depth_m.copy_to_host()
        sky, moving = (flags & SKY) > 0, (flags & MOVES) > 0
        return [
            Rendered(rgb=rgb[k], depth_m=depth_m[k], sky=sky[k], moving=moving[k])
            for k in range(len(rgb))
        ]


def available() -> bool:
    """Whether a CUDA device can be used here."""
    try:
        return bool(_cuda().is_available())
    except MissingDependencyError:
        return False


def upload(scenes: Sequence[Scene]) -> Pack:
    """Stack the scenes' tables (about 5 MB each) and copy them to the device."""
    if not scenes:
        raise ConfigError("a pack needs at least one scene, got none")
    to_device = _cuda().to_device
    stack = [_stacked([scene.tables[k] for scene in scenes]) for k in range(len(Tables._fields))]
    stack[Tables._fields.index("noise")] = scenes[0].tables.noise
    return Pack(scenes=tuple(scenes), stack=Tables(*map(to_device, stack)))


def render_batch(
    pack: Pack,
    which: np.ndarray,
    poses_c2w: np.ndarray,
    times_s: np.ndarray,
    intrinsics: Intrinsics,
    size: tuple[int, int],
    extra_rays: int = 2,
) -> DeviceFrames:
    """Draw F frames.

    Args:
        pack: scenes on the device.
        which: (F,) whole numbers, each frame's scene in the pack.
        poses_c2w: (F, 4, 4) camera to world, metres, OpenCV axes.
        times_s: (F,) world times.
        intrinsics: pixels.
        size: (width, height) pixels.
        extra_rays: further rays on edge pixels (0 to 3).

    Raises:
        ConfigError: the arrays' lengths differ, or `which` names no scene of the pack.
    """
    count, (width, height) = len(which), size
    which = np.ascontiguousarray(which, dtype=np.int32)
    poses_c2w = np.ascontiguousarray(poses_c2w, dtype=np.float64)
    times_s = np.ascontiguousarray(times_s, dtype=np.float64)
    if not count or len(poses_c2w) != count or len(times_s) != count:
        raise ConfigError(
            f"a batch needs as many scenes as poses and times, at least one of each; got "
            f"{count}, {len(poses_c2w)}, {len(times_s)}"
        )
    if which.min() < 0 or which.max() >= len(pack.scenes):
        raise ConfigError(f"the pack has scenes 0 to {len(pack.scenes) - 1}, got {which.max()}")
    cuda = _cuda()
    from worldgen.data.kernel_cuda import draw_frames  # needs numba's CUDA target

    rgb = cuda.device_array((count, height, width, 3), np.uint8)
    depth = cuda.device_array((count, height, width), np.float32)
    flags = cuda.device_array((count, height, width), np.uint8)
    ident = cuda.device_array((count, height, width), np.int32)
    lens = cuda.to_device(intrinsics.as_array())
    movers = _movers(pack.scenes, which, times_s, poses_c2w[:, :3, 3])
    across, down = -(-width // _BLOCK_PX[0]), -(-height // _BLOCK_PX[1])
    for start in range(0, count, _FRAMES_A_LAUNCH):
        part = slice(start, min(start + _FRAMES_A_LAUNCH, count))
        grid = (across, down, part.stop - start)
        poses = cuda.to_device(poses_c2w[part])
        times = cuda.to_device(times_s[part])
        scene, bodies = cuda.to_device(which[part]), cuda.to_device(movers[part])
        for stage in range(2 if extra_rays > 0 else 1):
            draw_frames[grid, _BLOCK_PX](
                stage, extra_rays, poses, lens, times, scene, pack.stack, bodies,
                rgb[part], depth[part], flags[part], ident[part],
            )  # fmt: skip
    return DeviceFrames(rgb=rgb, depth_m=depth, flags=flags)


def _cuda() -> Any:
    """numba's CUDA target, imported late: it looks for a driver."""
    try:
        from numba import cuda
    except ImportError as error:
        raise MissingDependencyError("numba-cuda", "cuda") from error
    return cuda


def _stacked(arrays: list[np.ndarray]) -> np.ndarray:
    """Arrays that differ only in their first axis's length, padded with zeros and stacked."""
    most = max(1, *(len(array) for array in arrays))
    out = np.zeros((len(arrays), most, *arrays[0].shape[1:]), arrays[0].dtype)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return out


def _movers(
    scenes: tuple[Scene, ...], which: np.ndarray, times_s: np.ndarray, near: np.ndarray
) -> np.ndarray:
    """(F, M, 10) float64: each frame's moving bodies, padded with ones that nobody meets."""
    most = max(1, *(len(scenes[k].bodies) for k in np.unique(which)))
    out = np.empty((len(which), most, len(_NOBODY)))
    out[:] = _NOBODY
    for k in np.unique(which):
        rows = np.flatnonzero(which == k)
        bodies = scenes[k].movers(times_s[rows], near[rows])
        out[rows, : bodies.shape[1]] = bodies
    return out
