"""A memory on disk, written as it grows: what was written once is never written again.

    memory/
        memory.json             the newest snapshot: names, and the few numbers beside
        keyframes/000042-…      one keyframe as it was at some snapshot: picture, samples, relief
        voxels/000007…          one region as it was at some snapshot
        newest/000311-latest-…  the newest frame, and what moved in it

A snapshot writes what is new since the last one, then gives `memory.json` its new contents
in one step, then takes away what no snapshot names any more. A kill at any moment leaves
the last whole snapshot. Everything is numbers and JSON; nothing that is read can run.

Not here: frames and poses of the walk (`recording`), the model's own state (`models`), views that
are held while somebody stands (`steady`), which are taken anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from worldgen.errors import DamagedWalkError, WorldgenError
from worldgen.geometry import Camera
from worldgen.kinematics import BodyConfig
from worldgen.memory.haze import Air
from worldgen.memory.keyframe import Keyframe, Look, keep, relief_of, unpacked
from worldgen.memory.packing import Packed
from worldgen.memory.regions import FarRegion, Key, Region
from worldgen.memory.shelf import Shelf, cell_of
from worldgen.memory.spatial import MemoryConfig, SpatialMemory
from worldgen.memory.voxels import VoxelMap
from worldgen.recording.storage import replace_with, storing, write_new

FORMAT = "worldgen-memory-1"
INDEX = "memory.json"
_LENS = ("width_px", "height_px", "fx", "fy", "cx", "cy")


class MemoryStore:
    """Writes snapshots of one growing memory into a folder; `load_memory` reads the newest."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        """Use a folder, made if it is not there; what another memory left there is overwritten.

        Raises:
            StorageError: it cannot be made.
        """
        self._folder = Path(folder)
        self._regions: dict[Region | FarRegion, str] = {}
        self._pictures: dict[Keyframe | Look, str] = {}
        self._written: set[str] = set()
        self._count = 0
        with storing(self._folder):
            for name in ("keyframes", "voxels", "newest"):
                (self._folder / name).mkdir(parents=True, exist_ok=True)

    def write(self, memory: SpatialMemory) -> int:
        """Write a snapshot; it is there when this returns.

        Returns:
            Bytes written.

        Raises:
            StorageError: the disk is full or gone; the last snapshot stays whole.
        """
        before = self._written
        self._written = set(before)
        total = 0
        keyframes = []
        for keyframe in memory.shelf:
            name, size = self._put(f"keyframes/{keyframe.index:06d}", keyframe)
            keyframes.append(name)
            total += size
        voxels = {}
        for key, region in memory.voxels.regions.items():
            name, size = self._put_region(region)
            voxels[name] = list(key)
            total += size
        newest: dict[str, str | None] = {"latest": None, "stirring": None}
        for what, look in (("latest", memory.latest), ("stirring", memory.stirring)):
            if look is not None:
                newest[what], size = self._put(f"newest/{look.index:06d}-{what}", look)
                total += size
        index = {
            "format": FORMAT,
            "keyframes": keyframes,
            "voxels": voxels,
            **newest,
            "kept": memory.kept,
            "empty_since": memory.empty_since,
            "air": None if memory.air is None else memory.air.to_json(),
        }
        data = json.dumps(index).encode()
        replace_with(self._folder / INDEX, data)
        named = {*keyframes, *voxels, *filter(None, newest.values())}
        self._forget(named)
        return total + len(data)

    def _put(self, stem: str, seen: Keyframe | Look) -> tuple[str, int]:
        """Its file's name, and the bytes written; a picture of which something was forgotten, or
        that was made smaller, is another picture."""
        known = self._pictures.get(seen)
        if known is not None:
            return known, 0
        self._count += 1
        name = f"{stem}-{self._count:06d}.safetensors"
        data = _bytes_of(keep(seen) if isinstance(seen, Look) else seen)
        write_new(self._folder / name, data)
        self._written.add(name)
        self._pictures[seen] = name
        return name, len(data)

    def _put_region(self, region: Region | FarRegion) -> tuple[str, int]:
        known = self._regions.get(region)
        if known is not None:
            return known, 0
        self._count += 1
        name = f"voxels/{self._count:06d}.safetensors"
        far = region.squeezed() if isinstance(region, Region) else region
        data = save({"chunks": np.frombuffer(far.data, np.uint8)}, {"count": str(far.count)})
        write_new(self._folder / name, data)
        self._written.add(name)
        self._regions[region] = name
        return name, len(data)

    def _forget(self, named: set[str]) -> None:
        for name in self._written - named:
            with suppress(OSError):
                (self._folder / name).unlink()
        self._written &= named
        self._regions = {region: name for region, name in self._regions.items() if name in named}
        self._pictures = {seen: name for seen, name in self._pictures.items() if name in named}


def load_memory(
    folder: str | os.PathLike[str],
    config: MemoryConfig | None = None,
    body: BodyConfig | None = None,
) -> SpatialMemory:
    """The memory as its newest snapshot has it.

    Args:
        folder: where a `MemoryStore` wrote.
        config, body: as the memory was made with.

    Raises:
        DamagedWalkError: there is none, or a file of it cannot be read.
    """
    path = Path(folder)
    try:
        index = json.loads((path / INDEX).read_bytes())
        if index.get("format") != FORMAT:
            raise DamagedWalkError(
                f"the memory's format is {index.get('format')!r}, this worldgen reads {FORMAT!r}"
            )
        cells: dict[tuple[int, int], tuple[Keyframe, ...]] = {}
        keyframes = [_keyframe(path / name) for name in index["keyframes"]]
        for keyframe in keyframes:
            cell = cell_of(keyframe.camera.position)
            cells[cell] = (*cells.get(cell, ()), keyframe)
        shelf = Shelf(cells=cells, count=len(keyframes), nbytes=sum(k.nbytes for k in keyframes))
        regions = {_key(key): _region(path / name) for name, key in index["voxels"].items()}
        latest, stirring = (
            None if index[name] is None else _keyframe(path / index[name]).ready()
            for name in ("latest", "stirring")
        )
        return SpatialMemory(
            config=config or MemoryConfig(),
            body=body or BodyConfig(),
            shelf=shelf,
            latest=latest,
            kept=bool(index["kept"]),
            stirring=stirring,
            voxels=VoxelMap(regions=regions),
            empty_since=int(index.get("empty_since", 0)),
            air=Air.from_json(index["air"]) if index.get("air") else None,
        )
    except DamagedWalkError:
        raise
    except (OSError, ValueError, KeyError, TypeError, SafetensorError, WorldgenError) as error:
        raise DamagedWalkError(f"the memory in {str(path)!r} cannot be read: {error}") from error


def _bytes_of(keyframe: Keyframe) -> bytes:
    camera = keyframe.camera
    numbers = {
        "shape": keyframe.picture.shape,
        "epoch": keyframe.epoch,
        "index": keyframe.index,
        "halvings": keyframe.halvings,
        **{name: getattr(camera, name) for name in _LENS},
    }
    planes: dict[str, np.ndarray] = {
        "picture": np.frombuffer(keyframe.picture.data, np.uint8),
        "samples": keyframe.samples,
        "relief": keyframe.relief,
        "pose_c2w": np.ascontiguousarray(camera.pose_c2w),
    }
    return save(planes, {"keyframe": json.dumps(numbers)})


def _keyframe(path: Path) -> Keyframe:
    planes, metadata = _read(path)
    numbers = json.loads(metadata["keyframe"])
    height, width = numbers["shape"]
    picture = Packed(shape=(height, width), data=planes["picture"].tobytes())
    camera = Camera(**{name: numbers[name] for name in _LENS}, pose_c2w=planes["pose_c2w"])
    epoch, index = int(numbers["epoch"]), int(numbers["index"])
    relief = planes.get("relief")  # older ones were written without
    return Keyframe(
        picture=picture,
        camera=camera,
        epoch=epoch,
        index=index,
        halvings=int(numbers["halvings"]),
        samples=planes["samples"],
        relief=relief_of(unpacked(picture, camera, epoch, index)) if relief is None else relief,
    )


def _region(path: Path) -> FarRegion:
    planes, metadata = _read(path)
    return FarRegion(count=int(metadata["count"]), data=planes["chunks"].tobytes())


def _read(path: Path) -> tuple[Mapping[str, np.ndarray], Mapping[str, Any]]:
    """Tensors and metadata of one file."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    return load(data), json.loads(data[8 : 8 + size])["__metadata__"]


def _key(values: list[int]) -> Key:
    x, y, z = (int(value) for value in values)
    return x, y, z
