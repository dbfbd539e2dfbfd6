"""A memory on disk: the same memory, cheaply, and whole after a kill."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import save_file

from tests.memory.scene import at, frame, seen
from tests.memory.test_forget import BOX, HERE, Inside, remembered
from worldgen.errors import DamagedWalkError
from worldgen.geometry import Camera
from worldgen.memory import MemoryStore, Recall, SpatialMemory, load_memory, without

ROOT = Path(__file__).parents[2]
VIEWS = [at(0, 0), at(1, -1, 0.8), at(0.3, -2, 3.0)]


def way(count: int) -> list[Camera]:
    return [at(0.1 * (i % 30), -0.2 * (i % 20), 0.25 * i) for i in range(count)]


def remember(count: int) -> SpatialMemory:
    memory = SpatialMemory()
    for index, camera in enumerate(way(count)):
        moving = np.zeros(camera.shape, bool)
        moving[:6, :9] = True
        memory = memory.add(frame(camera, index, moving))
    return memory


def same(a: Recall, b: Recall) -> bool:
    names = ("rgb", "depth_m", "colour", "depth", "source")
    return all(np.array_equal(getattr(a, name), getattr(b, name)) for name in names)


def alike(one: SpatialMemory, other: SpatialMemory) -> bool:
    """Whether two memories show the same and stop a body at the same places."""
    ball = np.array([[x, -0.6, z] for x in (-2.2, 0.0, 1.5) for z in (4.5, 5.6, 7.0)])
    grounds = [[m.space().ground_y(x, z, 0.0) for x, _, z in ball.tolist()] for m in (one, other)]
    free = [[m.space().is_free(place, 0.25) for place in ball] for m in (one, other)]
    hints = all(same(one.hint(view), other.hint(view)) for view in VIEWS)
    wrong = seen(at(0.5, 0.5, 1.0), np.full(VIEWS[0].shape, 1.5, np.float32), 99)
    pushed = [m.settled(wrong).depth_m for m in (one, other)]
    assert pushed[0] is not None and pushed[1] is not None
    hints = hints and np.array_equal(pushed[0], pushed[1])
    return hints and grounds[0] == grounds[1] and free[0] == free[1]


def test_what_was_written_is_what_is_read(tmp_path: Path) -> None:
    """Every hint, wall and floor; also what moved, and whether the newest frame is kept."""
    memory = remember(30)
    MemoryStore(tmp_path).write(memory)
    again = load_memory(tmp_path)
    assert alike(memory, again)
    assert again.shelf.nbytes == memory.shelf.nbytes and again.kept == memory.kept
    more = frame(at(0.5, 0.5, 1.0), 30)
    assert alike(memory.add(more), again.add(more))


def test_what_was_made_smaller_or_drawn_anew_is_read_as_it_is(tmp_path: Path) -> None:
    """How often a picture was halved, that the newest is kept, and since when space is empty."""
    memory = replace(remember(30), kept=True, empty_since=7)
    cells = {
        cell: tuple(keyframe.halved() for keyframe in keyframes)
        for cell, keyframes in memory.shelf.cells.items()
    }
    memory = replace(memory, shelf=replace(memory.shelf, cells=cells))
    MemoryStore(tmp_path).write(memory)
    again = load_memory(tmp_path)
    assert (again.kept, again.empty_since) == (True, 7)
    halvings = [
        sorted(keyframe.halvings for row in one.shelf.cells.values() for keyframe in row)
        for one in (memory, again)
    ]
    assert halvings[0] == halvings[1] and min(halvings[0]) > 0


def test_who_goes_back_to_a_snapshot_reads_that_snapshot(tmp_path: Path) -> None:
    """One memory, then a later one, then the first again."""
    store, first = MemoryStore(tmp_path), remember(12)
    for memory in (first, remember(30), first):
        store.write(memory)
    assert alike(load_memory(tmp_path), first)


def test_a_memory_that_was_written_without_reliefs_is_read(tmp_path: Path) -> None:
    """Older walks are taken up, too; what a picture's relief is can be read off the picture."""
    memory = remember(30)
    MemoryStore(tmp_path).write(memory)
    files = [*tmp_path.glob("keyframes/*"), *tmp_path.glob("newest/*")]
    assert files
    for file in files:
        with safe_open(file, "np") as inside:
            planes = {name: inside.get_tensor(name) for name in inside.keys()}  # noqa: SIM118
            metadata = inside.metadata()
        del planes["relief"]
        save_file(planes, file, metadata)
    again = load_memory(tmp_path)
    assert alike(memory, again)
    pairs = zip(memory.shelf, again.shelf, strict=True)
    assert all(np.array_equal(a.relief, b.relief) for a, b in pairs)


def test_a_snapshot_writes_only_what_is_new(tmp_path: Path) -> None:
    """A snapshot a second must not cost the whole memory a second."""
    memory, store = remember(30), MemoryStore(tmp_path)
    whole = store.write(memory)
    assert store.write(memory) < whole / 20
    one_more = store.write(memory.add(frame(at(0, 0.4, 0.1), 30)))
    assert one_more < whole / 2
    assert alike(load_memory(tmp_path), memory.add(frame(at(0, 0.4, 0.1), 30)))


def test_what_was_taken_away_is_gone_from_the_disk_too(tmp_path: Path) -> None:
    """Else the tower that one had removed stands there again after a kill."""
    memory, store = remembered(), MemoryStore(tmp_path)
    store.write(memory)
    less = without(memory, Inside(), BOX)
    store.write(less)
    found = load_memory(tmp_path).hint(HERE)
    assert np.array_equal(found.depth == 0, less.hint(HERE).depth == 0)
    assert (found.depth == 0).any()


def test_nothing_is_left_that_no_snapshot_names(tmp_path: Path) -> None:
    """A walk of hours must not fill the disk with regions as they once were."""
    memory, store = remember(4), MemoryStore(tmp_path)
    for index, camera in enumerate(way(20), 4):
        store.write(memory)
        memory = memory.add(frame(camera, index))
    store.write(memory)
    index = json.loads((tmp_path / "memory.json").read_bytes())
    named = {*index["keyframes"], *index["voxels"], index["latest"], index["stirring"]}
    found = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.safetensors")}
    assert found == named - {None}


def test_a_killed_walk_remembers(tmp_path: Path) -> None:
    """A real SIGKILL in mid-walk: what the last snapshot held is all there, and goes on."""
    command = [sys.executable, "-m", "tests.memory.endless_memory", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(12)]
        os.kill(process.pid, signal.SIGKILL)
        said += [int(line) for line in process.stdout.read().split()]
    assert process.returncode == -signal.SIGKILL
    found = load_memory(tmp_path)
    assert found.latest is not None
    last = found.latest.index
    assert last in (said[-1], said[-1] + 2)  # killed after the file got its name, before the word
    memory = SpatialMemory()
    for index, camera in enumerate(way(last + 1)):
        memory = memory.add(frame(camera, index))
    assert alike(found, memory)
    more = frame(at(0, 0, 0.2), last + 1)
    assert alike(found.add(more), memory.add(more))


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "memory.json").unlink(),
        lambda folder: (folder / "memory.json").write_text("[1, 2"),
        lambda folder: (folder / "memory.json").write_text('{"format": "of another"}'),
        lambda folder: next(folder.glob("keyframes/*")).unlink(),
        lambda folder: next(folder.glob("keyframes/*")).write_bytes(b"junk"),
        lambda folder: next(folder.glob("voxels/*")).write_bytes(b"\x08\0\0\0\0\0\0\0{}      "),
    ],
)
def test_a_damaged_memory_is_refused_in_words(tmp_path: Path, damage: object) -> None:
    """Never a crash, never half a memory that passes for a whole one."""
    MemoryStore(tmp_path).write(remember(3))
    assert callable(damage)
    damage(tmp_path)
    with pytest.raises(DamagedWalkError):
        load_memory(tmp_path)
