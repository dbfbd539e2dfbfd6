"""The tree of errors is the tree that is drawn."""

import re

import pytest

from worldgen import errors
from worldgen.errors import MissingDependencyError, WorldgenError


def test_the_drawn_tree_is_the_real_tree() -> None:
    """Every error stands in the drawing, under its parent."""
    drawn = {}
    parents: dict[int, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"^( +[│├└─ ]*)(\w+Error)\b", line)
        if found:
            depth = (len(found[1]) - 4) // 4
            parents[depth] = found[2]
            drawn[found[2]] = parents.get(depth - 1, "Exception")
    real = {
        name: kind.__base__.__name__
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, Exception) and kind.__base__ is not None
    }
    assert drawn == real


def test_a_missing_package_names_its_extra() -> None:
    """So that the next command can be typed from the message."""
    with pytest.raises(WorldgenError, match=r"'gsplat'.*pip install -e '\.\[lift\]'"):
        raise MissingDependencyError("gsplat", "lift")
