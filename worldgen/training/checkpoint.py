"""Everything that a run needs to go on: weights, masters, averages, optimisers, counters.

One safetensors file, written beside the old one and then renamed, so that a
kill leaves the last whole one. Numbers travel in the file's own metadata.

Not here: the weights that ship (`assemble.py`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from worldgen.errors import WeightsError
from worldgen.training.loop import Progress
from worldgen.training.optimiser import MasterWeights


def save(path: Path, weights: MasterWeights, notes: dict[str, Any]) -> None:
    """Write a run's state to `path` in one piece.

    Args:
        path: the file, with or without an older one in its place.
        weights: what is being trained.
        notes: counters and settings, anything that JSON holds.
    """
    tensors: dict[str, Tensor] = {}
    for index, (master, average) in enumerate(zip(weights.masters, weights.averages, strict=True)):
        tensors[f"master.{index}"] = master
        tensors[f"average.{index}"] = average
    for name, optimiser in (("muon", weights.muon), ("adam", weights.adam)):
        for index, state in optimiser.state_dict()["state"].items():
            for key, value in state.items():
                tensors[f"{name}.{index}.{key}"] = torch.as_tensor(value)
    for name, buffer in weights.module.named_buffers():
        tensors[f"buffer.{name}"] = buffer
    whole = {key: value.detach().contiguous().cpu() for key, value in tensors.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_file(whole, partial, {"notes": json.dumps({**notes, "steps": weights.steps})})
    os.replace(partial, path)


def resume(path: Path, weights: MasterWeights, progress: Progress) -> None:
    """Go on where an earlier run in the same folder stopped; nothing, if there was none.

    Raises:
        WeightsError: the file is damaged, or of another network.
    """
    if path.exists():
        notes = load(path, weights)
        progress.steps, progress.seconds = notes["steps"], notes["seconds"]


def load(path: Path, weights: MasterWeights) -> dict[str, Any]:
    """Put a saved state back into `weights`; returns the notes.

    Raises:
        WeightsError: the file is damaged, or of another network.
    """
    try:
        with safe_open(path, "pt") as file:
            tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118 -- not a dict
            notes: dict[str, Any] = json.loads(file.metadata()["notes"])
        _put_back(weights, tensors)
    except (SafetensorError, KeyError, RuntimeError, OSError) as error:
        raise WeightsError(f"checkpoint {path.name} cannot be resumed: {error}") from error
    weights.steps = int(notes["steps"])
    return notes


@torch.no_grad()
def _put_back(weights: MasterWeights, tensors: dict[str, Tensor]) -> None:
    for index, (master, average) in enumerate(zip(weights.masters, weights.averages, strict=True)):
        master.copy_(tensors[f"master.{index}"])
        average.copy_(tensors[f"average.{index}"])
    for name, optimiser in (("muon", weights.muon), ("adam", weights.adam)):
        whole = optimiser.state_dict()
        whole["state"] = _optimiser_state(name, tensors)
        optimiser.load_state_dict(whole)
    for name, buffer in weights.module.named_buffers():
        buffer.copy_(tensors[f"buffer.{name}"])
    weights.publish()


def _optimiser_state(name: str, tensors: dict[str, Tensor]) -> dict[int, dict[str, Tensor]]:
    state: dict[int, dict[str, Tensor]] = {}
    for key, value in tensors.items():
        if key.startswith(f"{name}."):
            _, index, field = key.split(".")
            state.setdefault(int(index), {})[field] = value
    return state
