"""Drawing and hint joined: memory is shown where it is sure, and nowhere else."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from worldgen.models.wander.compositor import (
    COLOUR_TRUST,
    DEPTH_TRUST,
    FIRM_TRUST,
    SURE,
    Compositor,
)

STILL, MOVES = -3.0, 3.0


def drawn_planes(moving: float = STILL) -> Tensor:
    drawn = torch.rand(1, 6, 16, 24, generator=torch.Generator().manual_seed(1)) * 1.6 - 0.8
    drawn[:, 3] = torch.linspace(-0.2, 0.2, 24)
    drawn[:, 4], drawn[:, 5] = -SURE, moving
    return drawn


def hint_planes(trust: float) -> Tensor:
    hint = torch.rand(1, 7, 16, 24, generator=torch.Generator().manual_seed(2)) * 1.6 - 0.8
    hint[:, 4:6], hint[:, 6] = trust, 1.0
    return hint * (trust > 0)


@pytest.fixture
def network() -> Compositor:
    """Fresh, with weights that say something of every pixel."""
    torch.manual_seed(0)
    compositor: Compositor = Compositor(channels=8)
    torch.nn.init.normal_(compositor.leave.weight, std=0.2)
    return compositor


def believing(network: Compositor, logit: float) -> Compositor:
    """The same, sure of memory everywhere."""
    network.leave.bias = torch.nn.Parameter(torch.full((8,), logit))
    return network


@pytest.mark.parametrize("trust", [0.0, 0.1, DEPTH_TRUST[0]])
def test_what_memory_is_unsure_of_is_not_shown(network: Compositor, trust: float) -> None:
    """Else holes, and things seen from too far, would be pasted over what is drawn."""
    drawn = drawn_planes()
    assert torch.allclose(network(drawn, hint_planes(trust)), drawn, atol=1e-6)


@pytest.mark.parametrize("trust", [0.0, 1.0])
def test_a_rim_that_hangs_in_the_sky_is_sky(network: Compositor, trust: float) -> None:
    """Drawn or remembered: it would be remembered, and seen from all sides."""
    drawn, hint = drawn_planes(), hint_planes(trust)
    drawn[:, 4, :8] = SURE
    drawn[:, 4, 3, 7] = -SURE
    hint[:, 3, :8] = -1.0 if trust else 0.0
    hint[:, 3, 3, 7] = 0.1 if trust else 0.0
    composed = believing(network, 60.0)(drawn, hint)
    assert (composed[0, 4, :7] > 0).all() and (composed[0, 4, 8:] < 0).all()


def test_geometry_is_held_to_before_colours_are(network: Compositor) -> None:
    """A strip just come into view may be drawn better yet, and must not move while it is."""
    drawn, hint = drawn_planes(), hint_planes(COLOUR_TRUST[0])
    composed = believing(network, 60.0)(drawn, hint)
    assert torch.equal(composed[:, :3], drawn[:, :3])
    assert torch.equal(composed[:, 3], hint[:, 3])


def test_what_is_remembered_is_shown_as_it_was() -> None:
    """A network that believes memory gives it back, grain and all."""
    drawn, hint = drawn_planes(), hint_planes(1.0)
    composed = believing(Compositor(channels=8), 30.0)(drawn, hint)
    assert torch.allclose(composed[:, :4], hint[:, :4], atol=1e-5)
    assert torch.equal(composed[:, 4] > 0, torch.zeros(1, 16, 24, dtype=torch.bool))
    assert torch.equal(composed[:, 5], drawn[:, 5])


def test_what_moves_by_itself_is_drawn_anew(network: Compositor) -> None:
    """Water that was copied from memory would stand still."""
    drawn = drawn_planes(MOVES)
    assert torch.allclose(network(drawn, hint_planes(1.0)), drawn, atol=1e-6)


def test_depth_is_one_or_the_other(network: Compositor) -> None:
    """A depth in between hangs in the air behind every edge."""
    drawn, hint = drawn_planes(), hint_planes(1.0)
    close = network(drawn, hint)[:, 3]
    assert bool(((close == drawn[:, 3]) | (close == hint[:, 3])).all())


def test_what_is_ripe_stands_where_it_stands_and_a_guess_does_not_yet() -> None:
    """Ground drawn a little nearer with each frame rises; a wall that was guessed is taken back."""
    network, drawn = believing(Compositor(channels=8), -8.0), drawn_planes()
    ripe, guessed = hint_planes(FIRM_TRUST[1]), hint_planes(0.6)
    composed = network(drawn, ripe)
    assert torch.equal(composed[:, 3], ripe[:, 3])
    assert torch.allclose(composed[:, :3], drawn[:, :3], atol=1e-2)
    assert torch.allclose(network(drawn, guessed)[:, 3], drawn[:, 3], atol=1e-6)


def test_what_is_flat_stands_at_once_and_what_was_guessed_at_an_edge_does_not() -> None:
    """A picture that looked through remembered ground would be the only one to do so."""
    network, drawn = believing(Compositor(channels=8), -8.0), drawn_planes()
    hint = hint_planes(0.4)
    hint[:, 3] = torch.linspace(0.2, 0.4, 16)[:, None]
    hint[:, 3, 4:8, 12:] = -0.6
    shown, flat = network(drawn, hint)[0, 3], (slice(11, None), slice(None))
    assert torch.equal(shown[flat], hint[0, 3][flat])
    assert torch.allclose(shown[3:9, 11:14], drawn[0, 3, 3:9, 11:14], atol=1e-6)
    hint[:, 5] = DEPTH_TRUST[0] - 0.01
    assert torch.allclose(network(drawn, hint)[:, 3], drawn[:, 3], atol=1e-6)


def test_nothing_hangs_half_way_between_a_thing_and_the_sky(network: Compositor) -> None:
    """A drawn edge slopes over some pixels; the composed one goes to one side or to the other."""
    drawn, hint = torch.zeros(1, 6, 16, 16), torch.zeros(1, 7, 16, 16)
    drawn[:, 4] = -SURE
    drawn[:, 4, :, :6] = SURE
    drawn[:, 3] = torch.linspace(-1, 0.4, 4).repeat_interleave(4)[None, None]
    drawn[:, 3, :, 6:8] = torch.tensor([-0.7, -0.2])
    drawn[:, 3, :, 8:] = 0.4
    composed = network(drawn, hint)
    sky, close = composed[:, 4] > 0, composed[:, 3]
    assert bool((close[~sky] > 0.39).all()) and bool(sky[:, :, :6].all())
    assert not bool(sky[:, :, 8:].any())


def test_a_remembered_sky_is_sky(network: Compositor) -> None:
    """And a remembered wall is not, whatever was drawn over it."""
    drawn, hint = drawn_planes(), hint_planes(1.0)
    drawn[:, 4] = 2.0
    hint[:, 3, :8] = -1.0
    sky = believing(network, 60.0)(drawn, hint)[:, 4] > 0
    assert bool(sky[:, :8].all()) and not bool(sky[:, 8:].any())


def test_colours_lie_between_drawing_and_memory(network: Compositor) -> None:
    """Weighing alone, so that lap after lap nothing can run away."""
    drawn, hint = drawn_planes(), hint_planes(1.0)
    colours = network(drawn, hint)[:, :3]
    low = torch.minimum(drawn[:, :3], hint[:, :3])
    high = torch.maximum(drawn[:, :3], hint[:, :3])
    assert bool(((colours >= low - 1e-6) & (colours <= high + 1e-6)).all())


def test_what_was_seen_from_afar_gets_its_grain_from_the_drawing() -> None:
    """A place that one walks up to would stay as soft as it was from far off."""
    believer = believing(Compositor(channels=8), 30.0)
    drawn = drawn_planes()
    near, far = hint_planes(1.0), hint_planes(1.0)
    far[:, 6] = 0.5
    flat = torch.full_like(far[:, :3], 0.1)
    near[:, :3], far[:, :3] = flat, flat
    with torch.no_grad():
        added = believer(drawn, far)[:, :3] - flat
        assert torch.allclose(believer(drawn, near)[:, :3], flat, atol=1e-5)
    assert float(added.abs().mean()) > 0.02
    assert float((added * (drawn[:, :3] - drawn[:, :3].mean())).mean()) > 0
    assert float(added.mean().abs()) < 0.1 * float(added.abs().mean())
