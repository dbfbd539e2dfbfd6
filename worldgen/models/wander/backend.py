"""The built-in model as a `WorldModel`: a start in many guided steps, a walk in few.

The rollout state is a small value: the words, the seed, and how many pictures
there have been. What the place looked like is the memory's to know and comes
in with every move as its hint, so a snapshot costs nothing. The first picture
after an event, and one of which little is known, have much to make anew and take more
steps than the others.

Not here: poses and memory (`World`), the networks (`painter.py`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from worldgen.models.base import Hint, ModelSpec, Move, Picture
from worldgen.models.wander.choice import quickest
from worldgen.models.wander.kept import Kept, cache_dir
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.sampler import EVENT, MUCH_NEW, PHOTO, START, WALK, Noise, Steps
from worldgen.models.wander.spec import FILES, SPEC, WEIGHTS_DIR
from worldgen.models.wander.vista import roomiest
from worldgen.progress import Progress
from worldgen.types import CLEAR, Prompt, Setting, Weather

KNOWN_SHARE = 0.8
"""Share of a view's colours of which something must be known for a walk's few steps to do."""


@dataclass(frozen=True, kw_only=True, eq=False)
class WanderState:
    """Where a rollout is.

    Attributes:
        words: the prompt's vectors and mask, an event's words among them.
        text: the same in words.
        weather: that they speak of.
        seed: of all noise.
        index: of the next picture.
        told: something was said since the last one.
    """

    words: tuple[Tensor, Tensor]
    text: str
    seed: int
    index: int
    weather: Weather = CLEAR
    told: bool = False


class WanderModel:
    """The model itself.

    Args:
        pipe: the loaded networks.
        fingerprint: sha256 of the weights' files.
        progress: told the share of the first picture that is done.
    """

    def __init__(self, pipe: Painter, fingerprint: str, progress: Progress | None = None) -> None:
        self._pipe = pipe
        self._fingerprint = fingerprint
        self.progress = progress

    @classmethod
    def load(cls, folder: Path = WEIGHTS_DIR, cache: Path | None = None) -> WanderModel:
        """Read the weights in `folder`.

        Args:
            folder: as `WanderPipeline.save_pretrained` leaves it.
            cache: where compiled networks are kept for the next time; None is the user's.

        Raises:
            WeightsError: they are missing or damaged.
        """
        pipe = Painter.from_pretrained(folder, torch.float32)
        networks = (pipe.autoencoder, pipe.denoiser, pipe.compositor)
        for network in networks:
            nn.Module.to(network, memory_format=torch.channels_last)  # type: ignore[call-overload]
        fingerprint, size_px = _digest(folder, FILES), (SPEC.height_px, SPEC.width_px)
        kept = Kept(cache or cache_dir(), fingerprint, _sources(), size_px, torch.__version__)
        pipe.networks = quickest(*networks, size_px, kept)
        return cls(pipe, fingerprint)

    @property
    def painter(self) -> Painter:
        """Its networks and words."""
        return self._pipe

    @property
    def spec(self) -> ModelSpec:
        return SPEC

    def start(self, prompt: Prompt, seed: int, opening: Move) -> tuple[WanderState, list[Picture]]:
        text = prompt.text or ""
        if not text and _is_photo(opening.hint):
            text = self._pipe.scenery(opening.hint)
        words, weather = self._pipe.words(text), self._pipe.weather(text)
        state = WanderState(words=words, text=text, seed=seed, index=0, weather=weather)
        return self._draw(state, opening, PHOTO if _is_photo(opening.hint) else START)

    def step(self, state: WanderState, moves: Sequence[Move]) -> tuple[WanderState, list[Picture]]:
        pictures: list[Picture] = []
        for move in moves:
            state, drawn = self._draw(state, move, _steps(state, move.hint))
            pictures += drawn
        return state, pictures

    def event(self, state: WanderState, text: str) -> WanderState:
        return self._told(state, self._pipe.changed(state.text, text))

    def edit(self, state: WanderState, text: str) -> WanderState:
        """The rollout, told all of what shall be in a part of the next picture (`Retells`)."""
        return self._told(state, self._pipe.with_part(state.text, text))

    def retold(self, state: WanderState, like: WanderState) -> WanderState:
        """The same rollout with the words of another (`Retells`)."""
        return replace(state, words=like.words, text=like.text, weather=like.weather, told=False)

    def weather(self, state: WanderState) -> Weather:
        """That its words speak of (`weather.py`)."""
        return state.weather

    def setting(self, state: WanderState) -> Setting:
        """The kind of place that its words name, and the season (`Settled`)."""
        return self._pipe.setting(state.text)

    def caption(self, state: WanderState) -> str:
        """The words that hold, or what was guessed of a photo without any (`Captions`)."""
        return state.text

    def told(self, text: str) -> str:
        """A sentence in words that were taught, empty if it has none (`vocabulary.py`)."""
        told = self._pipe.told(text)
        return told if self._pipe.understands(told) else ""

    def spelt(self, text: str) -> str:
        """A sentence without slips of the pen (`spelling.py`)."""
        return self._pipe.spelt(text)

    def fingerprint(self) -> str:
        return self._fingerprint

    def _told(self, state: WanderState, text: str) -> WanderState:
        if text == state.text:
            return state
        words, weather = self._pipe.words(text), self._pipe.weather(text)
        return replace(state, words=words, text=text, weather=weather, told=True)

    def _draw(
        self, state: WanderState, move: Move, steps: Steps
    ) -> tuple[WanderState, list[Picture]]:
        with self._pipe.networks.drawing():
            planes = self._pipe.planes(move.hint)
            told = planes
            if planes is not None and steps is PHOTO:
                told = self._pipe.guessed(planes)
            known = self._pipe.condition(state.words, move.camera, told)
            noise = Noise(seed=state.seed, index=state.index)
            if steps is START and planes is None:
                noise = roomiest(self._pipe.networks, known, move.camera, state.seed)
            progress = self.progress if steps in (START, PHOTO) else None
            picture = self._pipe.draw(known, planes, noise, steps, progress)
        return replace(state, index=state.index + 1, told=False), [picture]


def _steps(state: WanderState, hint: Hint | None) -> Steps:
    """A walk's two steps; more for a view that shows much that is new, or what was just told."""
    if state.told:
        return EVENT
    known = 0.0 if hint is None else np.count_nonzero(hint.colour) / hint.colour.size
    return WALK if known >= KNOWN_SHARE else MUCH_NEW


def _is_photo(hint: Hint | None) -> bool:
    """Whether a hint is a picture whose depth is to be guessed."""
    return hint is not None and bool(hint.colour.any()) and not hint.depth.any()


def _digest(folder: Path, names: Iterable[str]) -> str:
    """sha256 over files in a fixed order."""
    digest = hashlib.sha256()
    for name in names:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _sources() -> str:
    """The same over our own code: other networks compile to something else."""
    folder = Path(__file__).parent
    return _digest(folder, sorted(path.name for path in folder.glob("*.py")))
