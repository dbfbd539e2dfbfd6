"""The CUDA loops draw what the CPU's draw: in numba's simulator everywhere, on a device if any."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from worldgen.data.bake import Scene
from worldgen.data.render import Intrinsics, render
from worldgen.data.render_cuda import available, render_batch, upload
from worldgen.errors import ConfigError

SceneMaker = Callable[..., Scene]
EyeIn = Callable[[Scene], np.ndarray]
SIZE_PX = (12, 7)
EXTRA_RAYS = 1

IN_THE_SIMULATOR = f"""
import pickle, sys
from pathlib import Path
from worldgen.data.render import Intrinsics
from worldgen.data.render_cuda import render_batch, upload
folder = Path(sys.argv[1])
scenes, which, poses, times = pickle.loads((folder / "asked.pickle").read_bytes())
frames = render_batch(upload(scenes), which, poses, times, Intrinsics.for_size(*{SIZE_PX}),
                      {SIZE_PX}, {EXTRA_RAYS})
(folder / "drawn.pickle").write_bytes(pickle.dumps(frames.to_host()))
"""


def asked(make_scene: SceneMaker, eye_in: EyeIn) -> tuple[list[Scene], list[int], np.ndarray]:
    """Scenes of different sizes, which of them each frame shows, and from where."""
    scenes = [
        make_scene("hall"),
        make_scene("beach", "dusk"),
        make_scene("village", "night"),
        make_scene("church"),
        make_scene("greenhouse"),
    ]
    which = [1, 0, 4, 2, 3]
    return scenes, which, np.stack([eye_in(scenes[k]) for k in which])


def assert_same(scenes: list[Scene], which: list[int], poses: np.ndarray, drawn: list[object],
                size: tuple[int, int]) -> None:  # fmt: skip
    """Rounding may tip a pixel here and there, but no more."""
    for frame, (k, pose_c2w) in enumerate(zip(which, poses, strict=True)):
        lens = Intrinsics.for_size(*size)
        wanted = render(scenes[k], pose_c2w, lens, size, 2.0 + frame, EXTRA_RAYS)
        got = drawn[frame]
        off = np.abs(got.rgb.astype(int) - wanted.rgb)  # type: ignore[attr-defined]
        assert off.mean() < 1.0
        assert (off > 8).mean() < 0.02
        near = np.isclose(got.depth_m, wanted.depth_m, rtol=0.01)  # type: ignore[attr-defined]
        assert near.mean() > 0.98
        assert (got.sky == wanted.sky).mean() > 0.98  # type: ignore[attr-defined]
        assert (got.moving == wanted.moving).mean() > 0.98  # type: ignore[attr-defined]


def test_the_cuda_loops_draw_the_cpu_s_picture_in_the_simulator(
    make_scene: SceneMaker, eye_in: EyeIn, tmp_path: Path
) -> None:
    """Frames of scenes of different sizes in one launch: a wrong stride or padding shows here."""
    scenes, which, poses = asked(make_scene, eye_in)
    request = (scenes, which, poses, np.arange(len(which)) + 2.0)
    (tmp_path / "asked.pickle").write_bytes(pickle.dumps(request))
    subprocess.run(
        [sys.executable, "-c", IN_THE_SIMULATOR, str(tmp_path)],
        env={**os.environ, "NUMBA_ENABLE_CUDASIM": "1", "NUMBA_DISABLE_JIT": "1"},
        cwd=Path(__file__).parents[2],
        check=True,
        timeout=300,
    )
    drawn = pickle.loads((tmp_path / "drawn.pickle").read_bytes())
    assert_same(scenes, which, poses, drawn, SIZE_PX)


@pytest.mark.gpu
@pytest.mark.skipif(not available(), reason="no CUDA device")
def test_a_device_draws_the_cpu_s_picture(make_scene: SceneMaker, eye_in: EyeIn) -> None:
    """The same at full size on real hardware."""
    scenes, which, poses = asked(make_scene, eye_in)
    times_s = np.arange(len(which)) + 2.0
    size = (256, 144)
    frames = render_batch(
        upload(scenes), np.array(which), poses, times_s, Intrinsics.for_size(*size), size,
        EXTRA_RAYS,
    )  # fmt: skip
    assert_same(scenes, which, poses, list(frames.to_host()), size)


def test_a_batch_whose_lengths_differ_is_refused(make_scene: SceneMaker) -> None:
    """A kernel would read past the end of the shorter array."""
    lens = Intrinsics.for_size(*SIZE_PX)
    with pytest.raises(ConfigError, match="as many"):
        render_batch_on_nothing([0, 0], np.eye(4)[None], [0.0], lens)
    with pytest.raises(ConfigError, match="at least one"):
        upload([])


def render_batch_on_nothing(
    which: list[int], poses: np.ndarray, times_s: list[float], lens: Intrinsics
) -> None:
    """`render_batch` with a pack that is never read."""
    from worldgen.data.render_cuda import Pack
    from worldgen.data.tables import Tables

    pack = Pack(scenes=(), stack=Tables(*[np.zeros(1)] * len(Tables._fields)))
    render_batch(pack, np.array(which), poses, np.array(times_s), lens, SIZE_PX)
