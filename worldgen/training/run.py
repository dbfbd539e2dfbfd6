"""A whole recipe from seeds to shipped weights; stopped at any moment, it goes on from there.

    RUN/corpus/       rendered walks
    RUN/autoencoder*  stage one: where it is, and its average
    RUN/polished/     the same with a sharper decoder; hints are made with it
    RUN/hints/        latents and hints
    RUN/painted/      the same of walks with pictures on their surfaces, where there are pictures
    RUN/denoiser*     stage two
    RUN/composites/   hints, drawings and truths, part of the way through stage two
    RUN/compositor*   stage three, learnt from these
    RUN/monodepth*    the depth of photographs, learnt from the corpus alone
    RUN/drifted/      hints from memories that all of them drew, for the rest of stage two
    RUN/worn/         hints from pictures that they drew again, likewise
    RUN/finish/       what they draw in the end, and the decoder that learns from it
    RUN/finished/     the autoencoder with that decoder
    RUN/held_out/     walks that nobody learns from, their hints, and what is drawn along them
    RUN/gates.json    which stages made something better than they began from (`gates.py`)
    RUN/pipeline/     what would ship, but for the word table

Not here: the settings (`recipes.py`).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

import torch
from PIL import Image

from worldgen.errors import ConfigError
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.monodepth import MonocularDepth
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.spec import WEIGHTS_DIR
from worldgen.models.wander.sums import write_sums
from worldgen.models.wander.text import TextTable
from worldgen.recording.storage import storing
from worldgen.training import autoencoder, compositor, denoiser, finish, gates, monodepth, polish
from worldgen.training.assemble import assemble, pipeline
from worldgen.training.composites import make_composites
from worldgen.training.corpus import make_corpus, walk_files
from worldgen.training.drift import Drifter
from worldgen.training.hints import make_shards
from worldgen.training.painted import Recolourer, read_pictures
from worldgen.training.recipes import Recipe
from worldgen.training.worn import Wearer

HELD_OUT_SEED = 900_000
"""From here on seeds belong to gates, from a million on to `evaluation`."""


def run(
    recipe: Recipe,
    folder: Path,
    looks: polish.Looks,
    sight: monodepth.Sight,
    text: Path = WEIGHTS_DIR / "text",
) -> Path:
    """Do all that is left of a recipe in `folder`.

    Args:
        recipe: what to do.
        folder: of the run; made if need be.
        looks: what pictures look like, for the decoder's polish.
        sight: a network that has seen photographs, for whoever is to read them.
        text: folder of the word table.

    Returns:
        The folder of a pipeline that `WanderPipeline.from_pretrained` loads.

    Raises:
        ConfigError: the recipe wants a device, or pictures, that are not here.
        ImageError: one of the pictures cannot be read.
        StorageError: the folder cannot be made.
    """
    check_devices(recipe)
    pictures = [] if recipe.pictures is None else read_pictures(recipe.pictures)
    with storing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    corpus = folder / "corpus"
    make_corpus(corpus, recipe.corpus)
    device = recipe.denoiser.device
    coder = _polished(_coder(corpus, folder, recipe), corpus, folder, recipe, looks)
    coder.to(device)
    make_shards(walk_files(corpus), coder, folder / "hints", workers=recipe.corpus.workers)
    seen = ["hints", *_painted(pictures, coder, corpus, folder, recipe)]
    table = TextTable(text)
    drawn = _denoiser(corpus, folder, recipe, table, seen, until=recipe.drift.after)
    fresh = pipeline(coder, drawn, Compositor(), table, device)
    joined = _compositor(fresh, corpus, folder, recipe)
    _drift(coder, pipeline(coder, drawn, joined, table, device), corpus, folder, recipe)
    drawn = _denoiser(corpus, folder, recipe, table, [*seen, "drifted", "worn"])
    judge = _Judge(folder, recipe)
    drawn = judge.denoiser(drawn, coder, table)
    whole = pipeline(coder, drawn, joined, table, device)
    finished = partial(_finished, whole, corpus, folder, recipe, looks)
    coder = judge.decoder(whole, looks, finished)
    shipped = folder / "pipeline"
    assemble(coder, drawn, joined, _monodepth(corpus, folder, recipe, sight), shipped)
    shutil.copytree(text, shipped / "text", dirs_exist_ok=True)
    write_sums(shipped)
    return shipped


class _Judge:
    """A run's gates, and the walks that they ask about; made when first asked.

    Args:
        folder: of the run.
        recipe: of the run.
    """

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self._folder = folder / "held_out"
        self._recipe = recipe
        self._gates = gates.Gates(folder)

    def denoiser(
        self, new: HintedDenoiser, coder: RGBDAutoencoder, table: TextTable
    ) -> HintedDenoiser:
        """The new one, or the one it began from if that is better; the new one if from nothing."""
        config = self._recipe.denoiser
        if config.start_from is None:
            return new
        hints = self._folder / "hints"
        make_shards(self._walks(), coder, hints, workers=self._recipe.corpus.workers)
        samples = denoiser.Samples([hints], self._folder / "corpus", table, config.device)
        old = denoiser.shipped(config.start_from)
        error = partial(gates.denoiser_error, samples=samples, config=config)
        return self._gates.better("denoiser", new, old, error)

    def decoder(
        self, whole: WanderPipeline, looks: polish.Looks, finished: Callable[[], RGBDAutoencoder]
    ) -> RGBDAutoencoder:
        """What `finished` makes of a pipeline's own, or that one as it was if it is better."""
        if self._recipe.finish is None:
            return finished()
        drawn = finish.make_drawn(self._walks(), Drifter(whole), self._folder / "drawn")
        old = deepcopy(whole.autoencoder)  # its decoder goes on learning in its place
        error = partial(gates.decoder_error, drawn=drawn, looks=looks)
        return self._gates.better("decoder", finished(), old, error)

    def _walks(self) -> list[Path]:
        """Walks of seeds that no recipe learns from."""
        corpus, count = self._folder / "corpus", self._recipe.held_out
        make_corpus(corpus, replace(self._recipe.corpus, first_seed=HELD_OUT_SEED, walks=count))
        return walk_files(corpus)


def check_devices(recipe: Recipe) -> None:
    """See that a recipe's devices are here, before hours of rendering.

    Raises:
        ConfigError: one is not.
    """
    devices = {recipe.denoiser.device, recipe.monodepth.device if recipe.monodepth else "cpu"}
    if not torch.cuda.is_available() and any(name.startswith("cuda") for name in devices):
        raise ConfigError(
            "this recipe learns on a CUDA device and PyTorch sees none here; take the recipe "
            "further or cpu, or install PyTorch for CUDA"
        )


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


def _painted(
    pictures: list[Image.Image],
    coder: RGBDAutoencoder,
    corpus: Path,
    folder: Path,
    recipe: Recipe,
) -> list[str]:
    """The folder of hints of painted walks; none without pictures."""
    if not pictures or not recipe.painted:
        return []
    recolourer = Recolourer(pictures, coder)
    some = _spread(walk_files(corpus), recipe.painted)
    make_shards(some, coder, folder / "painted", recolourer, recolouring=recolourer.recoloured)
    return ["painted"]


def _denoiser(
    corpus: Path,
    folder: Path,
    recipe: Recipe,
    table: TextTable,
    shards: list[str],
    until: float = 1.0,
) -> HintedDenoiser:
    """Stage two on some folders of hints, until that share of its budget is used."""
    config = recipe.denoiser
    samples = denoiser.Samples([folder / name for name in shards], corpus, table, config.device)
    return denoiser.train(samples, folder, config, until=until)


def _compositor(pipe: WanderPipeline, corpus: Path, folder: Path, recipe: Recipe) -> Compositor:
    """Stage three, trained once; the one that shipped if none is wanted."""
    finished = WEIGHTS_DIR / "compositor" if recipe.compositor is None else folder / "compositor"
    if recipe.compositor is None or finished.exists():
        network = Compositor.from_pretrained(finished, low_cpu_mem_usage=False)
        return cast(Compositor, network)
    views = folder / "composites"
    make_composites(_spread(walk_files(corpus), recipe.compositor.walks), pipe, views)
    network = compositor.train(views, folder, recipe.compositor)
    network.save_pretrained(finished)
    return network


def _finished(
    pipe: WanderPipeline, corpus: Path, folder: Path, recipe: Recipe, looks: polish.Looks
) -> RGBDAutoencoder:
    """The autoencoder with a decoder that knows what is drawn; as it was if none is wanted."""
    config, finished = recipe.finish, folder / "finished"
    if finished.exists():
        return _read(finished)
    if config is None:
        return pipe.autoencoder.float()
    some = _spread(walk_files(corpus), config.walks)
    drawn = finish.make_drawn(some, Drifter(pipe), folder / "finish")
    coder = finish.train(corpus, drawn, folder / "finish", pipe.autoencoder, config, looks)
    coder.save_pretrained(finished)
    return coder


def _monodepth(
    corpus: Path, folder: Path, recipe: Recipe, sight: monodepth.Sight
) -> MonocularDepth:
    """The reader of photographs, trained once; the one that shipped if none is wanted."""
    config = recipe.monodepth
    finished = (WEIGHTS_DIR if config is None else folder) / "monodepth"
    if config is None or finished.exists():
        network = MonocularDepth.from_pretrained(finished, low_cpu_mem_usage=False)
        return cast(MonocularDepth, network)
    frames = monodepth.Frames(walk_files(corpus), config.device)
    network = monodepth.train(frames, folder, config, sight)
    network.save_pretrained(finished)
    return network


def _drift(
    coder: RGBDAutoencoder, pipe: WanderPipeline, corpus: Path, folder: Path, recipe: Recipe
) -> None:
    """Hints from memories that the networks drew themselves, and from worn pictures."""
    for name, count, remembering in (
        ("drifted", recipe.drift.walks, Drifter(pipe)),
        ("worn", recipe.drift.worn, Wearer(pipe)),
    ):
        make_shards(_spread(walk_files(corpus), count), coder, folder / name, remembering)


def _spread(files: list[Path], count: int) -> list[Path]:
    """`count` of some files, evenly spread."""
    return files[:: max(1, len(files) // count)][:count]


def _read(folder: Path) -> RGBDAutoencoder:
    network = RGBDAutoencoder.from_pretrained(folder, low_cpu_mem_usage=False)
    return cast(RGBDAutoencoder, network)
