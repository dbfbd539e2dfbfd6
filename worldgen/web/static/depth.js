/**
 * A frame's depth, from the wire's bytes to one over metres.
 *
 * Its twin is `depth_values` of `worldgen/sessions/view.py`; a test holds the two together.
 */

export const NEAREST_M = 0.25;
export const FARTHEST_M = 250;

const VALUES = { unknown: 0, nearest: 1, farthest: 254, sky: 255 };
const MIDDLE = 0.1; // of the picture, to each side: what is straight ahead
const NEARER = 0.9; // share of the middle that is not nearer than what is ahead

/** One over the depth in metres for each value; 0 for the sky and for what is unknown. */
export const NEARNESS = Float32Array.from({ length: 256 }, (_, value) => {
  if (value === VALUES.unknown || value === VALUES.sky) return 0;
  const share = (value - VALUES.nearest) / (VALUES.farthest - VALUES.nearest);
  return 1 / (NEAREST_M * (FARTHEST_M / NEAREST_M) ** share);
});

/** {width, height, near, aheadM} of a depth plane; null where there is none, or no way to unpack it. */
export async function unpackDepth(plane) {
  if (!plane || !globalThis.DecompressionStream) return null;
  const { width, height } = plane;
  const near = grown(await inflate(plane.data), width, height);
  return { width, height, near, aheadM: aheadOf(near, width, height) };
}

async function inflate(data) {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Nearness, each thing one cell larger all round: the colours of its soft edge go with it. */
function grown(values, width, height) {
  const wide = new Float32Array(values.length);
  const near = new Float32Array(values.length);
  spread(NEARNESS, values, wide, width, 1);
  spread(null, wide, near, height, width);
  return near;

  function spread(table, from, to, count, stride) {
    const read = table ? (at) => table[from[at]] : (at) => from[at];
    for (let at = 0; at < from.length; at += 1) {
      const place = Math.floor(at / stride) % count;
      const before = place > 0 ? read(at - stride) : 0;
      const after = place < count - 1 ? read(at + stride) : 0;
      to[at] = Math.max(read(at), before, after);
    }
  }
}

/** Metres to what is straight ahead; a few stray pixels do not count. */
function aheadOf(near, width, height) {
  const middle = [];
  for (let y = Math.floor(height * (0.5 - MIDDLE)); y < height * (0.5 + MIDDLE); y += 1) {
    for (let x = Math.floor(width * (0.5 - MIDDLE)); x < width * (0.5 + MIDDLE); x += 1) {
      middle.push(near[y * width + x]);
    }
  }
  middle.sort((a, b) => a - b);
  return 1 / middle[Math.floor(NEARER * (middle.length - 1))];
}
