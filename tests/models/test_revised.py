"""What is said last holds; what was said before of other things stays."""

import numpy as np
import pytest

from worldgen.data.captions import caption
from worldgen.data.scene import sample_spec
from worldgen.models.wander.revised import revised
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files
from worldgen.models.wander.vocabulary import Vocabulary

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
