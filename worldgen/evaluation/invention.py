"""Pixels never seen: is what the model dreams there like what there truly could be?

    walks     turning right on the spot in held-out scenes, 0.05 rad a frame
    start     the true first picture in the memory (`rollout.py`)
    judged    steps 12 and 24, on the pixels that the first picture had not shown

Nobody can know what ought to be where, so sets are compared, not pictures:
FD-EffLite0 (`features.distance`) between the cells that the model drew there and
the cells that are truly there, all walks and both steps together. Beside it
stand *warp* (gaps filled smoothly from round about), the autoencoder's copy of
the truth (as good as this model can be), and the control: the same model with
its denoiser replaced by zeros. If the control were nearly as good, it would not
be the model that draws.

`starts` does the same for whole first pictures out of words alone.

Not here: pixels already seen (`fidelity.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from worldgen.evaluation.features import Gathered, Look, distance, look, perceptual
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.heldout import HeldOutWalk, steered_walk
from worldgen.evaluation.overlap import overlap
from worldgen.evaluation.pictures import Rgb
from worldgen.evaluation.rollout import follow, warp
from worldgen.models.base import ModelSpec, Picture, WorldModel
from worldgen.types import Action, Frame

STEPS = (12, 24)
TURN_RAD = 0.05
WARP_SHARE = 0.5
"""The model's distance ought to be at most this share of the warp's."""
CONTROL_TIMES = 3.0
"""Without its denoiser it ought to be this many times farther away."""


def turning_walk(seed: int, spec: ModelSpec) -> HeldOutWalk:
    """Turn right on the spot until nothing of the first picture is left in view."""
    return steered_walk(seed, [Action(yaw=TURN_RAD)] * max(STEPS), spec)


def measure(
    model: WorldModel,
    walks: Sequence[HeldOutWalk],
    emptied: WorldModel | None,
    copy: Callable[[Frame], Picture] | None,
) -> Section:
    """Turn about in each scene, and compare what was dreamt with what is there.

    Args:
        model: to be judged.
        walks: of `turning_walk`.
        emptied: the control (`inside.without_denoiser`); None if there is none.
        copy: a frame through the autoencoder (`inside.copied`); None if there is none.
    """
    gathered: dict[str, Gathered] = defaultdict(Gathered)
    apart: dict[str, list[float]] = defaultdict(list)
    for walk in walks:
        for name, rgb, truth, never_seen in _shown(model, walk, emptied, copy):
            gathered[name].add(rgb, never_seen)
            if name != "truth":
                apart[name].append(perceptual(rgb, truth, never_seen))
    true = gathered.pop("truth").gaussians()
    far = {name: distance(found.gaussians(), true) for name, found in gathered.items()}
    figures = [Figure(name=f"FD-EffLite0 {name}", value=value) for name, value in far.items()]
    figures += _verdicts(far)
    figures += [
        Figure(name=f"place by place {name}", value=float(np.nanmean(values)))
        for name, values in apart.items()
    ]
    return Section(
        title="Never-seen pixels",
        about=f"{len(walks)} held-out scenes, turning right from a true first picture; "
        f"{true[0].cells} cells of 4 pixels that it had not shown.",
        figures=figures,
    )


def starts(
    drawn: Sequence[Rgb], truth: Look, emptied: Sequence[Rgb], title: str = "Starts"
) -> Section:
    """Whole first pictures out of words alone, against true first pictures.

    Args:
        drawn: by the model.
        truth: the cells of true pictures (`reference.py`).
        emptied: by the control; empty if there is none.
    """
    far = {"drawn": distance(look(drawn), truth)}
    if emptied:
        far["denoiser replaced by zeros"] = distance(look(emptied), truth)
    figures = [Figure(name=f"FD-EffLite0 {name}", value=found) for name, found in far.items()]
    return Section(
        title=title,
        about=f"{len(drawn)} first pictures from words alone against {truth[0].cells} true cells.",
        figures=figures + _verdicts(far),
    )


def _shown(
    model: WorldModel,
    walk: HeldOutWalk,
    emptied: WorldModel | None,
    copy: Callable[[Frame], Picture] | None,
) -> list[tuple[str, Rgb, Rgb, np.ndarray]]:
    """(who, its picture, the true one, never-seen mask) for every judged step."""
    first = walk.truth(0)
    drawn = follow(model, walk, first)
    control = follow(emptied, walk, first) if emptied is not None else None
    rows = []
    for step in STEPS:
        truth = walk.truth(step)
        never_seen = overlap(first, truth).never_seen
        shown = {
            "truth": truth.rgb,
            "drawn": drawn[step].rgb,
            "warp": warp(first, truth.camera),
        }
        if control is not None:
            shown["denoiser replaced by zeros"] = control[step].rgb
        if copy is not None:
            shown["autoencoder's copy"] = copy(truth).rgb
        rows += [(name, rgb, truth.rgb, never_seen) for name, rgb in shown.items()]
    return rows


def _verdicts(far: dict[str, float]) -> list[Figure]:
    """The model against the warp and against the control."""
    verdicts, own = [], max(far["drawn"], 1e-9)
    if "warp" in far:
        share = own / max(far["warp"], 1e-9)
        verdicts.append(
            Figure(name="drawn as a share of warp", value=share, target=WARP_SHARE, at_most=True)
        )
    if "denoiser replaced by zeros" in far:
        times = far["denoiser replaced by zeros"] / own
        verdicts.append(Figure(name="control in times of drawn", value=times, target=CONTROL_TIMES))
    return verdicts
