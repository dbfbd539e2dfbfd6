"""Strange words are told as taught ones; taught sentences stay as they are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from worldgen.data.captions import caption
from worldgen.data.scene import sample_spec
from worldgen.errors import WeightsError
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.sums import SUMS
from worldgen.models.wander.vocabulary import FILE, Vocabulary

SHIPPED = Vocabulary.read(WEIGHTS_DIR / "text")


@pytest.mark.parametrize("first", range(0, 2000, 250))
def test_captions_stay_as_they_are(first: int) -> None:
    """What the model was taught in needs no other words."""
    for seed in range(first, first + 250):
        said = caption(sample_spec(seed), np.random.default_rng(seed))
        assert SHIPPED.told(said) == said


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("a kitchen", "a room inside a house"),
        ("A Kitchen at midnight!", "A room inside a house at night!"),
        ("a jungle in a thunderstorm", "a broadleaf forest in heavy rain"),
        ("small town street", "village street"),
        ("a skyscraper", "a street between tall buildings"),
        ("night falls", "at night"),
        ("it starts to rain", "it rain"),
        ("the sun comes out", "in clear weather"),
        ("a castle", "a stone tower"),
        ("a castle hall with columns", "a castle hall with columns"),
    ],
)
def test_strange_words_are_told_as_taught_ones(said: str, told: str) -> None:
    """The longest that is known first; case and what stands between stay."""
    assert SHIPPED.told(said) == told


@pytest.mark.parametrize(
    "said", ["", "   ", "雪の村", "xyzzy", "the", "7 of 9", "of the, and a", "!"]
)
def test_a_sentence_of_which_nothing_is_left_stays(said: str) -> None:
    """Better strange words than none."""
    assert SHIPPED.told(said) == said


def test_a_place_is_named_once() -> None:
    """A bookshelf brings no library into a room; by itself it does."""
    assert SHIPPED.told("a living room with a bookshelf") == "a living room"
    assert "library" in SHIPPED.told("a bookshelf")
    assert SHIPPED.told("a library with a sofa") == "a library"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("a xyzzy meadow with a xyzzy", "a meadow"),
        ("xyzzy, a meadow", "a meadow"),
        ("a meadow, by the xyzzy, at dusk", "a meadow, at dusk"),
        ("a meadow with a xyzzy during a blizzard", "a meadow in falling snow"),
    ],
)
def test_nothing_dangles(said: str, told: str) -> None:
    """What joined a word that is gone goes with it."""
    assert SHIPPED.told(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("an office", "a room inside a house"),
        ("an old castle on a hill", "an old stone tower on grassy hills"),
        ("a hike through a pine forest in the rain", "a pine forest in the rain"),
        ("a tropical beach with palm trees", "a coast with palm trees"),
        ("a frozen lake under moonlight", "a snow-covered lake under the moon"),
        ("a stormy sea at night", "a sandy beach in heavy rain at night"),
        ("a big red barn in a field of wheat", "in a field of grass"),
        ("a red house on a green hill", "a red village"),
        ("the inside of a spaceship", "a corridor"),
    ],
)
def test_what_is_told_is_a_sentence(said: str, told: str) -> None:
    """Of "an room" and "covered in snow lake" nobody knows what is drawn."""
    assert SHIPPED.told(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("snow-capped mountains above a green valley", "snowy mountains"),
        ("a post-apocalyptic city", "ancient ruins"),
        ("a sun-drenched beach", "a sunny beach"),
        ("a tree-lined street", "a street"),
        ("a red-roofed village", "a village"),
        ("a wind-swept dune", "a desert with dunes"),
        ("a sky-scraper at night-time", "a street between tall buildings at night"),
        ("a rain-soaked street", "a rain-soaked street"),
    ],
)
def test_what_hyphens_join_is_one_word(said: str, told: str) -> None:
    """Half of it is another: of "snow-capped" the snow was left."""
    assert SHIPPED.told(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("a kitchen with a wooden table", "a room inside a house with tables"),
        ("a bedroom with a wooden floor", "a room inside a house"),
        ("a log cabin interior", "a room inside a house"), ("a log cabin", "a village"),
        ("a wooden house by a lake", "a village by a lake"), ("a wooden pier", "a sandy beach"),
        ("a library with wooden shelves", "a library with bookshelves"),
        ("a stone tower", "a stone tower"), ("a wooden bridge", "a stone bridge"),
    ],
)  # fmt: skip
def test_what_a_thing_is_made_of_makes_no_place(said: str, told: str) -> None:
    """A wooden floor made a grove of a bedroom."""
    assert SHIPPED.told(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("a road through a wheat field", "a path through a field of grass"),
        ("a country road", "a path through a meadow"),
        ("a road in the desert", "a path in the desert"),
        ("a lighthouse on a cliff", "a lighthouse on a coast"),
        ("a lighthouse by the sea", "a lighthouse by the sandy beach"),
        ("a village by the sea", "a village by the lake"),
        ("a forest by the sea", "a forest by the lake"),
        ("a library by the sea", "a library"),
        ("a vineyard", "grassy hills"),
        ("a japanese garden", "a green meadow with a pond"),
        ("an abandoned factory", "an old hall of columns"),
        ("a hut in the woods", "a village in a broadleaf forest"),
        ("a rice terrace in the mountains", "grassy hills"),
        ("a park with a fountain", "a meadow with a statue"),
        ("the surface of the moon", "the rocky desert at night"),
        ("a cinema", "a hall of columns"),
        ("a meadow with a rainbow", "a meadow in clear weather"),
    ],
)
def test_what_is_named_is_kept(said: str, told: str) -> None:
    """A road made a city of a wheat field."""
    assert SHIPPED.told(said) == told


def test_what_is_meant_was_taught() -> None:
    """Nothing strange is told as something strange, and telling twice is telling once."""
    for means in SHIPPED.meant.values():
        assert all(word in SHIPPED.taught for word in means.replace("-", " ").split()), means
        assert SHIPPED.told(means) == means


def test_it_is_kept_as_it_was(tmp_path: Path) -> None:
    """Written and read, nothing changes."""
    SHIPPED.write(tmp_path)
    assert Vocabulary.read(tmp_path) == SHIPPED
    assert (tmp_path / FILE).read_bytes() == (WEIGHTS_DIR / "text" / FILE).read_bytes()


@pytest.mark.parametrize("damage", ["", "{}", '{"taught": [], "phrases": [], "meant": {}}'])
def test_a_damaged_vocabulary_is_refused(tmp_path: Path, damage: str) -> None:
    """With the error that speaks of weights."""
    for part in WEIGHTS_DIR.iterdir():
        if part.is_dir() and part.name != "text":
            (tmp_path / part.name).symlink_to(part)
        elif part.is_file():
            shutil.copy(part, tmp_path)
    shutil.copytree(WEIGHTS_DIR / "text", tmp_path / "text")
    (tmp_path / "text" / FILE).write_text(damage, encoding="utf-8")
    (tmp_path / SUMS).unlink()
    with pytest.raises(WeightsError, match="damaged"):
        Painter.from_pretrained(tmp_path)


def test_the_painter_reads_with_it() -> None:
    """A kitchen is read as what a kitchen is told as."""
    painter = Painter.from_pretrained(WEIGHTS_DIR)
    strange, taught = painter.words("a kitchen"), painter.words("a room inside a house")
    assert strange[0].equal(taught[0])
    assert strange[1].equal(taught[1])
    assert not strange[0].equal(painter.words("a meadow")[0])


def test_the_file_is_plain_json() -> None:
    """Anybody may read and mend it."""
    known = json.loads((WEIGHTS_DIR / "text" / FILE).read_text(encoding="utf-8"))
    assert sorted(known) == ["meant", "phrases", "taught"]
    assert len(known["meant"]) > 1500


@pytest.mark.parametrize(
    ("said", "spelt"),
    [
        ("village", "a village"), ("snowy village at dusk", "a snowy village at dusk"),
        ("ancient ruins", "ancient ruins"), ("a village", "a village"),
        ("snow falls, village", "snow falls, a village"), ("at night", "at night"),
    ],
)  # fmt: skip
def test_a_bare_place_gets_an_article(said: str, spelt: str) -> None:
    """What is drawn of "village" is a ghost of what is drawn of "a village"."""
    assert SHIPPED.spelt_out(said) == spelt
