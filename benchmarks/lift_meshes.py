"""How true exported meshes are: a Markdown table for one held-out synthetic scene.

    python benchmarks/lift_meshes.py [--seed 1000004] [--picture docs/meshes.png]

A walk is rendered with exact depth, every ninth frame is kept out, a mesh is
lifted from the rest, written as a file and read back by trimesh. Truth is the
same scene rendered four times as fine along the walk. "Seen empty" is surface
that some true picture sees through, more than a voxel in front of what is there.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import platform
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
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
    began = time.perf_counter()
    mesh = lift_surface(frames)
    lifted = time.perf_counter() - began
    collider = lift_collider(frames)
    rows = [
        ("mesh", mesh, lifted, glb_bytes(mesh)),
        ("collider", collider, time.perf_counter() - began - lifted, glb_bytes(collider)),
        ("mesh as .obj", mesh, lifted, obj_bytes(mesh)),
    ]
    print("| what | faces | bytes | seconds |\n|---|---|---|---|")
    for name, made, seconds, data in rows:
        print(f"| {name} | {len(made.faces):,} | {len(data):,} | {seconds:.1f} |")
    report_truth(walk, mesh, voxel_for(frames), range(0, count, 3))
    pictures = [beside(walk.truth(at), read_back(rows[0][3])) for at in held]
    report_pictures(pictures)
    if asked.picture:
        save(asked.picture, pictures)


def report_truth(walk: HeldOutWalk, mesh: Mesh, voxel_m: float, indices: range) -> None:
    """Print how far the surface is from the truth."""
    points = sampled(mesh)
    truth = against(points, walk, indices, voxel_m)
    seen = np.isfinite(truth.near_m)
    error = truth.near_m[seen]
    local_m = voxel_m * 2 ** np.ceil(np.log2(np.maximum(truth.pixel_m[seen] / voxel_m, 1)))
    finest, scaled = error[local_m == voxel_m], error / local_m
    print(f"\nVoxel {100 * voxel_m:.1f} cm near the path.\n\n| surface | figure |\n|---|---|")
    print(f"| mean error, local voxels | {scaled.mean():.3f} |")
    print(f"| 95th percentile, local voxels | {np.percentile(scaled, 95):.3f} |")
    print(f"| mean error where voxels are finest | {1000 * finest.mean():.1f} mm |")
    print(f"| mean error, all | {1000 * error.mean():.1f} mm |")
    print(f"| in space seen empty | {100 * truth.empty.mean():.2f} % |")
    print(f"| seen by no true picture | {100 * (~seen & ~truth.empty).mean():.2f} % |")


def report_pictures(pictures: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]) -> None:
    """Print how like the true frames the file looks at poses that were kept out."""
    errors, holes, false = [], [], []
    for true, drawn, covered, solid in pictures:
        both = covered & solid
        errors.append(((true[both].astype(float) - drawn[both]) ** 2).mean())
        holes.append((solid & ~covered).mean())
        false.append((covered & ~solid).mean())
    psnr = 10 * np.log10(255**2 / np.array(errors))
    print(
        f"| held-out PSNR where both show a surface, mean of {len(psnr)} | {psnr.mean():.1f} dB |"
    )
    print(f"| the worst of them | {psnr.min():.1f} dB |")
    print(f"| surface missing, share of pixels | {100 * np.mean(holes):.2f} % |")
    print(f"| surface before sky, share of pixels | {100 * np.mean(false):.2f} % |")


def sampled(mesh: Mesh) -> np.ndarray:
    """(S, 3) points on a mesh, evenly by area as a camera near the path sees it: by face."""
    rng = np.random.default_rng(0)
    faces = rng.integers(len(mesh.faces), size=SAMPLES)
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
