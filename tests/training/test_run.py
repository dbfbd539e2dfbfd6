"""The whole of training in small: seeds in, a pipeline that loads out."""

from pathlib import Path

import pytest

from worldgen.errors import ConfigError
from worldgen.evaluation.features import looks
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.sampler import Steps
from worldgen.training.recipes import RECIPES, recipe
from worldgen.training.run import run


def test_the_rehearsal_goes_from_seeds_to_a_picture_and_is_done_once(tmp_path: Path) -> None:
    """If this breaks, an hour on a large machine would."""
    shipped = run(recipe("rehearsal"), tmp_path, looks)
    picture = WanderPipeline.from_pretrained(shipped)("a meadow", steps=Steps(count=2))
    assert picture.rgb.shape == (144, 256, 3)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "corpus").iterdir()}
    assert len(before) == 4
    run(recipe("rehearsal"), tmp_path, looks)
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "corpus").iterdir()}
    told = [path.read_text(encoding="utf-8") for path in shipped.rglob("*.json")]
    assert len(told) >= 3 and not any(str(tmp_path) in text for text in told)


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_every_recipe_can_be_read(name: str) -> None:
    """A recipe that cannot be built fails on the large machine first."""
    assert recipe(name).corpus.walks > 0


def test_an_unknown_recipe_names_those_there_are() -> None:
    """A typo must not start hours of anything."""
    with pytest.raises(ConfigError, match="rehearsal"):
        recipe("rehersal")
