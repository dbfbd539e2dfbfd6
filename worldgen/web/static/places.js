/**
 * Places: where a camera stands and looks, {x, y, z, yaw, pitch}, metres and radians.
 *
 * The conventions are those of `worldgen/geometry/__init__.py`: x right, y down, z ahead, yaw to
 * the right, pitch up, no roll. Not here: where the camera should be (`glide`).
 */

export const METRES = ["x", "y", "z"];
export const AXES = [...METRES, "yaw", "pitch"];
export const NOWHERE = { x: 0, y: 0, z: 0, yaw: 0, pitch: 0 };

/** A pose of 16 numbers as a place: metres, and yaw (+ right) and pitch (+ up) in radians. */
export function placeOf(pose) {
  const [fx, fy, fz] = [pose[2], pose[6], pose[10]];
  return {
    x: pose[3],
    y: pose[7],
    z: pose[11],
    yaw: Math.atan2(fx, fz),
    pitch: Math.atan2(-fy, Math.hypot(fx, fz)),
  };
}

/** What a frame's step did, in the body's own axes: metres ahead, aside and up. */
export function stepBetween(before, after, frames) {
  const yaw = before.yaw + wrapped(after.yaw - before.yaw) / 2;
  const [dx, dz] = [after.x - before.x, after.z - before.z];
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)];
  return {
    ahead: (dx * sin + dz * cos) / frames,
    aside: (dx * cos - dz * sin) / frames,
    up: (before.y - after.y) / frames,
  };
}

/** The place after such a step by a body that faces `yaw`: {x, y, z}. */
export function moved({ x, y, z }, { ahead, aside, up }, yaw) {
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)];
  return { x: x + ahead * sin + aside * cos, y: y - up, z: z + ahead * cos - aside * sin };
}

/** The way a place looks: {x, y, z} of length 1. */
export function forwardOf({ yaw, pitch }) {
  const level = Math.cos(pitch);
  return { x: level * Math.sin(yaw), y: -Math.sin(pitch), z: level * Math.cos(yaw) };
}

/** Whether two places are closer to each other than {m, rad}. */
export function isNear(a, b, { m, rad }) {
  const far = Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
  return far < m && Math.abs(wrapped(a.yaw - b.yaw)) < rad && Math.abs(a.pitch - b.pitch) < rad;
}

/** An angle in [−π, π]. */
export function wrapped(angle) {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
