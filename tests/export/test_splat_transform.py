"""Every splat file read by PlayCanvas's splat-transform, where Node and that package are.

It is what SuperSplat reads with; it hands back a plain `.ply`.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.export.test_splat_files import BYTES, COARSE_M, assert_alike
from tests.lifting.gaussians.test_splats import some_splats
from worldgen.export.splat_ply import read_ply

FIND = "console.log(require.resolve('@playcanvas/splat-transform'))"


@pytest.fixture(scope="module")
def transform() -> list[str]:
    """The command that converts one splat file to another."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    found = subprocess.run([node, "-e", FIND], capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.skip("@playcanvas/splat-transform is not installed")
    return [node, str(Path(found.stdout.strip()).parents[1] / "bin" / "cli.mjs")]


@pytest.mark.parametrize("form", BYTES)
def test_playcanvas_reads_the_same_splats(form: str, transform: list[str], tmp_path: Path) -> None:
    """Places, sizes, turns, colours and opacities; .spz it leaves in the format's y-up axes."""
    splats, there = some_splats(200), tmp_path / "read.ply"
    (tmp_path / f"a.{form}").write_bytes(BYTES[form](splats))
    done = subprocess.run(
        [*transform, "-q", "-w", "-g", "cpu", str(tmp_path / f"a.{form}"), str(there)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read = read_ply(there.read_bytes())
    read = read.half_turned() if form == "spz" else read
    coarse = COARSE_M if form == "compressed.ply" else 2e-3
    assert_alike(read, splats, coarse, turn_deg=3.0 if form == "splat" else 1.5)
