"""A world you can walk through: one model, one memory, one line of frames.

    prompt ──▶ World.start ──▶ frame 0
    action ──▶ World.step  ──▶ frame 1, 2, 3 …

A `WorldModel` says what comes next; a `SpatialMemory` says what this place
looked like last time. `World` joins the two and moves the body through what
memory knows of ground and walls; it does nothing else. It is synchronous and
repeatable: same prompt, seed and actions, same frames.

Everything it is at a moment is one value, its `Snapshot`; going back there, or
walking on twice from there, costs nothing.

A model that draws in chunks is asked for one when the last is used up, with the
newest action held through all of it; its pictures are handed out one a step.
Actions given while a chunk is being handed out come too late for it.

Not here: keys (`sessions`), other people (`serving`), files (`recording`, `export`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ModelError, PromptError, SessionError, UnsupportedError
from worldgen.geometry import Camera
from worldgen.kinematics import Body, BodyConfig, advance, eye_pose
from worldgen.media import fit_image
from worldgen.memory import MemoryConfig, Recall, SpatialMemory
from worldgen.models.base import Hint, Move, Picture, State, WorldModel
from worldgen.models.registry import load_model
from worldgen.types import Action, Frame, Prompt, tidy_text

MAX_SEED = 2**32 - 1


@dataclass(frozen=True, kw_only=True, eq=False)
class _Drawn:
    """A picture that waits to be shown."""

    picture: Picture
    camera: Camera
    known: Recall | None
    epoch: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Snapshot:
    """A world at a moment. A value: keep it, go back to it, as often as you like.

    Attributes:
        model: fingerprint of the model that dreams it.
        state: the model's rollout state.
        memory: what was seen so far.
        body: where the body is; with chunks, where it will be at the chunk's end.
        waiting: pictures of a chunk that were drawn and not shown yet.
        frame: the newest frame.
        epoch: how many events there have been.
    """

    model: str
    state: State
    memory: SpatialMemory
    body: Body
    waiting: tuple[_Drawn, ...]
    frame: Frame
    epoch: int


class World:
    """One line of frames through a dreamt world.

    Args:
        model: what draws; shared with as many worlds as you like.
        memory_config: how much is remembered.
        body_config: what the body that walks measures and can do.
    """

    def __init__(
        self,
        model: WorldModel,
        *,
        memory_config: MemoryConfig | None = None,
        body_config: BodyConfig | None = None,
    ) -> None:
        self._model = model
        self._body_config = body_config or BodyConfig()
        self._memory_config = memory_config or MemoryConfig()
        self._now: Snapshot | None = None

    @classmethod
    def load(cls, name: str | None = None) -> World:
        """A world on the model of that name; None is the built-in one.

        Raises:
            ModelError: there is no such model, or it cannot run here.
        """
        return cls(load_model(name))

    @property
    def model(self) -> WorldModel:
        """What draws."""
        return self._model

    @property
    def camera(self) -> Camera:
        """What saw the newest frame."""
        return self._moment().frame.camera

    @property
    def index(self) -> int:
        """The newest frame's index."""
        return self._moment().frame.index

    def start(self, prompt: Prompt, seed: int = 0) -> Frame:
        """Dream the first frame; what was dreamt before is left behind.

        Args:
            prompt: words, a picture, or both. A picture's colours are taken as known.
            seed: of all noise, 0 to 4,294,967,295.

        Raises:
            PromptError: the model does not take such a prompt, or the seed is not one.
            ModelError: the model cannot.
        """
        spec = self._model.spec
        self._check_start(prompt, seed)
        body = Body()
        lens = Camera.from_fov(spec.width_px, spec.height_px, spec.hfov_rad)
        camera = lens.at(eye_pose(body, self._body_config))
        opening = Move(action=Action(), camera=camera, hint=_opening_hint(prompt, camera))
        state, pictures = self._model.start(prompt, int(seed), opening)
        _check_count(pictures, 1, spec.name)
        frame = _frame(pictures[0], camera, 0, 0.0)
        memory = SpatialMemory(config=self._memory_config, body=self._body_config)
        self._now = Snapshot(
            model=self._model.fingerprint(),
            state=state,
            memory=memory.add(frame),
            body=body,
            waiting=(),
            frame=frame,
            epoch=0,
        )
        return frame

    def step(self, action: Action) -> Frame:
        """Dream the next frame.

        Raises:
            SessionError: there is no world yet.
            ModelError: the model cannot.
        """
        now = self._moment()
        if not now.waiting:
            now = self._dream(now, action)
        drawn, index = now.waiting[0], now.frame.index + 1
        frame = _frame(drawn.picture, drawn.camera, index, index * self._model.spec.dt_s)
        memory = now.memory.add(frame, drawn.epoch, drawn.known)
        self._now = replace(now, memory=memory, waiting=now.waiting[1:], frame=frame)
        return frame

    def event(self, text: str) -> None:
        """Tell the world something: "night falls". It shows from the next frame on.

        With a model that draws in chunks, what is drawn already is shown first.

        Raises:
            PromptError: no words, or too many.
            UnsupportedError: the model does not listen to events.
            SessionError: there is no world yet.
        """
        now = self._moment()
        spec = self._model.spec
        words = tidy_text(text)
        if not words:
            raise PromptError("the event is empty; say what should happen")
        if not spec.takes_events:
            raise UnsupportedError(f"model {spec.name!r} does not take events; start a new world")
        state = self._model.event(now.state, words)
        self._now = replace(now, state=state, epoch=now.epoch + 1)

    def snapshot(self) -> Snapshot:
        """This moment, to come back to.

        Raises:
            UnsupportedError: the model's state cannot be kept.
            SessionError: there is no world yet.
        """
        spec = self._model.spec
        if not spec.can_snapshot:
            raise UnsupportedError(f"the state of model {spec.name!r} cannot be kept")
        return self._moment()

    def restore(self, token: Snapshot) -> Frame:
        """Go to a moment that was kept, of this world or another one on the same model.

        Returns:
            The frame that was the newest then.

        Raises:
            UnsupportedError: another model dreamt it.
        """
        if token.model != self._model.fingerprint():
            raise UnsupportedError(
                "that moment was dreamt by another model, or by other weights than "
                f"{self._model.spec.name!r} has now; load the same ones to go on from it"
            )
        self._now = token
        return token.frame

    def _dream(self, now: Snapshot, action: Action) -> Snapshot:
        """Walk through one chunk and have the model draw it."""
        spec = self._model.spec
        body, moves, known = now.body, [], []
        for _ in range(spec.chunk_frames):
            space = now.memory.space(_floor(body))
            body = advance(body, action, space, spec.dt_s, self._body_config)
            camera = now.frame.camera.at(eye_pose(body, self._body_config))
            recall = now.memory.hint(camera, now.epoch) if spec.gives_depth else None
            hint = None if recall is None else _as_hint(recall)
            moves.append(Move(action=action, camera=camera, hint=hint))
            known.append(recall)
        state, pictures = self._model.step(now.state, moves)
        _check_count(pictures, len(moves), spec.name)
        known[1:] = [None] * (len(moves) - 1)  # memory will have grown when these are shown
        waiting = tuple(
            _Drawn(picture=picture, camera=move.camera, known=recall, epoch=now.epoch)
            for picture, move, recall in zip(pictures, moves, known, strict=True)
        )
        return replace(now, state=state, body=body, waiting=waiting)

    def _moment(self) -> Snapshot:
        if self._now is None:
            raise SessionError("there is no world yet; start one first")
        return self._now

    def _check_start(self, prompt: Prompt, seed: int) -> None:
        spec = self._model.spec
        if isinstance(seed, bool) or not isinstance(seed, int | np.integer):
            raise PromptError(f"a seed must be a whole number, got {seed!r}")
        if not 0 <= seed <= MAX_SEED:
            raise PromptError(f"a seed must lie in 0 to {MAX_SEED:,}, got {seed:,}")
        if spec.needs_image and prompt.image is None:
            raise PromptError(f"model {spec.name!r} cannot start from words alone; give a picture")
        if prompt.image is not None and not spec.takes_image:
            raise PromptError(f"model {spec.name!r} does not take pictures; use words")
        if prompt.image is None and not spec.takes_text:
            raise PromptError(f"model {spec.name!r} does not read words; give a picture")


def _opening_hint(prompt: Prompt, camera: Camera) -> Hint:
    """Nothing known, or a picture's colours."""
    height, width = camera.shape
    hint = Hint.empty(height, width)
    if prompt.image is None:
        return hint
    rgb = fit_image(prompt.image, width, height)
    return replace(hint, rgb=rgb, colour=np.ones((height, width), np.float32))


def _floor(body: Body) -> NDArray[np.float64]:
    """(3,) metres: the ground under a body, also while it jumps."""
    y = body.feet[1] if body.floor_y_m is None else body.floor_y_m
    return np.array([body.feet[0], y, body.feet[2]])


def _as_hint(recall: Recall) -> Hint:
    return Hint(rgb=recall.rgb, depth_m=recall.depth_m, colour=recall.colour, depth=recall.depth)


def _frame(picture: Picture, camera: Camera, index: int, time_s: float) -> Frame:
    return Frame(
        rgb=picture.rgb,
        depth_m=picture.depth_m,
        camera=camera,
        index=index,
        time_s=time_s,
        sky=picture.sky,
        moving=picture.moving,
    )


def _check_count(pictures: Sequence[Picture], wanted: int, name: str) -> None:
    if len(pictures) != wanted:
        raise ModelError(f"model {name!r} drew {len(pictures)} pictures, {wanted} were asked for")
