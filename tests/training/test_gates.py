"""A stage that made something worse does not ship it."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import nn

from worldgen.evaluation.features import looks, sight
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.training import denoiser, finish, run
from worldgen.training.gates import Gates
from worldgen.training.recipes import recipe


@pytest.mark.parametrize(
    ("new", "old", "kept"),
    [(1.0, 2.0, "new"), (2.0, 1.0, "old"), (1.0, 1.0, "old"), (float("nan"), 1.0, "old")],
)
def test_the_better_one_goes_on(tmp_path: Path, new: float, old: float, kept: str) -> None:
    """What is no number is not better; what is no better takes nobody's place."""
    gates, errors = Gates(tmp_path), {"new": new, "old": old}
    assert gates.better("stage", "new", "old", errors.__getitem__) == kept
    told = json.loads((tmp_path / "gates.json").read_text())
    assert told["stage"]["kept"] == kept and told["stage"]["old"] == old


def test_a_spoilt_denoiser_and_decoder_give_way_to_what_shipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that went wrong leaves what it began from; judged on walks of seeds of their own."""
    whole = recipe("rehearsal")
    going_on = replace(
        whole,
        denoiser=replace(whole.denoiser, start_from=WEIGHTS_DIR),
        autoencoder=None,
        polish=None,
        compositor=None,
        monodepth=None,
    )
    trained, finished = denoiser.train, finish.train

    def spoilt(network: nn.Module) -> nn.Module:
        network = deepcopy(network)
        with torch.no_grad():
            for weight in network.parameters():
                weight.add_(0.05 * torch.randn_like(weight))
        return network

    monkeypatch.setattr(denoiser, "train", lambda *a, **k: spoilt(trained(*a, **k)))
    monkeypatch.setattr(finish, "train", lambda *a, **k: spoilt(finished(*a, **k)))
    shipped = run.run(going_on, tmp_path, looks, sight())
    told = json.loads((tmp_path / "gates.json").read_text())
    assert {stage: verdict["kept"] for stage, verdict in told.items()} == {
        "denoiser": "old",
        "decoder": "old",
    }
    seeds = [int(path.stem) for path in (tmp_path / "held_out" / "corpus").glob("*.npz")]
    assert len(seeds) == 2 and min(seeds) >= run.HELD_OUT_SEED
    one, two = (denoiser.shipped(folder).state_dict() for folder in (shipped, WEIGHTS_DIR))
    assert all(torch.equal(one[key].bfloat16(), two[key].bfloat16()) for key in two)
