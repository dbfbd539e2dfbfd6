"""Orders to the weather and the hour are said as captions say what they are."""

import pytest

from worldgen.models.wander.painter import Painter
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files
from worldgen.models.wander.spoken import plainly
from worldgen.types import Weather


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("remove the fog", "in clear weather"), ("less fog", "in clear weather"),
        ("no more clouds", "in clear weather"), ("the clouds part", "in clear weather"),
        ("it isn't raining", "it in clear weather"), ("the storm is over", "in clear weather"),
        ("take away the thick fog", "in clear weather"), ("the rain is gone", "in clear weather"),
        ("snow", "snow falls"), ("Make it snow!", "snow falls!"), ("let it snow", "snow falls"),
        ("the rain turns to snow", "snow falls"), ("lighter rain", "light rain"),
        ("the rain gets lighter", "light rain"), ("less snow", "light snow"),
        ("make it rain harder", "heavy rain"), ("the snow gets heavier", "heavy snow"),
        ("make it day", "in daylight"), ("the night is over", "in daylight"),
        ("turn night into day", "in daylight"), ("turn day into night", "at night"),
        ("a beach without water at night", "a beach at night"),
        ("a pine forest, not at night", "a pine forest"),
        ("the storm passes", "in clear weather"), ("don't let it rain", "in clear weather"),
        ("it never snows here", "it in clear weather"), ("not night", "in daylight"),
        ("rain, rain, go away", "in clear weather"), ("the rain becomes snow", "snow falls"),
        ("it stops raining and starts to snow", "snow falls"), ("make it darker", "at dusk"),
        ("i want snow", "snow falls"), ("give me some snow", "snow falls"),
        ("make it brighter", "in daylight"), ("a village at 6 pm", "a village in the evening"),
        ("it is 3 am", "at night"), ("at 12:30", "at noon"),
    ],
)  # fmt: skip
def test_an_order_is_said_as_what_is_then(said: str, plain: str) -> None:
    """A vocabulary that hears "fog" in "less fog" makes fog of it."""
    assert plainly(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "a snowy village in the rain", "remove the snow-covered house", "the fog gets thicker",
        "a house in the snow", "more fog", "it rains", "night falls", "a sunny day",
        "clear weather", "the day after", "", "a thunderstorm over the prairie",
        "clouds over the mountains", "clouds pass over a meadow", "the storm is over the sea",
        "a forest in thick fog over a lake", "3 trees", "a tower 1.50 m high",
    ],
)  # fmt: skip
def test_what_is_no_order_stays(said: str) -> None:
    """Word by word."""
    assert plainly(said) == said


@pytest.mark.skipif(missing_files() is not None, reason="no shipped words to read")
@pytest.mark.parametrize(
    ("event", "rain", "snow"),
    [
        ("remove the rain", 0.0, 0.0), ("less rain", 0.45, 0.0), ("hello", 0.75, 0.0),
        ("the rain turns to snow", 0.0, 0.75), ("snow", 0.0, 0.75), ("two snowmen", 0.75, 0.0),
        ("is it snowing?", 0.75, 0.0), ("go to the snowy tower", 0.75, 0.0),
        ("a red house ahead", 0.75, 0.0), ("build a church", 0.75, 0.0), ("more rain", 1.0, 0.0),
        ("remove the snow", 0.75, 0.0), ("how about a blizzard", 0.0, 1.0),
        ("can it snow?", 0.0, 0.75), ("look, it is snowing", 0.0, 0.75),
        ("what about some snow?", 0.0, 0.75), ("everything is on fire", 0.75, 0.0),
        ("we come to a desert", 0.75, 0.0), ("a cave entrance ahead", 0.75, 0.0),
    ],
)  # fmt: skip
def test_the_weather_is_what_was_ordered(event: str, rain: float, snow: float) -> None:
    """In a meadow in the rain; a house that is put there is no roof over it."""
    painter = Painter.from_pretrained(WEIGHTS_DIR)
    weather: Weather = painter.weather(painter.changed("a meadow in the rain", event))
    assert (weather.rain, weather.snow) == (rain, snow)


@pytest.mark.skipif(missing_files() is not None, reason="no shipped words to read")
@pytest.mark.parametrize("said", ["ein verschneites Dorf", "🏰", "xyzzy", ""])
def test_what_means_nothing_is_drawn_without_words(said: str) -> None:
    """Its own vectors drew walls of grey; without words it is some world."""
    painter = Painter.from_pretrained(WEIGHTS_DIR)
    vectors, mask = painter.words(said)
    assert not vectors.any() and int(mask.sum()) == 1
    assert painter.words("a village")[1].sum() > 1
