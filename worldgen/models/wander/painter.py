"""The networks and the word table together: a view in words or a photo, a picture out.

    painter = Painter.from_pretrained("assets/models/wander")
    picture = painter("a snowy village at dusk", seed=7)

The word table lies beside the networks, in the folder's `text/`, and is
read from there. Calling a painter draws one still view; a walk needs state
and memory, which `backend.py` and `World` have.

Not here: rollout state (`backend.py`), writing it to disk (`pipeline.py`).
"""

from __future__ import annotations

import json
from os import PathLike
from pathlib import Path
from typing import Self, cast

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from worldgen.errors import WeightsError
from worldgen.geometry.camera import Camera
from worldgen.models.base import Hint, Picture
from worldgen.models.wander.autoencoder import RGBDAutoencoder, coverage
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import Condition, HintedDenoiser, view_planes
from worldgen.models.wander.mixins import ModelMixin
from worldgen.models.wander.monodepth import MonocularDepth
from worldgen.models.wander.networks import Networks, Plain
from worldgen.models.wander.news import is_time, news
from worldgen.models.wander.planes import HINT_PLANES, SEEN_PLANES, hint_planes, to_picture
from worldgen.models.wander.revised import changed, times
from worldgen.models.wander.sampler import START, Noise, Steps, sample
from worldgen.models.wander.scenery import scenery
from worldgen.models.wander.slender import faced
from worldgen.models.wander.spec import SPEC, WEIGHTS, missing_files
from worldgen.models.wander.spelling import Speller
from worldgen.models.wander.spoken import asks, ended, ordered, plainly
from worldgen.models.wander.sums import check_sums
from worldgen.models.wander.text import TextTable
from worldgen.models.wander.vocabulary import Vocabulary
from worldgen.models.wander.weather import season_of, weather_of
from worldgen.progress import Progress
from worldgen.things import nouns, read
from worldgen.types import Setting, Weather

_DAMAGED = (SafetensorError, RuntimeError, OSError, ValueError, KeyError, TypeError, AttributeError)
"""What reading files of other kinds than they should be can raise."""

GUESS_TRUST = 0.95
"""Confidence in a photo's guessed depth: the denoiser may smooth it, not make up its own."""


class Painter:
    """Networks and a word table that draw an RGB-D view.

    Args:
        autoencoder: RGB-D to latents and back.
        denoiser: latents out of noise.
        compositor: what was drawn, joined with what is remembered.
        monodepth: how far a photo's pixels lie; without one the denoiser guesses.

    Attributes:
        autoencoder, denoiser, compositor, monodepth: as they were given.
        networks: the first three as whoever computes them offers them; PyTorch until another
            is put there.
        table: the words; None until they were read.
        vocabulary: what words mean that were never taught; None takes them as they come.
        speller: what words are meant that are none; None takes them as they come.
    """

    def __init__(
        self,
        autoencoder: RGBDAutoencoder,
        denoiser: HintedDenoiser,
        compositor: Compositor,
        monodepth: MonocularDepth | None = None,
    ) -> None:
        self.autoencoder = autoencoder
        self.denoiser = denoiser
        self.compositor = compositor
        self.monodepth = monodepth
        self.networks: Networks = Plain(autoencoder, denoiser, compositor)
        self.table: TextTable | None = None
        self.vocabulary: Vocabulary | None = None
        self.speller: Speller | None = None

    @classmethod
    def from_pretrained(
        cls, folder: str | PathLike[str], dtype: torch.dtype = torch.bfloat16
    ) -> Self:
        """Load from a folder, all of it from there and nothing from a hub.

        Args:
            folder: as `save_pretrained` leaves it, with the word table in `text/`.
            dtype: precision to draw in; bf16 is the one that was trained.

        Raises:
            WeightsError: files are missing, damaged, or of another network.
        """
        missing = missing_files(Path(folder))
        if missing:
            raise WeightsError(f"{missing}; restore assets/models from the repository")
        check_sums(Path(folder))
        try:
            pipe = cls(
                _whole(RGBDAutoencoder, folder, "autoencoder", dtype),
                _whole(HintedDenoiser, folder, "denoiser", dtype),
                _whole(Compositor, folder, "compositor", dtype),
                _whole(MonocularDepth, folder, "monodepth", dtype),
            )
            pipe.table = TextTable(Path(folder) / "text")
            pipe.vocabulary = Vocabulary.read(Path(folder) / "text")
            pipe.speller = Speller.read(Path(folder) / "text", pipe.vocabulary, nouns())
        except _DAMAGED as error:
            reason = " ".join(str(error).split())[:200]
            raise WeightsError(
                f"the weights in {Path(folder).name} are damaged or of another version: {reason}; "
                "restore assets/models from the repository"
            ) from error
        return pipe

    def told(self, text: str) -> str:
        """A sentence in words that were taught."""
        plain = plainly(self.spelt(text))
        return self.vocabulary.told(plain) if self.vocabulary else plain

    def spelt(self, text: str) -> str:
        """A sentence without slips of the pen (`spelling.py`)."""
        return self.speller.mended(text) if self.speller else text

    def understands(self, told: str) -> bool:
        """Whether any word of a sentence, told in words that were taught, means something."""
        return self.vocabulary is None or self.vocabulary.says(told)

    def weather(self, text: str) -> Weather:
        """The weather that a sentence speaks of."""
        told = self.told(text)
        return weather_of(plainly(text), told, self._places(told))

    def setting(self, text: str) -> Setting:
        """The kind of place, and the season, that a sentence speaks of."""
        told = self.told(text)
        return Setting(places=self._places(told), season=season_of(told))

    def _places(self, told: str) -> frozenset[str]:
        """The places that a sentence in taught words speaks of."""
        return self.vocabulary.places(told) if self.vocabulary else frozenset()

    def changed(self, text: str, event: str) -> str:
        """A text after an event; itself if that tells nothing (`news.py`)."""
        if self.vocabulary is None:
            return self.with_part(text, event)
        event = self.spelt(event)
        asked = ordered(event)
        plain = plainly(asked if is_time(asked, self.vocabulary) else event)
        wishes, besides = read(plain)
        there, gone = self.weather(text), ended(event)
        if (asks(plain) and not wishes) or (there.snow if gone == "rain" else gone and there.rain):
            return text
        told, before = news(besides, self.vocabulary), self.told(text)
        places = self.vocabulary.places(before) & self.vocabulary.places(self.told(told.said))
        left = times(before) if told.elsewhere and not places else before
        after = changed(left, told.said, wishes, self.told)
        return text if after == before else after

    def with_part(self, text: str, said: str) -> str:
        """A text and what was said of a part of the view; itself if nothing was understood."""
        plain, before = plainly(self.spelt(said)), self.told(text)
        wishes, besides = read(plain)
        if (asks(plain) or not self.understands(self.told(plain))) and not wishes:
            return text
        after = changed(before, besides, wishes, self.told)
        return text if after == before else after

    def words(self, text: str) -> tuple[Tensor, Tensor]:
        """The prompt as (1, N, D) vectors and a (1, N) mask; of one that means nothing, no words.

        A vector that was never taught may mean anything; without words some world is drawn.
        """
        if self.table is None:
            raise WeightsError("this painter has no word table; load it with from_pretrained")
        told = self.told(text)
        if not self.understands(told):
            told = ""
        spelt = self.vocabulary.spelt_out(told) if self.vocabulary else told
        vectors, mask = self.table.encode([spelt])
        return vectors.to(self.networks.dtype), mask

    def planes(self, hint: Hint | None) -> Tensor | None:
        """A hint as (1, 7, H, W) float32; None where nothing is known."""
        if hint is None or not (hint.colour.any() or hint.depth.any()):
            return None
        return hint_planes(hint)

    @torch.inference_mode()
    def guessed(self, planes: Tensor) -> Tensor:
        """A photo's planes (1, 7, H, W), all colours and no depth, with a guess at its depth."""
        if self.monodepth is None:
            return planes
        close, sky = self.monodepth.guess(planes[:, :3]).split(1, dim=1)
        close = faced(torch.where(sky > 0, -torch.ones_like(close), close))
        parts = planes.split(1, dim=1)
        trust = torch.full_like(close, GUESS_TRUST)
        return torch.cat([*parts[:3], close, parts[4], trust, parts[6]], dim=1)

    def scenery(self, hint: Hint | None) -> str:
        """What kind of place a photo shows, in words that were taught; empty if nobody can tell."""
        planes = self.planes(hint)
        if planes is None or self.monodepth is None:
            return ""
        return scenery(self.guessed(planes))

    @torch.inference_mode()
    def condition(
        self, words: tuple[Tensor, Tensor], camera: Camera, planes: Tensor | None
    ) -> Condition:
        """What the denoiser is told of one view; `planes` are those of its hint."""
        dtype = self.networks.dtype
        rows, columns = self.denoiser.config.rows, self.denoiser.config.columns
        if planes is None:
            latent = torch.zeros(1, self.denoiser.config.latent_channels, rows, columns)
            covered = torch.zeros(1, 2, rows, columns)
        else:
            seen = planes[:, :SEEN_PLANES]
            latent, covered = self.networks.encode(seen), coverage(seen)
        return Condition(
            hint=latent.to(dtype),
            coverage=covered.to(dtype),
            view=view_planes(camera).to(dtype),
            words=words[0],
            word_mask=words[1],
        )

    @torch.inference_mode()
    def decoded(
        self, known: Condition, noise: Noise, steps: Steps, progress: Progress | None = None
    ) -> Tensor:
        """(B, 6, H, W): what the denoiser makes of noise, as the decoder draws it."""
        return self.networks.decode(sample(self.networks, noise, known, steps, progress))

    @torch.inference_mode()
    def draw(
        self,
        known: Condition,
        planes: Tensor | None,
        noise: Noise,
        steps: Steps,
        progress: Progress | None = None,
    ) -> Picture:
        """One picture out of noise, joined with what its hint's `planes` remember."""
        return self.shown(sample(self.networks, noise, known, steps, progress), planes)

    @torch.inference_mode()
    def shown(self, latent: Tensor, planes: Tensor | None) -> Picture:
        """The picture of a latent (1, C, H/8, W/8), joined with what `planes` remember.

        One that nothing is remembered of goes the same way: its depth needs hard edges, too. What
        is slender is turned to the eye then and never again: it would turn with every step.
        """
        drawn = self.networks.decode(latent)
        if planes is not None:
            return to_picture(self.networks.compose(drawn, planes)[0])
        nothing = torch.zeros(1, HINT_PLANES, *drawn.shape[2:])
        first = self.networks.compose(drawn, nothing).float()
        first[:, 3:4] = faced(first[:, 3:4])
        return to_picture(first[0])

    def __call__(self, prompt: str, seed: int = 0, steps: Steps = START) -> Picture:
        """A still view of a prompt from a level camera."""
        camera = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
        known = self.condition(self.words(prompt), camera, None)
        return self.draw(known, None, Noise(seed=seed, index=0), steps)


def _whole(
    network: type[ModelMixin], folder: str | PathLike[str], name: str, dtype: torch.dtype
) -> ModelMixin:
    """One network with every weight read from its files; none may be made up or left over.

    diffusers' own ways to load and to move a network import torch's compiler (`mixins.py`).
    """
    known = json.loads((Path(folder) / name / "config.json").read_text(encoding="utf-8"))
    if not isinstance(known, dict):
        raise ValueError(f"the {name}'s config.json holds no object")
    made = network.from_config(known)
    weights = load_file(Path(folder) / name / WEIGHTS)
    odd = next((key for key, weight in weights.items() if not weight.isfinite().all()), None)
    if odd is not None:
        raise ValueError(f"the {name}'s {odd} holds numbers that are not finite")
    told = made.load_state_dict(weights, strict=False)
    strange = [*told.missing_keys, *told.unexpected_keys]
    if strange:
        raise ValueError(f"the {name}'s weights {', '.join(strange[:4])} do not fit this version")
    nn.Module.to(made, dtype)
    return cast(ModelMixin, made.eval())
