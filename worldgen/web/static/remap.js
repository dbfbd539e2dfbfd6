/**
 * A picture put together as a field says, on the processor: a few milliseconds for a small one.
 *
 * The twin of the shader `REMAP` in `shaders`. Not here: the field (`warp`), the canvas (`plain`).
 */

const SAME = { sharp: 1, soft: 8 }; // pixels: cells that differ by less lie on one surface

/** A picture's pixels to fetch from: {width, height, pixels, soft}, `soft` its quarter. */
export function sourceOf({ width, height, data }) {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  return { width, height, pixels, soft: null };
}

/**
 * Draw into `out`, a Uint32Array of the pictures' size.
 *
 * @param sources by their slots.
 */
export function remap(field, sources, out) {
  const { width, height, step, cells } = field;
  const slope = [0, 0, 0, 0];
  for (let row = 0, at = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, at += 4) {
      const source = sources[cells[at + 2]] ?? sources.find(Boolean);
      slopeAt(slope, field, at, row, column);
      const soft = cells[at + 3];
      const right = Math.min((column + 1) * step, source.width);
      const bottom = Math.min((row + 1) * step, source.height);
      for (let y = row * step; y < bottom; y += 1) {
        const oy = y + 0.5 - (row + 0.5) * step;
        for (let x = column * step; x < right; x += 1) {
          const ox = x + 0.5 - (column + 0.5) * step;
          const sx = x + cells[at] + slope[0] * ox + slope[1] * oy;
          const sy = y + cells[at + 1] + slope[2] * ox + slope[3] * oy;
          out[y * source.width + x] = fetch(source, sx, sy, soft);
        }
      }
    }
  }
}

/** How dx and dy change from pixel to pixel, across and down, on this cell's surface. */
function slopeAt(slope, { width, height, step, cells }, at, row, column) {
  const [left, right] = [column > 0 ? at - 4 : at, column < width - 1 ? at + 4 : at];
  const [up, down] = [row > 0 ? at - 4 * width : at, row < height - 1 ? at + 4 * width : at];
  const same = cells[at + 3] > 0 ? SAME.soft : SAME.sharp;
  for (let axis = 0; axis < 2; axis += 1) {
    const across = cells[right + axis] - cells[left + axis];
    const along = cells[down + axis] - cells[up + axis];
    slope[2 * axis] = Math.abs(across) < same ? across / (2 * step) : 0;
    slope[2 * axis + 1] = Math.abs(along) < same ? along / (2 * step) : 0;
  }
}

/** Between four pixels; x and y count from the middle of the first one. */
function fetch(source, x, y, softness) {
  if (softness > 0) return fetchSoft(source, x, y, softness);
  return between(source.pixels, source.width, source.height, x, y);
}

function fetchSoft(source, x, y, softness) {
  source.soft ??= quarterOf(source);
  const { pixels, width, height } = source.soft;
  const soft = between(pixels, width, height, (x - 1.5) / 4, (y - 1.5) / 4);
  const sharp = between(source.pixels, source.width, source.height, x, y);
  return mix(sharp, soft, Math.round(softness * 256));
}

function between(pixels, width, height, x, y) {
  const cx = Math.min(Math.max(x, 0), width - 1.001);
  const cy = Math.min(Math.max(y, 0), height - 1.001);
  const x0 = cx | 0;
  const y0 = cy | 0;
  const at = y0 * width + x0;
  const fx = ((cx - x0) * 256 + 0.5) | 0;
  const fy = ((cy - y0) * 256 + 0.5) | 0;
  const top = mix(pixels[at], pixels[at + 1], fx);
  const bottom = mix(pixels[at + width], pixels[at + width + 1], fx);
  return mix(top, bottom, fy);
}

/** Two colours of four bytes; `share` of the second, of 256. */
function mix(a, b, share) {
  const rest = 256 - share;
  const even = (Math.imul(a & 0xff00ff, rest) + Math.imul(b & 0xff00ff, share)) >>> 8;
  const odd = (Math.imul((a >>> 8) & 0xff00ff, rest) + Math.imul((b >>> 8) & 0xff00ff, share)) >>> 8;
  return ((even & 0xff00ff) | ((odd & 0xff00ff) << 8)) >>> 0;
}

/** The picture at a quarter of its size, each pixel the mean of sixteen. */
function quarterOf({ width, height, pixels }) {
  const [wide, high] = [Math.floor(width / 4), Math.floor(height / 4)];
  const small = new Uint32Array(wide * high);
  for (let at = 0; at < small.length; at += 1) {
    const from = Math.floor(at / wide) * 4 * width + (at % wide) * 4;
    const sums = [0, 0, 0];
    for (let n = 0; n < 16; n += 1) {
      const pixel = pixels[from + (n >> 2) * width + (n & 3)];
      for (let c = 0; c < 3; c += 1) sums[c] += (pixel >>> (8 * c)) & 255;
    }
    small[at] = (0xff000000 | ((sums[2] >> 4) << 16) | ((sums[1] >> 4) << 8) | (sums[0] >> 4)) >>> 0;
  }
  return { width: wide, height: high, pixels: small };
}
