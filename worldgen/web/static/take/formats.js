/**
 * What a walk can be taken home as, in groups, and sets of files for a purpose.
 * `worldgen/export/` is the twin that writes them; a test holds the two together.
 */

export const GROUPS = [
  { title: "Film", words: "the walk as it was seen; .path is drawn anew from splats, smoothly", formats: ["mp4", "path.mp4", "webp", "gif", "depth.mp4", "cameras.json"] },
  {
    title: "Splats",
    words: "soft 3D, for SuperSplat, Unity, Unreal, the web",
    formats: ["spz", "ply", "sog", "compressed.ply", "splat", "splat.glb", "splat.usdz"],
  },
  {
    title: "Surface",
    words: "triangles, for Blender, Godot, Unreal; a collider for physics",
    formats: ["glb", "lod.glb", "collider.glb", "sky.glb", "obj", "usdz", "points.ply"],
  },
  { title: "Data", words: "for training, and the walk itself", formats: ["dataset.zip", "zip"] },
];

export const PRESETS = {
  web: ["sog", "spz", "splat.glb", "collider.glb", "webp"],
  "game-engine": ["lod.glb", "collider.glb", "ply", "obj"],
  film: ["mp4", "cameras.json", "depth.mp4", "usdz", "splat.usdz", "ply"],
  research: ["dataset.zip", "zip", "ply", "points.ply"],
};

/** Made to be looked at on the page. */
export const LOOKS = ["spz", "glb"];

/** What the page's own viewer shows, and what it calls that; the first of each is taken. */
export const VIEWS = [
  { label: "Splats", formats: ["spz", "ply", "sog", "compressed.ply", "splat"] },
  { label: "Surface", formats: ["glb", "lod.glb"] },
];

/** How much of something that is not done yet is done. */
export function spokenShare(share) {
  return `${Math.min(Math.floor(share * 100), 99)} %`;
}

/** Bytes as people say them. */
export function spokenSize(bytes) {
  if (bytes < 1e6) return `${Math.max(1, Math.round(bytes / 1e3))} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** Seconds as people say them. */
export function spokenTime(seconds) {
  if (seconds < 55) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
  const minutes = Math.round(seconds / 60);
  return `${minutes} minute${minutes > 1 ? "s" : ""}`;
}
