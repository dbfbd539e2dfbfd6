"""Seams: new depth meets remembered depth on one surface, and keeps to itself elsewhere."""

import torch
from torch import Tensor

from worldgen.models.wander.planes import closeness, metres
from worldgen.models.wander.seams import CELL, SAME_TONE, aligned, toned

ROWS, COLUMNS = 9 * CELL, 16 * CELL


def close(depth_m: Tensor) -> Tensor:
    return closeness(depth_m) * 2 - 1


def depth(planes: Tensor) -> Tensor:
    return metres((planes + 1) / 2)


def ground() -> Tensor:
    """(1, 1, H, W): metres from 3 to 30 up a picture."""
    return torch.logspace(1.48, 0.48, ROWS)[None, None, :, None].expand(1, 1, ROWS, COLUMNS)


def left_half() -> Tensor:
    known = torch.zeros(1, 1, ROWS, COLUMNS, dtype=torch.bool)
    known[..., : COLUMNS // 2] = True
    return known


def test_a_floor_goes_on_without_a_step() -> None:
    """Drawn a tenth too far, it is brought to where memory has its other half."""
    found = depth(aligned(close(1.1 * ground()), close(ground()), left_half()))
    apart = (found / ground()).log().abs()
    seam = COLUMNS // 2
    assert float(apart[..., seam : seam + 2 * CELL].max()) < 0.01
    assert float(apart.max()) < 0.03


def test_two_scales_are_met_smoothly() -> None:
    """Memory that is too near on the left and too far on the right is followed on either side."""
    told = ground() * torch.linspace(0.95, 1.05, COLUMNS)
    known = ~left_half().roll(COLUMNS // 4, dims=3)
    found = depth(aligned(close(ground()), close(told), known)) / ground()
    assert float(found[..., ROWS // 2, :CELL].mean()) < 0.97
    assert float(found[..., ROWS // 2, -CELL:].mean()) > 1.03
    assert float(found.log().diff(dim=3).abs().max()) < 0.01


def test_where_nothing_is_remembered_the_drawing_stays() -> None:
    """A first picture has nobody to meet."""
    drawn, nobody = close(ground()), torch.zeros(1, 1, ROWS, COLUMNS, dtype=torch.bool)
    assert torch.allclose(aligned(drawn, torch.zeros_like(drawn), nobody), drawn, atol=1e-4)


def test_another_surface_is_not_followed() -> None:
    """A trunk before the meadow does not pull the meadow to itself; and the sky stays sky."""
    drawn, told = close(ground()), close(ground())
    told[..., :20] = close(torch.tensor(1.5))
    drawn[..., :30, :] = told[..., :30, :] = -1.0
    found = aligned(drawn, told, left_half())
    assert torch.allclose(found, drawn, atol=1e-4)
    assert torch.equal(found[..., :30, :], drawn[..., :30, :])


def sky() -> Tensor:
    """(1, 3, H, W): blue that grows paler to the right."""
    pale = torch.linspace(-0.4, 0.4, COLUMNS)[None, None, None]
    return (pale + torch.tensor([0.0, 0.1, 0.3])[None, :, None, None]).repeat(1, 1, ROWS, 1)


def test_a_sky_goes_on_in_one_tone() -> None:
    """Drawn a little darker and warmer, it is brought to where memory has its other half."""
    off = torch.tensor([-0.05, -0.1, -0.15])[None, :, None, None]
    found = toned(sky() + off, sky(), left_half().float())
    assert float((found - sky()).abs().max()) < 0.01


def test_what_is_drawn_keeps_its_own_drawing() -> None:
    """A tone is even over a cell: a checkerboard that memory has not is not taken away."""
    board = 0.1 * torch.ones(1, 3, ROWS, COLUMNS)
    board[..., ::2] *= -1
    found = toned(sky() + board, sky(), left_half().float())
    contrast = (found[..., 1::2] - found[..., ::2]).mean() - (
        sky()[..., 1::2] - sky()[..., ::2]
    ).mean()
    assert abs(float(contrast) - 0.2) < 0.01


def test_another_colour_is_not_followed() -> None:
    """A red door where memory has a sky says nothing about the light; nor does what is unknown."""
    drawn = sky()
    drawn[..., : COLUMNS // 4] = torch.tensor([0.5, -0.8, -0.8])[None, :, None, None]
    assert float((drawn - sky())[..., : COLUMNS // 4].abs().amax(1).min()) > SAME_TONE
    assert torch.allclose(toned(drawn, sky(), left_half().float()), drawn, atol=1e-5)
    nobody = torch.zeros(1, 1, ROWS, COLUMNS)
    assert torch.allclose(toned(drawn, torch.zeros_like(drawn), nobody), drawn, atol=1e-5)
