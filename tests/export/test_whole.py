"""A file gets its name when it is what was meant."""

from pathlib import Path

import numpy as np
import pytest

from tests.lifting.gaussians.test_splats import some_splats
from worldgen.errors import ExportError
from worldgen.export.packing import along_a_curve
from worldgen.export.splat_raw import raw_bytes, read_raw
from worldgen.export.whole import write_checked


def test_a_disk_that_turns_a_bit_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though what it gives back would pass for a file of that kind; the old file stays."""
    file, read = tmp_path / "a.splat", Path.read_bytes
    file.write_bytes(b"old")

    def worn(path: Path) -> bytes:
        data = read(path)
        return bytes([data[0] ^ 1]) + data[1:]

    monkeypatch.setattr(Path, "read_bytes", worn)
    checked: list[bytes] = []
    with pytest.raises(ExportError, match=r"a\.splat.*as it was written"):
        write_checked(file, b"new", checked.append)
    assert read(file) == b"old" and list(tmp_path.iterdir()) == [file] and not checked


def test_the_largest_splats_come_first() -> None:
    """A viewer that draws while it loads has something to show."""
    read = read_raw(raw_bytes(some_splats(50)))
    sizes = read.scales.prod(axis=1) * read.opacities
    assert sizes.argmax() == 0 and sizes.argmin() == 49
    assert np.corrcoef(np.arange(50), np.log(sizes))[0, 1] < -0.9


def test_what_is_near_in_space_is_near_in_the_file() -> None:
    """Chunks that span the whole scene would say places coarsely, and nothing would tell."""
    places = np.random.default_rng(0).permutation(np.indices((16, 16, 16)).reshape(3, -1).T)
    ordered = places[along_a_curve(places.astype(float))]
    assert len(np.unique(ordered, axis=0)) == 4096
    apart = np.linalg.norm(np.diff(ordered, axis=0), axis=1)
    assert apart.mean() < 0.2 * np.linalg.norm(np.diff(places, axis=0), axis=1).mean()
    assert (np.ptp(ordered.reshape(64, 64, 3), axis=1) == 3).all()  # a small cube after another
