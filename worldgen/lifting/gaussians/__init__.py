"""Posed pictures with depth to a scene of Gaussian splats: mathematics, no files.

    splats.py      the scene: `Splats`
    surfels.py     a picture ──▶ discs
    merge.py       many looks at a place ──▶ one disc
    carve.py       what frames look through is not there
    backdrop.py    sky and ground go on where nobody looked
    rasterise.py   splats ──▶ a picture, with gradients
    painters.py    which way to draw is quickest here: ours, or gsplat on CUDA
    refine.py      closer to the pictures, for a while
    score.py       marks at pictures that were kept out
    lift.py        all of it

`lift` needs torch, which costs a second: import this package where it is used.
Not here: files (`export`), what a model is shown while it walks (`memory`).
"""

from worldgen.lifting.gaussians.lift import LiftConfig, Lifted, lift
from worldgen.lifting.gaussians.refine import RefineConfig
from worldgen.lifting.gaussians.score import Score
from worldgen.lifting.gaussians.splats import Splats

__all__ = ["LiftConfig", "Lifted", "RefineConfig", "Score", "Splats", "lift"]
