"""Estimators of depth that may be installed, best first: by what is here, not by what is wished.

Each is an optional package with weights of its own, both of which must be on the machine
already: nothing is downloaded here, and the row says what is missing. MapAnything sees many
pictures at once and is given poses and lens; the others see one at a time. None has been run
by us with its own weights: the tests have an estimator of their own.

Not here: what is made of their depths (`estimators`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from worldgen.lifting.estimators import Estimator, Measure
from worldgen.types import Frame


def _lacks(package: str, weights: str, file: str) -> str | None:
    """What is missing of a package and of the file of its weights in Hugging Face's cache."""
    if find_spec(package) is None:
        return f"the package {package} is not installed"
    from huggingface_hub import try_to_load_from_cache

    if not isinstance(try_to_load_from_cache(weights, file), str):
        return f"its weights, {weights}, are not on this machine"
    return None


_MAP_ANYTHING = "facebook/map-anything-apache"
_MARIGOLD = "prs-eth/marigold-depth-v1-1"
_MOGE = "Ruicheng/moge-2-vitl"
_DEPTH_ANYTHING = "depth-anything/Depth-Anything-V2-Metric-Outdoor-Small-hf"


VIEWS_AT_ONCE = 24
"""Pictures that MapAnything sees together."""

MARIGOLD_STEPS = 4


def one_by_one(measure: Callable[[Frame], NDArray[np.float32]]) -> Measure:
    """An estimator that sees one picture at a time."""
    return lambda frames: map(measure, frames)


def _load_map_anything() -> Measure:
    import torch
    from mapanything.models import MapAnything
    from mapanything.utils.image import preprocess_inputs

    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = MapAnything.from_pretrained(_MAP_ANYTHING, local_files_only=True).to(device).eval()

    def measure(frames: Sequence[Frame]) -> Iterator[NDArray[np.float32]]:
        for first in range(0, len(frames), VIEWS_AT_ONCE):
            some = frames[first : first + VIEWS_AT_ONCE]
            views = preprocess_inputs([posed_view(frame) for frame in some])
            with torch.inference_mode():
                told = model.infer(views, memory_efficient_inference=True)
            for frame, view, said in zip(some, views, told, strict=True):
                depth_m = said["depth_z"][0, ..., 0].float().cpu().numpy()
                seen = said["mask"][0, ..., 0].cpu().numpy() > 0
                lens = view["intrinsics"][0].float().cpu().numpy()
                yield back_on(frame, np.where(seen, depth_m, 0.0), lens)

    return measure


def posed_view(frame: Frame) -> dict[str, Any]:
    """A frame as MapAnything takes it: (H, W, 3) 0 to 255, lens, camera to world in metres."""
    import torch

    camera = frame.camera
    lens = [[camera.fx, 0.0, camera.cx], [0.0, camera.fy, camera.cy], [0.0, 0.0, 1.0]]
    return {
        "img": torch.from_numpy(frame.rgb.copy()),
        "intrinsics": torch.tensor(lens, dtype=torch.float32),
        "camera_poses": torch.tensor(camera.pose_c2w, dtype=torch.float32),
        "is_metric_scale": torch.tensor([True]),
    }


def back_on(
    frame: Frame, depth_m: NDArray[np.floating], lens: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Depth of a resized and cut picture, (h, w), on a frame's own pixels; 0 where it was cut.

    Args:
        frame: whose it is.
        depth_m: metres along +z, 0 unknown.
        lens: (3, 3) of the resized picture, its pixels.
    """
    camera = frame.camera
    u = (np.arange(camera.width_px) + 0.5 - camera.cx) / camera.fx * lens[0, 0] + lens[0, 2]
    v = (np.arange(camera.height_px) + 0.5 - camera.cy) / camera.fy * lens[1, 1] + lens[1, 2]
    column, row = np.floor(u).astype(int), np.floor(v).astype(int)
    height, width = depth_m.shape
    there = ((row >= 0) & (row < height))[:, None] & ((column >= 0) & (column < width))[None]
    found = depth_m[np.clip(row, 0, height - 1)][:, np.clip(column, 0, width - 1)]
    return np.where(there, found, 0.0).astype(np.float32)


def _load_marigold() -> Measure:
    from diffusers import MarigoldDepthPipeline

    pipe = MarigoldDepthPipeline.from_pretrained(
        _MARIGOLD, local_files_only=True, use_safetensors=True
    )
    return by_marigold(pipe)


def by_marigold(pipe: Any) -> Measure:
    """A `MarigoldDepthPipeline`: 0 is nearest and 1 farthest, whatever that is in metres."""
    import torch
    from PIL import Image

    pipe.set_progress_bar_config(disable=True)

    def measure(frame: Frame) -> NDArray[np.float32]:
        said = pipe(
            Image.fromarray(frame.rgb),
            num_inference_steps=MARIGOLD_STEPS,
            ensemble_size=1,
            generator=torch.Generator().manual_seed(0),
            output_type="np",
        )
        return np.asarray(said.prediction, np.float32).reshape(frame.rgb.shape[:2])

    return one_by_one(measure)


def _load_moge() -> Measure:
    import torch
    from moge.model.v2 import MoGeModel

    model = MoGeModel.from_pretrained(_MOGE, local_files_only=True).eval()

    def measure(frame: Frame) -> NDArray[np.float32]:
        picture = torch.from_numpy(frame.rgb.astype(np.float32) / 255).permute(2, 0, 1)
        wide = 2 * np.degrees(np.arctan(frame.camera.width_px / (2 * frame.camera.fx)))
        with torch.inference_mode():
            said = model.infer(picture, fov_x=float(wide), use_fp16=False)
        depth_m = said["depth"].numpy()
        return np.where(said["mask"].numpy(), depth_m, np.inf).astype(np.float32)

    return one_by_one(measure)


def _load_depth_anything() -> Measure:
    from PIL import Image
    from transformers import pipeline

    estimate = pipeline("depth-estimation", model=_DEPTH_ANYTHING, local_files_only=True)

    def measure(frame: Frame) -> NDArray[np.float32]:
        said = estimate(Image.fromarray(frame.rgb))["predicted_depth"]
        return np.asarray(said.squeeze().numpy(), np.float32)

    return one_by_one(measure)


ESTIMATORS: tuple[Estimator, ...] = (
    Estimator(
        name="MapAnything",
        licence="Apache-2.0",
        missing=partial(_lacks, "mapanything", _MAP_ANYTHING, "model.safetensors"),
        load=_load_map_anything,
    ),
    Estimator(
        name="MoGe-2",
        licence="MIT",
        missing=partial(_lacks, "moge", _MOGE, "model.pt"),
        load=_load_moge,
    ),
    Estimator(
        name="Depth Anything V2",
        licence="Apache-2.0",
        missing=partial(_lacks, "transformers", _DEPTH_ANYTHING, "model.safetensors"),
        load=_load_depth_anything,
    ),
    Estimator(
        name="Marigold",
        licence="Apache-2.0",
        missing=partial(_lacks, "diffusers", _MARIGOLD, "unet/diffusion_pytorch_model.safetensors"),
        load=_load_marigold,
        shifted=True,
    ),
)
"""Those we know, best first."""
