"""Splats to pictures: compiled loops and plain twin, both ways of blending, refinement."""

import math

import numpy as np
import pytest
import torch

from tests.lifting.gaussians.scene import LENS, stroll
from tests.lifting.gaussians.test_splats import some_splats
from worldgen.geometry import project
from worldgen.lifting.gaussians.lift import raw_splats
from worldgen.lifting.gaussians.rasterise import (
    Flat,
    Gaussians,
    blend_plainly,
    draw,
    flatten,
    picture,
)
from worldgen.lifting.gaussians.refine import RefineConfig, refine, ssim
from worldgen.lifting.gaussians.score import kept_out, psnr_db, score
from worldgen.lifting.gaussians.splats import Floats, Splats


def _f32(values: object) -> Floats:
    return np.array(values, dtype=np.float32)


def scattered(count: int) -> Splats:
    """Splats in front of the camera, many before each other."""
    splats = some_splats(count, seed=3)
    means = splats.means * _f32([0.4, 0.3, 0.2]) + _f32([0, 0, 5])
    return Splats(
        means=means,
        scales=np.clip(splats.scales, 0.02, 0.5),
        quats=splats.quats,
        opacities=splats.opacities,
        colours=splats.colours,
    )


@pytest.mark.parametrize("antialiased", [False, True])
def test_the_compiled_loops_and_the_plain_twin_agree(antialiased: bool) -> None:
    """In the picture and in every gradient."""
    flat = flatten(Gaussians.of(scattered(150)), LENS, antialiased=antialiased)
    wanted = torch.randn(*LENS.shape, 3, generator=torch.Generator().manual_seed(1))
    made = []
    for plain in (False, True):
        values = flat.values.clone().requires_grad_(True)
        mine = Flat(values=values, boxes=flat.boxes)
        drawn = blend_plainly(mine, LENS.shape) if plain else mine.blend(LENS.shape)
        (drawn * wanted).sum().backward()
        assert values.grad is not None
        made.append((drawn.detach(), values.grad))
    assert torch.allclose(made[0][0], made[1][0], atol=1e-5)
    assert torch.allclose(made[0][1], made[1][1], atol=1e-3, rtol=1e-3)


def test_a_splat_is_drawn_where_its_middle_projects() -> None:
    """Half a pixel off would blur every export."""
    one = scattered(1)
    drawn = draw(Gaussians.of(one), LENS, antialiased=False).sum(-1).numpy()
    uv, _ = project(one.means, LENS)
    rows, columns = np.indices(drawn.shape) + 0.5
    centre = [(drawn * columns).sum() / drawn.sum(), (drawn * rows).sum() / drawn.sum()]
    assert np.allclose(centre, uv[0], atol=0.15)


def test_one_round_splat_is_the_bell_that_the_formula_says() -> None:
    """Every pixel of it: a box one pixel short would cut its rim off."""
    ball = Splats(
        means=_f32([[0.13, -0.21, 4.0]]),
        scales=_f32([[0.2, 0.2, 0.2]]),
        quats=_f32([[1, 0, 0, 0]]),
        opacities=_f32([0.9]),
        colours=_f32([[1, 1, 1]]),
    )
    (column, row), depth = project(ball.means, LENS)[0][0], 4.0
    y, x = np.indices(LENS.shape) + 0.5
    spread = (LENS.fx * 0.2 / depth) ** 2 + 0.3
    power = ((x - column) ** 2 + (y - row) ** 2) / (2 * spread)
    bell = np.where(power <= 4.5, 0.9 * np.exp(-power), 0.0)
    drawn = draw(Gaussians.of(ball), LENS, antialiased=False)[..., 0].numpy()
    assert (drawn > 0).sum() == (bell >= 1 / 255).sum()
    assert np.allclose(drawn, bell, atol=0.01)


def test_nearer_hides_farther() -> None:
    """An opaque red disc before a green one is red; the order they are stored in is nothing."""
    pair = Splats(
        means=_f32([[0, 0, 6], [0, 0, 3]]),
        scales=np.full((2, 3), 0.5, np.float32),
        quats=_f32([[1, 0, 0, 0]] * 2),
        opacities=_f32([0.99, 0.99]),
        colours=_f32([[0, 1, 0], [1, 0, 0]]),
    )
    for order in ([0, 1], [1, 0]):
        red, green, _ = picture(pair.pick(np.array(order)), LENS, antialiased=False)[16, 24]
        assert red > 240 and green < 10


def test_only_small_splats_tell_the_ways_of_blending_apart() -> None:
    """Large ones lose nothing to the blur; tiny ones are all but gone when it is made up for."""
    for size, share in ((0.5, 0.95), (0.003, 0.05)):
        one = scattered(1)
        one = Splats(
            means=_f32([[0, 0, 4]]),
            scales=np.full((1, 3), size, np.float32),
            quats=one.quats,
            opacities=_f32([0.9]),
            colours=np.ones((1, 3), np.float32),
        )
        light = [
            float(draw(Gaussians.of(one), LENS, antialiased=way).sum()) for way in (False, True)
        ]
        assert (light[1] > share * light[0]) == (size == 0.5)


def test_refinement_brings_splats_closer_to_the_pictures() -> None:
    """Both ways of blending gain; poses and numbers stay sane."""
    frames = stroll(4)
    rough = raw_splats(frames, 100_000)
    fine = refine(rough, frames, RefineConfig(steps=40))
    before, after = score(rough, frames), score(fine, frames)
    assert after.classic > before.classic + 2
    assert after.antialiased > before.antialiased + 2
    assert 0 < len(fine) <= len(rough)


def test_refinement_leaves_nothing_far_from_where_it_was() -> None:
    """A disc at the rim of a single frame went 50 m up into the sky, and hung there."""
    frames = stroll(1)
    rough = raw_splats(frames, 20_000)
    width, moved = np.median(rough.scales, axis=1, keepdims=True), []
    for leash in (0.05, math.inf):
        fine = refine(rough, frames, RefineConfig(steps=12, leash=leash, opacities=0.0))
        moved.append(float((np.abs(fine.means - rough.means) / width).max()))
    assert 0.0 < moved[0] <= 0.0501 < 0.2 < moved[1]


def test_refinement_keeps_to_its_budget() -> None:
    """A clock that jumps a second a look ends it after five steps, and the share reaches 1."""
    ticks = iter(range(1000))
    shares: list[float] = []
    refine(
        scattered(20),
        stroll(2),
        RefineConfig(steps=500, budget_s=5.0),
        clock=lambda: float(next(ticks)),
        progress=shares.append,
    )
    assert len(shares) == 5 and shares[-1] == 1.0


def test_nothing_to_do_changes_nothing() -> None:
    """No steps, or no frames."""
    splats = scattered(3)
    assert refine(splats, stroll(1), RefineConfig(steps=0)) is splats
    assert refine(splats, [], RefineConfig()) is splats


def test_alike_is_one() -> None:
    """SSIM of a picture with itself is 1, with its negative far less; tiny pictures too."""
    one = torch.rand(20, 20, 3, generator=torch.Generator().manual_seed(0))
    assert float(ssim(one, one)) == pytest.approx(1.0, abs=1e-4)
    assert float(ssim(one, 1 - one)) < 0.2
    assert float(ssim(one[:3, :2], one[:3, :2])) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize(
    ("frames", "blocks"), [(0, 0), (1, 0), (23, 0), (24, 1), (60, 2), (600, 15)]
)
def test_blocks_of_eight_are_kept_out(frames: int, blocks: int) -> None:
    """Contiguous, inside the walk, never most of it."""
    out = kept_out(frames)
    assert len(out) == 8 * blocks == len(set(out))
    assert all(0 <= at < frames for at in out) and len(out) <= frames / 3
    assert all(out[at + 1] == out[at] + 1 for at in range(len(out) - 1) if at % 8 != 7)


def test_of_a_sampled_walk_as_much_of_the_way_is_kept_out() -> None:
    """Eight frames in a row of every fourth one would be three seconds that nothing has seen."""
    out = kept_out(160, 3.75)
    assert len(out) == 32 and set(np.diff(out)) <= {1, 8, 9, 10}
    assert len(kept_out(160, 62.5)) == 32 and min(np.diff(kept_out(160, 62.5))) > 1
    assert all(0 <= at < 160 for at in (*out, *kept_out(160, 62.5)))


def test_a_picture_matches_itself() -> None:
    """And one grey level off is 48 dB."""
    frame = stroll(1)[0]
    assert psnr_db(frame.rgb, frame) == 99.0
    other = np.where(frame.rgb < 255, frame.rgb + 1, 254).astype(np.uint8)
    assert psnr_db(other, frame) == pytest.approx(48.13, abs=0.01)
