"""The browser's side, module by module, in a real Chromium: the wire's twin, and the painter."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from tests.web.conftest import OpenTab
from worldgen.sessions import protocol as wire

pytestmark = pytest.mark.web


@pytest.fixture
def module(open_tab: OpenTab) -> Any:
    """Evaluate JavaScript that may use the exports of one of our modules as `m`."""
    tab = open_tab()
    path = tab.page.evaluate("window.worldgen.settings.static")

    def evaluate(name: str, script: str, argument: Any = path) -> Any:
        return tab.page.evaluate(
            f"async (argument) => {{ const m = await import('/{path}{name}'); {script} }}", argument
        )

    return evaluate


def test_both_sides_read_a_frame_alike(module: Any) -> None:
    """The header's layout is written down twice: a drift would show the wrong pose, or nothing."""
    planes = tuple(
        wire.Plane(name=name, codec=codec, width_px=5, height_px=3, data=bytes(range(7)))
        for name, codec in zip(wire.PlaneName, 2 * list(wire.Codec), strict=True)
    )
    frame = wire.FrameMessage(
        walk=3, index=70_000, answers=12, echo_ms=1.7e12 + 0.25, model_ms=41.5, time_s=7.5,
        width_px=256, height_px=144, focal_px=182.5, waiting_yaw_rad=0.25, waiting_pitch_rad=-0.5,
        rain=0.75, snow=0.125,
        pose_c2w=tuple(float(i) / 2 for i in range(16)), planes=planes,
    )  # fmt: skip
    data = base64.b64encode(wire.encode_frame(frame)).decode()
    seen = module(
        "wire.js",
        """const bytes = Uint8Array.from(atob(argument), (c) => c.charCodeAt(0));
           const frame = m.parseFrame(bytes.buffer);
           for (const plane of frame.planes) plane.data = [...plane.data];
           return frame;""",
        data,
    )
    assert seen == {
        "walk": 3, "index": 70_000, "answers": 12, "echoMs": 1.7e12 + 0.25, "modelMs": 41.5,
        "timeS": 7.5, "width": 256, "height": 144, "focalPx": 182.5,
        "waiting": {"yaw": 0.25, "pitch": -0.5}, "rain": 0.75, "snow": 0.125,
        "pose": [i / 2 for i in range(16)],
        "planes": [
            {"name": p.name, "codec": p.codec, "width": 5, "height": 3,
             "data": list(range(7))}
            for p in planes
        ],
    }  # fmt: skip


def test_every_message_the_page_makes_is_one_we_take(module: Any) -> None:
    """A renamed field would be refused while somebody walks."""
    made = module(
        "wire.js",
        """const control = {seq: 1, at_ms: 2.5, keys: ["W"], forward: 0, strafe: 0,
                            yaw_rad: 0.1, pitch_rad: 0};
           return Object.entries(m.message).map(([name, make]) => make(...{
             hello: ["token"], start: ["a lake", 7, false], control: [control], ack: [1, 2],
             event: ["it rains"], pause: [true],
             edit: [1, 12, "a pond", {width: 3, height: 2, bits: [0, 1, 1, 1, 0, 0]}],
             fly: [true], restart: [], stop: [],
             save: [["mp4"]], cancel: [], peek: [1, 12], rewind: [1, 12],
           }[name]));""",
    )
    kinds = {type(wire.parse(json.dumps(fields))).__name__.lower() for fields in made}
    assert kinds == {
        "hello",
        "start",
        "control",
        "ack",
        "event",
        "edit",
        "pause",
        "fly",
        "cancel",
        "restart",
        "stop",
        "save",
        "peek",
        "rewind",
    }


def test_both_sides_write_a_mask_alike(module: Any) -> None:
    """Else another part would be changed than was painted over."""
    import numpy as np

    from worldgen.media import encode_runs

    dice = np.random.default_rng(1)
    masks = [dice.random((5, 8)) < share for share in (0.0, 0.1, 0.5, 0.9, 1.0)]
    seen = module(
        "wire.js",
        "return argument.map((bits) => m.runsOf(bits));",
        [mask.ravel().astype(int).tolist() for mask in masks],
    )
    assert seen == [encode_runs(mask) for mask in masks]


def test_both_sides_agree_on_numbers(module: Any) -> None:
    """Protocol number, plane names, codecs and close codes."""
    from worldgen.sessions import outbox

    seen = module("wire.js", "return [m.PROTOCOL, m.PLANE, m.CODEC, m.CLOSE];")
    planes = {plane.name.lower(): plane.value for plane in wire.PlaneName}
    assert seen[:2] == [wire.PROTOCOL, planes]
    assert sorted(seen[2].values()) == sorted(wire.Codec)
    assert seen[3] == {
        "protocol": outbox.CLOSE_PROTOCOL, "unknown": outbox.CLOSE_UNKNOWN,
        "silent": outbox.CLOSE_SILENT, "taken": outbox.CLOSE_TAKEN,
    }  # fmt: skip


PAINT = """
  const small = new OffscreenCanvas(64, 36), pen = small.getContext("2d");
  pen.fillStyle = "#20304a"; pen.fillRect(0, 0, 64, 36);
  pen.fillStyle = "#e0a040"; pen.beginPath();
  pen.moveTo(8, 32); pen.lineTo(30, 5); pen.lineTo(58, 28); pen.fill();
  const drawn = {};
  for (const sharp of ["plain", "gpu"]) {
    const canvas = new OffscreenCanvas(320, 180);
    const painter = m.createPainter(canvas, {sharp});
    painter.resize(320, 180);
    painter.take(await createImageBitmap(small));
    painter.fit();
    const copy = new OffscreenCanvas(320, 180).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, 320, 180);
    drawn[painter.kind] = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  }
  return drawn;
"""


def test_both_painters_show_the_same_picture_and_ours_is_the_sharper_one(module: Any) -> None:
    """The shader is upright, in its colours and in its place; and it earns its cost."""
    import numpy as np

    drawn = module("painter.js", PAINT)
    plain, sharp = (
        np.frombuffer(base64.b64decode(drawn[kind]), np.uint8)
        .reshape(180, 320, 4)[..., :3]
        .astype(float)
        for kind in ("plain", "gpu")
    )
    assert np.abs(plain - sharp).mean() < 6
    assert np.abs(plain.mean((0, 1)) - sharp.mean((0, 1))).max() < 3
    steepest = [np.sort(np.abs(np.diff(image.mean(2), axis=1)).ravel())[-400:].mean()
                for image in (plain, sharp)]  # fmt: skip
    assert steepest[1] > 1.2 * steepest[0]


REDRAW = """
  const { Field, warp } = await import(`/${argument}warp.js`);
  const pen = new OffscreenCanvas(64, 36).getContext("2d");
  const pictures = async () => {
    const made = [];
    for (const [paper, ink] of [["#20304a", "#e0a040"], ["#802020", "#40c0a0"]]) {
      pen.fillStyle = paper; pen.fillRect(0, 0, 64, 36);
      pen.fillStyle = ink; pen.fillRect(20, 8, 14, 20);
      made.push(await createImageBitmap(pen.canvas));
    }
    return made;
  };
  const near = new Float32Array(32 * 18).fill(0.05);
  for (let y = 4; y < 14; y += 1) near.fill(0.8, y * 32 + 10, y * 32 + 17);
  const at = (x, yaw) => ({ x, y: 0, z: 0, yaw, pitch: 0 });
  const field = new Field(32, 18, 2);
  warp(field, at(0.2, 0.3), [
    { slot: 1, place: at(0, 0), focal: 45, near },
    { slot: 0, place: at(0.1, 0.5), focal: 45, near },
  ]);
  const drawn = {};
  for (const sharp of ["plain", "gpu"]) {
    const canvas = new OffscreenCanvas(320, 180);
    const painter = m.createPainter(canvas, {sharp});
    painter.resize(320, 180);
    const [first, second] = await pictures();
    painter.take(second, 0);
    painter.take(first, 1);
    painter.redraw(field);
    const copy = new OffscreenCanvas(320, 180).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, 320, 180);
    drawn[painter.kind] = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
  }
  return drawn;
"""


def test_both_painters_put_the_same_picture_together(module: Any) -> None:
    """The shader and its twin on the processor read one field: from both slots, moved alike."""
    import numpy as np

    plain, sharp = (
        np.frombuffer(base64.b64decode(data), np.uint8).reshape(180, 320, 4)[..., :3].astype(float)
        for data in module("painter.js", REDRAW).values()
    )
    assert np.abs(plain - sharp).mean() < 6
    assert np.abs(plain - sharp[:, ::-1]).mean() > 12
    for picture in (plain, sharp):
        assert (picture[..., 0] > picture[..., 2] + 40).any()  # the ink of the newest
        assert (np.abs(picture - [128, 32, 32]).max(axis=2) < 12).mean() > 0.05  # the older paper


def test_without_a_gpu_the_plain_painter_is_chosen(module: Any) -> None:
    """WebGL on the processor would take the model's cores away."""
    kind = module(
        "painter.js", "return m.createPainter(new OffscreenCanvas(8, 8), {sharp: 'auto'}).kind;"
    )
    assert kind == "plain"


@pytest.mark.parametrize("told", [["starting", "walking"], ["walking"]])
def test_whoever_asked_for_a_walk_has_the_keys_when_it_begins(module: Any, told: list[str]) -> None:
    """A quick model is walking before its 'starting' is sent; the page must not wait for it."""
    answers = module(
        "journey.js",
        """const journey = new m.Journey();
           journey.stated({ stage: "ready", walk: 0 });
           journey.ask({ text: "a lake", seed: 1 });
           const told = argument.map((stage) => journey.stated({ stage, walk: 1 }).engage);
           const again = journey.stated({ stage: "walking", walk: 1 }).engage;
           return [told.at(-1), journey.asked, journey.prompt, again];""",
        told,
    )
    assert answers == [True, None, "a lake", False]


@pytest.mark.parametrize("asked", ["before", "after"])
def test_what_went_down_with_the_line_is_asked_again_and_nothing_else(
    module: Any, asked: str
) -> None:
    """Who is quick asks between the greeting and the first status: that would begin two worlds."""
    lost = module(
        "journey.js",
        """const journey = new m.Journey(), world = { text: "a lake", seed: 1 };
           if (argument === "before") journey.ask(world);
           journey.welcomed("");
           if (argument === "after") journey.ask(world);
           return journey.stated({ stage: "empty", walk: 0 }).lost;""",
        asked,
    )
    assert lost == (asked == "before")


def test_who_comes_back_to_a_walk_takes_the_keys_by_a_click(module: Any) -> None:
    """The first status after connecting tells of a walk that was on; nobody waited for it."""
    engage = module(
        "journey.js",
        """const journey = new m.Journey();
           journey.welcomed("a lake");
           return journey.stated({ stage: "walking", walk: 3 }).engage;""",
    )
    assert engage is False
