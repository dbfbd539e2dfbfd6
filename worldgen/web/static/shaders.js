/**
 * The pictures are small; these programs make them large without blur or stairs.
 *
 *     sharpen ──▶ double along edges ──▶ [remap] ──▶ fit to the screen along edges, plus a little grain
 *
 * "Along edges": every output pixel is a weighted mean of the twelve nearest
 * pixels (a 4 × 4 square without its corners). The weights are a Lanczos-2 kernel,
 * here its polynomial twin (1 − r²/4)⁴ (1 − r²), whose round foot is stretched along
 * the local edge and narrowed across it, so that a slanted roof stays a line.
 * What rings past its four nearest pixels is cut off.
 */

export const VERTEX = `#version 300 es
in vec2 corner;
void main() { gl_Position = vec4(corner, 0.0, 1.0); }
`;

const HEAD = `#version 300 es
precision highp float;
uniform sampler2D source;
uniform vec2 target;      // size of what is drawn, pixels
uniform float flip;       // 1 when drawing to the screen, whose rows run upwards
out vec4 colour;

float luma(vec3 c) { return dot(c, vec3(0.299, 0.587, 0.114)); }

vec2 position() {
  vec2 at = gl_FragCoord.xy;
  return vec2(at.x, mix(at.y, target.y - at.y, flip)) / target;
}
`;

/** Lifts local contrast, least where there is much of it already; same size in and out. */
export const SHARPEN = `${HEAD}
uniform float amount;

void main() {
  ivec2 size = textureSize(source, 0);
  ivec2 at = ivec2(position() * vec2(size));
  ivec2 low = ivec2(0), high = size - 1;
  vec3 c = texelFetch(source, at, 0).rgb;
  vec3 n = texelFetch(source, clamp(at + ivec2(0, -1), low, high), 0).rgb;
  vec3 s = texelFetch(source, clamp(at + ivec2(0, 1), low, high), 0).rgb;
  vec3 w = texelFetch(source, clamp(at + ivec2(-1, 0), low, high), 0).rgb;
  vec3 e = texelFetch(source, clamp(at + ivec2(1, 0), low, high), 0).rgb;
  vec3 least = min(c, min(min(n, s), min(w, e)));
  vec3 most = max(c, max(max(n, s), max(w, e)));
  // how far a lobe may push before it leaves what its neighbours span
  vec3 room = min(least, 1.0 - most) / max(most, 1e-3);
  float lobe = amount * sqrt(clamp(min(room.r, min(room.g, room.b)), 0.0, 1.0));
  vec3 sharp = c + lobe * (4.0 * c - n - s - w - e);
  colour = vec4(clamp(sharp, least * 0.9, most + (1.0 - most) * 0.1), 1.0);
}
`;

/** Enlarges by any factor, along edges. */
export const ENLARGE = `${HEAD}
uniform float grain;

vec3 texel(ivec2 at, ivec2 size) {
  return texelFetch(source, clamp(at, ivec2(0), size - 1), 0).rgb;
}

float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

void main() {
  ivec2 size = textureSize(source, 0);
  vec2 at = position() * vec2(size) - 0.5;
  ivec2 base = ivec2(floor(at));
  vec2 f = at - vec2(base);

  vec3 tap[16];
  float y[16];
  for (int j = 0; j < 4; j++) {
    for (int i = 0; i < 4; i++) {
      int k = j * 4 + i;
      tap[k] = texel(base + ivec2(i - 1, j - 1), size);
      y[k] = luma(tap[k]);
    }
  }

  // the gradient where we are: central differences at the four nearest, mixed by nearness
  vec2 g00 = vec2(y[6] - y[4], y[9] - y[1]);
  vec2 g10 = vec2(y[7] - y[5], y[10] - y[2]);
  vec2 g01 = vec2(y[10] - y[8], y[13] - y[5]);
  vec2 g11 = vec2(y[11] - y[9], y[14] - y[6]);
  vec2 g = mix(mix(g00, g10, f.x), mix(g01, g11, f.x), f.y);
  // edges that point different ways cancel out above: then there is no edge to follow
  float all = mix(mix(length(g00), length(g10), f.x), mix(length(g01), length(g11), f.x), f.y);
  float strength = length(g);
  float edge = smoothstep(0.02, 0.16, strength) * strength / max(all, 1e-4);
  vec2 across = strength > 1e-4 ? g / strength : vec2(1.0, 0.0);
  vec2 along = vec2(-across.y, across.x);
  float shrink = mix(1.0, 0.62, edge);
  float widen = mix(1.0, 1.12, edge);

  vec3 sum = vec3(0.0);
  float weights = 0.0;
  for (int j = 0; j < 4; j++) {
    for (int i = 0; i < 4; i++) {
      if ((i == 0 || i == 3) && (j == 0 || j == 3)) continue;
      vec2 d = vec2(float(i - 1), float(j - 1)) - f;
      vec2 r = vec2(dot(d, along) * shrink, dot(d, across) * widen);
      float r2 = min(dot(r, r), 4.0);
      float foot = 1.0 - 0.25 * r2;
      float weight = foot * foot * foot * foot * (1.0 - r2);
      sum += weight * tap[j * 4 + i];
      weights += weight;
    }
  }
  vec3 least = min(min(tap[5], tap[6]), min(tap[9], tap[10]));
  vec3 most = max(max(tap[5], tap[6]), max(tap[9], tap[10]));
  vec3 drawn = clamp(sum / weights, least, most);
  colour = vec4(drawn + grain * (hash(gl_FragCoord.xy) - 0.5), 1.0);
}
`;

/** Puts a picture together from several, as a field of cells says (`warp`); the twin of `remap`. */
export const REMAP = `${HEAD}
uniform sampler2D slot0, slot1, slot2, slot3;
uniform sampler2D cells;  // dx, dy, slot, soft
uniform float step_px;    // pixels of a picture a cell

const float SHARP = 1.0, SOFT = 8.0;   // pixels: cells that differ by less lie on one surface
const float SOFTEST = 3.5;             // levels of the smaller copies

vec4 cell(ivec2 at) { return texelFetch(cells, clamp(at, ivec2(0), textureSize(cells, 0) - 1), 0); }

// how much a neighbour counts: all if it lies on the same surface, else nothing
vec4 beside(vec4 own, ivec2 at) {
  vec4 other = cell(at);
  vec2 apart = abs(other.xy - own.xy);
  float same = own.w > 0.0 ? SOFT : SHARP;
  return other.z == own.z && max(apart.x, apart.y) < same ? other : own;
}

vec4 fetch(float slot, vec2 at, float level) {
  if (slot < 0.5) return textureLod(slot0, at, level);
  if (slot < 1.5) return textureLod(slot1, at, level);
  if (slot < 2.5) return textureLod(slot2, at, level);
  return textureLod(slot3, at, level);
}

void main() {
  vec2 size = target / (2.0 * step_px);
  vec2 at = position() * size;
  ivec2 middle = ivec2(at);
  vec2 off = at - vec2(middle) - 0.5;
  ivec2 side = ivec2(sign(off));
  vec4 own = cell(middle);
  vec4 across = beside(own, middle + ivec2(side.x, 0));
  vec4 along = beside(own, middle + ivec2(0, side.y));
  vec2 shift = own.xy + (across.xy - own.xy) * abs(off.x) + (along.xy - own.xy) * abs(off.y);
  vec2 from = (at + shift / step_px) / size;
  colour = vec4(fetch(own.z, from, own.w * SOFTEST).rgb, 1.0);
}
`;
