"""Every suite by name, and `run`, the whole of an evaluation.

    builtin            pictures, words, movement at full size: some hours on two cores
    persistence        does the world stay? loops of 10, 60 and 300 s on 8 scenes: some hours
    physics            does matter stay, do walls hold, do things fall? 8 walks of 1,020 frames
    quick, persistence-quick, physics-quick
                       the same on little: some minutes; for a look, not for a record

Not here: what a suite measures (`builtin.py`, `persistence.py`, `physics.py`).
"""

from __future__ import annotations

import time
from pathlib import Path

from worldgen.errors import ConfigError
from worldgen.evaluation import builtin, persistence, physics
from worldgen.evaluation.bench import Say, Scale
from worldgen.evaluation.inside import load_pipeline
from worldgen.evaluation.report import Report, machine
from worldgen.models.base import WorldModel
from worldgen.models.registry import BUILT_IN, load_model
from worldgen.models.wander.backend import WanderModel
from worldgen.models.wander.spec import WEIGHTS_DIR

SUITES: dict[str, Scale] = {
    "builtin": builtin.Scale(
        starts=512,
        strange=60,
        told=64,
        seen=32,
        turning=32,
        keyed=8,
        long=8,
        long_frames=1200,
        long_every=20,
        ways=8,
        way_frames=600,
        photos=6,
    ),
    "quick": builtin.Scale(
        starts=20,
        strange=12,
        told=12,
        seen=4,
        turning=4,
        keyed=2,
        long=2,
        long_frames=100,
        long_every=10,
        ways=2,
        way_frames=100,
        photos=2,
    ),
    "persistence": persistence.Scale(),
    "persistence-quick": persistence.Scale(
        scenes=1, loops=(100,), spoilt=(100,), mirrored=16, idle=40, wet=1
    ),
    "physics": physics.Scale(),
    "physics-quick": physics.Scale(
        scenes=1,
        frames=120,
        null_scenes=1,
        null_frames=40,
        walled=1,
        pushed=60,
        true_pushed=400,
        falls=1,
        waded=1,
        waded_frames=60,
    ),
}


def run(
    suite: str = "builtin",
    model: WorldModel | None = None,
    out: Path | None = None,
    *,
    weights: Path | None = None,
    say: Say | None = None,
) -> Report:
    """Measure a model.

    Args:
        suite: one of `SUITES`.
        model: None is the built-in one. Another model than that has no autoencoder and no
            denoiser to look at: those figures are left out.
        out: folder for `report.json`, `report.md` and the contact sheets; None writes nothing.
        weights: folder of the built-in model's weights, to judge some before they ship; None is
            the shipped ones. Given a model too, they are that model's.
        say: told what is being done.

    Raises:
        ConfigError: there is no such suite.
        ModelError: the model cannot run here.
        MissingDependencyError: the extra `eval` is not installed.
    """
    if suite not in SUITES:
        raise ConfigError(f"there is no suite {suite!r}; known suites: {', '.join(SUITES)}")
    began = time.monotonic()
    tested = model or (WanderModel.load(weights) if weights else load_model())
    pipe = load_pipeline(weights or WEIGHTS_DIR) if tested.spec.name == BUILT_IN else None
    bench = SUITES[suite].bench(tested, pipe, say or _silent)
    sections = bench.sections()
    report = Report(
        suite=suite,
        model=tested.spec.name,
        sha256=tested.fingerprint(),
        machine=machine(),
        seconds=time.monotonic() - began,
        sections=sections,
    )
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "report.json").write_text(report.to_json(), encoding="utf-8")
        (out / "report.md").write_text(report.to_markdown(), encoding="utf-8")
        bench.draw_sheets(out)
    return report


def _silent(message: str) -> None:
    """Nobody wants to know."""
