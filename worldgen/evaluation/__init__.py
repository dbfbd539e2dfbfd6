"""How good a world model is, in figures that anybody can make again.

    figures.py    one number with its unit, its target and what it means
    report.py     many of them, as JSON, Markdown and a contact sheet
    rates.py      how often, and how often at most
    suite.py      every suite by name; `run` is the way in
    bench.py      what a suite is
    heldout.py    scenes never trained on: captions, walks, true pictures
    routes.py     walks through them that come back
    props.py      balls set into them
    roam.py       a body let loose in a drawn world
    rollout.py    a model led along a given walk, and its baselines
    memories.py   the memory it is led with: on, off, spoilt
    inside.py     the built-in model taken apart: its ceiling, and without its denoiser
    pictures.py   PSNR, SSIM, sharpness, colour
    overlap.py    which pixels were seen before, by true geometry
    features.py   EfficientNet-Lite0 features, distances between them
    reference.py  what true first pictures look like to it, summed up
    flow.py       optical flow, seen and foretold
    refined.py    the commanded pose, put right by what two pictures show
    classifier.py names biome, hour and weather in a picture
    teach.py      trains that classifier on true renders
    sheet.py      contact sheets

`builtin.py`: pictures, words and movement

    fidelity.py   pixels already seen, against true renders
    invention.py  pixels never seen, against true distributions
    obedience.py  does a start show what the prompt says
    events.py     does a world become what it is told, and stay where it was
    motion.py     does the picture move as the keys say
    following.py  the camera found again from the pictures, per action
    drift.py      what is left of sharpness and colour after many frames

`persistence.py`: the world stays

    revisit.py    back where it began after 10, 60 and 300 s
    mirror.py     there and backwards home
    standing.py   standing still for a minute
    permanence.py things that nobody looked at

`physics.py`: the world holds

    calibration.py   what the thresholds for mass mean on the truth
    conservation.py  matter that appears or vanishes
    penetration.py   the eye that goes through things
    walls.py         bodies pushed into walls
    falling.py       what is let fall

Baselines stand beside every figure that has one. Not here: training's own
figures (`training`), speed of the parts (`benchmarks/`).
"""

from worldgen.evaluation.report import Report
from worldgen.evaluation.suite import SUITES, run

__all__ = ["SUITES", "Report", "run"]
