"""Blender's own view of exported files, beside the frame that they should match.

    PYTHONPATH=.:DIR python benchmarks/blender_view.py FOLDER PICTURE [--frame 8]

DIR has Blender as a module: `pip install --no-deps --target DIR bpy==4.5.15`, 373 MB, no
requirement of ours. FOLDER holds `walk`, recorded or zipped, and files made of it; those
that Blender reads are imported as a person would, with the steps of docs/export.md, seen
by the camera of that frame and drawn by Cycles on the processor. What was imported is
printed: which way up, how large, how many triangles.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bpy
import numpy as np
from marker_scene import laid_out
from mathutils import Matrix, Vector
from PIL import Image

from worldgen.export.scene import ground_of
from worldgen.geometry import Camera
from worldgen.recording import read_walk

WIDE_PX, HIGH_PX = 640, 360
TO_Z_UP = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]])
"""From a walk's axes (y down, z ahead) to Blender's (y ahead, z up)."""

SUN_W_M2, POINT_M, MANY = 3.0, 0.02, 8


def main() -> None:
    """Import, draw, print, and lay the pictures out in one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--frame", type=int, default=8)
    asked = parser.parse_args()
    with read_walk(asked.folder / "walk") as walk:
        frame = walk.frame(asked.frame)
    ground_m = ground_of(asked.folder / "walk", lambda _: None)
    true = Image.fromarray(frame.rgb).resize((WIDE_PX, HIGH_PX), Image.Resampling.LANCZOS)
    tiles = [("the walk's own frame", np.asarray(true))]
    print("| file | objects | triangles | from, metres | to, metres |\n|---|---|---|---|---|")
    for title, names, show in WAYS:
        files = [asked.folder / name for name in names]
        if all(file.is_file() for file in files):
            begin(frame.camera, ground_m)
            for file in files:
                show(file)
            print(told(title), flush=True)
            tiles.append((title, drawn()))
    laid_out(tiles).save(asked.picture)


def begin(camera: Camera, ground_m: float) -> None:
    """An empty scene, seen through the walk's camera, colours as they are."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine, scene.cycles.device = "CYCLES", "CPU"
    scene.cycles.samples, scene.cycles.use_denoising = MANY, False
    scene.render.threads_mode, scene.render.threads = "FIXED", 1
    scene.render.resolution_x, scene.render.resolution_y = WIDE_PX, HIGH_PX
    scene.view_settings.view_transform = "Standard"
    scene.world = bpy.data.worlds.new("dark")
    eye = bpy.data.objects.new("eye", bpy.data.cameras.new("eye"))
    eye.data.sensor_fit, eye.data.clip_end = "HORIZONTAL", 5000
    eye.data.angle = 2 * math.atan(camera.width_px / (2 * camera.fx))
    pose = np.eye(4)
    pose[:3, :3] = TO_Z_UP @ camera.rotation @ np.diag([1, -1, -1])
    pose[:3, 3] = TO_Z_UP @ (camera.position - np.array([0, ground_m, 0]))
    eye.matrix_world = Matrix(pose.tolist())
    scene.collection.objects.link(eye)
    scene.camera = eye


def gltf(file: Path) -> None:
    """File, Import, glTF 2.0; the collection "Orphan Nodes", coarser levels, is switched off."""
    bpy.ops.import_scene.gltf(filepath=str(file))
    for collection in bpy.data.collections:
        if collection.name.startswith("Orphan"):
            collection.hide_render = True


def collider(file: Path) -> None:
    """Grey, in the light of a sun: it has no colours."""
    gltf(file)
    grey = bpy.data.materials.new("grey")
    grey.use_nodes = True
    for shape in meshes():
        shape.data.materials.clear()
        shape.data.materials.append(grey)
    sun = bpy.data.objects.new("sun", bpy.data.lights.new("sun", "SUN"))
    sun.data.energy, sun.rotation_euler = SUN_W_M2, (0.7, 0.3, 0)
    bpy.context.scene.collection.objects.link(sun)


def obj(file: Path) -> None:
    """File, Import, Wavefront; its colours are an attribute, which a material must show."""
    bpy.ops.wm.obj_import(filepath=str(file))
    for shape in meshes():
        shape.data.materials.append(glowing("Color"))


def usd(file: Path) -> None:
    """File, Import, Universal Scene Description."""
    bpy.ops.wm.usd_import(filepath=str(file))


def points(file: Path) -> None:
    """File, Import, Stanford PLY, y up; Object, Convert, Point Cloud; a radius and a material."""
    bpy.ops.wm.ply_import(filepath=str(file), forward_axis="NEGATIVE_Z", up_axis="Y")
    (shape,) = meshes()
    bpy.context.view_layer.objects.active = shape
    shape.select_set(True)
    bpy.ops.object.convert(target="POINTCLOUD")
    cloud = bpy.context.view_layer.objects.active.data
    radius = cloud.attributes.new("radius", "FLOAT", "POINT")
    radius.data.foreach_set("value", [POINT_M] * len(cloud.points))
    cloud.materials.append(glowing("Col"))


WAYS: tuple[tuple[str, tuple[str, ...], Callable[[Path], None]], ...] = (
    (".lod.glb and .sky.glb", ("walk.lod.glb", "walk.sky.glb"), gltf),
    (".glb", ("walk.glb",), gltf),
    (".usdz", ("walk.usdz",), usd),
    (".obj", ("walk.obj",), obj),
    (".points.ply", ("walk.points.ply",), points),
    (".collider.glb, lit by a sun", ("walk.collider.glb",), collider),
)


def glowing(attribute: str) -> Any:
    """A material that shows a colour attribute as light of its own."""
    made = bpy.data.materials.new(attribute)
    made.use_nodes = True
    tree = made.node_tree
    tree.nodes.clear()
    kinds = ("ShaderNodeAttribute", "ShaderNodeEmission", "ShaderNodeOutputMaterial")
    colour, light, out = map(tree.nodes.new, kinds)
    colour.attribute_name = attribute
    tree.links.new(colour.outputs["Color"], light.inputs["Color"])
    tree.links.new(light.outputs[0], out.inputs["Surface"])
    return made


def meshes() -> list[Any]:
    """All that is a mesh."""
    return [thing for thing in bpy.context.scene.objects if thing.type == "MESH"]


def told(title: str) -> str:
    """A row: what the import made, and where it stands in Blender's axes."""
    things = [at for at in bpy.context.scene.objects if at.type in ("MESH", "POINTCLOUD")]
    faces = sum(len(at.data.polygons) for at in things if at.type == "MESH")
    corners = np.concatenate(
        [np.array([at.matrix_world @ Vector(c) for c in at.bound_box]) for at in things]
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    names = ", ".join(at.name for at in things)
    spans = " | ".join(" ".join(f"{value:.2f}" for value in end) for end in (low, high))
    return f"| {title} | {names} | {faces:,} | {spans} |"


def drawn() -> np.ndarray:
    """(360, 640, 3) uint8 sRGB, as Cycles draws it."""
    with TemporaryDirectory() as folder:
        bpy.context.scene.render.filepath = f"{folder}/view.png"
        bpy.ops.render.render(write_still=True)
        return np.asarray(Image.open(f"{folder}/view.png").convert("RGB"))


if __name__ == "__main__":
    main()
