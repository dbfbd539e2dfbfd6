"""What a walk says: its header and its frames, as checked values.

    WalkHeader   format, version, prompt, seed, model, machine, fps, camera, depth scale
    FrameLine    index, time, action, weather, pose, and the names of the pictures

Owns JSON values to ours and back, and what is wrong with a stranger's. Not
here: how they stand in the file (`document`), pictures (`reader`, `writer`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import PurePosixPath
from typing import Any

import numpy as np

from worldgen import __version__
from worldgen.errors import ActionError, DamagedWalkError, ShapeError
from worldgen.geometry import Camera, check_pose
from worldgen.recording.said import said_from_json, said_to_json
from worldgen.types import CLEAR, Action, Said, Weather

FORMAT = "worldgen-walk-1"
WALK_JSON = "walk.json"
PROMPT_PNG = "prompt.png"
_INTRINSICS = ("width_px", "height_px", "fx", "fy", "cx", "cy")


@dataclass(frozen=True, kw_only=True)
class WalkHeader:
    """What holds for a whole walk.

    Attributes:
        prompt: {"text": str or None, "image": name of a picture in the walk or None}. When a walk
            is created, "image" may be the PIL picture itself; the writer saves and names it.
        seed: the world's seed.
        model: {"name": str, "sha256": str} of the weights that drew it.
        machine: what repeatability hangs on: processor, build, threads; free.
        fps: frames a second of world time.
        camera: {"width_px", "height_px", "fx", "fy", "cx", "cy"}, the same for every frame.
        depth_scale_m: metres per unit of a depth picture.
        worldgen_version: who wrote it.
    """

    prompt: Mapping[str, Any]
    seed: int
    model: Mapping[str, Any]
    fps: float
    camera: Mapping[str, float]
    machine: Mapping[str, Any] = field(default_factory=dict)
    depth_scale_m: float = 0.004
    worldgen_version: str = __version__

    def __post_init__(self) -> None:
        for name in ("fps", "depth_scale_m"):
            value = getattr(self, name)
            if not _is_number(value) or value <= 0:
                raise DamagedWalkError(f"a walk's {name} must be a positive number, got {value!r}")
        if not isinstance(self.seed, int) or isinstance(self.seed, bool):
            raise DamagedWalkError(f"a walk's seed must be a whole number, got {self.seed!r}")
        for name in ("prompt", "model", "machine"):
            if not isinstance(getattr(self, name), Mapping):
                raise DamagedWalkError(f"a walk's {name} must be an object with named values")
        self.lens()

    @staticmethod
    def camera_of(camera: Camera) -> dict[str, float]:
        """What `camera` holds for frames seen by this camera."""
        return {name: getattr(camera, name) for name in _INTRINSICS}

    def lens(self) -> Camera:
        """The camera of every frame, at the identity pose.

        Raises:
            DamagedWalkError: the intrinsics are missing or make no camera.
        """
        try:
            return Camera(**{name: self.camera[name] for name in _INTRINSICS})  # type: ignore[arg-type]
        except (KeyError, TypeError, ShapeError) as error:
            raise DamagedWalkError(
                f"a walk's camera needs {', '.join(_INTRINSICS)} in pixels: {error}"
            ) from error

    def to_json(self) -> dict[str, Any]:
        """The fields of `walk.json` that stand before its frames."""
        names = ("worldgen_version", "prompt", "seed", "model", "machine", "fps", "camera")
        values = {name: getattr(self, name) for name in (*names, "depth_scale_m")}
        plain = {k: dict(v) if isinstance(v, Mapping) else v for k, v in values.items()}
        return {"format": FORMAT, **plain}

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> WalkHeader:
        """Check and take the header out of a whole document.

        Raises:
            DamagedWalkError: another format, or a field missing or of the wrong kind.
        """
        if document.get("format") != FORMAT:
            raise DamagedWalkError(
                f"the walk's format is {document.get('format')!r}, this worldgen reads {FORMAT!r}"
            )
        try:
            prompt = document["prompt"]
            if isinstance(prompt, Mapping) and prompt.get("image") is not None:
                _inside(prompt["image"])
            return cls(
                prompt=prompt,
                seed=document["seed"],
                model=document["model"],
                fps=document["fps"],
                camera=document["camera"],
                machine=document.get("machine", {}),
                depth_scale_m=document.get("depth_scale_m", 0.004),
                worldgen_version=str(document.get("worldgen_version", "unknown")),
            )
        except KeyError as error:
            raise DamagedWalkError(f"the walk says nothing of its {error}") from error


def picture_name(index: int) -> str:
    """Where a walk that we write keeps the picture of frame `index`."""
    return f"frames/{index:06d}.png"


@dataclass(frozen=True, kw_only=True)
class FrameLine:
    """One frame as its line in `walk.json` tells it.

    Attributes:
        index, time_s, action: as in `Frame`; the action that led here, None at the start.
        pose_c2w: (4, 4) float64, checked.
        rgb, depth: names of pictures inside the walk; depth may be None.
        events: what was said just before this frame.
        weather: what is in the air; nothing of it that falls is in the picture.
    """

    index: int
    time_s: float
    action: Action | None
    pose_c2w: np.ndarray
    rgb: str
    depth: str | None
    events: Sequence[Said] = ()
    weather: Weather = CLEAR

    def to_json(self) -> dict[str, Any]:
        """Its entry in "frames". The pose comes last: a line that was torn off has none."""
        record: dict[str, Any] = {
            "index": self.index,
            "time_s": self.time_s,
            "action": None if self.action is None else asdict(self.action),
            "rgb": self.rgb,
            "depth": self.depth,
        }
        if self.events:
            record["events"] = [
                said if isinstance(said, str) else said_to_json(said) for said in self.events
            ]
        if self.weather != CLEAR:
            record["weather"] = asdict(self.weather)
        return {**record, "pose_c2w": self.pose_c2w.ravel().tolist()}

    @classmethod
    def from_json(cls, record: Any, at: int) -> FrameLine:
        """Check one entry of "frames", the `at`-th.

        Raises:
            DamagedWalkError: naming the frame and what is wrong with it.
        """
        if not isinstance(record, Mapping):
            raise DamagedWalkError(f"frame {at} must be an object, got {record!r}")
        try:
            index, time_s = record["index"], record["time_s"]
            if not isinstance(index, int) or index < 0:
                raise DamagedWalkError(f"index must be a whole number ≥ 0, got {index!r}")
            if not _is_number(time_s) or time_s < 0:
                raise DamagedWalkError(f"time_s must be seconds ≥ 0, got {time_s!r}")
            depth = record.get("depth")
            return cls(
                index=index,
                time_s=float(time_s),
                action=_action(record.get("action")),
                pose_c2w=_pose(record["pose_c2w"]),
                rgb=_inside(record["rgb"]),
                depth=None if depth is None else _inside(depth),
                events=_said(record.get("events", [])),
                weather=_weather(record.get("weather", {})),
            )
        except KeyError as error:
            raise DamagedWalkError(f"frame {at} says nothing of its {error}") from error
        except (DamagedWalkError, ActionError, ShapeError, TypeError, ValueError) as error:
            raise DamagedWalkError(f"frame {at} is damaged: {error}") from error


def _action(values: object) -> Action | None:
    if values is None:
        return None
    known = tuple(part.name for part in fields(Action))
    if not isinstance(values, Mapping) or not set(values) <= set(known):
        raise DamagedWalkError(
            f"action must be an object of {', '.join(known)}, got {values!r:.80}"
        )
    return Action(**values)


def _pose(values: object) -> np.ndarray:
    """16 numbers, row by row, or four rows of them, as (4, 4)."""
    try:
        matrix = np.array(values, np.float64).reshape(4, 4)
    except (TypeError, ValueError, OverflowError) as error:
        raise DamagedWalkError(
            f"pose_c2w must be 16 numbers, row by row, got {values!r:.80}"
        ) from error
    if not np.isfinite(matrix).all():
        raise DamagedWalkError("pose_c2w must be 16 finite numbers, NaN or infinity is among them")
    return check_pose(matrix)


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    with suppress(OverflowError):  # a whole number beyond what a float can hold
        return math.isfinite(value)
    return False


def _said(values: object) -> tuple[Said, ...]:
    if not isinstance(values, list) or not all(isinstance(said, str | dict) for said in values):
        raise DamagedWalkError(f"events must be a list of texts and edits, got {values!r:.80}")
    return tuple(said if isinstance(said, str) else said_from_json(said) for said in values)


def _weather(values: object) -> Weather:
    if not isinstance(values, Mapping) or not all(_is_number(value) for value in values.values()):
        raise DamagedWalkError(f"weather must be an object of numbers, got {values!r:.80}")
    return Weather(**values)


def _inside(name: object) -> str:
    """A file name that stays inside the walk."""
    if not isinstance(name, str) or not name or "\\" in name or "\0" in name:
        raise DamagedWalkError(f"a picture's name must be a relative path, got {name!r}")
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        raise DamagedWalkError(f"a picture must lie inside the walk, got {name!r}")
    return name
