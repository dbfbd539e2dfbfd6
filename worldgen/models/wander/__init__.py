"""The built-in model: a hint-conditioned latent flow model of RGB-D, small enough for two cores.

    spec.py         what it draws, and where its weights lie
    planes.py       pictures and hints to tensors and back
    layers.py       the few building blocks of both networks
    autoencoder.py  RGB-D to latents and back, blind where nothing is known
    text.py         words to vectors, from a table
    denoiser.py     latents out of noise, told the hint, the words and the view
    sampler.py      the flow's steps, few or many
    compositor.py   what was drawn joined with what is remembered, pixel by pixel
    monodepth.py    how far a photograph's pixels lie
    networks.py     the networks as functions, whoever computes them
    compiled.py     the same computed by OpenVINO
    choice.py       which of them is quickest here
    painter.py      the networks and the words: a view or a photo in, a picture out
    mixins.py       what the networks take from diffusers
    pipeline.py     the painter as one diffusers pipeline on disk
    kept.py         what was compiled on this machine, kept for the next start
    backend.py      the `WorldModel` made of it

One conditioning picture does every job. Nothing known and some words: text to
world. All colours known: picture to world. Memory seen from the new pose: walk
on. The autoencoder's encoder takes the hint with its confidences, so a place
already seen enters the denoiser in the very space that it draws in.

Not here: training (`training`), the memory that makes hints (`memory`).
"""
