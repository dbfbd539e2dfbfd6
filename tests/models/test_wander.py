"""The built-in model's parts on small random networks: shapes, blindness, repeatability."""

import math
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from worldgen.errors import WeightsError
from worldgen.geometry.camera import Camera
from worldgen.models.base import Hint, Move, Picture
from worldgen.models.wander.autoencoder import RGBDAutoencoder, coverage
from worldgen.models.wander.backend import WanderModel
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import Condition, HintedDenoiser, view_planes
from worldgen.models.wander.networks import Plain
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import closeness, hint_planes, metres, to_picture
from worldgen.models.wander.sampler import (
    EVENT,
    MUCH_NEW,
    PHOTO,
    START,
    WALK,
    Noise,
    Steps,
    sample,
)
from worldgen.models.wander.spec import SPEC, WEIGHTS_DIR, missing_files
from worldgen.models.wander.sums import write_sums
from worldgen.models.wander.text import TextTable
from worldgen.types import Action, Prompt


def known_nothing(batch: int = 1) -> Condition:
    return Condition(
        hint=torch.zeros(batch, 12, 18, 32),
        coverage=torch.zeros(batch, 2, 18, 32),
        view=torch.zeros(batch, 3, 18, 32),
        words=torch.randn(batch, 24, 128, generator=torch.Generator().manual_seed(1)),
        word_mask=torch.ones(batch, 24, dtype=torch.bool),
    )


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[Steps]:
    """The steps of every picture that is asked for; none is drawn."""
    steps: list[Steps] = []

    def drawn(*args: Any) -> Picture:
        steps.append(next(arg for arg in args if isinstance(arg, Steps)))
        return to_picture(torch.zeros(6, 144, 256))

    monkeypatch.setattr(Painter, "draw", drawn)
    return steps


def test_closeness_and_metres_are_inverses_up_to_the_farthest() -> None:
    """A drift here would bend every depth that the memory keeps."""
    depth_m = torch.tensor([0.2, 1.0, 7.5, 60.0, 399.0])
    assert torch.allclose(metres(closeness(depth_m)), depth_m, rtol=1e-4)
    assert closeness(torch.tensor([torch.inf])) == 0


def test_the_encoder_cannot_see_what_is_not_known() -> None:
    """If unknown pixels leaked, training would teach the model to peek."""
    rng = np.random.default_rng(0)
    known = (rng.random((144, 256)) < 0.5).astype(np.float32)
    first, second = (
        Hint(
            rgb=np.where(known[..., None] > 0, 90, rng.integers(0, 255, (144, 256, 3))).astype(
                np.uint8
            ),
            depth_m=np.where(known > 0, 3.0, rng.random((144, 256)) * 50).astype(np.float32),
            colour=known,
            depth=known,
        )
        for _ in range(2)
    )
    assert torch.equal(hint_planes(first), hint_planes(second))


def test_latents_are_an_eighth_and_come_back_full_size() -> None:
    """A wrong stride would only show as a crash in mid-walk."""
    coder = RGBDAutoencoder(latent_channels=12, widths=(8, 16, 16), blocks=(1, 1, 1))
    planes = torch.zeros(2, 6, 144, 256)
    latent = coder.encode(planes)
    assert latent.shape == (2, 12, 18, 32)
    assert coder.decode(latent).shape == (2, 6, 144, 256)
    assert coverage(planes).shape == (2, 2, 18, 32)


def test_a_fresh_denoiser_gives_back_the_hint() -> None:
    """Where all is known there is nothing to say: the skip carries the hint unharmed."""
    network = HintedDenoiser(fine=32, coarse=64, coarse_blocks=1)
    hint = torch.randn(1, 12, 18, 32)
    known = known_nothing()
    full = Condition(
        hint=hint,
        coverage=torch.ones(1, 2, 18, 32),
        view=known.view,
        words=known.words,
        word_mask=known.word_mask,
    )
    drawn = network(torch.randn(1, 12, 18, 32), torch.ones(1), torch.ones(1), full)
    assert torch.allclose(drawn, hint)


def test_one_network_can_overfit_one_view() -> None:
    """If gradients do not reach the words, the hint or the noise, this error stays."""
    torch.manual_seed(0)
    network = HintedDenoiser(fine=32, coarse=64, coarse_blocks=2)
    clean, known = torch.randn(1, 12, 18, 32), known_nothing()
    learner = torch.optim.AdamW(network.parameters(), 3e-3)
    errors = []
    for step in range(60):
        noise = Noise(seed=0, index=step).drawn((1, 12, 18, 32))
        drawn = network(0.3 * clean + 0.7 * noise, torch.full((1,), 0.7), torch.zeros(1), known)
        error = (drawn - clean).square().mean()
        learner.zero_grad()
        error.backward()
        learner.step()
        errors.append(float(error.detach()))
    assert errors[-1] < 0.3 * errors[0]
    assert all(weight.grad is not None for weight in network.parameters())


def test_sampling_lands_on_what_the_model_names() -> None:
    """Whatever the number of steps, the last one must end at the clean latent."""
    denoiser = HintedDenoiser(fine=32, coarse=64, coarse_blocks=1)
    networks = Plain(RGBDAutoencoder(widths=(8, 16, 16)), denoiser, Compositor())
    for count in (1, 2, 7):
        for renewal in (0.0, 0.5):
            steps = Steps(count=count, renewal=renewal)
            drawn = sample(networks, Noise(seed=3, index=0), known_nothing(), steps)
            assert drawn.abs().max() < 1e-4  # a fresh network names zero where nothing is known


@pytest.mark.parametrize("renewal", [0.0, 0.4, 1.0])
def test_renewed_noise_is_as_strong_as_what_it_renews(renewal: float) -> None:
    """Were it weaker or stronger, the denoiser would be told a share of noise that is not so."""

    class Blank(Plain):
        def denoise(self, noisy: Any, noise_B: Any, step_B: Any, known: Any) -> Any:
            strengths.append(float(noisy.std() / noise_B))
            return torch.zeros_like(noisy)

    strengths: list[float] = []
    networks = Blank(RGBDAutoencoder(widths=(8, 16, 16)), HintedDenoiser(fine=32), Compositor())
    sample(networks, Noise(seed=3, index=0), known_nothing(), Steps(count=8, renewal=renewal))
    assert strengths == pytest.approx([1.0] * 8, abs=0.03)


def test_noise_is_the_frame_s_own() -> None:
    """Replays hang on it: the same seed, index and turn, the same noise; any other, another."""
    shape = (1, 12, 18, 32)
    noise = Noise(seed=5, index=9).drawn(shape)
    assert torch.equal(noise, Noise(seed=5, index=9).drawn(shape))
    for other in (Noise(seed=5, index=10), Noise(seed=6, index=9)):
        assert not torch.equal(noise, other.drawn(shape))
    assert not torch.equal(noise, Noise(seed=5, index=9).drawn(shape, turn=1))


@pytest.mark.parametrize("pitch", [-0.6, 0.0, 0.4])
def test_view_planes_tell_the_tilt_of_the_head_and_not_its_heading(pitch: float) -> None:
    """The horizon must be where the pitch puts it, whichever way one faces."""
    from worldgen.geometry.poses import pose

    camera = Camera.from_fov(256, 144, math.radians(70))
    north, east = (
        view_planes(camera.at(pose(np.array([1.0, -1.6, 2.0]), yaw, pitch))) for yaw in (0.0, 1.3)
    )
    assert torch.allclose(north, east, atol=1e-6)
    ahead = north[0, :, 8:10, 15:17].mean((1, 2))
    assert math.atan2(-float(ahead[1]), float(ahead[2])) == pytest.approx(pitch, abs=1e-3)


def test_sky_is_infinitely_far() -> None:
    """A sky at 400 m would be walked up to, and kept as a wall."""
    drawn = torch.zeros(6, 8, 8)
    drawn[4, 0] = 1.0
    picture = to_picture(drawn)
    assert picture.depth_m is not None and picture.sky is not None
    assert np.isinf(picture.depth_m[0]).all() and np.isfinite(picture.depth_m[1:]).all()
    assert np.array_equal(np.isinf(picture.depth_m), picture.sky)


def test_a_first_picture_has_hard_edges() -> None:
    """Half-way between a trunk and the sky there is nothing, also with nothing remembered yet."""
    drawn = torch.zeros(1, 6, 144, 256)
    drawn[:, 3] = -1.0
    drawn[:, 3, :, 100:108] = 0.2
    drawn[:, 3, :, 98:100] = torch.tensor([-0.7, -0.1])
    drawn[:, 4] = -4.0
    drawn[:, 4, :, :98] = drawn[:, 4, :, 108:] = 4.0

    class Soft(Plain):
        def decode(self, latent: torch.Tensor) -> torch.Tensor:
            return drawn

    painter = Painter(RGBDAutoencoder(), HintedDenoiser(), Compositor())
    painter.networks = Soft(painter.autoencoder, painter.denoiser, painter.compositor)
    picture = painter.shown(torch.zeros(1, 12, 18, 32), None)
    assert picture.depth_m is not None
    assert np.isin(picture.depth_m[72], [picture.depth_m[72, 104], np.inf]).all()
    assert np.array_equal(picture.rgb, to_picture(drawn[0]).rgb)


def test_words_that_mean_alike_lie_together() -> None:
    """The table is real: 'snow' is nearer to 'ice' than to 'desert'."""
    table = TextTable(WEIGHTS_DIR / "text")
    vectors, mask = table.encode(["snow", "ice", "desert", ""])
    snow, ice, desert = vectors[0, 0], vectors[1, 0], vectors[2, 0]
    assert torch.cosine_similarity(snow, ice, dim=0) > torch.cosine_similarity(snow, desert, dim=0)
    assert mask.sum(1).tolist() == [1, 1, 1, 1]
    assert vectors[3].abs().max() == 0


def test_a_very_long_prompt_is_cut_and_an_emoji_is_no_trouble() -> None:
    """People paste anything."""
    table = TextTable(WEIGHTS_DIR / "text")
    vectors, mask = table.encode(["forest " * 5000, "🌲🌲 in the fog"])
    assert vectors.shape == (2, 24, 128) and bool(mask[0].all())


def test_missing_weights_are_named(tmp_path: Path) -> None:
    """The message must say which file, and what to do."""
    with pytest.raises(WeightsError, match=r"table\.safetensors.*restore"):
        WanderPipeline.from_pretrained(tmp_path)


@pytest.mark.skipif(missing_files() is not None, reason="no shipped weights to damage")
@pytest.mark.parametrize("change", ["one is missing", "one too many"])
def test_weights_of_another_version_are_refused(tmp_path: Path, change: str) -> None:
    """A tensor that is made up at random draws mud, and nobody would know why."""
    folder = tmp_path / "wander"
    shutil.copytree(WEIGHTS_DIR, folder)
    file = folder / "denoiser" / "diffusion_pytorch_model.safetensors"
    tensors = load_file(file)
    if change == "one is missing":
        del tensors["place"]
    else:
        tensors["surplus"] = torch.zeros(3)
    save_file(tensors, file, {"format": "pt"})
    write_sums(folder)
    with pytest.raises(WeightsError, match=r"denoiser's weights (place|surplus).*restore"):
        WanderPipeline.from_pretrained(folder)


def test_words_read_once_say_the_same() -> None:
    """Reading ahead is a saving, not another picture."""
    torch.manual_seed(5)
    network, known = HintedDenoiser(fine=24, coarse=64).eval(), known_nothing()
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.05)
    told = (torch.randn(1, 12, 18, 32), torch.ones(1), torch.ones(1))
    with torch.inference_mode():
        assert torch.equal(network(*told, known), network(*told, network.reading(known)))


@pytest.mark.skipif(missing_files() is not None, reason="no shipped weights to draw with")
@pytest.mark.parametrize(("known", "steps"), [(1.0, WALK), (0.9, WALK), (0.5, MUCH_NEW)])
def test_what_is_new_takes_more_steps(taken: list[Steps], known: float, steps: Steps) -> None:
    """After an event, and where little is known: the rest has only to go on."""
    model = WanderModel.load()
    colour = np.zeros((144, 256), np.float32)
    colour[:, : int(known * 256)] = 1.0
    hint = replace(Hint.empty(144, 256), colour=colour, depth_m=2 * colour, depth=colour)
    move = Move(action=Action(), camera=Camera.from_fov(256, 144, math.radians(70)))
    state, _ = model.start(Prompt(text="a meadow"), 1, move)
    state, _ = model.step(state, [replace(move, hint=hint)])
    state, _ = model.step(model.event(state, "night falls"), [replace(move, hint=hint)])
    model.step(state, [replace(move, hint=hint)])
    assert taken == [START, steps, EVENT, steps]


@pytest.mark.skipif(missing_files() is not None, reason="no shipped weights to draw with")
def test_a_photo_begins_as_a_photo(taken: list[Steps]) -> None:
    """And what has depth already is no photo."""
    model = WanderModel.load()
    camera = Camera.from_fov(256, 144, math.radians(70))
    ones = np.ones((144, 256), np.float32)
    photo = replace(Hint.empty(144, 256), colour=ones)
    known = replace(photo, depth=ones)
    for hint in (photo, known):
        model.start(Prompt(text="a meadow"), 1, Move(action=Action(), camera=camera, hint=hint))
    assert taken == [PHOTO, START]


def test_the_spec_is_the_contract_s() -> None:
    """Recordings and held-out checks rely on these numbers."""
    assert (SPEC.width_px, SPEC.height_px, SPEC.dt_s) == (256, 144, 0.1)
    assert math.degrees(SPEC.hfov_rad) == pytest.approx(70)


@pytest.mark.skipif(missing_files() is not None, reason="no shipped weights to read")
def test_reading_the_weights_loads_neither_a_compiler_nor_diffusers_pipelines() -> None:
    """They cost three seconds at every start, and nothing at play needs them."""
    code = """
import sys
from worldgen.models.wander.backend import WanderModel
from worldgen.models.wander.painter import Painter
from worldgen.models.wander.spec import WEIGHTS_DIR
Painter.from_pretrained(WEIGHTS_DIR)
print([n for n in ("torch._dynamo", "diffusers.pipelines.pipeline_utils") if n in sys.modules])
import torch._dynamo  # whoever wants it gets it
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
