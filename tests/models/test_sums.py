"""Damaged weights are refused in words, whatever the damage."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from worldgen.errors import WeightsError
from worldgen.models.registry import load_model, weights_folder
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.spec import FILES, WEIGHTS, WEIGHTS_DIR, missing_files
from worldgen.models.wander.sums import SUMS, check_sums, write_sums

pytestmark = pytest.mark.skipif(missing_files() is not None, reason="no shipped weights")


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    """A copy of what ships."""
    return shutil.copytree(WEIGHTS_DIR, tmp_path / "weights")


def test_what_ships_is_what_is_written_down() -> None:
    """Whoever changes a file writes its sum, too."""
    check_sums(WEIGHTS_DIR)
    lines = (WEIGHTS_DIR / SUMS).read_text().splitlines()
    assert [line.split("  ")[1] for line in lines] == list(FILES)


@pytest.mark.parametrize("name", ["denoiser/" + WEIGHTS, "text/vocab.txt"])
def test_one_changed_byte_is_refused(weights: Path, name: str) -> None:
    """It is a number still, and the picture would only be a little off."""
    data = bytearray((weights / name).read_bytes())
    data[len(data) // 2] ^= 1
    (weights / name).write_bytes(data)
    with pytest.raises(WeightsError, match=f"{name} .* damaged"):
        Painter.from_pretrained(weights)


def _nan(weights: Path) -> None:
    file = weights / "denoiser" / WEIGHTS
    known = load_file(file)
    known[next(iter(known))].flatten()[0] = torch.nan
    save_file(known, file)


def _with(name: str, text: str) -> Callable[[Path], object]:
    return lambda weights: (weights / name).write_text(text)


@pytest.mark.parametrize(
    "hurt",
    [
        _nan, _with("denoiser/config.json", "[]"), _with("autoencoder/config.json", "7"),
        _with("denoiser/config.json", '{"coarse_blocks": "x"}'), _with("text/vocab.txt", ""),
        _with("autoencoder/config.json", '{"widths": null}'), _with("text/vocabulary.json", "[]"),
        _with("compositor/config.json", "not json"),
    ],
)  # fmt: skip
def test_without_sums_what_cannot_be_is_refused_all_the_same(
    weights: Path, hurt: Callable[[Path], object]
) -> None:
    """One's own training writes sums; somebody's folder may have none."""
    (weights / SUMS).unlink()
    hurt(weights)
    with pytest.raises(WeightsError, match="damaged"):
        Painter.from_pretrained(weights)


def test_a_folder_of_weights_is_a_model(weights: Path) -> None:
    """What training leaves can be walked in, and is judged as itself."""
    assert weights_folder(str(weights)) == weights and weights_folder("wander") is None
    assert load_model(str(weights)).fingerprint() == load_model().fingerprint()
    write_sums(weights)
    assert (weights / SUMS).read_bytes() == (WEIGHTS_DIR / SUMS).read_bytes()
