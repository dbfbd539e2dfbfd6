"""What a browser may say, and `parse`, the only way in: after it, a message is a checked value.

Not here: what a message does (`session`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from worldgen.errors import ProtocolError
from worldgen.sessions.fields import MAX_COUNT, Fields

MAX_MESSAGE_CHARACTERS = 65_536
MAX_PICTURE_BYTES = 10_000_000
MAX_FILES = 32
MAX_MASK_PX, MAX_RUNS = 512, 4096  # a brush leaves some hundred runs on 256 × 144
MAX_SEED = MAX_COUNT  # what a world takes
FORMATS = (
    *("mp4", "path.mp4", "webp", "gif", "depth.mp4", "cameras.json"),
    *("spz", "ply", "sog", "compressed.ply", "splat", "splat.glb", "splat.usdz"),
    *("glb", "lod.glb", "collider.glb", "sky.glb", "obj", "usdz", "points.ply"),
    *("dataset.zip", "zip"),
)
"""Every file that `export` can make of a walk, each without its first dot."""


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
class Edit:
    """Say what shall be in a part of the picture: "a stone tower".

    Attributes:
        walk, index: the frame that the part was marked on: the newest, or it is refused.
        text: what shall be there.
        width_px, height_px: size of the mask, which covers the whole frame; the frame's own or
            smaller, and then it is enlarged by nearest neighbours.
        runs: the mask row by row: so many pixels that are not marked, so many that are, and so
            on (`media.runs`); only the first may be 0, and together they are all its pixels.
    """

    walk: int
    index: int
    text: str
    width_px: int
    height_px: int
    runs: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Pause:
    """Hold the world still, or let it go on."""

    on: bool


@dataclass(frozen=True, kw_only=True)
class Fly:
    """Leave the ground, or come down to it; lasts until said otherwise."""

    on: bool


@dataclass(frozen=True, kw_only=True)
class Restart:
    """The same prompt and seed again, from the first frame."""


@dataclass(frozen=True, kw_only=True)
class Stop:
    """End this walk; what was recorded stays."""


@dataclass(frozen=True, kw_only=True)
class Save:
    """Make files of the walk so far: `formats` are extensions without their first dot."""

    formats: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Cancel:
    """Make no more files; none of those asked for last is kept."""


@dataclass(frozen=True, kw_only=True)
class Peek:
    """Show the recorded frame `index` of the session's `walk`-th walk; nothing else changes."""

    walk: int
    index: int


@dataclass(frozen=True, kw_only=True)
class Rewind:
    """Walk on from frame `index` of the session's `walk`-th walk.

    At that walk's last frame it goes on itself; anywhere else a new walk branches off.
    """

    walk: int
    index: int


ClientMessage = (
    Hello
    | Start
    | Picture
    | Control
    | Ack
    | Event
    | Edit
    | Pause
    | Fly
    | Restart
    | Stop
    | Save
    | Cancel
    | Peek
    | Rewind
)


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
    "edit": lambda f: Edit(
        walk=f.integer("walk", top=MAX_COUNT),
        index=f.integer("index", top=MAX_COUNT),
        text=f.text("text", top=MAX_MESSAGE_CHARACTERS),
        width_px=f.integer("width_px", top=MAX_MASK_PX),
        height_px=f.integer("height_px", top=MAX_MASK_PX),
        runs=f.integers("runs", most=MAX_RUNS, top=MAX_MASK_PX**2),
    ),
    "pause": lambda f: Pause(on=f.flag("on")),
    "restart": lambda _: Restart(),
    "stop": lambda _: Stop(),
    "fly": lambda f: Fly(on=f.flag("on")),
    "save": lambda f: Save(formats=f.words("formats", most=MAX_FILES)),
    "cancel": lambda _: Cancel(),
    "peek": lambda f: Peek(
        walk=f.integer("walk", top=MAX_COUNT), index=f.integer("index", top=MAX_COUNT)
    ),
    "rewind": lambda f: Rewind(
        walk=f.integer("walk", top=MAX_COUNT), index=f.integer("index", top=MAX_COUNT)
    ),
}
