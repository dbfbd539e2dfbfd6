"""What stands about in a place: the same for ever, on its plot, and as the place and season are."""

import numpy as np
import pytest

from worldgen.things.scattering import MARGIN, PLOT_M, STANDS, is_furnished, scattered
from worldgen.things.shapes import Thing
from worldgen.types import Setting

places = pytest.mark.parametrize("place", sorted(STANDS))
PLOTS = [(column, row) for column in range(-12, 12) for row in range(-12, 12)]


def standing(place: str, season: str = "summer", seed: int = 5) -> dict[tuple[int, int], Thing]:
    setting = Setting(places=frozenset({place}), season=season)
    found = {plot: scattered(setting, seed, *plot) for plot in PLOTS}
    return {plot: one.thing for plot, one in found.items() if one is not None}


@places
def test_things_stand_on_their_plots_with_their_feet_on_the_ground(place: str) -> None:
    """The middle of each lies within its plot, off the sides; all rest."""
    for (column, row), thing in standing(place).items():
        within = thing.position[[0, 2]] / PLOT_M - (column, row)
        assert (within >= MARGIN).all()
        assert (within <= 1 - MARGIN).all()
        assert thing.lowest_y_m == pytest.approx(0.0, abs=1e-9)
        assert not thing.moving


@places
def test_as_many_stand_about_as_the_place_has(place: str) -> None:
    """Of 576 plots, within four standard deviations of the shares' sum."""
    wanted, count = sum(stand.share for stand in STANDS[place]), len(PLOTS)
    off = abs(len(standing(place)) - wanted * count)
    assert off < 4 * np.sqrt(count * wanted * (1 - wanted))


@places
def test_sizes_are_those_of_their_kind(place: str) -> None:
    """Nothing is lower than the lowest kind, or higher than the highest."""
    heights = [2 * thing.half_m[1] for thing in standing(place).values()]
    assert min(heights) >= min(stand.least_m for stand in STANDS[place]) - 1e-9
    assert max(heights) <= max(stand.most_m for stand in STANDS[place]) + 1e-9


def test_a_seed_has_the_same_things_for_ever_and_another_has_others() -> None:
    """Asked for again, after all that was held ready is gone, too."""
    before = standing("forest")
    scattered.cache_clear()
    after, other = standing("forest"), standing("forest", seed=6)
    assert before.keys() == after.keys() != other.keys()
    for plot, thing in before.items():
        assert (thing.position == after[plot].position).all()
        assert thing.parts == after[plot].parts


def test_leaves_are_of_the_season() -> None:
    """Red outweighs green in autumn, green outweighs red in summer."""

    def greenness(season: str) -> float:
        crowns = [thing.parts[-1].colour for thing in standing("forest", season).values()]
        return float(np.mean([green - red for red, green, _ in crowns]))

    assert greenness("summer") > 10
    assert greenness("autumn") < -10


def test_in_winter_snow_lies_on_everything() -> None:
    """Roofs and walls of a village are paler by more than a third of the way to white."""

    def dark(season: str) -> float:
        parts = [part for thing in standing("village", season).values() for part in thing.parts]
        return 255.0 - float(np.mean([part.colour for part in parts]))

    assert dark("winter") < 0.65 * dark("summer")


def test_under_a_roof_and_nowhere_nothing_stands() -> None:
    """A room has no trees, and of a place that nobody knows nothing is said."""
    for names in (frozenset({"room"}), frozenset({"nowhere"}), frozenset[str]()):
        setting = Setting(places=names)
        assert not is_furnished(setting)
        assert all(scattered(setting, 1, *plot) is None for plot in PLOTS[:40])
