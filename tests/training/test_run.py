"""The whole of training in small: seeds in, a pipeline that loads out."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from safetensors.torch import load_file

from worldgen.errors import ConfigError
from worldgen.evaluation.features import looks, sight
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.sampler import Steps
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.training.recipes import RECIPES, recipe
from worldgen.training.run import run


def test_the_rehearsal_goes_from_seeds_to_a_picture_and_is_done_once(tmp_path: Path) -> None:
    """If this breaks, an hour on a large machine would."""
    (tmp_path / "pictures").mkdir()
    Image.radial_gradient("L").save(tmp_path / "pictures" / "a.png")
    whole = replace(recipe("rehearsal"), pictures=tmp_path / "pictures")
    shipped = run(whole, tmp_path, looks, sight())
    assert list((tmp_path / "painted").iterdir())
    picture = WanderPipeline.from_pretrained(shipped)("a meadow", steps=Steps(count=2))
    assert picture.rgb.shape == (144, 256, 3)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "corpus").iterdir()}
    assert len(before) == 4
    run(whole, tmp_path, looks, sight())
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "corpus").iterdir()}
    told = [path.read_text(encoding="utf-8") for path in shipped.rglob("*.json")]
    assert len(told) >= 3 and not any(str(tmp_path) in text for text in told)


def test_stages_that_a_recipe_leaves_out_are_those_that_shipped(tmp_path: Path) -> None:
    """Going on with the denoiser alone must not lose what it ships with."""
    short = recipe("rehearsal")
    left_out = dict.fromkeys(("autoencoder", "polish", "compositor", "monodepth", "finish"))
    part = replace(short, **left_out)  # type: ignore[arg-type]
    shipped = run(part, tmp_path, looks, sight())
    for name in ("autoencoder", "compositor", "monodepth"):
        one, two = (_weights(folder / name) for folder in (shipped, WEIGHTS_DIR))
        assert all(torch.equal(one[key], two[key]) for key in two), name


def _weights(folder: Path) -> dict[str, torch.Tensor]:
    return load_file(folder / "diffusion_pytorch_model.safetensors")


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_every_recipe_can_be_read(name: str) -> None:
    """A recipe that cannot be built fails on the large machine first."""
    assert recipe(name).corpus.walks > 0


@pytest.mark.parametrize("name", ["cpu", "further", "gpu"])
def test_a_recipe_fits_the_minutes_that_are_given(name: str) -> None:
    """Every stage in proportion; a third of the time renders a third of the walks."""
    whole = recipe(name)
    assert whole.minutes is not None
    short = whole.within(whole.minutes / 3)
    assert short.denoiser.budget.minutes == pytest.approx((whole.denoiser.budget.minutes or 0) / 3)
    assert short.corpus.walks == round(whole.corpus.walks / 3)
    assert short.denoiser.batch == whole.denoiser.batch
    assert whole.within(whole.minutes) == whole


@pytest.mark.parametrize(("name", "minutes"), [("rehearsal", 5), ("cpu", 0), ("cpu", float("nan"))])
def test_minutes_that_cannot_be_are_refused(name: str, minutes: float) -> None:
    """Before anything is rendered."""
    with pytest.raises(ConfigError, match="minutes"):
        recipe(name).within(minutes)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is one")
def test_without_its_device_a_recipe_does_not_begin(tmp_path: Path) -> None:
    """It rendered four thousand walks first."""
    with pytest.raises(ConfigError, match="CUDA"):
        run(recipe("gpu"), tmp_path / "run", looks, sight())
    assert not (tmp_path / "run").exists()


def test_an_unknown_recipe_names_those_there_are() -> None:
    """A typo must not start hours of anything."""
    with pytest.raises(ConfigError, match="rehearsal"):
        recipe("rehersal")
