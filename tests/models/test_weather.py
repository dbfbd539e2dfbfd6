"""What words say is in the air."""

import numpy as np
import pytest

from worldgen.data.captions import caption
from worldgen.data.scene import HOURS, INDOORS, OUTDOORS, WEATHERS, allowed, sample_spec
from worldgen.models.wander import weather
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files
from worldgen.models.wander.vocabulary import Vocabulary
from worldgen.models.wander.weather import HAZE_PER_M, LIGHTLY, USUAL, season_of, weather_of
from worldgen.types import CLEAR, Weather

pytestmark = pytest.mark.skipif(missing_files() is not None, reason="no shipped words to read")


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary.read(WEIGHTS_DIR / "text")


def heard(words: Vocabulary, said: str) -> Weather:
    told = words.told(said)
    return weather_of(said, told, words.places(told))


@pytest.mark.parametrize("kind", WEATHERS)
def test_every_caption_of_a_weather_says_how_thick_its_air_is(words: Vocabulary, kind: str) -> None:
    """Memory clears what was seen by this; a word not understood leaves fog on it."""
    rng, missed, asked = np.random.default_rng(5), [], 0
    for seed in range(120):
        for hour in HOURS:
            spec = sample_spec(seed, hour=hour)
            if spec.indoors or kind not in allowed(spec.biome)[0]:
                continue
            spec = sample_spec(seed, spec.biome, hour, kind)
            said = caption(spec, rng)
            asked += 1
            if heard(words, said).haze_per_m != HAZE_PER_M[kind]:
                missed.append(said)
    assert asked > 100
    unsaid = {"clear": 0.02, "cloudy": 0.5, "fog": 0.05, "rain": 0.05, "snow": 0.25}[kind]
    assert len(missed) <= unsaid * asked, missed[:20]


@pytest.mark.parametrize("kind", WEATHERS)
def test_haze_is_that_of_the_worlds_that_were_learnt_from(kind: str) -> None:
    """Their mean: half as much would leave half of the fog on what one nears."""
    outdoors = (spec for spec in map(sample_spec, range(3000)) if not spec.indoors)
    densities = [spec.fog_density for spec in outdoors if spec.weather == kind]
    assert HAZE_PER_M[kind] == pytest.approx(np.mean(densities), rel=0.06)


def test_places_with_a_roof_are_those_that_were_learnt() -> None:
    """One that is forgotten has rain in it."""
    assert set(INDOORS) == weather.INDOORS
    assert not weather.INDOORS & set(OUTDOORS)


@pytest.mark.parametrize(
    ("said", "rain", "snow"),
    [
        ("a town in the rain", USUAL, 0.0),
        ("a rainy forest at dusk", USUAL, 0.0),
        ("it starts to rain heavily, a sunny meadow", 1.0, 0.0),
        ("a thunderstorm over the sea", 1.0, 0.0),
        ("a light drizzle in a village", LIGHTLY, 0.0),
        ("a rain-soaked street", 0.0, 0.0),
        ("a snowy village at dusk", 0.0, LIGHTLY),
        ("a pine forest, snow is falling", 0.0, USUAL),
        ("a snowy village, it snows", 0.0, USUAL),
        ("the rain stops, a rainy village", 0.0, 0.0),
        ("the fog lifts, a village in heavy rain", 0.0, 0.0),
        ("stop the rain, a village", 0.0, 0.0),
        ("light rain in a village", LIGHTLY, 0.0),
        ("let there be light, a village in the rain", USUAL, 0.0),
        ("a blizzard in the mountains", 0.0, 1.0),
        ("a village under snow", 0.0, 0.0),
        ("a snowy village in clear weather", 0.0, 0.0),
        ("snowy mountains", 0.0, 0.0),
        ("a sunny beach, it rains", 0.0, 0.0),
        ("an old library while it rains", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_what_falls_is_what_was_said_first(
    words: Vocabulary, said: str, rain: float, snow: float
) -> None:
    """An event's words stand before the prompt's; under a roof nothing falls."""
    told = heard(words, said)
    assert (told.rain, told.snow) == (rain, snow)


def test_a_grey_tower_is_no_weather(words: Vocabulary) -> None:
    """What comes into a foggy place leaves it foggy."""
    assert heard(words, "a grey tower ahead, a meadow in fog").haze_per_m == HAZE_PER_M["fog"]


def test_under_a_roof_the_air_is_clear(words: Vocabulary) -> None:
    """A foggy library is a library."""
    assert heard(words, "a library in thick fog") == CLEAR
    assert heard(words, "a village with a church in thick fog").haze_per_m == HAZE_PER_M["fog"]


@pytest.mark.parametrize("season", ["spring", "summer", "autumn", "winter"])
def test_captions_say_their_season(words: Vocabulary, season: str) -> None:
    """Whoever names one is heard; summer goes without saying."""
    rng, heard_as = np.random.default_rng(6), list[str]()
    for seed in range(400):
        spec = sample_spec(seed)
        if spec.season == season and not spec.indoors:
            heard_as.append(season_of(words.told(caption(spec, rng))))
    assert heard_as
    if season == "summer":
        assert np.mean([one == "summer" for one in heard_as]) > 0.9
    else:
        assert set(heard_as) <= {season, "summer", "winter"}
        assert np.mean([one == season for one in heard_as]) > 0.3  # spring is seldom named
