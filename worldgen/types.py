"""The nouns: what a person says, what they do, and what they see.

    Prompt   how a world begins: words, a picture, or both
    Action   what one frame's keys and mouse amount to, whoever pressed them
    Edit     a part of what they see, and what they say shall be there
    Weather  what is in the air: haze, and rain or snow that falls through it
    Setting  what kind of place it is, and the season
    Frame    one picture of the world, with its depth, its camera and its time

All six are frozen values that check themselves when made, so nothing above
has to check again. Conventions (axes, units): `geometry/__init__.py`.

Not here: reading picture files (`media`), keys (`sessions`), moving (`kinematics`).
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from worldgen.errors import ActionError, ImageError, PromptError, ShapeError
from worldgen.geometry import Camera, read_only

MAX_PROMPT_CHARACTERS = 2000
_BIDI_CONTROLS = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]))


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """How a world begins.

    Attributes:
        text: a sentence, tidied: control characters gone, white space single, at most 2,000
            characters; None if there are no words.
        image: a picture in any mode; None if there is none. `media.load_image` reads files safely.
    """

    text: str | None = None
    image: Image.Image | None = None

    def __post_init__(self) -> None:
        if self.image is not None and not isinstance(self.image, Image.Image):
            raise ImageError(
                f"a prompt's picture must be a PIL image, got {type(self.image).__name__}; "
                "open a file with worldgen.media.load_image"
            )
        text = None if self.text is None else tidy_text(self.text)
        object.__setattr__(self, "text", text or None)
        if self.text is None and self.image is None:
            raise PromptError("the prompt is empty; type a sentence or give a picture")


def tidy_text(text: str, what: str = "prompt") -> str:
    """One line of plain words: no control characters, single spaces; emoji stay.

    Args:
        text: as it came.
        what: it is called in an error's message.

    Raises:
        PromptError: not a string, or longer than 2,000 characters.
    """
    if not isinstance(text, str):
        raise PromptError(f"the {what} must be text, got {type(text).__name__}")
    stripped = text.strip()
    if len(stripped) > MAX_PROMPT_CHARACTERS:
        raise PromptError(
            f"the {what} has {len(stripped):,} characters, at most {MAX_PROMPT_CHARACTERS:,} "
            "can be read; please shorten it"
        )
    visible = (" " if c.isspace() else c for c in stripped if c.isspace() or _is_visible(c))
    return " ".join("".join(visible).split())


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in _BIDI_CONTROLS


@dataclass(frozen=True, kw_only=True)
class Action:
    """What a body wants to do during one frame; the default is to stand still.

    Attributes:
        forward, strafe, up: share of walking speed in [−1, 1]; strafe + is right, `up` needs a
            body that flies.
        yaw, pitch: turn during this frame, radians in [−π, π]; + is right, + is up.
        jump: leave the ground.
        run: twice as fast.
        fly: no gravity this frame; ahead is where the body looks.
    """

    forward: float = 0.0
    strafe: float = 0.0
    up: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    jump: bool = False
    run: bool = False
    fly: bool = False

    def __post_init__(self) -> None:
        for name in ("forward", "strafe", "up"):
            object.__setattr__(self, name, _bounded(name, getattr(self, name), 1.0))
        for name in ("yaw", "pitch"):
            object.__setattr__(self, name, _bounded(name, getattr(self, name), math.pi))
        for name in ("jump", "run", "fly"):
            value = getattr(self, name)
            if not isinstance(value, bool | np.bool_):
                raise ActionError(f"an action's {name} must be true or false, got {value!r}")
            object.__setattr__(self, name, bool(value))

    def as_array(self) -> np.ndarray:
        """(7,) float32: forward, strafe, up, yaw, pitch, jump, run; a body on foot."""
        values = (self.forward, self.strafe, self.up, self.yaw, self.pitch, self.jump, self.run)
        return np.array(values, dtype=np.float32)

    @classmethod
    def from_array(cls, array: np.ndarray) -> Action:
        """The action that `as_array` made, to float32 precision.

        Raises:
            ActionError: not seven finite numbers in range.
        """
        if np.shape(array) != (7,):
            raise ActionError(f"an action must be 7 numbers, got shape {np.shape(array)}")
        forward, strafe, up, yaw, pitch, jump, run = (float(value) for value in array)
        return cls(
            forward=forward,
            strafe=strafe,
            up=up,
            yaw=yaw,
            pitch=pitch,
            jump=jump > 0.5,
            run=run > 0.5,
        )

    @property
    def is_idle(self) -> bool:
        """Whether nothing at all is asked for (`run` and `fly` alone move nothing)."""
        return not (self.forward or self.strafe or self.up or self.yaw or self.pitch or self.jump)


def _bounded(name: str, value: object, limit: float) -> float:
    """The value as a float in [−limit, limit]; float32's rounding of the limit is let in."""
    if not isinstance(value, int | float | np.integer | np.floating):
        raise ActionError(f"an action's {name} must be a number, got {value!r}")
    try:
        number = float(value)
    except OverflowError:  # a whole number beyond what a float can hold
        number = math.inf
    if not math.isfinite(number) or abs(number) > limit * (1 + 1e-6):
        raise ActionError(
            f"an action's {name} must lie in [{-limit:.4g}, {limit:.4g}], got {number}"
        )
    return min(max(number, -limit), limit)


@dataclass(frozen=True, kw_only=True, eq=False)
class Edit:
    """A part of a view that is to be made anew, as words say.

    Attributes:
        text: what shall be there, tidied.
        mask: (H, W) bool, the part, in the view of the newest frame; some of it, read-only.
    """

    text: str
    mask: NDArray[np.bool_]

    def __post_init__(self) -> None:
        text, mask = tidy_text(self.text), self.mask
        if not text:
            raise PromptError("the part has no words; say what shall be there")
        if not isinstance(mask, np.ndarray) or mask.dtype != np.bool_ or mask.ndim != 2:
            came = f"{getattr(mask, 'shape', type(mask).__name__)} {getattr(mask, 'dtype', '')}"
            raise ShapeError(f"an edit's mask must be (H, W) bool, got {came}")
        if not mask.any():
            raise ShapeError("the part is empty; mark something of the picture")
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "mask", read_only(mask))


Said = str | Edit
"""What is said to a world on the way: words that are of all of it, or of a part."""


@dataclass(frozen=True, kw_only=True)
class Weather:
    """What is in the air between the eye and the world; the default is nothing.

    Haze is part of a picture, rain and snow are not: they are put before it where it is shown
    (`falling`), so that no drop is ever taken for a part of the world.

    Attributes:
        haze_per_m: how much light a metre of air takes, 1/m: of what lies d metres off,
            exp(-haze_per_m * d) comes through, the rest is the air's own light.
        rain, snow: how densely it falls, 0 (not at all) to 1 (heavily).
    """

    haze_per_m: float = 0.0
    rain: float = 0.0
    snow: float = 0.0

    def __post_init__(self) -> None:
        values = (self.haze_per_m, self.rain, self.snow)
        if not all(math.isfinite(value) and value >= 0 for value in values) or max(values[1:]) > 1:
            raise ShapeError(
                "weather needs haze ≥ 0 per metre, rain and snow in [0, 1]; "
                f"got {self.haze_per_m}, {self.rain}, {self.snow}"
            )

    @property
    def falls(self) -> bool:
        """Whether anything does."""
        return self.rain > 0.0 or self.snow > 0.0


CLEAR = Weather()

SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What kind of place a world is in, as far as its model knows.

    Attributes:
        places: the kinds that it may be, by the model's own names; none if nobody knows.
        season: one of `SEASONS`.
    """

    places: frozenset[str] = frozenset()
    season: str = "summer"

    def __post_init__(self) -> None:
        if self.season not in SEASONS:
            raise ShapeError(
                f"a setting's season is one of {', '.join(SEASONS)}; got {self.season!r}"
            )


NOWHERE = Setting()


@dataclass(frozen=True, kw_only=True, eq=False)
class Frame:
    """One picture of a world, with everything known about it. Its arrays are read-only.

    Attributes:
        rgb: (H, W, 3) uint8.
        depth_m: (H, W) float32 metres along +z, +inf sky, 0 unknown; None if the model has none.
        camera: what saw it, from where.
        index: 0 for the first frame of a world.
        time_s: world time, seconds.
        sky: (H, W) bool, or None: where nothing solid is seen.
        moving: (H, W) bool, or None: what moves by itself, such as water and clouds.
        weather: what is in the air; rain and snow are not in `rgb`.
    """

    rgb: np.ndarray
    depth_m: np.ndarray | None
    camera: Camera
    index: int
    time_s: float
    sky: np.ndarray | None = None
    moving: np.ndarray | None = None
    weather: Weather = CLEAR

    def __post_init__(self) -> None:
        height, width = self.camera.shape
        self._fix("rgb", (height, width, 3), np.uint8)
        self._fix("depth_m", (height, width), np.float32)
        self._fix("sky", (height, width), np.bool_)
        self._fix("moving", (height, width), np.bool_)
        if self.depth_m is not None and not (self.depth_m >= 0).all():
            raise ShapeError("depth must be ≥ 0 (0 unknown, +inf sky), got NaN or negative metres")
        object.__setattr__(self, "index", int(self.index))
        object.__setattr__(self, "time_s", float(self.time_s))
        if self.index < 0 or not math.isfinite(self.time_s) or self.time_s < 0:
            raise ShapeError(f"a frame needs index ≥ 0, time ≥ 0: got {self.index}, {self.time_s}")

    def _fix(self, name: str, shape: tuple[int, ...], dtype: type[np.generic]) -> None:
        array = getattr(self, name)
        if array is None and name != "rgb":
            return
        if not isinstance(array, np.ndarray) or array.shape != shape or array.dtype != dtype:
            came = f"{getattr(array, 'shape', type(array).__name__)} {getattr(array, 'dtype', '')}"
            wanted = f"{shape} {np.dtype(dtype)}"
            raise ShapeError(f"a frame's {name} must be {wanted} as its camera sees, got {came}")
        object.__setattr__(self, name, read_only(array))
