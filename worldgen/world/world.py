"""A world you can walk through: one model, one memory, one line of frames.

    prompt ──▶ World.start ──▶ frame 0
    action ──▶ World.step  ──▶ frame 1, 2, 3 …

A `WorldModel` says what comes next; a `SpatialMemory` says what this place
looked like last time. `World` joins the two, moves the body through what memory
knows of ground and walls, and things too; it does nothing else. It is synchronous
and repeatable: same prompt, seed and actions, same frames.

    words ──▶ World.event ──▶ other looks (hour, weather, season), or things that
                              come, fall and go; `World.edit` redraws a part of the view

Everything it is at a moment is one value, its `Snapshot`; going back there, or
walking on twice from there, costs nothing.

A model that draws in chunks is asked for one when the last is used up, with the
newest action held through all of it; its pictures are handed out one a step.
Actions given while a chunk is being handed out come too late for it.

Not here: keys (`sessions`), other people (`serving`), files (`recording`, `export`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ActionError, ModelError, PromptError, SessionError, UnsupportedError
from worldgen.geometry import Camera
from worldgen.kinematics import Body, BodyConfig, eye_pose
from worldgen.memory import DREAMT, MemoryConfig, SpatialMemory
from worldgen.models.base import Captions, Move, Picture, Retells, Rewords, WorldModel
from worldgen.models.registry import load_model
from worldgen.recording import Walk
from worldgen.things import Thing
from worldgen.types import Action, Frame, Prompt, Said, tidy_text
from worldgen.world import staging
from worldgen.world.hearing import edited, heard
from worldgen.world.moment import Drawn, Snapshot, Stride
from worldgen.world.opening import check_start, opening_hint
from worldgen.world.outlook import Outlook, ahead
from worldgen.world.relight import looked_at
from worldgen.world.showing import frame_of, glimpsed, setting_of, shown, weather_of
from worldgen.world.striding import relived, resumed, stride
from worldgen.world.taking_up import take_up


class World:
    """One line of frames through a dreamt world.

    Args:
        model: what draws; shared with as many worlds as you like.
        memory_config: how much is remembered.
        body_config: what the body that walks measures and can do.
        fly: whether it flies, whatever its config says.
    """

    def __init__(
        self,
        model: WorldModel,
        *,
        memory_config: MemoryConfig | None = None,
        body_config: BodyConfig | None = None,
        fly: bool = False,
    ) -> None:
        self._model = model
        self._body_config = body_config or BodyConfig()
        self.fly = fly or self._body_config.fly
        self._memory_config = memory_config or DREAMT
        self._now: Snapshot | None = None

    @classmethod
    def load(cls, name: str | None = None, *, fly: bool = False) -> World:
        """A world on the model of that name; None is the built-in one.

        Args:
            name: as `worldgen models` lists it, or a folder of weights.
            fly: whether the body flies.

        Raises:
            ModelError: there is no such model, or it cannot run here.
        """
        return cls(load_model(name), fly=fly)

    @property
    def model(self) -> WorldModel:
        """What draws."""
        return self._model

    @property
    def fly(self) -> bool:
        """Whether the body flies: no gravity, and ahead is where it looks. May be set."""
        return self._body_config.fly

    @fly.setter
    def fly(self, flies: bool) -> None:
        self._body_config = replace(self._body_config, fly=bool(flies))

    @property
    def things(self) -> tuple[Thing, ...]:
        """What events have put into the world, as it is in the newest frame."""
        return self._moment().shown

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
        check_start(spec, prompt, seed)
        body = Body()
        lens = Camera.from_fov(spec.width_px, spec.height_px, spec.hfov_rad)
        camera = lens.at(eye_pose(body, self._body_config))
        opening = Move(action=Action(), camera=camera, hint=opening_hint(prompt, camera))
        state, pictures = self._model.start(prompt, int(seed), opening)
        _check_count(pictures, 1, spec.name)
        weather = weather_of(self._model, state)
        frame = frame_of(pictures[0], camera, 0, spec.dt_s, weather=weather)
        memory = SpatialMemory(config=self._memory_config, body=self._body_config)
        self._now = Snapshot(
            model=self._model.fingerprint(),
            state=state,
            memory=memory.add(frame),
            body=body,
            waiting=(),
            frame=frame,
            epoch=0,
            light=staging.light_of(frame),
            pictured=prompt.image is not None,
            setting=setting_of(self._model, state),
            seed=int(seed),
        )
        return frame

    def step(self, action: Action) -> Frame:
        """Dream the next frame.

        Raises:
            ActionError: that is no action.
            SessionError: there is no world yet.
            ModelError: the model cannot.
        """
        now = self._moment()
        if not isinstance(action, Action):
            raise ActionError(f"a step takes an Action, got {type(action).__name__}")
        if not now.waiting:
            now = self._dream(now, action)
        self._now = shown(now, self._model.spec.dt_s)
        return self._now.frame

    def event(self, text: str) -> bool:
        """Tell the world something; it shows from the next frame on.

        "night falls" gives all of it other looks, over about a second. "a red tower
        ahead", "drop a ball", "remove the tower" put things in or take them away, and
        leave all else as it is. With a model that draws in chunks, what is drawn already
        is shown first.

        Returns:
            Whether anything of it was understood; if not, all stays as it is.

        Raises:
            PromptError: no words, or too many.
            UnsupportedError: the model does not listen to events.
            SessionError: there is no world yet.
        """
        before, words = self._moment(), self._words(text)
        untold = before.untold and self._model.event(before.untold, words)
        state = self._model.event(before.state, words)
        now = replace(before, untold=untold) if untold is not before.untold else before
        after = heard(now, state, words, self.read_as(words), self._model.spec.dt_s)
        if after is not now:
            after = replace(after, setting=setting_of(self._model, after.state))
        self._now = after
        return after is not before

    def edit(self, mask: NDArray[np.bool_], text: str) -> bool:
        """Have a part of the newest frame's view drawn anew, as words say.

        A thing that they name comes to stand there. All else is as it was told before.

        Args:
            mask: (H, W) bool, the part.
            text: what shall be there.

        Returns:
            Whether anything of it was understood; if not, all stays as it is.

        Raises:
            ShapeError: the mask does not fit the frame, is empty, or a thing cannot stand there.
            PromptError, UnsupportedError, SessionError: as `event`.
        """
        now, words = self._moment(), self._words(text)
        if not isinstance(self._model, Retells):
            self._now = edited(now, self._model.event(now.state, words), mask, words)
            return self._now is not now
        after = edited(now, self._model.edit(now.state, words), mask, words)
        understood = after is not now
        if understood:
            self._now = replace(after, untold=now.untold or now.state)
        return understood

    @property
    def caption(self) -> str:
        """What the model draws by, in words: the prompt and events, or what it made of a picture.

        Empty if it does not say.
        """
        now = self._moment()
        return self._model.caption(now.state) if isinstance(self._model, Captions) else ""

    def read_as(self, text: str) -> str:
        """A sentence as the model takes it, which may know fewer words than people do.

        Empty if it knows none of them.
        """
        return self._model.told(text) if isinstance(self._model, Rewords) else text

    def hear(self, said: Said) -> bool:
        """Take in what was said, as a recording has it: `event` for words, `edit` for a part.

        Returns:
            Whether anything of it was understood.

        Raises:
            ShapeError, PromptError, UnsupportedError, SessionError: as those two.
        """
        return self.event(said) if isinstance(said, str) else self.edit(said.mask, said.text)

    def snapshot(self) -> Snapshot:
        """This moment, to come back to in this process; into another only `take_up` leads.

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
            SessionError: that is no snapshot.
        """
        if not isinstance(token, Snapshot):
            raise SessionError(f"only a snapshot can be restored, got {type(token).__name__}")
        if token.model != self._model.fingerprint():
            raise UnsupportedError(
                "that moment was dreamt by another model, or by other weights than "
                f"{self._model.spec.name!r} has now; load the same ones to go on from it"
            )
        self._now = token
        return token.frame

    def take_up(self, walk: Walk) -> Frame:
        """Be at the last frame of a recorded walk, with what its frames show remembered again.

        Reads up to some thousand pictures, so it takes a while.

        Raises:
            ReplayError: the walk has no frames, or gaps.
            DamagedWalkError: a picture cannot be read.
            PromptError: the model does not take what it began with.
        """
        take_up(walk, self)
        self._now = resumed(self._moment())
        return self._now.frame

    def relive(self, frame: Frame, action: Action) -> None:
        """Be at a frame that was dreamt, and recorded, before.

        Args:
            frame: a later one than the newest, or the first again.
            action: what led to it.
        """
        now = self._moment()
        if frame.index == 0:
            fresh = SpatialMemory(config=self._memory_config, body=self._body_config)
            now = replace(now, memory=fresh)
        self._now = relived(now, frame, action, self._model.spec, self._body_config)

    def _dream(self, now: Snapshot, action: Action) -> Snapshot:
        """Walk through one chunk and have the model draw it."""
        spec, strides = self._model.spec, list[Stride]()
        for _ in range(spec.chunk_frames):
            before = strides[-1] if strides else None
            strides.append(stride(now, before, action, spec, self._body_config))
        if spec.can_look_aside:
            looked = looked_at(self._looked_aside(now, strides[0]), strides[0], self._model)
            if looked is not now:
                now, strides = looked, [stride(looked, None, action, spec, self._body_config)]
        state, pictures = self._model.step(now.state, [led.move for led in strides])
        _check_count(pictures, len(strides), spec.name)
        if now.untold is not None and isinstance(self._model, Retells):
            state = self._model.retold(state, now.untold)
        strides[1:] = [replace(later, known=None) for later in strides[1:]]  # memory will grow
        weather = weather_of(self._model, state)
        waiting = tuple(
            Drawn(picture=picture, stride=led, weather=weather)
            for picture, led in zip(pictures, strides, strict=True)
        )
        last = strides[-1]
        return replace(
            now,
            state=state,
            body=last.body,
            things=last.things,
            waiting=waiting,
            blank=None,
            untold=None,
        )

    def _looked_aside(self, now: Snapshot, led: Stride) -> Snapshot:
        """The moment with a view aside remembered, if the next one has much that is new."""
        if led.known is None or now.blank is not None:
            return now

        def draw(where: Outlook) -> Frame:
            return glimpsed(now, led, where, self._model)

        camera, known = led.move.camera, led.known
        memory = ahead(now.memory, now.frame, camera, known, led.epoch, draw)
        return now if memory is now.memory else replace(now, memory=memory)

    def _words(self, text: str) -> str:
        """What was said, tidied and rightly spelt, if the model may be told."""
        spec, words = self._model.spec, tidy_text(text, "event")
        if not words:
            raise PromptError("the event is empty; say what should happen")
        if not spec.takes_events:
            raise UnsupportedError(f"model {spec.name!r} does not take events; start a new world")
        return self._model.spelt(words) if isinstance(self._model, Rewords) else words

    def _moment(self) -> Snapshot:
        if self._now is None:
            raise SessionError("there is no world yet; start one first")
        return self._now


def _check_count(pictures: Sequence[Picture], wanted: int, name: str) -> None:
    if len(pictures) != wanted:
        raise ModelError(f"model {name!r} drew {len(pictures)} pictures, {wanted} were asked for")
