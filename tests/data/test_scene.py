"""Seeds keep their scenes, and every place and landmark is among them."""

from worldgen.data.scene import (
    BIOMES,
    FIRST_LANDMARKS,
    LANDMARKS,
    LANDMARKS_OF,
    LATER,
    TREES,
    sample_marked_spec,
    sample_spec,
)


def test_the_first_held_out_scenes_are_those_of_the_first_day() -> None:
    """Figures of different days are only comparable on the same scenes."""
    first = [sample_spec(1_000_000 + index) for index in range(4)]
    told = [(spec.biome, spec.hour, spec.weather, spec.landmark) for spec in first]
    assert told == [
        ("beach", "day", "rain", None),
        ("village", "day", "snow", None),
        ("meadow", "dusk", "rain", "arch"),
        ("room", "dawn", "clear", None),
    ]


def test_of_every_eight_seeds_four_know_nothing_of_what_came_later() -> None:
    """Walks that were rendered before must still be what their seeds say."""
    for seed in (seed for seed in range(800) if seed % 8 < 4):
        spec = sample_spec(seed)
        assert spec.biome not in LATER
        assert spec.landmark in (None, *FIRST_LANDMARKS)
        assert spec.trees == "broadleaf"


def test_everything_that_there_is_turns_up() -> None:
    """What no seed shows is never learnt."""
    specs = [sample_spec(seed) for seed in range(4000)]
    assert {spec.biome for spec in specs} == set(BIOMES)
    assert {spec.landmark for spec in specs} == {None, *LANDMARKS}
    assert {spec.trees for spec in specs} == set(TREES)
    shares = [sum(spec.biome == biome for spec in specs) / len(specs) for biome in BIOMES]
    assert max(shares) < 2.5 * min(shares)


def test_marked_scenes_take_turns_with_all_landmarks_where_these_may_stand() -> None:
    """A windmill in one walk of two hundred is never learnt."""
    specs = [sample_marked_spec(seed) for seed in range(7, 7 + 3 * len(LANDMARKS))]
    names = [spec.landmark for spec in specs]
    assert all(names.count(name) == 3 for name in LANDMARKS)
    assert all(spec.landmark in LANDMARKS_OF[spec.biome] for spec in specs)
    assert len({spec.biome for spec in specs}) > 4
