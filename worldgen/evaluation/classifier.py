"""Names the biome, the hour and the weather that a picture shows.

A small convolutional network with three answers, trained on true renders only
(`teach.py`). It sees the picture at a quarter of its area, so that it judges
what is there and not how fine its grain is. Weather is asked outdoors only.

    classifier = Classifier.load()
    classifier.read([frame.rgb])[0]   ──▶ Reading(biome="village", hour="dusk", weather="snow")

Its weights lie in `assets/evaluation`; the words it answers with, and what it
reached on held-out true renders, are written in the same file.

Not here: prompts and scores (`obedience.py`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import torch
import torch.nn.functional as nnf
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from worldgen.data.scene import SceneSpec
from worldgen.errors import WeightsError
from worldgen.evaluation.pictures import Rgb, shrink

WEIGHTS = Path(__file__).parents[2] / "assets" / "evaluation" / "classifier.safetensors"
WIDTH_PX, HEIGHT_PX = 128, 72
BATCH = 64
Heads = dict[str, tuple[str, ...]]
"""The questions, and the answers that each may have."""


class Reading(NamedTuple):
    """What a picture shows; of weather, indoors, only a guess."""

    biome: str
    hour: str
    weather: str


def reading_of(spec: SceneSpec) -> Reading:
    """What a scene was made to show."""
    return Reading(biome=spec.biome, hour=spec.hour, weather=spec.weather)


class Network(nn.Module):
    """Five convolutions on the whole picture, then one linear answer a question.

    Args:
        heads: the questions.
        widths: channels after each halving of the size.
    """

    def __init__(self, heads: Heads, widths: tuple[int, ...] = (24, 36, 56, 88, 112)) -> None:
        super().__init__()
        self.layers = nn.ModuleList()
        before = 3
        for width in widths:
            self.layers.append(_halving(before, width))
            before = width
        self.heads = nn.ModuleDict(
            {name: nn.Linear(2 * before, len(choices)) for name, choices in heads.items()}
        )
        self.drop = nn.Dropout(0.2)

    def forward(self, pictures_BCHW: Tensor) -> dict[str, Tensor]:
        """(B, 3, 72, 128) in [-1, 1] to a (B, choices) row of logits for each question."""
        x = pictures_BCHW
        for layer in self.layers:
            x = layer(x)
        pooled = self.drop(torch.cat([x.mean((2, 3)), x.amax((2, 3))], dim=1))
        return {name: head(pooled) for name, head in self.heads.items()}


def _halving(before: int, width: int) -> nn.Sequential:
    """Half the size, `width` channels: a strided convolution, then a separable one."""
    return nn.Sequential(
        nn.Conv2d(before, width, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.Conv2d(width, width, 3, padding=1, groups=width, bias=False),
        nn.Conv2d(width, width, 1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
    )


class Classifier:
    """The trained network.

    Args:
        network: in evaluation mode.
        heads: the questions it was taught.
        accuracy: share of held-out true renders read rightly, by question.
    """

    def __init__(self, network: Network, heads: Heads, accuracy: dict[str, float]) -> None:
        self._network = network.eval()
        self.heads = heads
        self.accuracy = accuracy

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> Classifier:
        """Read the weights.

        Raises:
            WeightsError: they are missing, damaged, or of another network.
        """
        try:
            with safe_open(path, framework="pt") as file:
                tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 -- not a dict
                notes = json.loads((file.metadata() or {})["notes"])
            heads = {name: tuple(choices) for name, choices in notes["heads"].items()}
            network = Network(heads)
            network.load_state_dict(tensors, strict=True)
            accuracy = {name: float(notes["accuracy"][name]) for name in heads}
        except (OSError, SafetensorError, RuntimeError, KeyError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise WeightsError(
                f"the classifier in {path.name} cannot be read: {reason}; restore "
                "assets/evaluation from the repository, or make it again with "
                "python -m worldgen.evaluation.teach"
            ) from error
        return cls(network, heads, accuracy)

    def save(self, path: Path) -> None:
        """Write the weights in half precision, and the notes beside them in the same file."""
        tensors = {
            name: tensor.half().contiguous() if tensor.is_floating_point() else tensor
            for name, tensor in self._network.state_dict().items()
        }
        notes = {"heads": self.heads, "accuracy": self.accuracy}
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(tensors, path, {"notes": json.dumps(notes)})

    def state(self) -> dict[str, Tensor]:
        """The network's weights by name, float32."""
        return {name: part.detach().clone() for name, part in self._network.state_dict().items()}

    def read(self, pictures: Sequence[Rgb]) -> list[Reading]:
        """What each picture shows; pictures are (H, W, 3) uint8, 16:9."""
        rows = self.logits(np.stack([small(rgb) for rgb in pictures]))
        best = {name: row.argmax(1).tolist() for name, row in rows.items()}
        return [
            Reading(**{name: self.heads[name][best[name][index]] for name in Reading._fields})
            for index in range(len(pictures))
        ]

    @torch.inference_mode()
    def logits(self, pictures: NDArray[np.uint8]) -> dict[str, Tensor]:
        """(N, 72, 128, 3) uint8 to one (N, choices) row of logits for each question."""
        parts = [
            self._network(planes(torch.from_numpy(pictures[at : at + BATCH])))
            for at in range(0, len(pictures), BATCH)
        ]
        return {name: torch.cat([part[name] for part in parts]) for name in self.heads}


def small(rgb: Rgb) -> Rgb:
    """A picture at the classifier's size."""
    height, width = rgb.shape[:2]
    if height % HEIGHT_PX == 0 and width % WIDTH_PX == 0:
        return shrink(rgb, height // HEIGHT_PX)
    picture = torch.from_numpy(rgb.copy()).movedim(-1, 0)[None].float()
    fitted = nnf.interpolate(picture, (HEIGHT_PX, WIDTH_PX), mode="bilinear", antialias=True)
    return cast(Rgb, fitted[0].round().to(torch.uint8).movedim(0, -1).numpy())


def planes(pictures_BHWC: Tensor) -> Tensor:
    """uint8 pictures as (B, 3, H, W) in [-1, 1]."""
    return pictures_BHWC.movedim(-1, 1).float() / 127.5 - 1.0
