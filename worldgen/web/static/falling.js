/**
 * Rain and snow before the picture: how much of it there is now, and where every drop is.
 *
 *     frames (rain, snow) ──▶ Falling ──at(now)──▶ {timeS, rain, snow} ──▶ painters
 *     the clock ────────────▶    ▲
 *
 * Drops hang in boxes that repeat through the world, and are moved past as anything else is. The
 * twin of `worldgen/falling.py`, which says more; a test holds the two together. Not here: drawing
 * them (`falling_gpu`, `falling_plain`).
 */

export const PERIOD_S = 240;
export const NEAREST_M = 0.25;
export const FADES_M = [0.5, 1.1];
export const FOCUS_M = 2.5;
export const APERTURE_M = 0.0016;
export const LEAST_PX = 1;

const SIDE = 1.4;
const AHEAD = 0.65;

export const KINDS = {
  rain: {
    layers: [
      { reachM: 4, count: 900, radiusM: 0.0026 },
      { reachM: 9, count: 4200, radiusM: 0.0045 },
      { reachM: 20, count: 6000, radiusM: 0.008 },
    ],
    fallMS: [7, 9.5],
    windMS: [0.8, 0.4],
    swayM: 0,
    swayHz: [0, 0],
    exposureS: 0.026,
    opacity: 0.46,
    gain: 1.5,
  },
  snow: {
    layers: [
      { reachM: 4, count: 1000, radiusM: 0.014 },
      { reachM: 9, count: 4000, radiusM: 0.02 },
      { reachM: 20, count: 7000, radiusM: 0.032 },
    ],
    fallMS: [0.8, 1.5],
    windMS: [0.35, 0.15],
    swayM: 0.12,
    swayHz: [0.2, 0.5],
    exposureS: 0,
    opacity: 0.85,
    gain: 1.7,
  },
};

const FADE_MS = 1000; // from none to all of it, or back
const LONGEST_MS = 250; // what lasts longer was no refresh: the page slept
const CALM = { strength: 0.25, pace: 0.4 }; // for people who asked for less motion

export class Falling {
  /** @param calm whether less of it shall fall, and more slowly. */
  constructor({ calm = false } = {}) {
    this.calm = calm ? CALM : { strength: 1, pace: 1 };
    this.isOn = false; // whether the world walks
    this.walk = null;
    this.wanted = { rain: 0, snow: 0 };
    this.now = { timeS: 0, rain: 0, snow: 0 };
    this.since = 0; // `now` is of then
    this.isShown = false;
  }

  /** Whether what is seen of it changes without anything more happening. */
  get isLively() {
    return this.isOn && (this.isShown || this.wanted.rain > 0 || this.wanted.snow > 0);
  }

  /** The world walks, or is held still: then all of it hangs in the air. */
  walks(on, now) {
    this.#pass(now);
    this.isOn = on;
  }

  /** A frame says what falls; a new world begins with all of it. */
  frame({ walk, rain, snow }, now) {
    this.#pass(now);
    const { strength } = this.calm;
    this.wanted = { rain: strength * rain, snow: strength * snow };
    if (walk !== this.walk) Object.assign(this.now, this.wanted);
    this.walk = walk;
  }

  /** What is to be drawn now: {timeS, rain, snow}, or null when nothing falls. */
  at(now) {
    this.#pass(now);
    this.isShown = this.now.rain > 0 || this.now.snow > 0;
    return this.isShown ? { ...this.now } : null;
  }

  #pass(now) {
    const passed = this.isOn ? Math.min(now - this.since, LONGEST_MS) : 0;
    this.since = now;
    this.now.timeS += (this.calm.pace * passed) / 1000;
    for (const name of ["rain", "snow"]) {
      const gap = this.wanted[name] - this.now[name];
      this.now[name] += Math.sign(gap) * Math.min(Math.abs(gap), passed / FADE_MS);
    }
  }
}

/** Eight numbers in [0, 1) a drop, the same for ever: place, speed, size, sway, its beginning; rank. */
export function dice(layer, count) {
  const thrown = new Float32Array(8 * count);
  for (let drop = 0; drop < count; drop += 1) {
    for (let n = 0; n < 7; n += 1) thrown[8 * drop + n] = hash(7 * drop + n + (layer << 20));
    thrown[8 * drop + 7] = drop / count;
  }
  return thrown;
}

function hash(number) { // lowbias32 by C. Wellons
  let mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/** The camera's axes in the world: nine numbers, row by row; its right, down and ahead are columns. */
export function turnOf({ yaw, pitch }) {
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)];
  return [cy, sy * sp, sy * cp, 0, cp, -sp, -sy, cy * sp, cy * cp];
}

/**
 * A layer's box as a camera meets it: what is the same for all of its drops.
 *
 * @param turn as `turnOf` gives it.
 */
export function boxOf(kind, { reachM }, camera, turn, timeS) {
  const side = SIDE * reachM;
  const ahead = [2, 5, 8].map((at) => AHEAD * reachM * turn[at]);
  const middle = [camera.x, camera.y, camera.z].map((m, axis) => {
    const boxes = (m + ahead[axis]) / side;
    return boxes - Math.floor(boxes);
  });
  const boxes = (perS) => (perS * PERIOD_S) / side;
  return {
    side,
    ahead,
    middle,
    phase: (timeS / PERIOD_S) % 1,
    fall: kind.fallMS.map(boxes), // boxes in a period, before they are made whole
    wind: kind.windMS.map(boxes),
    sway: kind.swayHz.map((hz) => hz * PERIOD_S),
  };
}
