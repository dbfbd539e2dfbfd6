"""The tree in the README: one line a module, its docstring's first line.

    python tests/readme_tree.py      writes it into README.md

`test_architecture` fails while the README says something else.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- tree: python tests/readme_tree.py -->", "<!-- end of tree -->"
_COLUMN = 26


def tree() -> str:
    """The package as the README shows it."""
    lines = [_line(ROOT / "app.py", 0), *_folder(ROOT / "worldgen", 0)]
    return "\n".join(line for line in lines if line)


def first_line(path: Path) -> str:
    """What a module says it is; empty if it says nothing or is not there."""
    if not path.is_file():
        return ""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].strip()


def in_readme(readme: str) -> str:
    """The tree that a README shows."""
    return readme.partition(BEGIN)[2].partition(END)[0].strip().removeprefix("```").strip("`\n")


def _folder(folder: Path, depth: int) -> list[str]:
    """A package's own line, then its modules, then its packages, each group by name."""
    modules = sorted(path for path in folder.glob("*.py") if not path.name.startswith("__init__"))
    packages = sorted(path.parent for path in folder.glob("*/__init__.py"))
    own = _show(f"{folder.name}/", first_line(folder / "__init__.py"), depth)
    inner = [_line(path, depth + 1) for path in modules]
    return [own, *inner, *(line for package in packages for line in _folder(package, depth + 1))]


def _line(path: Path, depth: int) -> str:
    return _show(path.name, first_line(path), depth) if path.is_file() else ""


def _show(name: str, said: str, depth: int) -> str:
    return f"{'  ' * depth + name:<{_COLUMN}}{said}".rstrip()


def main() -> None:
    """Write the tree into the README."""
    path = ROOT / "README.md"
    readme = path.read_text(encoding="utf-8")
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n```\n{tree()}\n```\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
