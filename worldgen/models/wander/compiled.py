"""The networks compiled by OpenVINO, for one view at a time on a CPU.

PyTorch runs layer after layer and packs a layer's weights anew at each call;
compiled, weights lie packed and neighbours are joined. It computes in bf16
where the processor can, else in float32. Reading the words is left to
PyTorch: it happens once a prompt.

Compiling takes seconds; its results can be kept (`kept.py`), and draw the same bits.

The compositor is compiled in float32 everywhere: what memory holds passes
through it unchanged, and depth would not survive bf16.

Not here: whether it is worth it (`choice.py`).
"""

from __future__ import annotations

import hashlib
import sys
import threading
import warnings
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib.util import find_spec
from typing import Any

import torch
from torch import Tensor, nn

from worldgen.errors import MissingDependencyError
from worldgen.models.wander.autoencoder import RGBDAutoencoder
from worldgen.models.wander.compositor import Compositor
from worldgen.models.wander.denoiser import Condition, HintedDenoiser, blank
from worldgen.models.wander.kept import Kept
from worldgen.models.wander.planes import DRAWN_PLANES, HINT_PLANES, SEEN_PLANES
from worldgen.monitoring import log
from worldgen.threads import one_thread


class Compiled:
    """The same networks, compiled.

    Args:
        autoencoder, denoiser, compositor: in float32 and in eval mode; the denoiser is kept for
            its reading.
        size_px: height and width of the pictures.
        kept: where compiled networks are kept for the next time; they must be told apart there
            by everything that they depend on but the processor and OpenVINO.

    Raises:
        MissingDependencyError: OpenVINO is not installed.
    """

    dtype = torch.float32

    def __init__(
        self,
        autoencoder: RGBDAutoencoder,
        denoiser: HintedDenoiser,
        compositor: Compositor,
        size_px: tuple[int, int],
        kept: Kept | None = None,
    ) -> None:
        compiler = _Compiler(kept or Kept(None))
        planes = (SEEN_PLANES, HINT_PLANES, DRAWN_PLANES)
        seen, hint, drawn = (torch.zeros(1, count, *size_px) for count in planes)
        with torch.no_grad():
            known = denoiser.reading(blank(denoiser))
        told = (known.hint, torch.ones(1), torch.ones(1), *_parts(known))
        self._reader = denoiser
        self._encode = compiler.function("encode", _Encode(autoencoder), (seen,))
        self._denoise = compiler.function("denoise", _Denoise(denoiser), told)
        self._decode = compiler.function("decode", _Decode(autoencoder), (known.hint,))
        self._compose = compiler.function("compose", compositor, (drawn, hint), "f32")

    @property
    def title(self) -> str:
        return f"openvino {self._denoise.precision}"

    def drawing(self) -> AbstractContextManager[None]:
        """Torch has little left to do, and its threads would be in the way of memory's."""
        return one_thread()

    def encode(self, planes: Tensor) -> Tensor:
        return self._encode(planes)

    def read(self, known: Condition) -> Condition:
        return self._reader.reading(known)

    def denoise(self, noisy: Tensor, noise_B: Tensor, step_B: Tensor, known: Condition) -> Tensor:
        return self._denoise(noisy, noise_B, step_B, *_parts(known))

    def decode(self, latent: Tensor) -> Tensor:
        return self._decode(latent)

    def compose(self, drawn: Tensor, planes: Tensor) -> Tensor:
        return self._compose(drawn, planes)


class _Compiler:
    """Compiles modules, or finds them compiled."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._openvino = openvino_package()
        self._core = self._openvino.Core()

    def function(
        self, name: str, module: nn.Module, told: Sequence[Tensor], precision: str = ""
    ) -> _Function:
        """A module for inputs like `told`, of fixed shapes; `precision` is what it computes in."""
        config = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": torch.get_num_threads()}
        if precision:
            config["INFERENCE_PRECISION_HINT"] = precision
        file = f"{name}-{self._machine(config)}.blob"
        return _Function(self._found(file, config) or self._made(file, module, told, config))

    def _found(self, file: str, config: dict[str, Any]) -> Any:
        data = self._kept.read(file)
        if data is None:
            return None
        try:
            return self._core.import_model(data, "CPU", config)
        except RuntimeError as error:
            log("kept.not_understood", why=str(error).splitlines()[0])
            return None

    def _made(
        self, file: str, module: nn.Module, told: Sequence[Tensor], config: dict[str, Any]
    ) -> Any:
        with warnings.catch_warnings(), torch.inference_mode(False), torch.no_grad():
            warnings.simplefilter("ignore")  # -- of the tracer, on shapes that are fixed here
            traced = torch.jit.trace(module, tuple(told), check_trace=False)
            graph = self._openvino.convert_model(traced, example_input=tuple(told))
        graph.reshape(dict(zip(graph.inputs, (list(part.shape) for part in told), strict=True)))
        made = self._core.compile_model(graph, "CPU", config)
        self._kept.write(file, made.export_model().getvalue())
        return made

    def _machine(self, config: dict[str, Any]) -> str:
        """What a compiled network depends on beside itself, as a few letters."""
        names = ("FULL_DEVICE_NAME", "OPTIMIZATION_CAPABILITIES")
        facts = [str(self._core.get_property("CPU", name)) for name in names]
        facts += [str(self._openvino.get_version()), str(sorted(config.items()))]
        return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]


class _Function:
    """A compiled network; one call at a time, whoever calls."""

    def __init__(self, compiled: Any) -> None:
        self.precision = str(compiled.get_property("INFERENCE_PRECISION_HINT").get_type_name())
        self._request = compiled.create_infer_request()
        self._turn = threading.Lock()

    def __call__(self, *told: Tensor) -> Tensor:
        arrays = [part.contiguous().numpy() for part in told]
        with self._turn:
            answer = self._request.infer(arrays, share_inputs=True)[0]
        return torch.from_numpy(answer)


class _Encode(nn.Module):
    def __init__(self, autoencoder: RGBDAutoencoder) -> None:
        super().__init__()
        self.autoencoder = autoencoder

    def forward(self, planes: Tensor) -> Tensor:
        return self.autoencoder.encode(planes)


class _Decode(_Encode):
    def forward(self, latent: Tensor) -> Tensor:
        return self.autoencoder.decode(latent)


class _Denoise(nn.Module):
    def __init__(self, denoiser: HintedDenoiser) -> None:
        super().__init__()
        self.denoiser = denoiser

    def forward(self, noisy: Tensor, noise_B: Tensor, step_B: Tensor, *parts: Tensor) -> Tensor:
        hint, coverage, view, mask, tokens, summary = parts
        known = Condition(
            hint=hint,
            coverage=coverage,
            view=view,
            words=tokens,  # -- not looked at: they have been read
            word_mask=mask,
            read=(tokens, summary),
        )
        return self.denoiser(noisy, noise_B, step_B, known)


def _parts(known: Condition) -> tuple[Tensor, ...]:
    """What `_Denoise` takes apart from the noise; the words have been read."""
    assert known.read is not None, "read the words first"
    return known.hint, known.coverage, known.view, known.word_mask, *known.read


@cache
def openvino_package() -> Any:
    """The package, without its habit of reporting that it was imported."""
    if find_spec("openvino") is None:
        raise MissingDependencyError("openvino", "fast")
    modules: dict[str, Any] = sys.modules
    modules.setdefault("openvino_telemetry", None)  # -- None makes its import fail
    import openvino

    return openvino
