"""Pictures on meshes: room for every triangle, and the walk's own colours in it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lifting.gaussians.scene import stroll
from tests.lifting.meshes.scenes import GREEN, RED, along_a_floor, frame
from worldgen.geometry import Camera, pose
from worldgen.geometry.depth import pixel_rays
from worldgen.lifting.meshes import Mesh, lift_surface, texture
from worldgen.lifting.meshes.atlas import atlas_of
from worldgen.types import Frame


def some_triangles(count: int, seed: int) -> Mesh:
    """Triangles of all shapes that share nothing."""
    rng = np.random.default_rng(seed)
    places = rng.normal(size=(3 * count, 3)) * rng.uniform(0.01, 2, (count, 1, 1)).repeat(
        3, axis=1
    ).reshape(-1, 1)
    return Mesh(
        vertices_m=places.astype(np.float32),
        faces=np.arange(3 * count, dtype=np.int32).reshape(-1, 3),
    )


@given(st.integers(1, 60), st.integers(0, 99), st.sampled_from([64, 256]))
def test_every_texel_has_one_owner_and_every_triangle_its_texels(
    count: int, seed: int, side_px: int
) -> None:
    """No two share one, corners lie inside the picture, and shares name the corners' own places."""
    mesh = some_triangles(count, seed)
    atlas = atlas_of(mesh, np.full(count, 0.02), side_px)
    place, owner, share = atlas.texels()
    assert len(np.unique(place)) == len(place) and place.max() < atlas.side_px**2
    assert set(owner) == set(range(count))
    assert np.allclose(share.sum(axis=1), 1, atol=1e-5)
    uv = atlas.uv()
    assert uv.min() >= 0 and uv.max() <= 1
    row, column = np.divmod(place, atlas.side_px)
    middle = (np.stack([column, row], axis=1) + 0.5) / atlas.side_px
    mixed = np.einsum("pk,pkc->pc", share, uv[owner])
    assert np.allclose(mixed, middle, atol=1e-4)
    assert all(sorted(a) == sorted(b) for a, b in zip(atlas.corners, mesh.faces, strict=True))


def test_levels_get_coarser_and_show_the_colour_of_the_place() -> None:
    """A green lawn is green wherever a triangle lies in the picture."""
    frames = along_a_floor(4, 48)
    shares: list[float] = []
    levels = texture(lift_surface(frames), (300, 40), frames, shares.append)
    assert [len(level.mesh.faces) <= most for level, most in zip(levels, (300, 40), strict=True)]
    assert shares == sorted(shares) and shares[-1] == pytest.approx(1.0)
    for level in levels:
        side = len(level.picture)
        column, row = np.minimum((level.uv * side).astype(int), side - 1).T
        assert np.abs(level.picture[row, column].astype(int) - GREEN).max() <= 2
        assert np.allclose(np.linalg.norm(level.normals, axis=1), 1, atol=1e-4)


def test_in_a_small_scene_things_do_not_rub_off_on_the_wall_behind() -> None:
    """A red board of 8 cm, 6 cm before a green wall, is nearer to it than the usual slack."""
    frames = [before_a_wall(x_m) for x_m in np.linspace(-0.15, 0.15, 7)]
    (level,) = texture(lift_surface(frames), (2000,), frames, lambda _: None)
    wall = level.mesh.vertices_m[:, 2] > 0.335
    side = len(level.picture)
    column, row = np.minimum((level.uv[wall] * side).astype(int), side - 1).T
    red = level.picture[row, column, 0] > 120
    assert wall.sum() > 500 and red.mean() < 0.01


def before_a_wall(x_m: float) -> Frame:
    """Seen from so far to the right: the board at z = 0.28 m, the wall at 0.34 m."""
    camera = Camera.from_fov(96, 96, 1.0, pose(np.array([x_m, 0.0, 0.0])))
    rays = pixel_rays(camera)
    board = (np.abs(0.28 * rays[..., 0] + x_m) < 0.04) & (np.abs(0.28 * rays[..., 1]) < 0.04)
    made = frame(camera, np.where(board, 0.28, 0.34), GREEN)
    return replace(made, rgb=np.where(board[..., None], np.array(RED, np.uint8), made.rgb))


def test_a_picture_shows_what_lies_between_vertices() -> None:
    """A patterned place in few faces: texels are far nearer to the truth than corners mixed."""
    frames = stroll(6)
    (level,) = texture(lift_surface(frames), (120,), frames, lambda _: None)
    corners = level.mesh.vertices_m.reshape(-1, 3, 3)
    uv = level.uv.reshape(-1, 3, 2)
    side = len(level.picture)

    def seen(at: np.ndarray) -> np.ndarray:
        column, row = np.minimum((at * side).astype(int), side - 1).T
        return np.asarray(level.picture[row, column], float)

    middle = seen(uv.mean(axis=1))
    mixed = np.mean([seen(uv[:, k]) for k in range(3)], axis=0)
    truth = 255 * (0.5 + 0.4 * np.sin(2.0 * corners.mean(axis=1) + [0.0, 1.0, 2.0]))
    near = (np.abs(corners.mean(axis=1)[:, 1]) < 0.05) & (corners.mean(axis=1)[:, 2] < 5)
    assert near.sum() > 5
    assert np.abs(middle - truth)[near].mean() < 0.5 * np.abs(mixed - truth)[near].mean()
