"""Where walks lie: named well, bounded, and never the owner's own taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.errors import StorageError
from worldgen.serving.shelf import Shelf, slug


@given(st.text(max_size=200))
def test_any_words_make_a_safe_file_name(text: str) -> None:
    """A prompt is a stranger's text: no slash, no dot, no empty name."""
    name = slug(text)
    assert name and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 40


def fill(folder: Path, size: int) -> None:
    folder.mkdir()
    (folder / "frame").write_bytes(b"x" * size)


def test_old_walks_make_room_in_a_temporary_folder() -> None:
    """Disk is bounded; the newest walk of everybody stays."""
    shelf = Shelf(None, max_bytes=2500)
    try:
        walks = []
        for at in range(5):
            walks.append(shelf.new_walk("somebody", f"walk {at}"))
            fill(walks[-1], 1000)
        shelf.new_walk("another", "one more")
        assert not walks[0].exists() and walks[-1].exists()
        assert shelf.walk_of("somebody") == walks[-1]
    finally:
        shelf.close()
    assert not walks[-1].exists()


def test_a_folder_of_the_owner_s_is_left_alone(tmp_path: Path) -> None:
    """Walks that somebody asked to keep are kept."""
    shelf = Shelf(tmp_path / "walks", max_bytes=1)
    walks = []
    for at in range(3):
        walks.append(shelf.new_walk("somebody", f"walk {at}"))
        fill(walks[-1], 1000)
    shelf.forget("somebody")
    shelf.close()
    assert all(walk.exists() for walk in walks)


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    """At the start, not in the middle of the first walk."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="walks folder"):
        Shelf(tmp_path / "file" / "walks", max_bytes=1)


def test_a_walk_is_given_back_to_whoever_has_its_token(tmp_path: Path) -> None:
    """After a restart only the token tells whose a walk is; once a session ended, nobody's."""
    before = Shelf(tmp_path, max_bytes=1)
    walk = before.new_walk("a token", "a lake")
    walk.mkdir()
    before.mark("a token", walk)
    after = Shelf(tmp_path, max_bytes=1)
    assert after.left_by("a token") == walk and after.walk_of("a token") == walk
    assert after.left_by("another") is None
    assert b"a token" not in (walk / ".walker").read_bytes()
    after.forget("a token")
    assert Shelf(tmp_path, max_bytes=1).left_by("a token") is None and walk.exists()
