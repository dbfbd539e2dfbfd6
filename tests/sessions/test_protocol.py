"""The wire: what goes in comes out, and whatever else comes is refused in words."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import ProtocolError
from worldgen.sessions import protocol as wire

numbers = st.floats(-1, 1)
words = st.text(max_size=40)
client_messages = st.one_of(
    st.builds(wire.Hello, protocol=st.integers(0, 2**32 - 1), session=words),
    st.builds(wire.Start, text=words, seed=st.integers(0, wire.MAX_SEED), picture=st.booleans()),
    st.builds(
        wire.Control,
        seq=st.integers(0, 2**32 - 1),
        at_ms=st.floats(0, 1e14),
        keys=st.lists(words, max_size=16).map(tuple),
        yaw_rad=st.floats(-math.pi, math.pi),
        pitch_rad=st.floats(-math.pi, math.pi),
        forward=numbers,
        strafe=numbers,
    ),
    st.builds(wire.Ack, walk=st.integers(0, 2**32 - 1), index=st.integers(0, 2**32 - 1)),
    st.builds(wire.Event, text=words),
    st.builds(
        wire.Edit,
        walk=st.integers(0, 2**32 - 1),
        index=st.integers(0, 2**32 - 1),
        text=words,
        width_px=st.integers(0, wire.MAX_MASK_PX),
        height_px=st.integers(0, wire.MAX_MASK_PX),
        runs=st.lists(st.integers(0, wire.MAX_MASK_PX**2), max_size=8).map(tuple),
    ),
    st.builds(wire.Pause, on=st.booleans()),
    st.just(wire.Restart()),
    st.just(wire.Stop()),
    st.builds(wire.Save, formats=st.lists(words, max_size=32).map(tuple)),
    st.just(wire.Cancel()),
    st.builds(wire.Fly, on=st.booleans()),
    st.builds(wire.Peek, walk=st.integers(0, 2**32 - 1), index=st.integers(0, 2**32 - 1)),
    st.builds(wire.Rewind, walk=st.integers(0, 2**32 - 1), index=st.integers(0, 2**32 - 1)),
)


def as_text(message: wire.ClientMessage) -> str:
    """A message as the page writes it."""
    return json.dumps({"type": type(message).__name__.lower(), **vars(message)})


@given(client_messages)
def test_every_message_the_page_can_send_is_understood(message: wire.ClientMessage) -> None:
    """A field that is dropped or renamed on one side would silently do nothing."""
    assert wire.parse(as_text(message)) == message


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300)))
def test_garbage_is_refused_and_never_crashes(garbage: str | bytes) -> None:
    """Anybody can send anything: only ProtocolError may come of it."""
    try:
        message = wire.parse(garbage)
    except ProtocolError as error:
        assert str(error)
    else:
        assert isinstance(garbage, bytes) and message == wire.Picture(data=garbage)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@given(
    st.sampled_from(["hello", "start", "control", "ack", "event", "edit", "pause", "save", "stop"]),
    st.dictionaries(
        st.sampled_from(["seq", "at_ms", "keys", "text", "on", "walk", "index", "yaw_rad", "runs"]),
        json_values,
    ),
)
def test_right_names_with_wrong_values_are_refused_in_words(
    kind: str, fields: dict[str, object]
) -> None:
    """A value of the wrong kind must not get past the edge."""
    try:
        wire.parse(json.dumps({"type": kind, **fields}))
    except ProtocolError as error:
        assert str(error)


def _edit(**changes: object) -> str:
    """An edit as the page writes it, with something else in it."""
    good = wire.Edit(walk=1, index=7, text="a pond", width_px=9, height_px=4, runs=(3, 9, 24))
    assert wire.parse(as_text(good)) == good
    return json.dumps({"type": "edit", **vars(good), **changes})


@pytest.mark.parametrize(
    "text",
    [
        '{"type":"control","seq":1,"at_ms":NaN}',
        '{"type":"control","seq":1,"at_ms":1,"forward":Infinity}',
        '{"type":"control","seq":1,"at_ms":1,"yaw_rad":1e999}',
        '{"type":"control","seq":1,"at_ms":1,"yaw_rad":' + "9" * 400 + "}",
        '{"type":"control","seq":1,"at_ms":1,"yaw_rad":4.0}',
        '{"type":"control","seq":1,"at_ms":1,"pitch_rad":-4.0}',
        '{"type":"control","seq":1,"at_ms":1,"forward":1.01}',
        '{"type":"control","seq":1,"at_ms":1,"strafe":-1.01}',
        '{"type":"control","seq":true,"at_ms":1}',
        _edit(runs=[True, 35]),
        _edit(runs=[-1, 37]),
        _edit(runs=[1.5]),
        _edit(runs=["36"]),
        _edit(runs=[10**300]),
        _edit(runs="iVBORw0KGgo="),
        _edit(runs=None),
        _edit(runs=[1] * (wire.MAX_RUNS + 1)),
        _edit(width_px=wire.MAX_MASK_PX + 1),
        _edit(height_px=-1),
        _edit(index=0.5),
        _edit(mask=[36]),
        '{"type":"start","text":"a","seed":-1,"picture":false}',
        '{"type":"start","text":"a","seed":4294967296,"picture":false}',
        '{"type":"start","text":"a","seed":1,"picture":false,"rocket":1}',
        '{"type":"swim"}',
        '{"type":["start"]}',
        "[]",
        "[" * 60_000,
        "null",
        '{"type":"event","text":"' + "x" * 70_000 + '"}',
    ],
)
def test_what_is_out_of_range_is_refused(text: str) -> None:
    """NaN, infinity, huge, nested and unknown: each is one clear refusal."""
    with pytest.raises(ProtocolError):
        wire.parse(text)


def test_a_prompt_of_ten_megabytes_is_refused_with_its_size_and_the_limit() -> None:
    """The person must read what was wrong, not that something was."""
    text = json.dumps({"type": "start", "text": "x" * 10_000_000, "seed": 1, "picture": False})
    with pytest.raises(ProtocolError, match=r"10,000,\d+ characters.*2,000"):
        wire.parse(text)


def test_a_picture_that_is_too_large_is_refused_before_it_is_decoded() -> None:
    """Decoding is the expensive part."""
    with pytest.raises(ProtocolError, match="10,000,000"):
        wire.parse(b"x" * 10_000_001)


planes = st.builds(
    wire.Plane,
    name=st.sampled_from(wire.PlaneName),
    codec=st.sampled_from(wire.Codec),
    width_px=st.integers(0, 65535),
    height_px=st.integers(0, 65535),
    data=st.binary(max_size=64),
)
float32 = st.floats(width=32, allow_nan=False)
frames = st.builds(
    wire.FrameMessage,
    walk=st.integers(0, 2**32 - 1),
    index=st.integers(0, 2**32 - 1),
    answers=st.integers(0, 2**32 - 1),
    echo_ms=st.floats(allow_nan=False),
    model_ms=float32,
    time_s=float32,
    width_px=st.integers(0, 65535),
    height_px=st.integers(0, 65535),
    focal_px=float32,
    waiting_yaw_rad=float32,
    waiting_pitch_rad=float32,
    rain=float32,
    snow=float32,
    pose_c2w=st.lists(float32, min_size=16, max_size=16).map(tuple),
    planes=st.lists(planes, max_size=4).map(tuple),
)


@given(frames)
def test_a_frame_comes_back_as_it_was_packed(frame: wire.FrameMessage) -> None:
    """A field at the wrong offset would show another pose or answer another key."""
    assert wire.decode_frame(wire.encode_frame(frame)) == frame


@given(frames, st.data())
def test_a_frame_cut_short_is_refused(frame: wire.FrameMessage, data: st.DataObject) -> None:
    """A half frame must not be drawn."""
    packed = wire.encode_frame(frame)
    cut = data.draw(st.integers(0, len(packed) - 1))
    with pytest.raises(ProtocolError):
        wire.decode_frame(packed[:cut])


@given(st.binary(max_size=200))
def test_random_bytes_are_no_frame(garbage: bytes) -> None:
    """A Python client must survive a broken server, too."""
    try:
        wire.decode_frame(garbage)
    except ProtocolError as error:
        assert str(error)


def test_server_messages_are_json_with_their_tag() -> None:
    """The page tells messages apart by `type` alone."""
    status = wire.Status(stage=wire.Stage.WALKING, text="", walk=1)
    assert json.loads(status.to_json())["type"] == "status"
    assert json.loads(status.to_json())["stage"] == "walking"
