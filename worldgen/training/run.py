"""A whole recipe from seeds to shipped weights; stopped at any moment, it goes on from there.

    RUN/corpus/       rendered walks
    RUN/autoencoder*  stage one: where it is, and its average
    RUN/polished/     the same with a sharper decoder; hints are made with it
    RUN/hints/        latents and hints
    RUN/drifted/      the same from memories that the denoiser drew itself, part of the way
    RUN/denoiser*     stage two
    RUN/pipeline/     what would ship, but for the word table

Not here: the settings (`recipes.py`).
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.text import TextTable
from worldgen.training import autoencoder, denoiser, polish
from worldgen.training.assemble import assemble
from worldgen.training.corpus import make_corpus, walk_files
from worldgen.training.drift import Drifter
from worldgen.training.hints import make_shards
from worldgen.training.recipes import Recipe


def run(
    recipe: Recipe, folder: Path, looks: polish.Looks, text: Path = WEIGHTS_DIR / "text"
) -> Path:
    """Do all that is left of a recipe in `folder`.

    Args:
        recipe: what to do.
        folder: of the run; made if need be.
        looks: what pictures look like, for the decoder's polish.
        text: folder of the word table.

    Returns:
        The folder of a pipeline that `WanderPipeline.from_pretrained` loads.
    """
    corpus = folder / "corpus"
    make_corpus(corpus, recipe.corpus)
    coder = _polished(_coder(corpus, folder, recipe), corpus, folder, recipe, looks)
    make_shards(walk_files(corpus), coder, folder / "hints")
    drawn = _denoiser(coder, corpus, folder, recipe, TextTable(text))
    shipped = folder / "pipeline"
    assemble(coder, drawn, shipped)
    shutil.copytree(text, shipped / "text", dirs_exist_ok=True)
    return shipped


def _coder(corpus: Path, folder: Path, recipe: Recipe) -> RGBDAutoencoder:
    """Stage one's network, trained once: the hints' latents depend on its every digit."""
    finished = WEIGHTS_DIR / "autoencoder" if recipe.autoencoder is None else folder / "autoencoder"
    if recipe.autoencoder is None or finished.exists():
        return _read(finished)
    coder = autoencoder.train(corpus, folder, recipe.autoencoder)
    coder.save_pretrained(finished)
    return coder


def _polished(
    coder: RGBDAutoencoder, corpus: Path, folder: Path, recipe: Recipe, looks: polish.Looks
) -> RGBDAutoencoder:
    """The same network with a polished decoder, trained once; as it was if none is wanted."""
    finished = folder / "polished"
    if recipe.polish is None:
        return coder
    if finished.exists():
        return _read(finished)
    polished = polish.train(corpus, folder, coder, recipe.polish, looks)
    polished.save_pretrained(finished)
    return polished


def _denoiser(
    coder: RGBDAutoencoder, corpus: Path, folder: Path, recipe: Recipe, table: TextTable
) -> HintedDenoiser:
    """Stage two; from a share of the way on, also with hints out of its own memories."""
    config, shards = recipe.denoiser, [folder / "hints"]
    samples = denoiser.Samples(shards, corpus, table, config.device)
    if recipe.drift is not None:
        drawn = denoiser.train(samples, folder, config, until=recipe.drift.after)
        files = walk_files(corpus)
        some = files[:: max(1, len(files) // recipe.drift.walks)][: recipe.drift.walks]
        make_shards(some, coder, folder / "drifted", Drifter(coder, drawn, table))
        shards.append(folder / "drifted")
        samples = denoiser.Samples(shards, corpus, table, config.device)
    return denoiser.train(samples, folder, config)


def _read(folder: Path) -> RGBDAutoencoder:
    network = RGBDAutoencoder.from_pretrained(folder, low_cpu_mem_usage=False)
    return cast(RGBDAutoencoder, network)
