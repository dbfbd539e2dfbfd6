"""Every .glb against the Khronos validator, where Node and its package gltf-validator are."""

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.export.test_surfaces import MARKERS
from tests.export.test_usd import a_triangle
from tests.lifting.gaussians.scene import stroll
from tests.lifting.gaussians.test_splats import some_splats
from worldgen.export.gltf import glb_bytes
from worldgen.export.splat_glb import EXTENSION, splat_glb_bytes
from worldgen.export.textured import textured_glb_bytes
from worldgen.lifting.meshes import sky_dome

VALIDATE = """
const validator = require("gltf-validator"), fs = require("fs");
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[1]))).then(
  (report) => console.log(JSON.stringify(report.issues)));
"""


def issues(data: bytes, folder: Path) -> list[dict[str, str]]:
    """What the validator finds, hints and all."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    file = folder / "a.glb"
    file.write_bytes(data)
    done = subprocess.run(
        [node, "-e", VALIDATE, str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    if "Cannot find module" in done.stderr:
        pytest.skip("gltf-validator is not installed")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return found


def test_a_mesh_has_no_fault(tmp_path: Path) -> None:
    """Not so much as a hint."""
    assert issues(glb_bytes(MARKERS), tmp_path) == []


def test_textured_levels_have_no_fault(tmp_path: Path) -> None:
    """But that the validator does not know MSFT_lod, and so thinks coarse levels unused."""
    found = issues(textured_glb_bytes([a_triangle(), a_triangle(), a_triangle()]), tmp_path)
    assert {at["code"] for at in found} <= {"UNSUPPORTED_EXTENSION", "UNUSED_OBJECT"}


def test_a_sky_dome_has_no_fault(tmp_path: Path) -> None:
    """Nor has it a triangle without area at the zenith."""
    assert issues(textured_glb_bytes([sky_dome(stroll(1))]), tmp_path) == []


def test_splats_have_no_fault_but_being_new(tmp_path: Path) -> None:
    """The validator does not know the extension, nor its attributes."""
    found = issues(splat_glb_bytes(some_splats(30)), tmp_path)
    strange = [
        at
        for at in found
        if at["code"] not in ("UNSUPPORTED_EXTENSION", "MESH_PRIMITIVE_INVALID_ATTRIBUTE")
        or EXTENSION not in at["message"] + at.get("pointer", "")
    ]
    assert strange == []
    assert np.sum([at["code"] == "MESH_PRIMITIVE_INVALID_ATTRIBUTE" for at in found]) <= 4
