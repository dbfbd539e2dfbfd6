/**
 * Where each part of a picture seen from another place is to be fetched: a field of cells.
 *
 *     the newest view ──splat──▶ cells ──close──▶ older views, where it saw nothing ──▶ edge, mend
 *
 * Every cell of a view lies somewhere in the world; it lands in the cell of the new picture
 * where that is seen from the new camera, and the nearest wins. So a thing's edge stays an
 * edge, and behind it opens a hole. Older views fill holes; what none of them knows is mirrored
 * from the background beside it. What lies beside the picture is its edge, drawn out and soft.
 *
 * A cell says: fetch from this slot, so many pixels to the right and down. Both painters
 * read it (`gpu`, `plain`). Not here: which views are kept (`past`), the camera (`glide`).
 */

const BEHIND = 0.05; // as a share of its depth: what turns behind the camera is left out
const LEAK = 1.3; // times as near on both sides: seen through a crack
const SOFT_PX = 24; // so far from what is known it is softest
const DRAWN_OUT = 0.3; // pixels of the edge for one beside the picture
const MOST_EDGE_PX = 14;

const DX = 0;
const DY = 1;
const SLOT = 2;
const SOFT = 3;
const NOWHERE = -1;

/** Cells of {dx, dy, slot, soft}, four numbers each, row by row. */
export class Field {
  /** @param step pixels of the picture a cell, across and down. */
  constructor(width, height, step) {
    Object.assign(this, { width, height, step });
    this.cells = new Float32Array(4 * width * height);
    this.near = new Float32Array(width * height); // one over the depth
    this.left = 0; // cells that nothing has landed in
  }

  clear() {
    this.cells.fill(0);
    for (let at = SLOT; at < this.cells.length; at += 4) this.cells[at] = NOWHERE;
    this.near.fill(NOWHERE);
    this.left = this.near.length;
  }
}

/**
 * Fill a field for a camera.
 *
 * @param camera {x, y, z, yaw, pitch}.
 * @param views the newest first: {slot, place, focal, near}, `near` one over the depth a cell.
 */
export function warp(field, camera, views) {
  field.clear();
  for (const view of views) {
    splat(field, camera, view);
    close(field, 1, field.width);
    close(field, field.width, 1);
    if (field.left === 0) return;
  }
  edge(field, camera, views[0]);
  for (let y = 0; y < field.height; y += 1) mend(field, y * field.width, 1, field.width);
  if (field.left === 0) return;
  for (let x = 0; x < field.width; x += 1) mend(field, x, field.width, field.height);
  if (field.left > 0) give(field, views[0].slot);
}

/** Put each cell of a view where the camera sees it, unless a newer view has put one there. */
function splat(field, camera, { slot, place, focal, near }) {
  const { width, height, step, cells } = field;
  const { turn, way } = between(place, camera);
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = turn;
  const [w0, w1, w2] = way;
  const [cx, cy] = [(width * step) / 2, (height * step) / 2];
  const half = Math.min(0.5, step / 2); // a cell's depth is that of its first pixel
  for (let row = 0, from = 0; row < height; row += 1) {
    const sy = row * step + half;
    const ry = (sy - cy) / focal;
    for (let column = 0; column < width; column += 1, from += 1) {
      const sx = column * step + half;
      const rx = (sx - cx) / focal;
      const w = near[from];
      const qz = m6 * rx + m7 * ry + m8 + w * w2;
      if (qz < BEHIND) continue;
      const tx = (focal * (m0 * rx + m1 * ry + m2 + w * w0)) / qz + cx;
      const ty = (focal * (m3 * rx + m4 * ry + m5 + w * w1)) / qz + cy;
      const x = Math.floor(tx / step);
      const y = Math.floor(ty / step);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const to = y * width + x;
      const held = cells[4 * to + SLOT];
      if (held === NOWHERE) field.left -= 1;
      else if (held !== slot || field.near[to] >= w / qz) continue;
      field.near[to] = w / qz;
      cells[4 * to + DX] = sx - tx;
      cells[4 * to + DY] = sy - ty;
      cells[4 * to + SLOT] = slot;
    }
  }
}

/** Camera axes of one place in those of another, row by row, and the way between them. */
function between(from, to) {
  const [a, b] = [axesOf(from), axesOf(to)];
  const shift = [from.x - to.x, from.y - to.y, from.z - to.z];
  const turn = b.flatMap((row) => a.map((axis) => dot(row, axis)));
  return { turn, way: b.map((row) => dot(row, shift)) };
}

/** Right, down and forward of a camera, in the world: `look` of `worldgen/geometry/poses.py`. */
function axesOf({ yaw, pitch }) {
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return [
    [cy, 0, -sy],
    [sy * sp, cp, cy * sp],
    [sy * cp, -sp, cy * cp],
  ];
}

function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/**
 * Close cracks one cell wide, where a surface has spread, and what shines through them.
 *
 * @param stride from a cell to the next across the crack. along: from a cell to the next along it.
 */
function close(field, stride, along) {
  const { width, height, cells, near } = field;
  const count = stride === 1 ? width : height;
  const lines = stride === 1 ? height : width;
  for (let line = 0; line < lines; line += 1) {
    for (let at = line * along + stride, n = 2; n < count; n += 1, at += stride) {
      const [before, after] = [at - stride, at + stride];
      const least = Math.min(near[before], near[after]);
      if (least === NOWHERE) continue;
      const isOpen = near[at] === NOWHERE;
      if (!isOpen && least <= LEAK * near[at] + 0.01) continue;
      const from = near[before] < near[after] ? before : after;
      if (isOpen) field.left -= 1;
      near[at] = near[from];
      cells.copyWithin(4 * at, 4 * from, 4 * from + 4);
    }
  }
}

/** Where the newest view ends: its edge, in the direction of each cell that nothing has landed in. */
function edge(field, camera, { slot, place, focal }) {
  const { width, height, step, cells, near } = field;
  const { turn } = between(camera, place);
  const size = [width * step, height * step];
  for (let at = 0; at < near.length; at += 1) {
    if (near[at] !== NOWHERE) continue;
    const to = [((at % width) + 0.5) * step, (Math.floor(at / width) + 0.5) * step];
    const [x, y] = to.map((value, axis) => (value - size[axis] / 2) / focal);
    const [qx, qy, qz] = [0, 3, 6].map((row) => turn[row] * x + turn[row + 1] * y + turn[row + 2]);
    const from = [qx, qy].map((value, axis) => (focal * value) / Math.max(qz, BEHIND) + size[axis] / 2);
    const over = from.map((value, axis) => value - clamp(value, 0, size[axis]));
    const far = Math.hypot(...over);
    if (far === 0) continue;
    for (let axis = 0; axis < 2; axis += 1) {
      const back = clamp(DRAWN_OUT * over[axis], -MOST_EDGE_PX, MOST_EDGE_PX);
      cells[4 * at + axis] = clamp(from[axis], 0, size[axis]) - back - to[axis];
    }
    cells[4 * at + SLOT] = slot;
    cells[4 * at + SOFT] = Math.min(far / SOFT_PX, 1);
    near[at] = 0;
    field.left -= 1;
  }
}

/** Fill what is left of a line of cells from what lies beside it, the farther of both sides. */
function mend(field, start, stride, count) {
  const { near } = field;
  let known = -1;
  for (let n = 0; n <= count; n += 1) {
    if (n < count && near[start + n * stride] === NOWHERE) continue;
    if (n - known > 1 && (known >= 0 || n < count)) {
      const left = known >= 0 ? near[start + known * stride] : Infinity;
      const right = n < count ? near[start + n * stride] : Infinity;
      const fromLeft = left <= right;
      for (let far = 1; far < n - known; far += 1) {
        if (fromLeft) mirror(field, start, stride, known + far, known, far, -1, count);
        else mirror(field, start, stride, n - far, n, far, 1, count);
      }
    }
    known = n;
  }
}

/** The cell `to` as the mirror image of what lies as far on the other side of `edge`. */
function mirror(field, start, stride, to, edge, far, away, count) {
  const { cells, near, step } = field;
  let from = edge + away * (far - 1);
  const isKnown = from >= 0 && from < count && near[start + from * stride] !== NOWHERE;
  if (!isKnown || near[start + from * stride] > LEAK * near[start + edge * stride] + 0.01) from = edge;
  const [target, source] = [start + to * stride, start + from * stride];
  cells.copyWithin(4 * target, 4 * source, 4 * source + 4);
  cells[4 * target + (stride === 1 ? DX : DY)] += (from - to) * step;
  const soft = Math.min((far * step) / SOFT_PX, 1);
  cells[4 * target + SOFT] = Math.max(cells[4 * source + SOFT], soft);
  near[target] = near[source];
  field.left -= 1;
}

/** Nothing is known at all, as when one looks back: the newest view, softest. */
function give(field, slot) {
  const { cells, near } = field;
  for (let at = 0; at < near.length; at += 1) {
    if (near[at] === NOWHERE) cells.set([0, 0, slot, 1], 4 * at);
  }
  field.left = 0;
}

function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
