"""Where a walk came from: what its recording must say so that it can be dreamt again.

Frames repeat bit for bit only on the same machine, build and thread count, so
these are written down. Not here: writing (`recording`), repeating (`replay`).
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from functools import lru_cache
from pathlib import Path

from worldgen.geometry import Camera
from worldgen.models.base import WorldModel
from worldgen.recording import WalkHeader
from worldgen.types import Prompt

_LIBRARIES = ("torch", "numpy", "numba")
_CPU_INFO = Path("/proc/cpuinfo")


def walk_header(
    model: WorldModel, prompt: Prompt, seed: int, camera: Camera, *, fly: bool = False
) -> WalkHeader:
    """What a recording of a walk begins with.

    Args:
        model: what dreams it.
        prompt, seed: what it was started from.
        camera: of its first frame.
        fly: whether the body flies.
    """
    begun = {"text": prompt.text, "image": prompt.image}
    return WalkHeader(
        prompt={**begun, "fly": True} if fly else begun,
        seed=seed,
        model={"name": model.spec.name, "sha256": model.fingerprint()},
        machine=machine(),
        fps=1.0 / model.spec.dt_s,
        camera=WalkHeader.camera_of(camera),
    )


def machine() -> dict[str, str | int]:
    """What bit-for-bit repetition hangs on: processor, system, library builds, threads."""
    builds = {name: _version(name) for name in _LIBRARIES}
    torch = sys.modules.get("torch")
    threads = os.cpu_count() or 1 if torch is None else int(torch.get_num_threads())
    return {
        "processor": _processor(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **builds,
        "threads": threads,
    }


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "none"


@lru_cache
def _processor() -> str:
    """The processor's name and what it can, as a few words."""
    try:
        lines = _CPU_INFO.read_text(errors="replace").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    wanted = ("model name", "cpu family", "model", "stepping")
    told = dict(line.split(":", 1) for line in lines if ":" in line)
    fields = {name.strip(): value.strip() for name, value in told.items()}
    return " ".join(fields[name] for name in wanted if name in fields) or platform.machine()
