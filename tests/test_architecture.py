"""The house stands as it is drawn: layers, imports, sizes, the README's tree."""

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import worldgen
from tests.readme_tree import ROOT, first_line, in_readme, tree

PACKAGE = ROOT / "worldgen"
MODULES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("torch", "diffusers", "transformers", "gradio", "numba", "numpy", "PIL")
LIGHT = (
    "errors",
    "monitoring",
    "geometry",
    "types",
    "kinematics",
    "media",
    "recording",
    "sessions",
)

LONGEST_FILE, LONGEST_FUNCTION = 400, 60
LONG_FOR_A_REASON: dict[str, str] = {}
"""Path, or path:function, and why it is not split."""
COMPILED = "kernel_"
"""Modules that numba compiles: one flat body is faster there than many small ones."""


def _python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_import_contracts_are_kept() -> None:
    """The layers of the design, and the fences round heavy libraries; see pyproject.toml."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr


def test_importing_worldgen_imports_nothing_heavy() -> None:
    """`import worldgen` is instant; World, Prompt and Action come when they are asked for."""
    loaded = _python(f"import sys, worldgen; print([n for n in {HEAVY} if n in sys.modules])")
    assert loaded == "[]"
    assert _python("from worldgen import Action, Prompt; print(Action.__module__)")


def test_the_three_names_are_there() -> None:
    """And an unknown one is an AttributeError, as from any module."""
    assert {"World", "Prompt", "Action"} <= set(dir(worldgen))
    assert worldgen.World.__name__ == "World"
    with pytest.raises(AttributeError, match="Wolrd"):
        _ = worldgen.Wolrd


@pytest.mark.parametrize("name", LIGHT)
def test_a_light_layer_loads_nothing_heavy(name: str) -> None:
    """At run time, whatever the linter's graph says: torch costs seconds."""
    heavy = set(HEAVY) - {"numpy", "PIL"}
    code = f"import sys, worldgen.{name}; print(sorted(n for n in {heavy} if n in sys.modules))"
    assert _python(code) == "[]"


def test_no_walk_loads_the_synthetic_worlds() -> None:
    """At play it is the model that draws: the renderer is not even importable here."""
    code = """
import sys
for name in ("worldgen.data", "worldgen.training", "worldgen.evaluation"):
    sys.modules[name] = None  # importing it would fail
from worldgen import Action, Prompt, World
world = World.load()
world.start(Prompt(text="a snowy village at dusk"), seed=7)
world.event("it starts to rain")
print(world.step(Action(forward=1.0)).index)
print(sorted(n for n in sys.modules if n.startswith("worldgen.data.")))
"""
    assert _python(code).splitlines() == ["1", "[]"]


def test_only_the_composition_root_reads_the_environment() -> None:
    """Everybody else is handed a config."""
    allowed = {"settings", "cli", "__main__"}
    readers = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") not in allowed
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv")
    ]
    assert readers == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    """In a first line that fits the README's tree."""
    said = first_line(path)
    assert said, "no docstring"
    assert len(said) <= 100


def test_the_readme_shows_the_tree() -> None:
    """Out of date? python tests/readme_tree.py"""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert in_readme(readme) == tree()


def test_rooms_are_small() -> None:
    """Files and functions of a size that can be held in mind; longer ones say why."""
    too_long = {}
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(ROOT))
        if (lines := text.count("\n")) > LONGEST_FILE:
            too_long[name] = lines
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION and not path.name.startswith(COMPILED):
                    too_long[f"{name}:{node.name}"] = lines
    assert {name: n for name, n in too_long.items() if name not in LONG_FOR_A_REASON} == {}
    assert set(LONG_FOR_A_REASON) <= set(too_long), "short again: take it off the list"


def test_the_version_is_said_once() -> None:
    """In pyproject.toml and in the package alike."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == worldgen.__version__


def test_what_runs_is_what_is_declared() -> None:
    """Every dependency of the package is pinned in the lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {
        line.partition("==")[0].lower()
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["eval"], *extras["dev"][1:]]
    names = {word.partition("=")[0].partition(">")[0].strip().lower() for word in wanted}
    assert names - pinned == set()
