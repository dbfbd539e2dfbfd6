"""What is said last holds; what was said before of other things stays."""

import numpy as np
import pytest

from worldgen.data.captions import caption
from worldgen.data.scene import sample_spec
from worldgen.models.wander.revised import changed, revised, without
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files
from worldgen.models.wander.vocabulary import Vocabulary
from worldgen.things import read

pytestmark = pytest.mark.skipif(missing_files() is not None, reason="no shipped words to read")

STORY = "an old village at noon in heavy rain in autumn, with a stone tower"


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary.read(WEIGHTS_DIR / "text")


@pytest.mark.parametrize(
    ("event", "left"),
    [
        ("the rain stops", "an old village at noon in autumn, with a stone tower"),
        ("night falls", "an old village in heavy rain in autumn, with a stone tower"),
        ("winter comes", "an old village at noon in heavy rain, with a stone tower"),
        ("it snows at night", "an old village in autumn, with a stone tower"),
        ("a grey windmill ahead", STORY),
        ("drop a ball", STORY),
    ],
)
def test_what_an_event_speaks_of_takes_the_place_of_what_was_said(
    words: Vocabulary, event: str, left: str
) -> None:
    """A denoiser told of rain and of a clear sky drew rain, in nine of nine."""
    assert revised(STORY, words.told(event)) == left


def test_no_weather_and_no_hour_outlive_what_replaced_them(words: Vocabulary) -> None:
    """Of a thousand captions, after every kind of event."""
    rng = np.random.default_rng(3)
    weathers = {"rain", "rains", "rainy", "fog", "foggy", "misty", "cloudy", "snows", "snowfall"}
    hours = {"noon", "dusk", "night", "evening", "daylight", "sunset", "moonlit", "morning"}
    for seed in range(1000):
        spec = sample_spec(seed)
        said = caption(spec, rng)
        for event, gone in (("in clear weather", weathers), ("at dawn", hours)):
            left = revised(said, event)
            assert not gone & set(left.lower().replace(".", "").replace(",", "").split()), said
            assert words.places(left) == words.places(said)
            assert left == left.strip(" ,") and "  " not in left


@pytest.mark.parametrize(
    ("before", "said", "left"),
    [
        ("a red tower, a snowy village", "remove the tower", "a snowy village"),
        (
            "an old village at noon, with a stone tower",
            "remove the tower",
            "an old village at noon",
        ),
        ("a meadow near a castle and a windmill", "remove the castle", "a meadow and a windmill"),
        ("a red tower, a blue tower, a meadow", "remove the blue tower", "a red tower, a meadow"),
        ("a red tower, a tower, a meadow", "remove the tower", "a tower, a meadow"),
        ("a red tower, towers, a meadow", "remove the towers", "a meadow"),
        ("a tower", "remove the tower", "a tower"),
        ("a forest of towers and pines", "remove the tower", "a forest of towers and pines"),
        ("a meadow", "remove the tower", "a meadow"),
    ],
)
def test_what_was_taken_away_is_not_spoken_of(before: str, said: str, left: str) -> None:
    """Or the model puts another one where one looks next."""
    (wish,), _ = read(said)
    assert without(before, wish) == left


@pytest.mark.parametrize(
    ("event", "story"),
    [
        ("remove the tower", "a village at night"),
        (
            "the tower disappears and it snows",
            "it snows, a village at night",
        ),
        ("a ball ahead", "a tower, a village at night"),
        ("it snows and a house appears", "it snows, a tower, a village at night"),
    ],
)
def test_things_are_nothing_to_be_told(event: str, story: str) -> None:
    """The word alone would have the model draw one, wherever one looks; the rest is still told."""
    wishes, besides = read(event)
    assert changed("a tower, a village at night", besides, wishes, str) == story


@pytest.mark.parametrize("event", ["in spring", "in summer", "in autumn", "summer"])
def test_no_snow_outlives_the_winter(event: str) -> None:
    """In summer nothing falls in "a snowy village"."""
    assert revised("a snowy village at dusk", event) == "a village at dusk"
    assert revised("snowy mountains at dusk", event) == "snowy mountains at dusk"
