"""How true exported meshes are: a Markdown table for one held-out synthetic scene.

    python benchmarks/lift_meshes.py [--seed 1000004] [--picture docs/meshes.png]

A walk is rendered with exact depth, every ninth frame is kept out, a mesh is
lifted from the rest, written as a file and read back by trimesh. Truth is the
same scene rendered four times as fine along the walk. "Seen empty" is surface
that some true picture sees through, more than a voxel in front of what is there.
Where Open3D is installed, its voxel block grid is measured on the same frames.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import open3d_grid
from kernel_draw import draw
from numba import njit
from PIL import Image

from worldgen.evaluation.heldout import HeldOutWalk, curious_walk, true_frame
from worldgen.export.gltf import glb_bytes
from worldgen.export.obj import obj_bytes
from worldgen.lifting.meshes import Mesh, lift_collider, lift_surface
from worldgen.lifting.meshes.surfaces import voxel_for
from worldgen.lifting.meshes.views import lens_of, planes_of
from worldgen.models.base import ModelSpec
from worldgen.types import Frame

SPEC = ModelSpec(
    name="truth",
    title="true renders",
    width_px=128,
    height_px=128,
    hfov_rad=math.radians(70.0),
    dt_s=0.1,
    keys=("W",),
    licence="Apache-2.0",
)
EVERY = 9
FINER = 4
SAMPLES = 60_000


@dataclass(frozen=True, kw_only=True)
class Truth:
    """How far samples of a mesh lie from true surfaces.

    Attributes:
        near_m: (S,) metres to the nearest true surface that a picture shows; +inf if none does.
        empty: (S,) bool, in space that a picture sees through and near no surface.
        pixel_m: (S,) how wide a pixel of the walk is there, from the nearest picture.
    """

    near_m: np.ndarray
    empty: np.ndarray
    pixel_m: np.ndarray


def main() -> None:
    """Print the table; save the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1_000_004)
    parser.add_argument("--frames", type=int, default=60, help="that the mesh is lifted from")
    parser.add_argument("--picture", type=Path, help="held-out views beside true frames")
    asked = parser.parse_args()
    count = asked.frames + asked.frames // (EVERY - 1)
    walk = curious_walk(asked.seed, count, SPEC)
    held = [at for at in range(count) if at % EVERY == EVERY // 2]
    frames = [walk.truth(at) for at in range(count) if at not in held]
    lift_surface(frames[:2]), lift_collider(frames[:2])  # compiled and warm
    print(f"{walk.caption}; {len(frames)} frames {SPEC.width_px}×{SPEC.height_px}. {machine()}\n")
    voxel_m = voxel_for(frames)
    rows = [(name, mesh, took, glb_bytes(mesh)) for name, mesh, took in made_of(frames, voxel_m)]
    rows.append(("ours as .obj", rows[0][1], rows[0][2], obj_bytes(rows[0][1])))
    print("| what | faces | bytes | processor seconds |\n|---|---|---|---|")
    for name, made, seconds, data in rows:
        print(f"| {name} | {len(made.faces):,} | {len(data):,} | {seconds:.1f} |")
    print(f"\nVoxel {100 * voxel_m:.1f} cm near the path.\n")
    pictures, columns = {}, {}
    for name, made, _, data in (row for row in rows if row[0] in ("ours", "Open3D")):
        pictures[name] = [beside(walk.truth(at), read_back(data)) for at in held]
        columns[name] = {
            **figures_of_surface(walk, made, voxel_m, range(0, count, 3)),
            **figures_of_pictures(pictures[name]),
        }
    print_beside(columns)
    if asked.picture:
        save(asked.picture, pictures["ours"])


def made_of(frames: list[Frame], voxel_m: float) -> list[tuple[str, Mesh, float]]:
    """Every way's name, mesh and seconds of processor time."""
    ways: list[tuple[str, Callable[[], Mesh]]] = [
        ("ours", lambda: lift_surface(frames)),
        ("our collider", lambda: lift_collider(frames)),
    ]
    if open3d_grid.is_there():
        open3d_grid.fused(frames[:2], voxel_m)  # loaded and warm
        ways.append(("Open3D", lambda: open3d_grid.fused(frames, voxel_m)))
    else:
        print("Open3D is not installed (pip install open3d-cpu), so ours stands alone.\n")
    made = []
    for name, make in ways:
        began = time.process_time()
        made.append((name, make(), time.process_time() - began))
    return made


def print_beside(columns: dict[str, dict[str, str]]) -> None:
    """A table, a column a mesh."""
    print(f"| surface | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for figure in next(iter(columns.values())):
        print(f"| {figure} | {' | '.join(told[figure] for told in columns.values())} |")


def figures_of_surface(
    walk: HeldOutWalk, mesh: Mesh, voxel_m: float, indices: range
) -> dict[str, str]:
    """How far the surface is from the truth."""
    points = sampled(mesh, np.stack([walk.cameras[at].position for at in indices]))
    truth = against(points, walk, indices, voxel_m)
    seen = np.isfinite(truth.near_m)
    error = truth.near_m[seen]
    local_m = voxel_m * 2 ** np.ceil(np.log2(np.maximum(truth.pixel_m[seen] / voxel_m, 1)))
    finest, scaled = error[local_m == voxel_m], error / local_m
    return {
        "mean error, local voxels": f"{scaled.mean():.3f}",
        "95th percentile, local voxels": f"{np.percentile(scaled, 95):.3f}",
        "mean error where voxels are finest": f"{1000 * finest.mean():.1f} mm",
        "mean error, all": f"{1000 * error.mean():.1f} mm",
        "in space seen empty": f"{100 * truth.empty.mean():.2f} %",
        "seen by no true picture": f"{100 * (~seen & ~truth.empty).mean():.2f} %",
    }


def figures_of_pictures(
    pictures: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]],
) -> dict[str, str]:
    """How like the true frames the file looks at poses that were kept out."""
    errors, holes, false = [], [], []
    for true, drawn, covered, solid in pictures:
        both = covered & solid
        errors.append(((true[both].astype(float) - drawn[both]) ** 2).mean())
        holes.append((solid & ~covered).mean())
        false.append((covered & ~solid).mean())
    psnr = 10 * np.log10(255**2 / np.array(errors))
    return {
        f"held-out PSNR where both show a surface, mean of {len(psnr)}": f"{psnr.mean():.1f} dB",
        "the worst of them": f"{psnr.min():.1f} dB",
        "surface missing, share of pixels": f"{100 * np.mean(holes):.2f} %",
        "surface before sky, share of pixels": f"{100 * np.mean(false):.2f} %",
    }


def sampled(mesh: Mesh, eyes: np.ndarray) -> np.ndarray:
    """(S, 3) points on a mesh, as dense everywhere as the nearest of `eyes` (E, 3) sees it."""
    rng = np.random.default_rng(0)
    middles = mesh.vertices_m[mesh.faces].mean(axis=1)
    apart = [((middles - eye) ** 2).sum(axis=1) for eye in eyes]
    weights = mesh.areas_m2() / np.maximum(np.min(apart, axis=0), 1.0)
    faces = rng.choice(len(mesh.faces), size=SAMPLES, p=weights / weights.sum())
    a, b = np.sort(rng.random((2, SAMPLES, 1)), axis=0)
    p, q, r = (mesh.vertices_m[mesh.faces[faces, k]] for k in range(3))
    return (a * p + (b - a) * q + (1 - b) * r).astype(np.float32)


def against(points: np.ndarray, walk: HeldOutWalk, indices: range, voxel_m: float) -> Truth:
    """Hold points against finer renders along a walk."""
    near = np.full(len(points), np.inf, np.float32)
    pixel = np.full(len(points), np.inf, np.float32)
    through = np.zeros(len(points), np.bool_)
    for at in indices:
        camera = walk.cameras[at]
        fine = camera.resized(FINER * camera.width_px, FINER * camera.height_px)
        plane, lens = planes_of(true_frame(walk.scene, fine, at))
        judge(points, plane, lens, camera.pose_c2w, voxel_m, FINER, near, pixel, through)
    return Truth(near_m=near, empty=through & ~np.isfinite(near), pixel_m=pixel)


@njit(cache=True, error_model="numpy")
def judge(points, plane, lens, pose_c2w, voxel_m, finer, near, pixel, through):  # type: ignore[no-untyped-def]
    """What one true picture says of each point; the nearest surface within three pixels counts."""
    rows, columns = plane.shape[:2]
    for n in range(len(points)):
        x = points[n].astype(np.float64) - pose_c2w[:3, 3]
        c = (pose_c2w[:3, 2] * x).sum()
        if c <= 0.05:
            continue
        a, b = (pose_c2w[:3, 0] * x).sum(), (pose_c2w[:3, 1] * x).sum()
        u, v = lens[0] * a / c + lens[2], lens[1] * b / c + lens[3]
        if not (2.0 <= u < columns - 2 and 2.0 <= v < rows - 2):
            continue
        wide = c / lens[0] * finer
        slack, ahead, all_behind = 2.0 * max(voxel_m, wide), False, True
        for q in range(int(v) - 2, int(v) + 3):
            for p in range(int(u) - 2, int(u) + 3):
                seen = plane[q, p]
                if np.isinf(seen[3]):
                    continue
                along = seen[0] * a + seen[1] * b + seen[2] * c
                away = abs(along - seen[3])
                d = c * seen[3] / along if along > 0 else 1e9
                if d < c + max(voxel_m, wide):
                    all_behind = False
                if away < slack and abs(d - c) < 8.0 * slack and q == int(v) and p == int(u):
                    ahead = True
                    near[n] = min(near[n], away)
        if ahead:
            pixel[n] = min(pixel[n], wide)
        if all_behind:
            through[n] = True


def read_back(data: bytes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A .glb as trimesh reads it: vertices in our axes, faces, linear colours 0 to 1."""
    import trimesh

    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    (shape,) = scene.geometry.values()
    colours = shape.visual.vertex_attributes["color"].astype(np.float32) / 65535
    turned = np.asarray(shape.vertices, np.float32) * np.array([1, -1, -1], np.float32)
    return turned, np.asarray(shape.faces, np.int32), colours[:, :3]


def beside(
    frame: Frame, mesh: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The true picture, the mesh's, where the mesh covers it, where there is a true surface."""
    assert frame.depth_m is not None
    depth_m = np.full(frame.camera.shape, np.inf, np.float32)
    linear = np.zeros((*frame.camera.shape, 3), np.float32)
    draw(*mesh, lens_of(frame), frame.camera.pose_c2w, depth_m, linear)
    return frame.rgb, shown(linear), np.isfinite(depth_m), np.isfinite(frame.depth_m)


def shown(linear: np.ndarray) -> np.ndarray:
    """Linear light to sRGB bytes, as a viewer does it."""
    curved = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.rint(255 * np.clip(curved, 0, 1)).astype(np.uint8)


def save(path: Path, pictures: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]) -> None:
    """True frames above, the file's views below."""
    columns = [np.concatenate([true, drawn]) for true, drawn, _, _ in pictures[:6]]
    sheet = Image.fromarray(np.concatenate(columns, axis=1))
    sheet.resize((2 * sheet.width, 2 * sheet.height), Image.Resampling.NEAREST).save(
        path, optimize=True
    )


def machine() -> str:
    """Cores, Python, load."""
    return (
        f"One of {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"load average {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
