"""How good a world model is, in figures that anybody can make again.

    figures.py    one number with its unit, its target and what it means
    report.py     many of them, as JSON, Markdown and a contact sheet
    suite.py      what is measured, on how much; `run` is the way in
    heldout.py    scenes never trained on: captions, walks, true pictures
    rollout.py    a model led along a given walk, and its baselines
    inside.py     the built-in model taken apart: its ceiling, and without its denoiser
    pictures.py   PSNR, SSIM, sharpness, colour
    overlap.py    which pixels were seen before, by true geometry
    features.py   EfficientNet-Lite0 features, distances between them
    reference.py  what true first pictures look like to it, summed up
    flow.py       optical flow, seen and foretold
    classifier.py names biome, hour and weather in a picture
    teach.py      trains that classifier on true renders
    fidelity.py   pixels already seen, against true renders
    invention.py  pixels never seen, against true distributions
    obedience.py  does a start show what the prompt says
    motion.py     does the picture move as the keys say
    following.py  the camera found again from the pictures, per action
    drift.py      what is left of sharpness and colour after many frames
    sheet.py      contact sheets

Baselines stand beside every figure that has one. Not here: training's own
figures (`training`), speed of the parts (`benchmarks/`).
"""

from worldgen.evaluation.report import Report
from worldgen.evaluation.suite import SUITES, run

__all__ = ["SUITES", "Report", "run"]
