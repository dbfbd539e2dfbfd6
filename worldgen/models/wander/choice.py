"""Which way of computing the networks is quickest on this machine: tried out, not guessed.

Processors differ: one has units for bf16, the next takes ten times as long for
it as for float32. A few passes of the denoiser by each tell within half a
second. Of two that are nearly as quick the first is taken, and the choice is kept, so
that a machine draws the same pictures every time and starts at once.

Not here: the ways themselves (`networks.py`, `compiled.py`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from copy import deepcopy

import torch
from torch import nn

from worldgen.errors import MissingDependencyError
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compiled import Compiled, openvino_package
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser, blank
from worldgen.models.wander.kept import Kept
from worldgen.models.wander.networks import Networks, Plain
from worldgen.monitoring import log

QUICKER = 0.6
"""Share of the time of an earlier one that a later one may take, to be preferred to it."""

_TRIES = 5
_LONG_S = 0.5


def quickest(
    autoencoder: RGBDAutoencoder,
    denoiser: HintedDenoiser,
    compositor: Compositor,
    size_px: tuple[int, int],
    kept: Kept | None = None,
) -> Networks:
    """The networks as they are computed quickest here.

    Args:
        autoencoder, denoiser, compositor: in float32, in eval mode, on the CPU; left as they are.
        size_px: height and width of the pictures.
        kept: where the choice is kept for the next time, and what was compiled.
    """
    kept = kept or Kept(None)
    ways = _ways((autoencoder, denoiser, compositor), size_px, kept)
    file = "quickest-" + "-".join((*ways, str(torch.get_num_threads())))
    chosen = (kept.read(file) or b"").decode()
    if chosen not in ways:
        chosen, networks = _tried(ways, denoiser)
        kept.write(file, chosen.encode())
        return networks
    return ways[chosen]()


def _ways(
    networks: tuple[RGBDAutoencoder, HintedDenoiser, Compositor],
    size_px: tuple[int, int],
    kept: Kept,
) -> dict[str, Callable[[], Networks]]:
    """All there are by name, those first that are wanted if all else is equal."""
    ways: dict[str, Callable[[], Networks]] = {}
    if torch.cuda.is_available():
        ways["cuda"] = lambda: _plain(networks, torch.bfloat16, "cuda")
    try:
        openvino_package()
        ways["openvino"] = lambda: Compiled(*networks, size_px, kept)
    except MissingDependencyError as error:
        log("networks.missing", what=str(error))
    ways["bfloat16"] = lambda: _plain(networks, torch.bfloat16, "cpu")
    ways["float32"] = lambda: Plain(*networks)
    return ways


def _plain(
    networks: tuple[RGBDAutoencoder, HintedDenoiser, Compositor], dtype: torch.dtype, device: str
) -> Plain:
    """Copies of the networks elsewhere, or in another precision."""
    return Plain(*(nn.Module.to(deepcopy(network), device, dtype) for network in networks))


def _tried(
    ways: Mapping[str, Callable[[], Networks]], denoiser: HintedDenoiser
) -> tuple[str, Networks]:
    """The name of the quickest way, and the networks that go it."""
    best, best_s = None, float("inf")
    for name, made in ways.items():
        networks = made()
        took_s = _pass_s(networks, denoiser)
        log("networks.timed", title=networks.title, ms=1e3 * took_s)
        if best is None or took_s < QUICKER * best_s:
            best, best_s = (name, networks), took_s
    assert best is not None, "PyTorch is always there"
    return best


@torch.inference_mode()
def _pass_s(networks: Networks, denoiser: HintedDenoiser) -> float:
    """Seconds that a pass of the denoiser takes, the best of a few.

    The first is not counted, for much is made ready in it, unless it alone takes too long.
    """
    known = networks.read(blank(denoiser))
    told = (blank(denoiser).hint, torch.ones(1), torch.ones(1), known)
    times_s: list[float] = []
    while len(times_s) <= _TRIES and sum(times_s) < _LONG_S:
        began_s = time.perf_counter()
        networks.denoise(*told)
        times_s.append(time.perf_counter() - began_s)
    return min(times_s[1:] or times_s)
