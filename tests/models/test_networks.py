"""Whoever computes the networks draws the same pictures, and the quickest is taken."""

import itertools
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from worldgen.errors import MissingDependencyError
from worldgen.geometry.camera import Camera
from worldgen.models.base import Hint, Move, Picture
from worldgen.models.wander import choice, compiled
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.backend import WanderModel
from worldgen.models.wander.compiled import Compiled
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import HintedDenoiser
from worldgen.models.wander.kept import MOST_KEYS, Kept
from worldgen.models.wander.networks import Networks, Plain
from worldgen.models.wander.pipeline import WanderPipeline
from worldgen.models.wander.planes import DRAWN_PLANES, hint_planes, to_picture
from worldgen.models.wander.sampler import START, WALK, Noise, Steps
from worldgen.models.wander.spec import SPEC, WEIGHTS_DIR, missing_files
from worldgen.types import Action, Prompt

SIZE_PX = (SPEC.height_px, SPEC.width_px)
shipped = pytest.mark.skipif(missing_files() is not None, reason="no shipped weights to draw with")


def small() -> tuple[RGBDAutoencoder, HintedDenoiser, Compositor]:
    torch.manual_seed(3)
    networks = (
        RGBDAutoencoder(widths=(8, 16, 16), blocks=(1, 1, 1)),
        HintedDenoiser(fine=32, coarse=64, coarse_blocks=1),
        Compositor(channels=8),
    )
    for network in networks:
        for parameter in network.eval().parameters():
            torch.nn.init.normal_(parameter, std=0.1)
    return networks


WORDS = ("a snowy village at dusk", "a lava field with glowing cracks", "a room inside a house")
START_LEVELS = 4.0


def drawn(
    pipe: WanderPipeline, planes: torch.Tensor | None, steps: Steps, words: str = WORDS[0]
) -> Picture:
    camera = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
    known = pipe.condition(pipe.words(words), camera, planes)
    return pipe.draw(known, planes, Noise(seed=5, index=0), steps)


@shipped
@pytest.mark.parametrize("words", WORDS)
def test_compiled_networks_draw_what_plain_ones_draw(words: str) -> None:
    """A person must not see which machine it was: 1/255 of a frame in the mean, depth alike.

    A first picture takes 48 steps, each from what the one before made of the last bit: there a
    rounding grows to `START_LEVELS` at most, between any two of float32, bf16 and OpenVINO.
    """
    pytest.importorskip("openvino")
    plain = WanderPipeline.from_pretrained(WEIGHTS_DIR)
    whole, fast = (WanderPipeline.from_pretrained(WEIGHTS_DIR, torch.float32) for _ in range(2))
    fast.networks = Compiled(fast.autoencoder, fast.denoiser, fast.compositor, SIZE_PX)
    ways = (plain, whole, fast)
    first = drawn(plain, None, START, words)
    assert first.depth_m is not None
    half = np.zeros(first.depth_m.shape, np.float32)
    half[:, 90:] = 0.9
    planes = hint_planes(Hint(rgb=first.rgb, depth_m=first.depth_m, colour=half, depth=half))
    for told, steps, levels in ((None, START, START_LEVELS), (planes, WALK, 1.0)):
        pictures = [drawn(way, told, steps, words) for way in ways]
        for one, other in itertools.combinations(pictures, 2):
            assert one.depth_m is not None and other.depth_m is not None
            assert np.abs(one.rgb.astype(int) - other.rgb.astype(int)).mean() <= levels
            assert np.abs(1 / one.depth_m - 1 / other.depth_m).mean() <= 0.003 * levels


@shipped
@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_a_gpu_draws_what_a_cpu_draws() -> None:
    """The same world on any machine, to a level in the mean."""
    plain, there = (WanderPipeline.from_pretrained(WEIGHTS_DIR) for _ in range(2))
    there.to("cuda")
    one, other = drawn(plain, None, START), drawn(there, None, START)
    assert np.abs(one.rgb.astype(int) - other.rgb.astype(int)).mean() <= 1.0


def test_what_memory_holds_comes_through_unharmed() -> None:
    """Depth in bf16 would be moved by per cents each time that it is remembered."""
    pytest.importorskip("openvino")
    networks = small()
    fast, plain = Compiled(*networks, SIZE_PX), Plain(*networks)
    planes = torch.rand(1, 7, *SIZE_PX) * 2 - 1
    planes[:, 4:] = 1.0
    with torch.inference_mode():
        one, other = (way.compose(-planes[:, :6], planes) for way in (fast, plain))
    assert torch.allclose(one, other, atol=1e-4)


def test_compiled_networks_wait_for_their_turn() -> None:
    """Two people walk at once: neither gets the other's picture, nobody an error."""
    pytest.importorskip("openvino")
    fast = Compiled(*small(), SIZE_PX)
    planes = [torch.full((1, 6, *SIZE_PX), value) for value in (-0.5, 0.5)]
    with torch.inference_mode():
        alone = [fast.encode(one) for one in planes]
    right: list[bool] = []

    def draw(index: int) -> None:
        with torch.inference_mode():
            same = [torch.equal(fast.encode(planes[index]), alone[index]) for _ in range(8)]
        right.append(all(same))

    threads = [threading.Thread(target=draw, args=(index,)) for index in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert right == [True, True]


@shipped
@pytest.mark.parametrize(("compiles", "threads"), [(True, 1), (False, 2)])
def test_beside_compiled_networks_torch_has_one_thread(
    compiles: bool, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Idle, its others go on asking for work, and memory waits: a fifth of all frames."""
    pytest.importorskip("openvino")
    torch.set_num_threads(2)
    pipe = WanderPipeline.from_pretrained(WEIGHTS_DIR, torch.float32)
    pipe.networks = Compiled(*small(), SIZE_PX) if compiles else Plain(*small())
    had: list[int] = []

    def draw(*args: Any) -> Picture:
        had.append(torch.get_num_threads())
        return to_picture(torch.zeros(DRAWN_PLANES, *SIZE_PX))

    monkeypatch.setattr(pipe, "draw", draw)
    camera = Camera.from_fov(SPEC.width_px, SPEC.height_px, SPEC.hfov_rad)
    move = Move(action=Action(), camera=camera, hint=Hint.empty(*SIZE_PX))
    model = WanderModel(pipe, "small ones")
    state, _ = model.start(Prompt(text="a meadow"), 1, move)
    model.step(state, [move])
    assert had == [threads, threads]
    assert torch.get_num_threads() == 2


def test_openvino_cannot_report_that_it_is_used() -> None:
    """worldgen says nothing to anybody; its packages may not either."""
    pytest.importorskip("openvino")
    asked = (
        "import sys; from worldgen.models.wander.compiled import openvino_package; "
        "openvino_package().Core(); print(sys.modules['openvino_telemetry'])"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "None"


def test_without_openvino_the_networks_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra; the app must walk without it."""
    monkeypatch.setattr(compiled, "find_spec", lambda name: None)
    compiled.openvino_package.cache_clear()
    with pytest.raises(MissingDependencyError, match=r"openvino.*\[fast\]"):
        Compiled(*small(), SIZE_PX)
    assert choice.quickest(*small(), SIZE_PX).title.startswith("torch")


@pytest.mark.parametrize(
    ("times_s", "taken"),
    [
        ((0.010, 0.020, 0.030), "first"),
        ((0.010, 0.007, 0.030), "first"),
        ((0.010, 0.005, 0.030), "second"),
        ((0.100, 0.050, 0.020), "third"),
    ],
)
def test_the_quickest_is_taken_and_of_equals_the_first(
    times_s: tuple[float, ...], taken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice that flips with the machine's mood would draw another world each time."""
    names = ("first", "second", "third")

    class Named(Plain):
        title = ""

    ways: list[Networks] = [Named(*small()) for _ in names]
    for way, name in zip(ways, names, strict=True):
        monkeypatch.setattr(way, "title", name, raising=False)
    made = {name: (lambda way=way: way) for name, way in zip(names, ways, strict=True)}
    monkeypatch.setattr(choice, "_ways", lambda *args: made)
    known = dict(zip(ways, times_s, strict=True))

    def timed(networks: Networks, *args: Any) -> float:
        return known[networks]

    monkeypatch.setattr(choice, "_pass_s", timed)
    assert choice.quickest(*small(), SIZE_PX).title == taken


def test_what_was_compiled_is_found_again_and_draws_the_same_bits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiling costs seconds a start; a kept network that drew otherwise would cost more."""
    pytest.importorskip("openvino")
    networks, planes = small(), torch.rand(1, 6, *SIZE_PX)
    first = choice.quickest(*networks, SIZE_PX, Kept(tmp_path, "these weights"))
    monkeypatch.setattr(torch.jit, "trace", None)  # nothing is compiled, and nothing timed
    monkeypatch.setattr(choice, "_pass_s", None)
    again = choice.quickest(*networks, SIZE_PX, Kept(tmp_path, "these weights"))
    assert again.title == first.title
    with torch.inference_mode():
        assert torch.equal(again.encode(planes), first.encode(planes))
        latent = first.encode(planes)
        assert torch.equal(again.decode(latent), first.decode(latent))
    with pytest.raises(TypeError):  # others are not taken for them
        Compiled(*networks, SIZE_PX, Kept(tmp_path, "other weights"))


@pytest.mark.parametrize("harm", ["cut short", "not a network", "a file in the way"])
def test_what_was_kept_and_is_harmed_is_made_anew(tmp_path: Path, harm: str) -> None:
    """A cache is a help and never a reason not to start."""
    pytest.importorskip("openvino")
    networks, root = small(), tmp_path / "cache"
    if harm == "a file in the way":
        root.write_text("not a folder")
    else:
        Compiled(*networks, SIZE_PX, Kept(root, "key"))
    for file in root.rglob("*.blob"):
        kept = Kept(root, "key")
        if harm == "cut short":
            file.write_bytes(file.read_bytes()[:-100])
            assert kept.read(file.name) is None
        else:
            kept.write(file.name, b"no network at all")
            assert kept.read(file.name) is not None
    made = Compiled(*networks, SIZE_PX, Kept(root, "key"))
    planes = torch.rand(1, 6, *SIZE_PX)
    with torch.inference_mode():
        assert torch.isfinite(made.encode(planes)).all()


def test_only_the_newest_results_are_kept(tmp_path: Path) -> None:
    """Every new set of weights leaves 40 MB; somebody's disk is not ours to fill."""
    for number in range(MOST_KEYS + 2):
        kept = Kept(tmp_path, number)
        kept.write("one", b"some bytes")
        for folder in tmp_path.iterdir():  # time passes
            seen_s = folder.stat().st_mtime - 10.0
            os.utime(folder, (seen_s, seen_s))
        assert kept.read("one") == b"some bytes"
    assert len(list(tmp_path.iterdir())) == MOST_KEYS
    assert Kept(tmp_path, 0).read("one") is None


def test_nothing_is_kept_without_a_folder() -> None:
    """Somebody without a home can walk, too."""
    kept = Kept(None, "key")
    kept.write("one", b"some bytes")
    assert kept.read("one") is None
