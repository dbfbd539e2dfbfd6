"""What the networks take from diffusers, imported without torch's compiler.

diffusers imports `torch._dynamo`, a second and a half of work, only to mark some of
its own blocks for it, and does without where there is none. We use none of those
blocks, so there is none while it is imported here. Whoever wants the compiler,
diffusers' pipelines among them, imports it later as always.

Not here: diffusers' pipeline (`pipeline.py`), which is loaded only where it is used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def _without(name: str) -> Iterator[None]:
    """A module that fails to be imported for a while, unless it is there already."""
    modules: dict[str, Any] = sys.modules
    absent = name not in modules
    if absent:
        modules[name] = None  # -- None makes its import fail
    try:
        yield
    finally:
        if absent:
            modules.pop(name, None)


with _without("torch._dynamo"):
    from diffusers.configuration_utils import ConfigMixin, register_to_config
    from diffusers.models.modeling_utils import ModelMixin

__all__ = ["ConfigMixin", "ModelMixin", "register_to_config"]
