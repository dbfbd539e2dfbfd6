"""What was written is what is read."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from tests.conftest import FrameMaker
from worldgen.errors import RecordingError, ShapeError
from worldgen.geometry import Camera, pose
from worldgen.recording import WalkHeader, WalkWriter, read_walk, zip_walk
from worldgen.recording.storage import share
from worldgen.types import CLEAR, Action, Frame, Weather

CONTRACT = {
    "format", "worldgen_version", "prompt", "seed", "model", "machine", "fps", "camera",
    "depth_scale_m", "events", "frames",
}  # fmt: skip
shares = st.floats(-1, 1)
actions = st.builds(
    Action, forward=shares, strafe=shares, up=shares, yaw=shares, pitch=shares,
    jump=st.booleans(), run=st.booleans(),
)  # fmt: skip
depths = arrays(
    np.float32,
    (3, 5),
    elements=st.one_of(st.floats(0.0625, 250, width=32), st.sampled_from([0.0, np.inf])),
)


def _document(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "walk.json").read_text(encoding="utf-8"))
    return document


def test_the_file_says_what_the_contract_asks(recorded_walk: Path) -> None:
    """Names, kinds and pictures, read without our own reader."""
    document = _document(recorded_walk)
    assert set(document) == CONTRACT
    assert document["format"] == "worldgen-walk-1"
    assert set(document["camera"]) == {"width_px", "height_px", "fx", "fy", "cx", "cy"}
    assert document["events"] == [{"index": 5, "text": "night falls"}]
    assert [frame["index"] for frame in document["frames"]] == list(range(16))
    frame = document["frames"][7]
    assert {"index", "time_s", "action", "pose_c2w", "rgb", "depth"} <= set(frame)
    assert len(frame["pose_c2w"]) == 16
    assert document["frames"][0]["action"] is None
    assert frame["action"]["forward"] == 1.0
    with Image.open(recorded_walk / frame["rgb"]) as rgb:
        assert (rgb.format, rgb.mode, rgb.size) == ("PNG", "RGB", (32, 18))
    with Image.open(recorded_walk / frame["depth"]) as depth:
        values = np.asarray(depth)
    assert values.dtype == np.uint16
    assert (values[0] == 65535).all()
    assert (values[1] == 0).all()


def test_frames_come_back_as_they_were(recorded_walk: Path, make_frame: FrameMaker) -> None:
    """Colour, pose and time exactly, depth to half its scale, sky and unknown as such."""
    with read_walk(recorded_walk) as walk:
        assert len(walk) == 16
        assert walk.prompt.text == "a snowy village at dusk"
        for index, frame in enumerate(walk.frames()):
            wrote = make_frame(index)
            assert wrote.depth_m is not None
            assert frame.depth_m is not None
            np.testing.assert_array_equal(frame.rgb, wrote.rgb)
            np.testing.assert_array_equal(frame.camera.pose_c2w, wrote.camera.pose_c2w)
            np.testing.assert_allclose(frame.depth_m, wrote.depth_m, atol=0.00201)
            np.testing.assert_array_equal(frame.sky, np.isinf(wrote.depth_m))
            assert (frame.index, frame.time_s) == (index, wrote.time_s)


@given(
    depth_m=depths,
    action=actions,
    said=st.lists(st.text(max_size=20), max_size=3),
    place=st.tuples(*[st.floats(-1e4, 1e4)] * 3, st.floats(-3, 3), st.floats(-1.2, 1.2)),
    scale_m=st.sampled_from([0.001, 0.004, 0.02]),
)
def test_any_frame_survives_the_disk(
    tmp_path_factory: pytest.TempPathFactory,
    depth_m: np.ndarray,
    action: Action,
    said: list[str],
    place: tuple[float, ...],
    scale_m: float,
) -> None:
    """Whatever was seen, done and said; half a surrogate pair alone becomes a question mark."""
    folder = tmp_path_factory.mktemp("any") / "walk"
    lens = Camera.from_fov(5, 3, 1.0)
    header = WalkHeader(
        prompt={"text": "x", "image": None}, seed=-3, model={"name": "echo", "sha256": ""},
        fps=10, camera=WalkHeader.camera_of(lens), depth_scale_m=scale_m,
    )  # fmt: skip
    frame = Frame(
        rgb=np.zeros((3, 5, 3), np.uint8),
        depth_m=depth_m,
        camera=lens.at(pose(np.array(place[:3]), place[3], place[4])),
        index=0,
        time_s=0.0,
    )
    with WalkWriter.create(folder, header) as writer:
        writer.append(frame, action, said)
    with read_walk(folder) as walk:
        read = walk.frame(0)
        assert walk.actions == [action]
        assert [event["text"] for event in walk.events] == [
            text.encode(errors="replace").decode() for text in said
        ]
    assert read.depth_m is not None
    np.testing.assert_array_equal(read.camera.pose_c2w, frame.camera.pose_c2w)
    np.testing.assert_array_equal(np.isinf(read.depth_m), np.isinf(depth_m))
    np.testing.assert_array_equal(read.depth_m == 0, depth_m == 0)
    near = np.isfinite(depth_m) & (depth_m < scale_m * 65534)
    np.testing.assert_allclose(read.depth_m[near], depth_m[near], atol=scale_m * 0.51)


def test_the_weather_comes_back_and_fair_weather_takes_no_room(
    tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """Films need it; a walk from before there was any must read as before."""
    wet, misty = Weather(haze_per_m=0.02, rain=0.75), Weather(haze_per_m=0.03)
    weathers = [CLEAR, wet, Weather(snow=0.5), misty, CLEAR]
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        for index, weather in enumerate(weathers):
            writer.append(replace(make_frame(index), weather=weather), None)
    lines = _document(tmp_path / "walk")["frames"]
    assert lines[1]["weather"] == {"haze_per_m": 0.02, "rain": 0.75, "snow": 0.0}
    assert ["weather" in line for line in lines] == [False, True, True, True, False]
    assert all(list(line)[-1] == "pose_c2w" for line in lines)
    with WalkWriter.resume(tmp_path / "walk"), read_walk(tmp_path / "walk") as walk:
        assert [frame.weather for frame in walk.frames()] == weathers


def test_it_is_whole_json_after_every_frame(
    tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """Before the first frame too, and whatever is said in between."""
    folder = tmp_path / "walk"
    with WalkWriter.create(folder, header) as writer:
        assert _document(folder)["frames"] == []
        for index in range(5):
            writer.append(make_frame(index), Action(), ["Schnee ❄", 'a "tower"\n'] * (index % 2))
            document = _document(folder)
            assert len(document["frames"]) == index + 1 == len(writer)
            assert len(document["events"]) == 2 * ((index + 1) // 2)


def test_a_zip_is_the_same_walk(recorded_walk: Path, tmp_path: Path) -> None:
    """Frame for frame; also with a folder inside, and without what is not the walk's."""
    (recorded_walk / "frames" / "999999.png").write_bytes(b"left over by a kill")
    zip_walk(recorded_walk, tmp_path / "walk.zip")
    deeper = tmp_path / "deeper.zip"
    with zipfile.ZipFile(tmp_path / "walk.zip") as flat, zipfile.ZipFile(deeper, "w") as nested:
        assert len(flat.namelist()) == 33
        for name in flat.namelist():
            nested.writestr(f"my walk/{name}", flat.read(name))
    for path in (tmp_path / "walk.zip", deeper):
        with read_walk(path) as zipped, read_walk(recorded_walk) as plain:
            assert zipped.header == plain.header
            assert zipped.events == plain.events
            assert zipped.actions == plain.actions
            for a, b in zip(zipped.frames(), plain.frames(), strict=True):
                np.testing.assert_array_equal(a.rgb, b.rgb)
                np.testing.assert_array_equal(a.depth_m, b.depth_m)
                np.testing.assert_array_equal(a.camera.pose_c2w, b.camera.pose_c2w)


def test_a_picture_prompt_lies_in_the_walk(
    tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """As it was given, in the folder and in the ZIP."""
    picture = Image.effect_noise((40, 30), 80).convert("RGB")
    pictured = WalkHeader(**{**vars(header), "prompt": {"text": None, "image": picture}})
    folder = tmp_path / "walk"
    with WalkWriter.create(folder, pictured) as writer:
        writer.append(make_frame(0), None)
    assert _document(folder)["prompt"] == {"text": None, "image": "prompt.png"}
    zip_walk(folder, tmp_path / "walk.zip")
    for path in (folder, tmp_path / "walk.zip"):
        with read_walk(path) as walk:
            assert walk.prompt.text is None
            np.testing.assert_array_equal(np.asarray(walk.prompt.image), np.asarray(picture))


def test_a_walk_can_be_taken_up_again(recorded_walk: Path, make_frame: FrameMaker) -> None:
    """As if it had never been put down; what was said stays said."""
    before = (recorded_walk / "walk.json").read_bytes()
    with WalkWriter.resume(recorded_walk) as writer:
        assert (recorded_walk / "walk.json").read_bytes() == before
        writer.append(make_frame(16), Action(), ["day breaks"])
    with read_walk(recorded_walk) as walk:
        assert len(walk) == 17
        assert [event["index"] for event in walk.events] == [5, 16]
        np.testing.assert_array_equal(walk.frame(16).rgb, make_frame(16).rgb)


def test_the_beginning_of_a_walk_has_the_events_of_its_own_frames(
    tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """Though its indices have gaps; what was said later is not of it."""
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        for index in (0, 2, 4, 6, 8):
            said = {6: ["rain"], 8: ["snow"]}.get(index, [])
            writer.append(make_frame(index), None if index == 0 else Action(), said)
    with read_walk(tmp_path / "walk") as walk:
        assert [event["text"] for event in walk.until(4).events] == ["rain"]
        assert not walk.until(3).events and not walk.until(0).events


def test_a_walk_that_shares_pictures_never_writes_into_them(
    recorded_walk: Path, tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """A branch that was killed while it was carried over begins anew; the other walk stays."""
    before = (recorded_walk / "frames" / "000000.png").read_bytes()
    WalkWriter.create(tmp_path / "branch", header).close()
    share(recorded_walk / "frames" / "000000.png", tmp_path / "branch" / "frames" / "000000.png")
    with WalkWriter.resume(tmp_path / "branch") as writer:
        writer.append(replace(make_frame(0), rgb=make_frame(1).rgb), None)
    assert (recorded_walk / "frames" / "000000.png").read_bytes() == before


def test_a_walk_without_depth_is_a_walk(
    tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """Outside models give colour alone; depth is null then."""
    frame = make_frame(0)
    flat = Frame(rgb=frame.rgb, depth_m=None, camera=frame.camera, index=0, time_s=0.0)
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        writer.append(flat, None)
    assert _document(tmp_path / "walk")["frames"][0]["depth"] is None
    with read_walk(tmp_path / "walk") as walk:
        assert walk.frame(0).depth_m is None


def test_a_walk_that_somebody_else_wrote_is_read(recorded_walk: Path) -> None:
    """Other layout, no machine, no actions, events only at the end: the contract and no more."""
    document = _document(recorded_walk)
    del document["machine"]
    for frame in document["frames"]:
        del frame["action"]
        frame.pop("events", None)
    (recorded_walk / "walk.json").write_text(json.dumps(document, indent=4))
    with read_walk(recorded_walk) as walk:
        assert walk.actions == [None] * 16
        assert walk.events == [{"index": 5, "text": "night falls"}]
    with WalkWriter.resume(recorded_walk) as writer:
        assert len(writer) == 16
    assert _document(recorded_walk)["events"] == [{"index": 5, "text": "night falls"}]


def test_a_walk_is_never_written_over(recorded_walk: Path, header: WalkHeader) -> None:
    """A second walk needs a second folder."""
    with pytest.raises(RecordingError, match="already holds a walk"):
        WalkWriter.create(recorded_walk, header)


def test_a_frame_that_does_not_belong_is_refused(
    recorded_walk: Path, make_frame: FrameMaker
) -> None:
    """Out of order, seen by another lens, or after the end."""
    with WalkWriter.resume(recorded_walk) as writer:
        with pytest.raises(RecordingError, match="frame 15 cannot follow frame 15"):
            writer.append(make_frame(15), None)
        other = make_frame(16)
        zoomed = Frame(
            rgb=other.rgb, depth_m=None, camera=Camera.from_fov(32, 18, 0.9), index=16, time_s=1.6
        )
        with pytest.raises(ShapeError, match="another lens"):
            writer.append(zoomed, None)
    with pytest.raises(RecordingError, match="closed"):
        writer.append(make_frame(16), None)
    with read_walk(recorded_walk) as walk:
        assert len(walk) == 16


def test_the_cost_of_a_frame_does_not_grow(
    tmp_path: Path, make_frame: FrameMaker, header: WalkHeader
) -> None:
    """Bytes written by the 200th frame are those written by the 20th."""
    written = []
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        for index in range(200):
            before = (tmp_path / "walk" / "walk.json").stat().st_size
            writer.append(make_frame(index), Action(forward=1.0))
            written.append((tmp_path / "walk" / "walk.json").stat().st_size - before)
            assert len(writer._tail) < 30  # the whole of what is written again
    assert written[199] < written[20] + 80
