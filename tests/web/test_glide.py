"""Where the page looks between two frames: at once where one turned, and never with a jump."""

from __future__ import annotations

import itertools
import math
from typing import Any

import numpy as np
import pytest

from tests.web.exchange import REPLAY, STATIC, Exchange, run_js
from worldgen.kinematics import Body, BodyConfig
from worldgen.sessions.keys import LOOK_RAD, MAX_WAITING_RAD

AXES = ("x", "y", "z", "yaw", "pitch")
STEP_M = BodyConfig().walk_m_s * 0.1
UNSEEN = 1.1e-3
"""A millimetre or its like in radians; less is not carried on."""


def held(*keys: str) -> dict[str, Any]:
    return {"keys": keys}


def turned(yaw: float, pitch: float = 0.0, *keys: str) -> dict[str, Any]:
    return {"yaw_rad": yaw, "pitch_rad": pitch, "keys": keys}


def apart(a: dict[str, Any], b: dict[str, Any]) -> float:
    """How far two places are from each other: metres and radians, whichever is more."""
    turn = math.remainder(a["yaw"] - b["yaw"], math.tau)
    far_m = math.dist([a[i] for i in "xyz"], [b[i] for i in "xyz"])
    return max(far_m, abs(turn), abs(float(a["pitch"] - b["pitch"])))


def jumps(seen: list[dict[str, Any]], kind: str) -> list[float]:
    """How far the view moved in no time when such events came."""
    return [
        apart(before, after)
        for before, after in itertools.pairwise(seen)
        if after["after"] == kind and before["after"] == "before"
    ]


@pytest.mark.parametrize("turns", [-7, -1, 0, 3])
def test_who_does_nothing_sees_the_frames_own_place(turns: int) -> None:
    """Else a still picture would be drawn anew for ever, and blurred."""
    body = Body(yaw_rad=0.3 + turns * math.tau, pitch_rad=-0.2)
    seen = Exchange(body=body, jitter_ms=30).play([], 1500)
    assert all(place["isExact"] for place in seen)
    assert all(apart(place, seen[-1]) == 0 for place in seen)


def test_a_turn_is_seen_at_once_and_never_twice() -> None:
    """The sum of what was turned is where one looks, whatever the server has answered so far."""
    dice = np.random.default_rng(2)
    yaws, at_ms, inputs = dice.uniform(-0.06, 0.06, 60), 300.0, []
    for yaw in yaws:
        at_ms += dice.uniform(8, 40)
        inputs.append((at_ms, turned(yaw, -0.4 * yaw)))
    seen = Exchange(jitter_ms=40).play(inputs, 3000)
    for place in seen:
        sent = [yaw for (ms, _), yaw in zip(inputs, yaws, strict=True) if ms <= place["ms"]]
        late = sent[:-1] if place["after"] == "before" and place["ms"] in dict(inputs) else sent
        assert place["yaw"] == pytest.approx(sum(late), abs=4e-4)
        assert place["pitch"] == pytest.approx(-0.4 * sum(late), abs=4e-4)


def test_what_waits_on_the_server_is_neither_lost_nor_counted_twice() -> None:
    """A frame takes a quarter of a radian at most; the rest is turned already, here."""
    seen = Exchange(jitter_ms=40).play([(430.0, turned(0.38, -0.2))], 1500)
    after = [place for place in seen if place["ms"] > 430]
    assert [place["yaw"] for place in after] == pytest.approx([0.38] * len(after), abs=4e-4)
    assert [place["pitch"] for place in after] == pytest.approx([-0.2] * len(after), abs=4e-4)


@pytest.mark.parametrize("start_rad", [math.pi - 0.1, -math.pi + 0.1])
def test_a_turn_across_the_seam_goes_the_short_way(start_rad: float) -> None:
    """Yaw is told in (−π, π] and leaps by a whole turn behind one's back: nothing is seen of it."""
    inputs = [(400.0 + 30 * n, turned(math.copysign(0.03, start_rad))) for n in range(20)]
    key = "RIGHT" if start_rad > 0 else "LEFT"
    for steered in (inputs, [(400.0, held(key)), (1400.0, held())]):
        exchange = Exchange(body=Body(yaw_rad=start_rad), jitter_ms=30)
        seen = exchange.play(steered, 2500)
        assert max(jumps(seen, "frame")) < UNSEEN
        assert max(itertools.starmap(apart, itertools.pairwise(seen))) < 0.04
        assert apart(seen[-1], exchange.last) < 1e-6


def test_a_wild_swing_shows_a_bounded_turn_and_arrives_where_the_server_does() -> None:
    """More than the picture holds cannot be shown; what the server cuts off does not come back."""
    exchange = Exchange()
    seen = exchange.play([(500.0 + n, turned(0.5)) for n in range(6)], 3000)
    first = [place for place in seen if 500 < place["ms"] < 540]
    assert 0.3 < max(place["yaw"] for place in first) < 0.5
    assert exchange.last["yaw"] == pytest.approx(MAX_WAITING_RAD)
    assert seen[-1]["isExact"] and apart(seen[-1], exchange.last) < 1e-6
    assert max(jumps(seen, "frame")) < UNSEEN


@pytest.mark.parametrize("keys", [("W",), ("S", "D"), ("W", "SHIFT"), ("W", "RIGHT"), ("UP",)])
@pytest.mark.parametrize("jitter_ms", [0, 60])
def test_a_frame_that_comes_never_makes_the_view_jump(
    keys: tuple[str, ...], jitter_ms: float
) -> None:
    """At ten frames a second that would be a shudder."""
    exchange = Exchange(jitter_ms=jitter_ms)
    seen = exchange.play([(500.0, held(*keys)), (1800.0, held())], 3500)
    assert max(jumps(seen, "frame")) < UNSEEN
    still = [place for place in seen if place["ms"] > 2500]
    assert all(place["isExact"] for place in still)
    assert apart(still[-1], exchange.last) < 1e-6


def test_walking_is_seen_before_a_frame_shows_it_and_flows() -> None:
    """From the key on the view moves; later it moves as much in each moment as the body does."""
    seen = Exchange(jitter_ms=20).play([(500.0, held("W"))], 3000)
    soon = next(place for place in seen if place["ms"] > 540)
    assert 0.01 < soon["z"] < STEP_M
    flow = [place for place in seen if place["ms"] > 1200 and place["after"] == "time"]
    speeds = np.diff([place["z"] for place in flow]) / np.diff([place["ms"] for place in flow])
    assert np.median(speeds) == pytest.approx(STEP_M / 100, rel=0.1)
    assert speeds.min() > 0 and speeds.max() < 2.5 * STEP_M / 100


@pytest.mark.parametrize("keys", [("W",), ("W", "RIGHT"), ("A", "LEFT"), ("S", "SHIFT")])
def test_two_steps_on_the_view_is_where_the_body_will_be(keys: tuple[str, ...]) -> None:
    """Walking in a bend, too: a step goes the way that is half-way through its turn."""
    exchange = Exchange()
    exchange.play([(300.0, held(*keys))], 2000)
    frames = [at for at, event in enumerate(exchange.events) if "frame" in event]
    cut = frames[-3]
    seen = run_js("glide.js", REPLAY, {"events": exchange.events[: cut + 1], "until": 3000.0})
    assert apart(seen[-1], exchange.last) < 0.012


def test_letting_go_stops_the_view_near_where_the_body_stops() -> None:
    """Overshoot, and it would be drawn back."""
    exchange = Exchange()
    seen = exchange.play([(500.0, held("W")), (1530.0, held())], 3000)
    after = [place["z"] for place in seen if place["ms"] > 1530]
    assert max(after) < exchange.last["z"] + 0.7 * STEP_M
    assert min(after) > exchange.last["z"] - 0.7 * STEP_M


def test_a_tap_is_shown_as_the_whole_frame_that_it_becomes() -> None:
    """The server never misses a tap; a view that stopped half-way would start a second time."""
    exchange = Exchange()
    seen = exchange.play([(510.0, held("RIGHT")), (530.0, held())], 2000)
    assert exchange.last["yaw"] == pytest.approx(LOOK_RAD)
    yaws = [place["yaw"] for place in seen]
    unanswered = [place["yaw"] for place in seen if 620 < place["ms"] < 680]
    assert unanswered == pytest.approx([LOOK_RAD] * len(unanswered), rel=0.1)
    assert (np.diff(yaws) > -1e-3).all() and yaws[-1] == pytest.approx(LOOK_RAD)


class Wall:
    """Nothing but a wall across the way."""

    def ground_y(self, x: float, z: float, from_y: float) -> float | None:
        return 0.0

    def is_free(self, position: np.ndarray, radius_m: float) -> bool:
        return bool(position[2] + radius_m < 1.0)

    def water_m(self, x: float, z: float, from_y: float) -> float:
        return 0.0


def test_a_wall_holds_the_view_as_it_holds_the_body() -> None:
    """Pushing on, the view stands still: a body that does not move is not taken to walk."""
    exchange = Exchange(space=Wall())
    seen = exchange.play([(300.0, held("W"))], 3000)
    assert 0.5 < exchange.last["z"] < 0.76
    assert max(place["z"] for place in seen) < exchange.last["z"] + 2 * STEP_M
    assert all(place["isExact"] for place in seen if place["ms"] > 2000)


def test_nobody_is_walked_into_what_is_straight_ahead() -> None:
    """Not even for a moment: a wall that one looks through is not forgotten."""
    seen = Exchange(ahead_m=0.34).play([(300.0, held("W"))], 390)
    assert 0 < max(place["z"] for place in seen) < 0.041


def test_without_frames_the_view_stops_after_two_steps() -> None:
    """The line is slow: whoever keeps W down does not run away from the world."""
    exchange = Exchange()
    seen = exchange.play([(500.0, held("W", "RIGHT"))], 1000, until=6000)
    (end,) = {place["z"] for place in seen if place["ms"] > 5900}
    exchange_end = exchange.last
    assert apart(seen[-1], exchange_end) < 2 * STEP_M + 0.01
    assert end == seen[-1]["z"]


def test_who_begins_to_walk_while_no_frame_comes_is_seen_to() -> None:
    """Standing for long uses nothing up of the two steps."""
    exchange = Exchange()
    exchange.play([], 1000)
    control = {"seq": 1, "at_ms": 0, "keys": ["W"], "forward": 0, "strafe": 0,
               "yaw_rad": 0, "pitch_rad": 0}  # fmt: skip
    events = [*exchange.events, {"ms": 3000.0, "control": control}]
    seen = run_js("glide.js", REPLAY, {"events": events, "until": 4000.0})
    assert STEP_M / 2 < seen[-1]["z"] <= 2 * STEP_M


def test_a_world_held_still_shows_its_own_frame_after_a_moment() -> None:
    """What is painted over, or looked at, is the frame itself."""
    exchange = Exchange()
    exchange.play([(300.0, held("W"))], 1200)
    events = [*exchange.events, {"ms": 1201.0, "walks": False}]
    seen = run_js("glide.js", REPLAY, {"events": events, "until": 2000.0})
    assert not next(place for place in seen if place["ms"] >= 1195)["isExact"]
    assert max(jumps(seen, "walks")) < UNSEEN
    assert all(place["isExact"] for place in seen if place["ms"] > 1500)


def test_another_walk_begins_where_it_begins() -> None:
    """After a restart nothing glides over from where one was."""
    exchange = Exchange()
    exchange.play([(300.0, held("W"))], 1200)
    first = exchange.events[-1]["frame"]
    other = {**first, "walk": 2, "index": 0, "pose": np.eye(4).ravel().tolist()}
    events = [*exchange.events, {"ms": 1210.0, "walks": False}, {"ms": 1220.0, "frame": other}]
    seen = run_js("glide.js", REPLAY, {"events": events, "until": 1400.0})
    there = [place for place in seen if place["ms"] >= 1220 and place["after"] != "before"]
    assert all(place["isExact"] and place["z"] == 0 for place in there)


def test_both_sides_agree_on_how_one_moves() -> None:
    """A key that turns by another angle here than there would swing back with every frame."""
    seen = run_js(
        "glide.js",
        """const { LOOK_RAD, MOST_WAITING_RAD } = await import(argument + "/unanswered.js");
           return [m.WALK_M_PER_S, m.RUN_FACTOR, m.MOST_PITCH_RAD, LOOK_RAD, MOST_WAITING_RAD];""",
        (STATIC).as_uri(),
    )
    body = BodyConfig()
    twins = [body.walk_m_s, body.run_factor, body.max_pitch_rad, LOOK_RAD, MAX_WAITING_RAD]
    assert seen == twins
