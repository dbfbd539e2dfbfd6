/**
 * Rain and snow without a GPU: some hundred strokes, or dots, of the same drops (`falling`).
 *
 * The farthest and smallest are left out: the processor is the model's, too.
 */

import {
  APERTURE_M, FADES_M, FOCUS_M, KINDS, LEAST_PX, NEAREST_M, PERIOD_S, boxOf, dice, turnOf,
} from "./falling.js";

const LAYERS = 2; // of three
const FAINTEST = 0.03;
const SHADES = 4; // strokes of about one opacity and width are drawn at once
const STROKE = { wide: 1.07, opacity: 0.8, cut: 0.12 }; // as much light as a soft line has
const DOT_PX = 32;

const thrown = new Map();

/**
 * Draw what falls over a canvas.
 *
 * @param falls {timeS, rain, snow, camera, focal}, the last as a share of the picture's width.
 * @param light the picture's mean colour, 0 to 255.
 * @param aspect of the picture, width by height.
 */
export function drawFalling(context, { timeS, camera, focal, ...strengths }, light, aspect) {
  const { width, height } = context.canvas;
  const lens = { width, height, fx: focal * width, fy: focal * aspect * height };
  for (const [name, kind] of Object.entries(KINDS)) {
    if (!strengths[name]) continue;
    const drops = dropsOf(kind, strengths[name], camera, timeS, lens, LAYERS)
      .filter((drop) => drop[5] > FAINTEST && isWithin(drop, lens));
    const colour = lightOf(kind, light);
    if (kind.exposureS > 0) strokes(context, drops, colour);
    else dots(context, drops, colour);
  }
  context.globalAlpha = 1;
}

/**
 * The drops that are seen: [head x, head y, tail x, tail y, radius, opacity], pixels.
 *
 * @param lens {width, height, fx, fy} of the canvas, pixels.
 * @param layers so many of them, the nearest.
 */
export function dropsOf(kind, strength, camera, timeS, lens, layers) {
  const turn = turnOf(camera);
  const seen = [];
  kind.layers.slice(0, layers).forEach((layer, number) => {
    const key = `${number} ${layer.count}`;
    if (!thrown.has(key)) thrown.set(key, dice(number, layer.count));
    const box = boxOf(kind, layer, camera, turn, timeS);
    const falling = Math.min(Math.ceil(1.25 * strength * layer.count), layer.count);
    for (let drop = 0; drop < falling; drop += 1) {
      const one = dropOf(thrown.get(key), 8 * drop, kind, layer, box, turn, strength, lens);
      if (one) seen.push(one);
    }
  });
  return seen;
}

function dropOf(thrown, at, kind, layer, box, turn, strength, lens) {
  const { side, ahead, middle, phase, fall, wind, sway } = box;
  const large = thrown[at + 4];
  const gust = 0.7 + 0.6 * large;
  const east = Math.round(wind[0] * gust);
  const down = Math.round(mix(fall, thrown[at + 3]));
  const north = Math.round(wind[1] * gust);
  const angle = 2 * Math.PI * (Math.round(mix(sway, thrown[at + 5])) * phase + thrown[at + 6]);
  const aside = kind.swayM > 0 ? kind.swayM * Math.sin(angle) : 0;
  const along = kind.swayM > 0 ? kind.swayM * Math.cos(angle) : 0;
  const x = side * centred(thrown[at] + phase * east - middle[0]) + ahead[0] + aside;
  const y = side * centred(thrown[at + 1] + phase * down - middle[1]) + ahead[1];
  const z = side * centred(thrown[at + 2] + phase * north - middle[2]) + ahead[2] + along;
  if (x * turn[2] + y * turn[5] + z * turn[8] <= NEAREST_M) return null;

  const far = Math.sqrt(x * x + y * y + z * z);
  const [near, clear] = FADES_M;
  const fades = rise(far, near, clear) * (1 - rise(far, 0.6 * layer.reachM, layer.reachM));
  const shown = Math.min(Math.max((1.25 * strength - thrown[at + 7]) * 4, 0), 1) * fades;
  if (shown <= 0) return null;
  const out = (side / PERIOD_S) * kind.exposureS;
  const head = into(x, y, z, turn);
  const tail = into(x - east * out, y - down * out, z - north * out, turn);
  if (tail[2] <= NEAREST_M) return null;

  const focal = (lens.fx + lens.fy) / 2;
  const sharp = (focal * layer.radiusM * (0.5 + 0.5 * large)) / head[2];
  const blur = focal * APERTURE_M * Math.max(1 / head[2] - 1 / FOCUS_M, 0);
  const radius = Math.max(sharp + blur, LEAST_PX);
  const opacity = kind.opacity * shown * Math.min(sharp / radius, 1);
  return [...project(head, lens), ...project(tail, lens), radius, opacity];
}

function isWithin([hx, hy, tx, ty, radius], { width, height }) {
  const across = Math.max(hx, tx) > -radius && Math.min(hx, tx) < width + radius;
  return across && Math.max(hy, ty) > -radius && Math.min(hy, ty) < height + radius;
}

function strokes(context, drops, colour) {
  const shades = new Map();
  for (const [hx, hy, tx, ty, radius, opacity] of drops) {
    const alpha = Math.ceil(STROKE.opacity * opacity * 4 * SHADES) / (4 * SHADES);
    const wide = Math.ceil(STROKE.wide * radius * SHADES) / SHADES;
    const key = `${alpha} ${wide}`;
    if (!shades.has(key)) shades.set(key, { alpha, wide, path: new Path2D() });
    const { path } = shades.get(key);
    const [cx, cy] = [STROKE.cut * (hx - tx), STROKE.cut * (hy - ty)];
    path.moveTo(tx + cx, ty + cy);
    path.lineTo(hx - cx, hy - cy);
  }
  context.strokeStyle = colour;
  context.lineCap = "round";
  for (const { alpha, wide, path } of shades.values()) {
    context.globalAlpha = alpha;
    context.lineWidth = wide;
    context.stroke(path);
  }
}

function dots(context, drops, colour) {
  const dot = dotOf(colour);
  for (const [x, y, , , radius, opacity] of drops) {
    context.globalAlpha = opacity;
    context.drawImage(dot, x - radius, y - radius, 2 * radius, 2 * radius);
  }
}

let lastDot = null;

/** A soft round dot; the same one while the light stays. */
function dotOf(colour) {
  if (lastDot?.colour === colour) return lastDot.canvas;
  const canvas = globalThis.OffscreenCanvas
    ? new OffscreenCanvas(DOT_PX, DOT_PX)
    : Object.assign(document.createElement("canvas"), { width: DOT_PX, height: DOT_PX });
  const pen = canvas.getContext("2d");
  const middle = DOT_PX / 2;
  const shade = pen.createRadialGradient(middle, middle, 0, middle, middle, middle);
  for (let off = 0; off <= 1; off += 0.125) {
    const share = (1 - off * off) ** 2;
    shade.addColorStop(off, colour.replace("rgb", "rgba").replace(")", `, ${share})`));
  }
  pen.fillStyle = shade;
  pen.fillRect(0, 0, DOT_PX, DOT_PX);
  lastDot = { colour, canvas };
  return canvas;
}

function lightOf(kind, mean) {
  const grey = (mean[0] + mean[1] + mean[2]) / 3;
  const light = mean.map((value) => Math.min((kind.gain * (value + grey)) / 2 + 8, 250));
  return `rgb(${light.map((value) => 4 * Math.round(value / 4)).join(", ")})`;
}

/** In [−½, ½), as the box repeats. */
function centred(boxes) {
  return boxes - Math.floor(boxes) - 0.5;
}

/** In the camera's axes. */
function into(x, y, z, turn) {
  return [
    x * turn[0] + y * turn[3] + z * turn[6],
    x * turn[1] + y * turn[4] + z * turn[7],
    x * turn[2] + y * turn[5] + z * turn[8],
  ];
}

function project([x, y, z], { width, height, fx, fy }) {
  return [(x / z) * fx + width / 2, (y / z) * fy + height / 2];
}

function mix([low, high], share) {
  return low + (high - low) * share;
}

function rise(value, low, high) {
  const share = Math.min(Math.max((value - low) / (high - low), 0), 1);
  return share * share * (3 - 2 * share);
}
