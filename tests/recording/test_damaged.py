"""A damaged walk says which frame is damaged, and how."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import FrameMaker
from worldgen.errors import DamagedWalkError
from worldgen.geometry import Camera
from worldgen.media import encode_depth_png, encode_rgb_png
from worldgen.recording import WalkHeader, WalkWriter, read_walk, zip_walk
from worldgen.types import Frame


def _edit(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    path = folder / "walk.json"
    document = json.loads(path.read_text())
    change(document)
    path.write_text(json.dumps(document))


def _frame(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["frames"][3].update({name: value})


def _set(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda document: document.update({name: value})


@pytest.mark.parametrize(
    "change",
    [
        _frame("pose_c2w", [float("nan")] * 16),
        _frame("pose_c2w", [0.0] * 16),
        _frame("pose_c2w", [1.0] * 15),
        _frame("pose_c2w", "north"),
        _frame("pose_c2w", None),
        _frame("time_s", float("nan")),
        _frame("time_s", "noon"),
        _frame("index", -1),
        _frame("index", 3.5),
        _frame("action", {"forward": 7}),
        _frame("action", {"fly": 1}),
        _frame("action", [1, 2]),
        _frame("rgb", None),
        _frame("rgb", "frames/nowhere.png"),
        _frame("rgb", "../walk/frames/000003.png"),
        _frame("rgb", "/etc/passwd"),
        _frame("depth", "C:/depth.png"),
        _frame("depth", 3),
        _frame("events", 3),
        _frame("weather", "fine"),
        _frame("weather", None),
        _frame("weather", {"rain": 2}),
        _frame("weather", {"rain": "some"}),
        _frame("weather", {"hail": 0.5}),
        lambda document: document["frames"][3].pop("pose_c2w"),
        lambda document: document["frames"].__setitem__(3, "a frame"),
    ],
)
def test_the_damaged_frame_is_named(
    recorded_walk: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    """Whatever is wrong with it, opening the walk says "frame 3"."""
    _edit(recorded_walk, change)
    with pytest.raises(DamagedWalkError, match="frame 3"):
        read_walk(recorded_walk)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (_frame("rgb", "."), "must lie inside the walk"),
        (_frame("depth", "C:/depth.png"), "must lie inside the walk"),
        (_frame("time_s", 10**400), "time_s must be seconds"),
        (_frame("action", {"yaw": 10**400}), "yaw must lie in"),
        (_frame("weather", {"rain": 10**400}), "weather must be"),
        (_frame("pose_c2w", [10**400] * 16), "pose_c2w must be 16 numbers"),
        (_set("fps", 10**400), "fps must be a positive number"),
        (lambda document: document["camera"].update(fx=10**400), "fx must be a number"),
        (_frame("index", 3.0), "index must be a whole number ≥ 0, got 3.0"),
        (_frame("index", 2), "two frames have the index 2"),
        (_frame("time_s", -1), "time_s must be seconds ≥ 0, got -1"),
        (_frame("action", {"hover": 1}), "action must be an object of forward, strafe"),
        (_frame("action", "north"), "action must be an object of forward, strafe"),
        (_frame("pose_c2w", None), "pose_c2w must be 16 numbers, row by row, got None"),
        (_frame("pose_c2w", [float("nan")] * 16), "NaN or infinity is among them"),
        (_set("format", "somebody-else-4"), "format is 'somebody-else-4'"),
        (_set("fps", 0), "fps"),
        (_set("fps", "ten"), "fps"),
        (_set("depth_scale_m", float("nan")), "depth_scale_m"),
        (_set("seed", None), "seed"),
        (_set("prompt", "a village"), "prompt"),
        (_set("camera", {"width_px": 32}), "camera"),
        (_set("camera", None), "camera"),
        (_set("frames", {}), "list of frames"),
        (_set("events", [3]), "event"),
        (_set("events", 3), "events"),
        (lambda document: document.pop("model"), "model"),
        (lambda document: document.pop("frames"), "frames"),
        (lambda document: document["frames"].reverse(), "frame 14 stands after frame 15"),
    ],
)
def test_what_is_wrong_is_said(
    recorded_walk: Path, change: Callable[[dict[str, Any]], None], complaint: str
) -> None:
    """With the field's name."""
    _edit(recorded_walk, change)
    with pytest.raises(DamagedWalkError, match=complaint):
        read_walk(recorded_walk)


def test_a_mark_of_the_editor_before_the_text_is_no_damage(recorded_walk: Path) -> None:
    """As Windows' Notepad writes it."""
    path = recorded_walk / "walk.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    with read_walk(recorded_walk) as walk:
        assert len(walk) == 16


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("frames/000003.png", b""),
        ("frames/000003.png", b"not a picture"),
        ("frames/000003.png", encode_rgb_png(np.zeros((9, 9, 3), np.uint8))),
        ("frames/000003.png", encode_depth_png(np.ones((18, 32)), 0.004)),
        ("depth/000003.png", encode_depth_png(np.ones((9, 9)), 0.004)),
        ("depth/000003.png", encode_rgb_png(np.zeros((18, 32, 3), np.uint8))),
    ],
)
def test_a_damaged_picture_costs_its_frame_only(
    recorded_walk: Path, make_frame: FrameMaker, name: str, data: bytes
) -> None:
    """The frames around it are read; in a ZIP too."""
    (recorded_walk / name).write_bytes(data)
    zip_walk(recorded_walk, recorded_walk.with_suffix(".zip"))
    for path in (recorded_walk, recorded_walk.with_suffix(".zip")):
        with read_walk(path) as walk:
            with pytest.raises(DamagedWalkError, match="frame 3 is damaged"):
                walk.frame(3)
            np.testing.assert_array_equal(walk.frame(4).rgb, make_frame(4).rgb)


def test_a_missing_picture_is_noticed_on_opening(recorded_walk: Path, tmp_path: Path) -> None:
    """In a folder and in a ZIP."""
    zip_walk(recorded_walk, tmp_path / "whole.zip")
    with (
        zipfile.ZipFile(tmp_path / "whole.zip") as whole,
        zipfile.ZipFile(tmp_path / "part.zip", "w") as part,
    ):
        for name in set(whole.namelist()) - {"depth/000009.png"}:
            part.writestr(name, whole.read(name))
    (recorded_walk / "depth" / "000009.png").unlink()
    for path in (recorded_walk, tmp_path / "part.zip"):
        with pytest.raises(DamagedWalkError, match=r"frame 9.*000009\.png.*missing"):
            read_walk(path)


def test_a_missing_or_hostile_prompt_picture_is_said_so(recorded_walk: Path) -> None:
    """It is read only when asked for, and never from outside the walk."""
    _edit(recorded_walk, _set("prompt", {"text": None, "image": "prompt.png"}))
    with read_walk(recorded_walk) as walk, pytest.raises(DamagedWalkError, match=r"prompt\.png"):
        _ = walk.prompt
    _edit(recorded_walk, _set("prompt", {"text": None, "image": "/etc/passwd"}))
    with pytest.raises(DamagedWalkError, match="inside"):
        read_walk(recorded_walk)


@pytest.mark.parametrize("name", ["C:/depth.png", "../depth.png", "/depth.png", "a/../../b.png"])
def test_a_picture_outside_the_walk_is_refused_for_that(recorded_walk: Path, name: str) -> None:
    """Not because there happens to be no such file here."""
    _edit(recorded_walk, _frame("depth", name))
    with pytest.raises(DamagedWalkError, match="inside the walk"):
        read_walk(recorded_walk)


@pytest.mark.parametrize("make", ["nothing", "folder", "text", "empty zip", "two walks"])
def test_what_is_no_walk_is_said_so(tmp_path: Path, make: str) -> None:
    """A wrong path is the commonest mistake."""
    path = tmp_path / "it"
    if make == "folder":
        path.mkdir()
    elif make == "text":
        path.write_text("hello")
    elif make != "nothing":
        with zipfile.ZipFile(path, "w") as archive:
            for top in ("a/", "b/") if make == "two walks" else ():
                archive.writestr(f"{top}walk.json", "{}")
    with pytest.raises(DamagedWalkError, match="it"):
        read_walk(path)


def test_a_walk_torn_anywhere_in_its_last_write_keeps_its_whole_frames(tmp_path: Path) -> None:
    """The one write of a frame may stop at any byte: the frames before it are read, and resumed.

    Of the old file's tail what was not yet written over is still there. Every
    byte is tried: the first version glued torn lines to old events and took
    them for frames.
    """
    before, after = _before_and_after(tmp_path)
    start = next(
        at for at, pair in enumerate(zip(before, after, strict=False)) if len(set(pair)) > 1
    )
    for cut in range(start, len(after) + 1):
        (tmp_path / "walk.json").write_bytes(after[:cut] + before[cut:])
        with read_walk(tmp_path) as walk:
            whole = len(walk)
            assert whole in (3, 4), cut
            assert [event["text"] for event in walk.events] == ["Schnee ❄"] * (whole - 2), cut
        with WalkWriter.resume(tmp_path) as writer:
            assert len(writer) == whole
        assert (tmp_path / "walk.json").read_bytes() in (before, after)


def _before_and_after(folder: Path) -> tuple[bytes, bytes]:
    """A `walk.json` before and after its fourth frame; its pictures are put into the folder."""
    lens = Camera.from_fov(2, 2, 1.0)
    header = WalkHeader(
        prompt={"text": "x", "image": None}, seed=1, model={"name": "echo", "sha256": ""},
        fps=10, camera=WalkHeader.camera_of(lens),
    )  # fmt: skip
    with WalkWriter.create(folder, header) as writer:
        for index in range(4):
            before = (folder / "walk.json").read_bytes()
            rgb = np.zeros((2, 2, 3), np.uint8)
            frame = Frame(rgb=rgb, depth_m=None, camera=lens, index=index, time_s=index / 10)
            writer.append(frame, None, ["Schnee ❄"] if index in (1, 3) else [])
    return before, (folder / "walk.json").read_bytes()


@given(st.binary(max_size=300))
def test_any_bytes_are_a_walk_or_a_damaged_walk(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    """Never another error."""
    folder = tmp_path_factory.mktemp("junk")
    (folder / "walk.json").write_bytes(junk)
    with pytest.raises(DamagedWalkError):
        read_walk(folder)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=200)
@given(st.data())
def test_any_value_in_any_field_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """A walk from a stranger can do no more than be refused."""
    folder = tmp_path_factory.mktemp("field")
    _, after = _before_and_after(folder)
    document = json.loads(after)
    target = document if data.draw(st.booleans()) else document["frames"][2]
    target[data.draw(st.sampled_from(sorted(target)))] = data.draw(json_values)
    (folder / "walk.json").write_text(json.dumps(document))
    try:
        with read_walk(folder) as walk:
            assert len(walk.actions) == len(walk)
            list(walk.frames())
    except DamagedWalkError:
        pass
