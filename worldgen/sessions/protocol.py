"""Every message between the browser and us: one versioned file.

    browser ──▶ us    hello · start · control · ack · event · pause · restart · stop · save  (JSON)
                      a picture                                                      (bytes)
    us ──▶ browser    welcome · status · error · picture · ended · saving             (JSON)
                      a frame: header, then planes                                   (bytes)

`parse` is the only way in: after it, a message is a checked value. The browser's
side is `web/stage/wire.js`; `tests/web` holds the two together.

A frame's bytes, little-endian: the header (`HEADER`), then every plane as its
own head (`PLANE_HEAD`) and its data. Unknown planes can be skipped by length.

Longer than our files are, because the wire is one file. Not here: what a message
does (`session`), sockets and Origins (`web`).
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import IntEnum, StrEnum
from typing import ClassVar

from worldgen.errors import ProtocolError
from worldgen.sessions.fields import MAX_COUNT, Fields

PROTOCOL = 1
MAX_MESSAGE_CHARACTERS = 65_536
MAX_PICTURE_BYTES = 10_000_000
MAX_SEED = MAX_COUNT  # what a world takes


# ---------------------------------------------------------------- browser ──▶ us


@dataclass(frozen=True, kw_only=True)
class Hello:
    """The first message: which protocol the page speaks, and whose session it wants."""

    protocol: int
    session: str


@dataclass(frozen=True, kw_only=True)
class Start:
    """Dream a new world; `picture` says to begin from the picture sent before."""

    text: str
    seed: int
    picture: bool


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A picture file's bytes, to begin a world from; the only binary message that comes in."""

    data: bytes


@dataclass(frozen=True, kw_only=True)
class Control:
    """All that is held now, and how far the view was turned since the last one.

    Attributes:
        seq: counts up from 1; frames say which one they answer.
        at_ms: the browser's clock when it happened; comes back with the frame.
        keys: names of held keys, see `keys.KEYS`.
        yaw_rad, pitch_rad: turned by mouse, finger or stick; + right, + up.
        forward, strafe: a stick's position in [-1, 1], added to the keys.
    """

    seq: int
    at_ms: float
    keys: tuple[str, ...] = ()
    yaw_rad: float = 0.0
    pitch_rad: float = 0.0
    forward: float = 0.0
    strafe: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Ack:
    """The frame `index` of the session's `walk`-th walk has been received."""

    walk: int
    index: int


@dataclass(frozen=True, kw_only=True)
class Event:
    """Say something to the world: "it starts to rain"."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Pause:
    """Hold the world still, or let it go on."""

    on: bool


@dataclass(frozen=True, kw_only=True)
class Restart:
    """The same prompt and seed again, from the first frame."""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """End this walk; what was recorded stays."""


@dataclass(frozen=True, kw_only=True)
class Save:
    """Make a file of the walk so far: `format` is an extension without its dot."""

    format: str


ClientMessage = Hello | Start | Picture | Control | Ack | Event | Pause | Restart | Stop | Save


def parse(message: str | bytes) -> ClientMessage:
    """One message as a checked value.

    Raises:
        ProtocolError: it is not one of ours; says what came and what was wanted.
    """
    if isinstance(message, bytes):
        if len(message) > MAX_PICTURE_BYTES:
            raise ProtocolError(
                f"the picture has {len(message):,} bytes; "
                f"at most {MAX_PICTURE_BYTES:,} can be taken"
            )
        return Picture(data=message)
    if len(message) > MAX_MESSAGE_CHARACTERS:
        raise ProtocolError(
            f"a message of {len(message):,} characters came, at most "
            f"{MAX_MESSAGE_CHARACTERS:,} are read; a description may have 2,000"
        )
    fields = Fields.from_json(message)
    read = _READERS.get(fields.kind)
    if read is None:
        raise ProtocolError(f"unknown message {fields.kind[:40]!r}; known: {', '.join(_READERS)}")
    parsed = read(fields)
    fields.refuse_rest()
    return parsed


_READERS: Mapping[str, Callable[[Fields], ClientMessage]] = {
    "hello": lambda f: Hello(
        protocol=f.integer("protocol", top=MAX_COUNT), session=f.text("session", top=200)
    ),
    "start": lambda f: Start(
        text=f.text("text", top=MAX_MESSAGE_CHARACTERS),
        seed=f.integer("seed", top=MAX_SEED),
        picture=f.flag("picture"),
    ),
    "control": lambda f: Control(
        seq=f.integer("seq", top=MAX_COUNT),
        at_ms=f.number("at_ms", limit=1e15),
        keys=f.words("keys"),
        yaw_rad=f.number("yaw_rad", limit=math.pi, default=0.0),
        pitch_rad=f.number("pitch_rad", limit=math.pi, default=0.0),
        forward=f.number("forward", limit=1.0, default=0.0),
        strafe=f.number("strafe", limit=1.0, default=0.0),
    ),
    "ack": lambda f: Ack(
        walk=f.integer("walk", top=MAX_COUNT), index=f.integer("index", top=MAX_COUNT)
    ),
    "event": lambda f: Event(text=f.text("text", top=MAX_MESSAGE_CHARACTERS)),
    "pause": lambda f: Pause(on=f.flag("on")),
    "restart": lambda _: Restart(),
    "stop": lambda _: Stop(),
    "save": lambda f: Save(format=f.text("format", top=16)),
}


# ---------------------------------------------------------------- us ──▶ browser


class Stage(StrEnum):
    """Where a session stands; the first two are the device's, as long as nothing was dreamt."""

    LOADING = "loading"
    FAILED = "failed"
    EMPTY = "empty"
    STARTING = "starting"
    WALKING = "walking"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True)
class _Sent:
    """A message to the browser; `kind` is its tag."""

    kind: ClassVar[str]

    @property
    def slot(self) -> str:
        """What it replaces while it waits: an unsent older message with the same slot."""
        return self.kind

    def to_json(self) -> str:
        return json.dumps({"type": self.kind, **asdict(self)}, allow_nan=False)


@dataclass(frozen=True, kw_only=True)
class Welcome(_Sent):
    """The answer to `hello`: what the page needs to know to draw itself.

    Attributes:
        protocol: what we speak.
        window: how many frames may be under way unacknowledged.
        formats: the file kinds that `save` can make.
        picture: whether a picture that was sent before is still held.
        text, seed: of the walk that goes on; empty and 0 before the first.
    """

    kind: ClassVar[str] = "welcome"
    protocol: int
    window: int
    formats: tuple[str, ...]
    picture: bool
    text: str
    seed: int


@dataclass(frozen=True, kw_only=True)
class Status(_Sent):
    """Where things stand.

    Attributes:
        stage: the one word.
        text: the same in words for a person.
        progress: share done in [0, 1], or None.
        expected_s: how long this stage is likely to take, or None.
        walk: counts this session's walks; frames carry it.
        model: what draws, in a few words; empty until it is loaded.
    """

    kind: ClassVar[str] = "status"
    stage: Stage
    text: str
    walk: int
    model: str = ""
    progress: float | None = None
    expected_s: float | None = None


@dataclass(frozen=True, kw_only=True)
class Problem(_Sent):
    """Something did not work; `text` says what, and what to do. The session goes on."""

    kind: ClassVar[str] = "error"
    code: str
    text: str

    @property
    def slot(self) -> str:
        """Problems of different kinds do not hide each other."""
        return f"{self.kind} {self.code}"


@dataclass(frozen=True, kw_only=True)
class Pictured(_Sent):
    """The picture arrived and can begin a world; a problem "picture" says that it cannot."""

    kind: ClassVar[str] = "picture"
    width_px: int
    height_px: int


@dataclass(frozen=True, kw_only=True)
class Ended(_Sent):
    """The walk is over: "stopped", "idle", "away", "time", "failed" or "taken" (by a tab)."""

    kind: ClassVar[str] = "ended"
    reason: str
    text: str
    frames: int


@dataclass(frozen=True, kw_only=True)
class Saving(_Sent):
    """A file in the making; `url` (relative to the page) once it can be fetched."""

    kind: ClassVar[str] = "saving"
    format: str
    progress: float
    url: str = ""
    name: str = ""


ServerMessage = Welcome | Status | Problem | Pictured | Ended | Saving


# ---------------------------------------------------------------- a frame's bytes

HEADER = struct.Struct("<HBBIIIdffHH16f")
"""protocol, kind, planes, walk, index, answers, echo_ms, model_ms, time_s, width, height, pose."""

PLANE_HEAD = struct.Struct("<BBHHHI")
"""name, codec, width, height, scale_mm, bytes of data."""

FRAME_KIND = 1


class PlaneName(IntEnum):
    """What a plane shows."""

    RGB = 1
    DEPTH = 2
    SKY = 3
    MOVING = 4


class Codec(IntEnum):
    """How a plane's data is packed: a JPEG, or raw little-endian values through zlib."""

    JPEG = 1
    ZLIB_UINT8 = 2
    ZLIB_UINT16 = 3


@dataclass(frozen=True, kw_only=True)
class Plane:
    """One plane of a frame; `scale_mm` is what one step of a depth value is worth."""

    name: PlaneName
    codec: Codec
    width_px: int
    height_px: int
    data: bytes
    scale_mm: int = 0


@dataclass(frozen=True, kw_only=True)
class FrameMessage:
    """One frame on the wire.

    Attributes:
        walk, index: which frame of which of the session's walks.
        answers, echo_ms: the newest control it answers, and that control's `at_ms`.
        model_ms: how long the model took.
        time_s: world time.
        pose_c2w: 16 numbers, row by row, metres.
        planes: the pictures; RGB first.
    """

    walk: int
    index: int
    answers: int
    echo_ms: float
    model_ms: float
    time_s: float
    width_px: int
    height_px: int
    pose_c2w: tuple[float, ...]
    planes: tuple[Plane, ...]


def encode_frame(frame: FrameMessage) -> bytes:
    """A frame as bytes."""
    head = HEADER.pack(
        PROTOCOL, FRAME_KIND, len(frame.planes), frame.walk, frame.index, frame.answers,
        frame.echo_ms, frame.model_ms, frame.time_s, frame.width_px, frame.height_px,
        *frame.pose_c2w,
    )  # fmt: skip
    parts = [head]
    for plane in frame.planes:
        size = (plane.width_px, plane.height_px)
        parts.append(
            PLANE_HEAD.pack(plane.name, plane.codec, *size, plane.scale_mm, len(plane.data))
        )
        parts.append(plane.data)
    return b"".join(parts)


def decode_frame(message: bytes) -> FrameMessage:
    """The frame that `encode_frame` packed.

    Raises:
        ProtocolError: cut short, or not a frame of this protocol.
    """
    try:
        protocol, kind, count, *rest = HEADER.unpack_from(message)
        if (protocol, kind) != (PROTOCOL, FRAME_KIND):
            raise ProtocolError(f"got protocol {protocol}, kind {kind}; wanted {PROTOCOL}, 1")
        offset, planes = HEADER.size, []
        for _ in range(count):
            name, codec, width, height, scale, length = PLANE_HEAD.unpack_from(message, offset)
            offset += PLANE_HEAD.size
            data = message[offset : offset + length]
            if len(data) != length:
                raise ProtocolError(f"a plane of {length} bytes was cut after {len(data)}")
            offset += length
            planes.append(
                Plane(name=PlaneName(name), codec=Codec(codec), width_px=width,
                      height_px=height, scale_mm=scale, data=data)
            )  # fmt: skip
    except (struct.error, ValueError) as error:
        raise ProtocolError(f"these {len(message)} bytes are no frame: {error}") from None
    walk, index, answers, echo_ms, model_ms, time_s, width, height, *pose = rest
    return FrameMessage(
        walk=walk, index=index, answers=answers, echo_ms=echo_ms, model_ms=model_ms,
        time_s=time_s, width_px=width, height_px=height, pose_c2w=tuple(pose),
        planes=tuple(planes),
    )  # fmt: skip
