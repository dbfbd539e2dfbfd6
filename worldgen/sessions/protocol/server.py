"""What we say to a browser, but for frames: JSON, each message tagged by its `type`.

Not here: when it is said (`session`, `serving`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import ClassVar


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
        flying: whether the person has left the ground.
        can_edit: whether a part of the picture can be changed.
    """

    kind: ClassVar[str] = "status"
    stage: Stage
    text: str
    walk: int
    model: str = ""
    progress: float | None = None
    expected_s: float | None = None
    flying: bool = False
    can_edit: bool = False


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
class Saved:
    """A file that can be fetched from `url`, relative to the page."""

    format: str
    name: str
    url: str
    size_bytes: int


@dataclass(frozen=True, kw_only=True)
class Report:
    """What files that hold shapes are worth, and where to stand in them.

    Attributes:
        frames: pictures of the walk that were read.
        kept_out: pictures that the splats were not made from.
        score_db: PSNR at those, in dB; None without splats, or where none could be spared.
        aside_db: the same 0.3 m beside them, of what they saw.
        seen: share of what lies round about that the walk looked at, in [0, 1].
        pose: camera to world where the walk began, 16 numbers row by row: metres in the
            files' axes, x right, y up, the camera looking along its −z.
        colours: of the sky above, the sky below and the ground, as "#rrggbb".
    """

    frames: int
    kept_out: int
    score_db: float | None
    aside_db: float | None
    seen: float
    pose: tuple[float, ...]
    colours: tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class Unmade:
    """A file that the walk cannot be, and why.

    Attributes:
        format: as it was asked for.
        reason: a sentence.
    """

    format: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Saving(_Sent):
    """Files in the making.

    Attributes:
        formats: all that were asked for.
        making: the one in the making; empty once all are done, or when it was called off.
        progress: share done of all, in [0, 1].
        left_s: how long it will still take, or None as long as nobody knows.
        files: those that are done.
        unmade: those that cannot be made of this walk.
        report: once there are shapes.
        notes: what the files do not show, a sentence each.
    """

    kind: ClassVar[str] = "saving"
    formats: tuple[str, ...]
    making: str = ""
    progress: float = 0.0
    left_s: float | None = None
    files: tuple[Saved, ...] = ()
    unmade: tuple[Unmade, ...] = ()
    report: Report | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One of the session's walks.

    Attributes:
        walk: its number; frames carry it.
        frames: how many it had when this was said; the one that goes on grows.
        parent, at: the walk and the frame it branched off from; 0 and 0 for the first.
    """

    walk: int
    frames: int
    parent: int
    at: int


@dataclass(frozen=True, kw_only=True)
class Branches(_Sent):
    """The walks one can go back to.

    Attributes:
        walk: the one that goes on now.
        branches: all of them, oldest first; none if the model cannot go back.
    """

    kind: ClassVar[str] = "branches"
    walk: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True, kw_only=True)
class Preview(_Sent):
    """A recorded frame, as it was shown; `jpeg` is the picture in base64."""

    kind: ClassVar[str] = "preview"
    walk: int
    index: int
    jpeg: str


ServerMessage = Welcome | Status | Problem | Pictured | Ended | Saving | Branches | Preview
