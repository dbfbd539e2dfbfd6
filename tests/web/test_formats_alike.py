"""One place in every format, drawn by Spark and three: the same picture from all of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.export.markers import HFOV_RAD, stroll, view
from tests.export.test_splat_files import record
from tests.web.conftest import OpenTab
from tests.web.gallery import HIGH_PX, LOOKS, WIDE_PX, drawn, open_gallery, psnr_db
from worldgen.export import export_walk
from worldgen.geometry import Camera

pytestmark = pytest.mark.web

SPLATS = ("walk.ply", "walk.compressed.ply", "walk.splat", "walk.spz", "walk.sog", "walk.splat.glb")
SURFACES = ("walk.glb", "walk.lod.glb", "walk.obj")
AT = 6
"""Whence it is looked at: everything is in view."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The marker scene, walked, lifted once, and written in every format."""
    folder = tmp_path_factory.mktemp("markers")
    walk = record(folder / "walk", stroll(24, 128))
    for name in (*SPLATS, *SURFACES):
        export_walk(walk, folder / name)
    return folder


def test_every_format_shows_the_same_place(open_tab: OpenTab, files: Path) -> None:
    """A file that is turned, mirrored, scaled or tinted by its writer stands out at once."""
    tab = open_tab(**LOOKS)
    camera = stroll(24, 128)[AT].camera
    open_gallery(tab, files, camera)
    pictures = {name: drawn(tab, name) for name in (*SPLATS, *SURFACES)}
    lens = Camera.from_fov(WIDE_PX, HIGH_PX, HFOV_RAD)
    truth = view(0, lens.at(camera.pose_c2w)).rgb
    for name in SPLATS:
        assert psnr_db(pictures[name], pictures["walk.ply"]) > 30, name
        assert psnr_db(pictures[name], truth) > 17, name
    below = np.s_[HIGH_PX // 2 :]  # surfaces have no sky
    for name in SURFACES:
        assert psnr_db(pictures[name][below], pictures["walk.glb"][below]) > 17, name
        right, mirrored = (
            psnr_db(pictures[name][below], t[below]) for t in (truth, truth[:, ::-1])
        )
        assert right > 15 and right > mirrored + 2, name
    assert tab.complaints == []
