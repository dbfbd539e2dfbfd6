"""Splat files, read by other people's readers, and a walk's file drawn again."""

import gzip
from collections.abc import Callable
from pathlib import Path

import gaussforge
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plyfile import PlyData

from tests.lifting.gaussians.scene import WALL_M, stroll, with_depth
from tests.lifting.gaussians.test_splats import covariance, some_splats
from worldgen.errors import DamagedWalkError, ExportError, StorageError
from worldgen.evaluation.heldout import FIRST_SEED, curious_walk
from worldgen.export import check_format, export_walk
from worldgen.export.frames import chosen, most_lifted
from worldgen.export.points import points_bytes
from worldgen.export.scene import lifted, origin_of
from worldgen.export.sog import read_sog, sog_bytes
from worldgen.export.splat_glb import read_splat_glb, splat_glb_bytes
from worldgen.export.splat_packed import packed_bytes, read_packed
from worldgen.export.splat_ply import SH_0, ply_bytes, read_ply
from worldgen.export.splat_raw import raw_bytes, read_raw
from worldgen.export.spz import read_spz, spz_bytes
from worldgen.export.whole import write_checked
from worldgen.lifting.gaussians import Score, Splats
from worldgen.lifting.gaussians.score import score
from worldgen.lifting.gaussians.splats import axes_of
from worldgen.models.base import ModelSpec
from worldgen.recording import WalkHeader, WalkWriter
from worldgen.types import Frame

FORMATS = (
    *("a.ply", "a.compressed.ply", "a.splat", "a.spz", "a.sog"),
    *("a.splat.glb", "a.splat.usdz", "a.points.ply"),
)
BYTES = {
    "ply": ply_bytes,
    "compressed.ply": packed_bytes,
    "splat": raw_bytes,
    "spz": spz_bytes,
    "sog": sog_bytes,
}
COARSE_M = 0.02
"""Half a 1,024th of a chunk as wide as all of the test's splats."""

INRIA = (
    "x y z nx ny nz f_dc_0 f_dc_1 f_dc_2 opacity scale_0 scale_1 scale_2 rot_0 rot_1 rot_2 rot_3"
)


def record(folder: Path, frames: list[Frame]) -> Path:
    """A walk on disk."""
    header = WalkHeader(
        prompt={"text": "a wall by the sea", "image": None},
        seed=1,
        model={"name": "truth", "sha256": "0" * 64},
        machine={},
        fps=10.0,
        camera=WalkHeader.camera_of(frames[0].camera),
    )
    with WalkWriter.create(folder, header) as writer:
        for frame in frames:
            writer.append(frame, None, [])
    return folder


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three true frames of a place with ground, wall and sky."""
    return record(tmp_path_factory.mktemp("walks") / "walk", stroll(3))


def in_order_of(splats: Splats, read: Splats) -> Splats:
    """The splats read, each beside the one written that it lies nearest to."""
    apart = np.linalg.norm(read.means[None] - splats.means[:, None], axis=-1)
    return read.pick(apart.argmin(axis=1)) if len(read) else read


def test_the_ply_is_what_plyfile_and_every_trainer_expect(tmp_path: Path) -> None:
    """Names in the first implementation's order, logarithms, logits, harmonics."""
    splats, file = some_splats(50), tmp_path / "a.ply"
    file.write_bytes(ply_bytes(splats, Score(classic=31.5, antialiased=31.2, frames=8)))
    read = PlyData.read(file)
    vertex = read["vertex"]
    assert [at.name for at in vertex.properties] == INRIA.split()
    assert {at.val_dtype for at in vertex.properties} == {"f4"}
    assert np.array_equal(vertex["y"], splats.means[:, 1])
    assert np.allclose(vertex["scale_2"], np.log(splats.scales[:, 2]))
    assert np.allclose(1 / (1 + np.exp(-vertex["opacity"])), splats.opacities, atol=1e-6)
    assert np.allclose(0.5 + SH_0 * vertex["f_dc_1"], splats.colours[:, 1], atol=1e-6)
    assert np.array_equal(vertex["rot_0"], splats.quats[:, 0])
    assert "comment SplatRenderMode: default" in read.header
    assert "31.50 dB classic" in read.header and "y down" in read.header


@pytest.mark.parametrize("form", ["ply", "compressed.ply", "splat", "spz", "sog"])
def test_an_independent_reader_sees_the_same_splats(form: str) -> None:
    """gaussforge has its own code for each; .spz it leaves in the format's y-up axes."""
    splats = some_splats(200)
    data = BYTES[form](splats)
    answer = gaussforge.GaussForge().convert(data, form, "ply")
    assert "error" not in answer, answer
    read = read_ply(answer["data"])
    read = read.half_turned() if form == "spz" else read
    assert_alike(read, splats, COARSE_M if form == "compressed.ply" else 2e-3)


def assert_alike(
    read: Splats, splats: Splats, places_m: float = 2e-3, turn_deg: float = 1.5
) -> None:
    """The same scene, to what bytes can say; half a turn about its own axis turns no splat."""
    assert len(read) == len(splats)
    read = in_order_of(splats, read)
    assert np.allclose(read.means, splats.means, atol=places_m)
    assert np.allclose(np.log(read.scales), np.log(splats.scales), atol=0.04)
    assert np.allclose(read.opacities, splats.opacities, atol=0.003)
    assert np.allclose(read.colours, splats.colours, atol=0.01)
    turn = np.abs(np.sum(axes_of(read.quats) * axes_of(splats.quats), axis=1))
    assert turn.min(initial=1) > np.cos(np.radians(turn_deg))


READERS = (
    *((ply_bytes, read_ply), (raw_bytes, read_raw), (spz_bytes, read_spz)),
    *((packed_bytes, read_packed), (sog_bytes, read_sog), (splat_glb_bytes, read_splat_glb)),
)


@given(st.integers(0, 10_000), st.sampled_from([0, 1, 40]))
def test_each_format_reads_back(seed: int, count: int) -> None:
    """None, one and some: places, sizes, turns, colours and opacities to the format's precision."""
    splats = some_splats(count, seed)
    for write, read in READERS:
        if count or write not in (sog_bytes, splat_glb_bytes):  # these two want one at least
            places_m = COARSE_M if write is packed_bytes else 2e-3
            assert_alike(read(write(splats)), splats, places_m)


@pytest.mark.parametrize(("write", "read"), READERS)
def test_splats_that_are_all_alike_read_back(
    write: Callable[[Splats], bytes], read: Callable[[bytes], Splats]
) -> None:
    """Ranges of no width: 0 / 0 is what such files are known to be broken by."""
    one = some_splats(1)
    splats = one.pick(np.zeros(300, np.intp))
    back = read(write(splats))
    assert len(back) == 300
    assert_alike(back.pick(np.arange(1)), one)


def test_spz_reaches_far() -> None:
    """A sky two kilometres off costs precision, not the sign or the place."""
    splats = some_splats(20)
    far = Splats(
        means=splats.means * 800,
        scales=splats.scales,
        quats=splats.quats,
        opacities=splats.opacities,
        colours=splats.colours,
    )
    assert np.allclose(read_spz(spz_bytes(far)).means, far.means, atol=2e-3)


def test_points_stand_upright(tmp_path: Path) -> None:
    """plyfile reads places y up, unit normals, and colours as bytes."""
    splats, file = some_splats(30), tmp_path / "a.points.ply"
    file.write_bytes(points_bytes(splats))
    vertex = PlyData.read(file)["vertex"]
    assert np.allclose(vertex["y"], -splats.means[:, 1])
    assert np.allclose(vertex["z"], -splats.means[:, 2])
    assert np.array_equal(vertex["red"], np.round(255 * splats.colours[:, 0]))
    facing = np.stack([vertex[name] for name in ("nx", "ny", "nz")], axis=1)
    assert np.allclose(np.linalg.norm(facing, axis=1), 1, atol=1e-4)
    smallest = Splats(
        means=splats.means,
        scales=np.tile(np.array([1, 1, 1e-3], np.float32), (30, 1)),
        quats=splats.quats,
        opacities=splats.opacities,
        colours=splats.colours,
    ).half_turned()
    along = np.einsum("ni,nij,nj->n", facing, covariance(smallest), facing)
    assert (along < 1e-4).all()


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_ply, b"ply\nformat ascii 1.0\nend_header\n"),
        (read_ply, ply_bytes(some_splats(3))[:-1]),
        (read_ply, points_bytes(some_splats(3))),
        (read_raw, raw_bytes(some_splats(3))[:-1]),
        (read_packed, packed_bytes(some_splats(300))[:-1]),
        (read_packed, ply_bytes(some_splats(3))),
        (read_sog, sog_bytes(some_splats(3))[:-9]),
        (read_sog, b"PK"),
        (read_splat_glb, splat_glb_bytes(some_splats(3))[:-1]),
        (read_splat_glb, b"glTF"),
        (read_spz, b"not gzip"),
        (read_spz, spz_bytes(some_splats(3))[:-9]),
        (read_spz, gzip.compress(gzip.decompress(spz_bytes(some_splats(3)))[:-1])),
    ],
)
def test_a_file_that_is_not_whole_is_told(read: object, data: bytes) -> None:
    """Reading back means nothing if anything reads."""
    assert callable(read)
    with pytest.raises(ExportError):
        read(data)


def test_all_files_of_a_walk_share_one_frame(walk: Path, tmp_path: Path) -> None:
    """Ground at 0, the same places; `.points.ply` is the half turn of the others, sky left out."""
    shares: list[float] = []
    for name in FORMATS:
        export_walk(walk, tmp_path / name, shares.append)
        assert shares[-1] == 1.0
    splats = read_ply((tmp_path / "a.ply").read_bytes())
    assert_alike(read_spz((tmp_path / "a.spz").read_bytes()), splats)
    assert_alike(read_splat_glb((tmp_path / "a.splat.glb").read_bytes()), splats)
    for read, name in ((read_packed, "a.compressed.ply"), (read_sog, "a.sog")):
        near = read((tmp_path / name).read_bytes())
        assert np.allclose(np.median(near.means, axis=0), np.median(splats.means, axis=0), atol=0.2)
    assert len(read_raw((tmp_path / "a.splat").read_bytes())) == len(splats)
    points = PlyData.read(tmp_path / "a.points.ply")["vertex"]
    off_m = np.minimum(abs(points["y"]), abs(points["z"] + WALL_M))
    assert np.quantile(off_m, 0.98) < 0.03 and points["y"].max() > 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FORMATS)


def test_the_longest_extension_decides() -> None:
    """`a.points.ply` is a point cloud, in any case of letters; a bare extension is no name."""
    assert check_format(Path("a.points.ply")) is not check_format(Path("a.ply"))
    assert check_format(Path("A.POINTS.PLY")) is check_format(Path("b.c.points.ply"))
    assert check_format(Path("points.ply")) is check_format(Path("a.ply"))
    with pytest.raises(ExportError, match=r"\.points\.ply"):
        check_format(Path(".points.ply"))


@pytest.mark.parametrize("name", FORMATS)
def test_what_cannot_be_lifted_leaves_no_file(name: str, tmp_path: Path) -> None:
    """No depth at all, none known, a damaged frame."""
    made = tmp_path / "made"
    made.mkdir()
    blind = record(tmp_path / "blind", [with_depth(frame, None) for frame in stroll(2)])
    with pytest.raises(ExportError, match="no depth"):
        export_walk(blind, made / name)
    unknown = [with_depth(frame, np.zeros(frame.camera.shape)) for frame in stroll(2)]
    with pytest.raises(ExportError, match="unknown"):
        export_walk(record(tmp_path / "unknown", unknown), made / name)
    hurt = record(tmp_path / "hurt", stroll(2))
    (hurt / "depth" / "000001.png").write_bytes((hurt / "frames" / "000001.png").read_bytes())
    with pytest.raises(DamagedWalkError, match="frame 1"):
        export_walk(hurt, made / name)
    assert list(made.iterdir()) == []


def test_a_walk_of_sky_has_splats_but_no_points(tmp_path: Path) -> None:
    """One frame, nothing solid in it."""
    frame = stroll(1)[0]
    sky = record(tmp_path / "sky", [with_depth(frame, np.full(frame.camera.shape, np.inf))])
    export_walk(sky, tmp_path / "a.splat")
    assert (tmp_path / "a.splat").stat().st_size > 0
    with pytest.raises(ExportError, match="sky"):
        export_walk(sky, tmp_path / "a.points.ply")


def test_a_walk_that_has_grown_is_lifted_again(tmp_path: Path) -> None:
    """What is kept for the next file is kept for this very walk."""
    folder = record(tmp_path / "walk", stroll(1))
    before = len(lifted(folder, lambda _: None).splats)
    for file in sorted(folder.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    folder.rmdir()
    record(folder, stroll(4))
    assert len(lifted(folder, lambda _: None).splats) > before


def test_long_walks_are_sampled_evenly() -> None:
    """Memory is bounded by the frames taken, fewer of large ones; first and last are among them."""
    assert chosen(3, 2) == [0, 2] and chosen(3, 160) == [0, 1, 2] and chosen(1, 160) == [0]
    taken = chosen(10_000, most_lifted((144, 256)))
    assert len(taken) == 160 and taken[0] == 0 and taken[-1] == 9_999
    assert max(np.diff(taken)) - min(np.diff(taken)) <= 1
    assert most_lifted((2160, 3840)) * 2160 * 3840 < 60_000_000
    assert most_lifted((2000, 2000)) == 13


def test_a_file_that_reads_back_wrong_is_not_kept(tmp_path: Path) -> None:
    """The old file stays as it was, and nothing lies beside it; so when the disk will not."""
    file = tmp_path / "a.ply"
    file.write_bytes(b"old")

    def refuse(back: bytes) -> None:
        raise ExportError(f"{len(back)} bytes")

    with pytest.raises(ExportError, match="3 bytes"):
        write_checked(file, b"new", refuse)
    with pytest.raises(StorageError):
        write_checked(tmp_path / "nowhere" / "a.ply", b"new", lambda _: None)
    assert file.read_bytes() == b"old" and list(tmp_path.iterdir()) == [file]


@pytest.mark.timeout(1200)  # half a minute of one core, which a busy machine stretches
def test_the_file_of_a_true_walk_looks_as_the_world_did(tmp_path: Path) -> None:
    """Twelve true pictures of a held-out scene: the *file*, drawn again, shows them, both ways."""
    lens = ModelSpec(
        name="small",
        title="a small picture",
        width_px=128,
        height_px=72,
        hfov_rad=1.2217,
        dt_s=0.1,
        keys=(),
        licence="none",
    )
    steps = curious_walk(FIRST_SEED + 3, 24, lens)
    truth = [steps.truth(index) for index in range(0, 24, 2)]
    folder, file = record(tmp_path / "walk", truth), tmp_path / "a.ply"
    export_walk(folder, file)
    splats = read_ply(file.read_bytes())
    marks = score(splats.moved(origin_of(folder, lambda _: None).at_m), truth)
    assert marks.classic > 29 and marks.antialiased > 29
