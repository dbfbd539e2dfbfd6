"""Every world model by name: does it run here, and if not, what is missing.

Nothing heavy is imported to list them; a model's own module is imported when
it is loaded. A new backend is one row in `ENTRIES`.

Not here: what a model must be able to do (`base`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from worldgen.errors import ModelNotFoundError
from worldgen.models.base import ModelSpec, WorldModel
from worldgen.models.wander.spec import SPEC as WANDER
from worldgen.models.wander.spec import WEIGHTS_DIR, missing_files

BUILT_IN = "wander"


@dataclass(frozen=True, kw_only=True)
class ModelListing:
    """One row of `worldgen models`: what a model is, and what keeps it from running here."""

    spec: ModelSpec
    missing: str | None

    @property
    def runs_here(self) -> bool:
        """True when nothing is missing."""
        return self.missing is None


@dataclass(frozen=True, kw_only=True)
class Entry:
    """How a model is listed (cheaply) and loaded (heavily)."""

    spec: ModelSpec
    missing: Callable[[], str | None]
    load: Callable[[], WorldModel]


def _load_wander(folder: Path = WEIGHTS_DIR) -> WorldModel:
    from worldgen.models.wander.backend import WanderModel

    return WanderModel.load(folder)


ENTRIES: tuple[Entry, ...] = (Entry(spec=WANDER, missing=missing_files, load=_load_wander),)


def list_models() -> list[ModelListing]:
    """Every known model, the built-in one first."""
    return [ModelListing(spec=entry.spec, missing=entry.missing()) for entry in ENTRIES]


def load_model(name: str | None = None) -> WorldModel:
    """Load a model; None is the built-in one.

    Args:
        name: as `list_models` has it; or a folder of weights of the built-in one's kind, as
            training leaves them.

    Raises:
        ModelNotFoundError: no model has that name.
        WeightsError: its weights are missing or damaged.
        MissingDependencyError: it wants a package that is not installed.
    """
    wanted = name or BUILT_IN
    for entry in ENTRIES:
        if entry.spec.name == wanted:
            return entry.load()
    if (folder := weights_folder(wanted)) is not None:
        return _load_wander(folder)
    known = ", ".join(entry.spec.name for entry in ENTRIES)
    raise ModelNotFoundError(
        f"there is no model {wanted!r}; known models: {known}, or a folder of weights"
    )


def weights_folder(name: str) -> Path | None:
    """The folder of weights that a model's name is; None if it is none."""
    named = name in {entry.spec.name for entry in ENTRIES}
    return Path(name) if not named and (Path(name) / "model_index.json").is_file() else None
