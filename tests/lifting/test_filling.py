"""Maps with gaps: what is known stays, what is not is like what lies round it."""

import numpy as np

from worldgen.lifting.filling import filled


def total(known: dict[tuple[int, int], tuple[float, ...]], channels: int) -> np.ndarray:
    summed = np.zeros((16, 32, channels + 1))
    for at, values in known.items():
        summed[at] = (*(3 * np.array(values)), 3)
    return summed


def test_what_was_summed_is_its_mean() -> None:
    """Of three samples, a third of their sum."""
    out = filled(total({(4, 5): (0.2, 7.0), (9, 20): (0.4, 1.0)}, 2))
    assert np.allclose(out[4, 5], [0.2, 7.0]) and np.allclose(out[9, 20], [0.4, 1.0])


def test_gaps_lie_between_what_lies_round_them() -> None:
    """Nothing is brighter than the brightest, nothing jumps where it is far from both."""
    out = filled(total({(4, 5): (0.0,), (4, 20): (1.0,)}, 1))[..., 0]
    assert out.min() >= 0.0 and out.max() <= 1.0
    assert out[4, 6] < 0.3 and out[4, 19] > 0.7


def test_a_map_goes_once_round() -> None:
    """The column before the first is the last."""
    out = filled(total({(8, 0): (1.0,), (8, 16): (0.0,)}, 1))[..., 0]
    assert out[8, 31] > 0.6 > 0.4 > out[8, 17]
