"""Exported files drawn by the page's own viewer, as pictures.

Spark and three.js know nothing of our writers, so they are witnesses. What the viewer
has no loader for is taken to pieces by three's glTF reader, or line by line, and handed
to it: `.splat.glb`, `.obj`. What neither reads comes through `readers`.
"""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.web.conftest import Tab
from worldgen.export.cameras import file_pose, gl_pose
from worldgen.export.origin import Origin
from worldgen.geometry import Camera

WIDE_PX, HIGH_PX = 640, 360
LOOKS = {"viewport": {"width": WIDE_PX, "height": HIGH_PX}}
COLOURS = ["#6096d6", "#cedeec", "#98948a"]

_BARE = ".wg .wg-look > :not(canvas) { visibility: hidden !important; }"

_KIT = """
const { kit } = space;
const bare = Object.getPrototypeOf(kit.SphereGeometry);
const floats = (list, of) => new kit.Float32BufferAttribute(list, of);
const looks = () => new kit.MeshBasicMaterial({ vertexColors: true });
const keep = (thing) => { space.things.add(thing); space.scene.add(thing); return thing; };
"""

_SPLAT_GLB = """
const { scene } = await new kit.GLTFLoader().parseAsync(bytes, "");
let points; scene.traverse((part) => { if (part.isPoints) points = part; });
const of = (name) => Object.entries(points.geometry.attributes)
  .find(([key]) => key.toLowerCase().endsWith(name))[1];
const [rotation, scale, opacity] = [":rotation", ":scale", ":opacity"].map(of);
const colour = of(":sh_degree_0_coef_0");
const place = points.geometry.attributes.position;
const three = (from, at) => new kit.Vector3().fromBufferAttribute(from, at);
const made = new kit.SplatMesh({ constructSplats: (packed) => {
  for (let at = 0; at < place.count; at += 1) {
    const sh = three(colour, at).multiplyScalar(0.28209479).addScalar(0.5);
    packed.pushSplat(three(place, at), three(scale, at),
      new kit.Quaternion().fromBufferAttribute(rotation, at), opacity.getX(at),
      new kit.Color(sh.x, sh.y, sh.z));
  }
} });
await made.initialized;
return keep(made);
"""

_OBJ = """
const [places, colours, faces] = [[], [], []];
for (const line of new TextDecoder().decode(bytes).split("\\n")) {
  const [kind, ...rest] = line.trim().split(/\\s+/);
  if (kind === "v") {
    places.push(...rest.slice(0, 3).map(Number));
    const { r, g, b } = new kit.Color().setRGB(...rest.slice(3, 6).map(Number), "srgb");
    colours.push(r, g, b);
  } else if (kind === "f") faces.push(...rest.map((corner) => parseInt(corner) - 1));
}
const shape = new bare();
shape.setAttribute("position", floats(places, 3));
shape.setAttribute("color", floats(colours, 3));
shape.setIndex(faces);
return keep(new kit.Mesh(shape, looks()));
"""

_UNLIT = """
const LINEAR = 1006; // three's number; triangles lie beside strangers
const { scene } = await new kit.GLTFLoader().parseAsync(bytes, "");
scene.traverse((part) => {
  if (part.isPoints) part.material.size = 0.12;
  else if (part.isMesh) {
    const { map, vertexColors } = part.material;
    if (map) [map.generateMipmaps, map.minFilter] = [false, LINEAR];
    part.material = new kit.MeshBasicMaterial({ map, vertexColors });
  }
});
return keep(scene);
"""

_TAKEN_APART = {".as.glb": _UNLIT, ".splat.glb": _SPLAT_GLB, ".obj": _OBJ}


def open_gallery(tab: Tab, folder: Path, start: Camera) -> None:
    """Open the viewer with a folder's files at hand; it shows `walk.ply` from where `start` was."""
    tab.page.route(
        "**/world/files/*",
        lambda route, request: route.fulfill(
            body=(folder / request.url.rsplit("/", 1)[1]).read_bytes()
        ),
    )
    tab.page.evaluate(
        """async ([path, told, bare]) => {
          const style = document.createElement("style");
          document.head.append(style);
          style.textContent = bare;
          const { Look } = await import(`/${path}look/look.js`);
          window.look = new Look(document.querySelector(".wg"));
          const file = { label: "Splats", name: "walk.ply", href: "/world/files/walk.ply" };
          await window.look.open([file], told);
        }""",
        [
            tab.ask("wg.settings.static"),
            {
                "pose": gl_pose(file_pose(start.pose_c2w, Origin(at_m=np.zeros(3), guessed=False)))
                .ravel()
                .tolist(),
                "colours": COLOURS,
            },
            _BARE,
        ],
    )


def drawn(tab: Tab, name: str) -> NDArray[np.uint8]:
    """What the viewer shows of a file, (360, 640, 3)."""
    apart = next((code for end, code in _TAKEN_APART.items() if name.endswith(end)), None)
    load = f"{_KIT}{apart}" if apart else "return await space.load(bytes, name);"
    tab.page.evaluate(
        f"""async (name) => {{
          const {{ space }} = window.look;
          const bytes = await (await fetch(`/world/files/${{name}}`)).arrayBuffer();
          const load = async () => {{ {load} }};
          space.show(await load());
        }}""",
        name,
    )
    tab.wait("!window.look.space.isStale")
    last = _shot(tab)
    for _ in range(40):  # splats are sorted beside the drawing, and drawn again
        tab.page.wait_for_timeout(400)
        now = _shot(tab)
        if np.array_equal(now, last):
            return now
        last = now
    raise AssertionError(f"{name} does not come to rest")


def psnr_db(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """How near two pictures are."""
    apart = np.mean((one.astype(float) - other.astype(float)) ** 2)
    return float(10 * np.log10(255**2 / max(apart, 1e-9)))


def _shot(tab: Tab) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(tab.page.screenshot())).convert("RGB"))
