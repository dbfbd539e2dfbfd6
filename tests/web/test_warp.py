"""Pictures put together from others: where things belong, without holes, and never in between."""

from __future__ import annotations

import base64
import math
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.export.markers import HFOV_RAD, view
from tests.web.exchange import STATIC, run_js
from worldgen.geometry import Camera, pose
from worldgen.sessions.keys import Taken
from worldgen.sessions.protocol import PlaneName, decode_frame
from worldgen.sessions.view import SKY, UNKNOWN, ViewConfig, depth_values, pack
from worldgen.types import Action, Frame

WIDE_PX, HIGH_PX = 256, 144
LENS = Camera.from_fov(WIDE_PX, HIGH_PX, HFOV_RAD)
Place = tuple[float, float, float]
"""Aside and ahead in metres, and yaw."""

WARP = """
  const { unpackDepth } = await import(argument.base + "/depth.js");
  const { remap, sourceOf } = await import(argument.base + "/remap.js");
  const { placeOf } = await import(argument.base + "/places.js");
  const bytes = (text) => Uint8Array.from(Buffer.from(text, "base64"));
  const [views, sources] = [[], []];
  for (const [slot, { pose, depth, rgba }] of argument.views.entries()) {
    const { near } = await unpackDepth({ width: 128, height: 72, data: bytes(depth) });
    views.push({ slot, place: placeOf(pose), focal: argument.focal, near });
    sources.push(sourceOf({ width: 256, height: 144, data: bytes(rgba) }));
  }
  const field = new m.Field(128, 72, 2), out = new Uint32Array(256 * 144);
  m.warp(field, placeOf(argument.pose), views);
  remap(field, sources, out);
  const text = (array) => Buffer.from(array.buffer).toString("base64");
  return { cells: text(field.cells), near: text(field.near), out: text(out), left: field.left };
"""


def seen_from(place: Place) -> Frame:
    """The marker scene, as it truly is from there."""
    aside, ahead, yaw = place
    return view(0, LENS.at(pose(np.array([aside, -1.6, ahead]), yaw)))


def coded(array: Any) -> str:
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def warped(to: Place, *seen: Place) -> tuple[NDArray[Any], NDArray[Any]]:
    """The picture from `to`, put together from what was seen, newest first; and its cells.

    A cell is dx, dy, slot, soft, and one over its depth.
    """
    views = []
    for frame in map(seen_from, seen):
        taken = Taken(action=Action(), seq=0, at_ms=0.0)
        packed = pack(frame, walk=1, taken=taken, model_ms=0.0, config=ViewConfig())
        planes = {plane.name: plane.data for plane in decode_frame(packed).planes}
        rgba = np.dstack([frame.rgb, np.full((HIGH_PX, WIDE_PX), 255, np.uint8)])
        depth = base64.b64encode(planes[PlaneName.DEPTH]).decode()
        flat = frame.camera.pose_c2w.ravel().tolist()
        views.append({"pose": flat, "depth": depth, "rgba": coded(rgba)})
    aim = seen_from(to).camera.pose_c2w.ravel().tolist()
    sent = {"base": STATIC.as_uri(), "views": views, "focal": LENS.fx, "pose": aim}
    answer = run_js("warp.js", WARP, sent)
    assert answer["left"] == 0
    cells, near = (np.frombuffer(base64.b64decode(answer[name]), np.float32).reshape(72, 128, -1)
                   for name in ("cells", "near"))  # fmt: skip
    cells = np.concatenate([cells, near], axis=2)
    out = np.frombuffer(base64.b64decode(answer["out"]), np.uint8)
    return out.reshape(HIGH_PX, WIDE_PX, 4)[..., :3], cells


def psnr_db(a: NDArray[Any], b: NDArray[Any]) -> float:
    return float(10 * np.log10(255**2 / max(((a.astype(float) - b) ** 2).mean(), 1e-9)))


HERE: Place = (0.2, -2.2, 0.0)


def test_from_where_it_was_taken_a_picture_is_itself() -> None:
    """Any shift would be seen as a shudder whenever one stops."""
    out, cells = warped(HERE, HERE)
    assert np.abs(cells[..., :4]).max() < 1e-4
    assert (out == seen_from(HERE).rgb).all()


@pytest.mark.parametrize(
    ("to", "better_db"),
    [
        ((0.2, -1.9, 0.0), 5.0),
        ((0.2, -2.5, 0.0), 5.0),
        ((0.5, -2.2, 0.0), 5.0),
        ((0.2, -2.2, 0.12), 7.0),
        ((0.2, -2.2, -0.12), 7.0),
        ((0.35, -1.95, 0.1), 7.0),
    ],
)
def test_the_picture_put_together_is_much_like_the_true_one(to: Place, better_db: float) -> None:
    """Against the last frame shown again, which is all that there was before."""
    out, _ = warped(to, HERE)
    truth, last = seen_from(to).rgb, seen_from(HERE).rgb
    assert psnr_db(out, truth) > psnr_db(last, truth) + better_db


def test_what_an_older_view_saw_comes_back() -> None:
    """Turned right and back again: the left edge is no guess."""
    right: Place = (0.2, -2.2, 0.25)
    truth = seen_from(HERE).rgb[:, :40]
    alone, _ = warped(HERE, right)
    out, cells = warped(HERE, right, HERE)
    assert psnr_db(out[:, :40], truth) > psnr_db(alone[:, :40], truth) + 6
    assert (cells[:, :10, 2] == 1).mean() > 0.9


def test_edges_stay_edges() -> None:
    """Near the board Y a cell moves as the board does or as the sky does, and nothing between."""
    _, cells = warped((0.5, -2.2, 0.0), HERE)
    row = cells[16]
    shifts = np.sort(row[row[:, 3] == 0, 0])
    assert shifts[-1] - shifts[0] > 8
    assert np.diff(shifts).max() > 5


@pytest.mark.parametrize("aside", [-0.2, 0.6])
def test_what_is_near_covers_what_is_far(aside: float) -> None:
    """Things that move across others in the picture pass before them, not behind."""
    _, cells = warped((aside, -2.2, 0.0), HERE)
    truth = seen_from((aside, -2.2, 0.0)).depth_m
    assert truth is not None
    behind = cells[..., 4] < 0.7 / truth[::2, ::2]
    assert behind[:, 15:-15].mean() < 0.004


@pytest.mark.parametrize("yaw", [-0.4, 0.4])
def test_beside_the_picture_its_colours_go_on(yaw: float) -> None:
    """What nobody has seen is never black, and nothing sharp that one could take for true."""
    out, cells = warped((0.2, -2.2, yaw), HERE)
    strip = out[:, -60:] if yaw > 0 else out[:, :60]
    beside = seen_from(HERE).rgb[:, -30:] if yaw > 0 else seen_from(HERE).rgb[:, :30]
    assert strip.min() > 25
    assert np.abs(strip.mean((0, 1)) - beside.mean((0, 1))).max() < 30
    columns = (np.arange(128) * 2 + 1 + cells[..., 0])[:, -20:] if yaw > 0 else None
    if columns is None:
        columns = WIDE_PX - (np.arange(128) * 2 + 1 + cells[..., 0])[:, :20]
    assert columns.min() > WIDE_PX - 20  # drawn out from the edge, no mirror image of a tree
    assert (cells[:, -20:] if yaw > 0 else cells[:, :20])[..., 3].mean() > 0.8


@pytest.mark.parametrize("to", [(3.0, 4.0, 2.0), (0.2, -2.2, math.pi), (0.2, 5.4, 0.3)])
def test_a_camera_anywhere_gets_a_whole_picture(to: Place) -> None:
    """A line may stall for a second; nothing may break meanwhile."""
    out, cells = warped(to, HERE)
    assert np.isfinite(cells).all()
    assert (cells[..., 2] >= 0).all()
    assert out.max() > 0


def test_both_sides_read_depth_alike() -> None:
    """The curve from bytes to metres is written down twice."""
    depths_m = np.geomspace(0.25, 250, 72 * 128, dtype=np.float32).reshape(72, 128)
    depths_m[0], depths_m[1] = np.inf, 0
    values = depth_values(depths_m)
    assert set(values[:2].ravel().tolist()) == {SKY, UNKNOWN}
    lut = run_js("depth.js", "return [m.NEAREST_M, m.FARTHEST_M, [...m.NEARNESS]];")
    assert lut[:2] == [0.25, 250]
    near = np.array(lut[2])[values]
    assert near[2:] == pytest.approx(1 / depths_m[2:], rel=0.015)
    assert (near[:2] == 0).all()


def test_what_is_straight_ahead_is_measured_in_the_middle() -> None:
    """It keeps the prediction off walls: a speck must not stop it, nor the sky let it through."""
    depth_m = np.full((HIGH_PX, WIDE_PX), np.inf, np.float32)
    depth_m[50:100, 90:170] = 0.8
    depth_m[70:72, 126:128] = 0.25
    ahead = []
    for depth in (depth_m, np.full_like(depth_m, np.inf)):
        frame = Frame(rgb=np.zeros((HIGH_PX, WIDE_PX, 3), np.uint8), depth_m=depth, camera=LENS,
                      index=0, time_s=0.0)  # fmt: skip
        taken = Taken(action=Action(), seq=0, at_ms=0.0)
        packed = pack(frame, walk=1, taken=taken, model_ms=0.0, config=ViewConfig())
        plane = decode_frame(packed).planes[1]
        ahead.append(
            run_js(
                "depth.js",
                """const data = Uint8Array.from(Buffer.from(argument, "base64"));
                   return (await m.unpackDepth({ width: 128, height: 72, data })).aheadM;""",
                base64.b64encode(plane.data).decode(),
            )
        )
    assert ahead == [pytest.approx(0.8, rel=0.02), None]  # JSON has no infinity


def test_few_views_are_kept_and_those_that_differ() -> None:
    """Four slots, each in use once; the walk's own views, from places that are not alike."""
    slots, kept = run_js(
        "past.js",
        """const past = new m.Past(), slots = [], size = { width: 1, height: 1 };
           const pose = (yaw) => [Math.cos(yaw), 0, Math.sin(yaw), 0, 0, 1, 0, 0,
                                  -Math.sin(yaw), 0, Math.cos(yaw), 0, 0, 0, 0, 1];
           for (let n = 0; n < 40; n += 1) {
             const walk = n < 35 ? 1 : 2;
             past.add({ walk, focalPx: 1, pose: pose(0.03 * n) }, null, size, 50 * n);
             slots.push(past.views.map((view) => view.slot));
             if (n === 34) argument = past.views.map((view) => view.place.yaw);
           }
           return [slots, argument];""".replace("argument", "globalThis.kept"),
    )
    assert all(len(set(now)) == len(now) <= 4 for now in slots)
    assert [len(now) for now in slots[35:38]] == [1, 2, 2]
    assert kept[0] == pytest.approx(0.03 * 34) and min(-np.diff(kept[1:])) > 0.06
