"""One place in every format, drawn by Spark and three: the same picture from all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.export.markers import HFOV_RAD, stroll, view
from tests.export.test_splat_files import record
from tests.web.conftest import OpenTab
from tests.web.gallery import HIGH_PX, LOOKS, WIDE_PX, drawn, open_gallery, psnr_db
from tests.web.readers import by_facing, showable
from worldgen.export import export_walk
from worldgen.geometry import Camera

pytestmark = pytest.mark.web

SPLATS = ("walk.ply", "walk.compressed.ply", "walk.splat", "walk.spz", "walk.sog", "walk.splat.glb")
SURFACES = ("walk.glb", "walk.lod.glb", "walk.obj")
BY_OTHERS = ("walk.splat.usdz", "walk.usdz")
"""OpenUSD reads these, where it is installed."""

BARE = ("walk.points.ply", "walk.collider.glb", "walk.sky.glb")
CAMERA = stroll(24, 128)[6].camera
"""Whence it is looked at: everything is in view."""

TRUTH = view(0, Camera.from_fov(WIDE_PX, HIGH_PX, HFOV_RAD).at(CAMERA.pose_c2w)).rgb
BELOW = np.s_[HIGH_PX // 2 :]

Picture = NDArray[np.uint8]
Draw = Callable[[str], Picture]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The marker scene, walked, lifted once, and written in every format."""
    folder = tmp_path_factory.mktemp("markers")
    walk = record(folder / "walk", stroll(24, 128))
    for name in (*SPLATS, *SURFACES, *BY_OTHERS, *BARE):
        export_walk(walk, folder / name)
    return folder


@pytest.fixture
def gallery(open_tab: OpenTab, files: Path) -> Iterator[Draw]:
    """Draws a file by its name, from where everything is in view."""
    tab = open_tab(**LOOKS)
    open_gallery(tab, files, CAMERA)
    yield lambda name: drawn(tab, showable(files, name))
    assert tab.complaints == []


def test_every_format_shows_the_same_place(gallery: Draw) -> None:
    """A file that is turned, mirrored, scaled or tinted by its writer stands out at once."""
    pictures = {name: gallery(name) for name in (*SPLATS, *SURFACES)}
    for name in SPLATS:
        assert psnr_db(pictures[name], pictures["walk.ply"]) > 30, name
        assert psnr_db(pictures[name], TRUTH) > 17, name
    for name in SURFACES:
        assert psnr_db(pictures[name][BELOW], pictures["walk.glb"][BELOW]) > 17, name
        assert_upright(pictures[name], TRUTH, 15)


def test_what_openusd_reads_shows_the_same_place(gallery: Draw) -> None:
    """Quick Look and Omniverse are not here; the library that they stand on is."""
    pytest.importorskip("pxr")
    assert psnr_db(gallery("walk.splat.usdz"), gallery("walk.ply")) > 30
    assert psnr_db(gallery("walk.usdz")[BELOW], gallery("walk.lod.glb")[BELOW]) > 25


def test_points_collider_and_sky_lie_in_the_same_place(gallery: Draw, files: Path) -> None:
    """They are loaded beside splats and surfaces, and must fit as they come."""
    points = gallery("walk.points.ply")
    assert coloured_alike(points, TRUTH) > max(0.5, coloured_alike(points, TRUTH[:, ::-1]) + 0.2)
    (files / "facing.as.glb").write_bytes(by_facing(files / "walk.glb"))
    assert_upright(gallery("walk.collider.glb"), gallery("facing.as.glb"), 12)
    above = np.s_[: HIGH_PX // 3, : WIDE_PX // 3]
    assert psnr_db(gallery("walk.sky.glb")[above], TRUTH[above]) > 25


def assert_upright(picture: Picture, truth: Picture, near_db: float) -> None:
    """Like the truth below the horizon (surfaces have no sky), and more so than like its mirror."""
    below, mirrored = picture[BELOW], truth[:, ::-1][BELOW]
    assert psnr_db(below, truth[BELOW]) > max(near_db, psnr_db(below, mirrored) + 2)


def coloured_alike(picture: Picture, truth: Picture) -> float:
    """Of the bars and letters in a picture, the share that is bar or letter in the truth, too."""
    vivid, there = (np.ptp(at[BELOW].astype(int), axis=2) > 75 for at in (picture, truth))
    return float(there[vivid].mean())
