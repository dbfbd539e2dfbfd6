"""Real photographs as a yardstick: what comes of the truth, of its mirror image, of flat shades."""

import numpy as np
import pytest

from worldgen.evaluation import photographs
from worldgen.evaluation.photographs import MEASURED, names, order, photograph, visit
from worldgen.media import fit_image
from worldgen.models.echo import EchoModel

pytest.importorskip("skimage")
pytest.importorskip("sklearn")


def measured_closeness() -> np.ndarray:
    """The pair's disparity, cut to the model's picture; NaN where nothing was measured."""
    import skimage.data

    disparity = np.asarray(skimage.data.stereo_motorcycle()[2], np.float64)
    fitted = photographs._fitted(disparity, np.empty((144, 256)))
    return np.where(np.isfinite(fitted) & (fitted > 0), fitted, np.nan)


def test_the_truth_is_in_order_and_its_opposite_is_not() -> None:
    """Any depth that grows with the true one is right; the sky is farthest of all."""
    close = measured_closeness()
    depth_m = np.where(np.isnan(close), np.inf, 1.0 / close).astype(np.float32)
    assert order(depth_m)[0] > 0.999
    assert order((7 * depth_m**2).astype(np.float32))[0] > 0.999
    assert order(np.where(np.isinf(depth_m), 1.0, 1 / depth_m).astype(np.float32))[0] < -0.99
    flat = order(np.full((144, 256), 3.0, np.float32) + np.arange(256, dtype=np.float32) * 1e-4)
    assert abs(flat[0]) < 0.3 < flat[1]


def test_the_measured_plane_lies_on_the_photograph() -> None:
    """Cut otherwise than the picture is, it would tell of other pixels: edges must coincide."""
    photo = fit_image(photograph(MEASURED), 256, 144).astype(float).mean(-1)
    close = measured_closeness()
    jumps = np.abs(np.diff(close, axis=1)) > 12

    def contrast(shift: int) -> float:
        return float(np.abs(np.diff(np.roll(photo, shift, axis=1), axis=1))[jumps].mean())

    assert contrast(0) > 1.1 * max(contrast(-12), contrast(12))


@pytest.mark.parametrize("name", names())
def test_every_photograph_is_there(name: str) -> None:
    """They come with packages; nothing is downloaded."""
    picture = photograph(name)
    assert picture.mode == "RGB" and min(picture.size) >= 300


def test_flat_shades_are_not_the_photograph() -> None:
    """EchoModel paints what it likes, whatever it was shown."""
    found = visit(EchoModel(), MEASURED)
    assert max(found.idle_db) < 15
    assert found.last.index == 55
