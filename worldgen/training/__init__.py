"""Training the built-in model: worlds in, weights out, on a CPU and on a GPU alike.

    recipes.py      every run by name, as a function that returns its settings
    corpus.py       rendered walks on disk, made from seeds
    dice.py         random numbers decided by seed and step
    optimiser.py    bf16 weights, their float32 masters, their running average
    checkpoint.py   everything a run needs to go on, whole or not at all
    loop.py         the clock, the learning rate and the one progress line
    autoencoder.py  stage one: RGB-D to latents and back
    polish.py       its decoder alone: sharper, and steady when read again
    hints.py        what a memory would know of each frame, true and spoilt
    drift.py        what it would know after walking by its own pictures
    denoiser.py     stage two: latents out of noise, then few steps of it
    critic.py       its opponent: what looks drawn, and what true
    composites.py   hint, drawing and truth side by side
    compositor.py   stage three: when to believe memory
    monodepth.py    the depth of photographs, apart from all others
    run.py          a whole recipe from seeds to shipped weights
    assemble.py     the stages' averages as the pipeline that ships
    text_table.py   the word vectors, distilled once

Not here: how good it is (`evaluation`), what a world looks like (`data`).
"""
