/**
 * What was steered and is not in the newest frame yet: turns, and how long which keys were held.
 *
 *     control ──sent──▶ turns, holds ──answered(frame)──▶ what is left of them
 *
 * A frame tells the newest control that it answers, and the turn that the server has
 * taken in and not spent. Not here: what that makes of the camera (`glide`).
 */

/** Twins of what the server does with a control: `worldgen/sessions/keys.py`. */
export const LOOK_RAD = 0.05; // an arrow key, a frame
export const MOST_WAITING_RAD = 1; // a wilder swing is cut off

const NOTHING = { keys: [], forward: 0, strafe: 0 };

export class Unanswered {
  constructor() {
    this.clear();
  }

  /** Whether anything is held, or was since the newest frame. */
  get holds() {
    return this.held.length > 1 || this.held[0].what.much > 0;
  }

  /** Nothing is held and nothing waits, as after a pause. */
  clear() {
    this.turns = [];
    this.held = [{ seq: 0, at: -Infinity, what: heldOf(NOTHING) }]; // the first is what the frame knew
  }

  /** A control goes out; whether it asks for movement that there was not. */
  sent(control, now) {
    const { seq, yaw_rad: yaw, pitch_rad: pitch } = control;
    const turns = yaw !== 0 || pitch !== 0;
    if (turns) this.turns.push({ seq, yaw, pitch });
    const before = this.held.at(-1).what;
    const what = heldOf(control);
    if (what.name === before.name) return turns;
    this.held.push({ seq, at: now, what });
    return turns || what.much > before.much;
  }

  /** A frame came that knows of every control up to `seq`. */
  answered(seq) {
    this.turns = this.turns.filter((turn) => turn.seq > seq);
    while (this.held[1]?.seq <= seq) this.held.shift();
  }

  /** Turned by mouse, finger or stick and not in the frame: {yaw, pitch}, exactly as the server adds up. */
  turned(waiting) {
    let { yaw, pitch } = waiting;
    for (const turn of this.turns) {
      yaw = clamp(yaw + turn.yaw, MOST_WAITING_RAD);
      pitch = clamp(pitch + turn.pitch, MOST_WAITING_RAD);
    }
    return { yaw, pitch };
  }

  /**
   * What was held since the frame's action was taken, oldest first: {what, frames, isKnown}.
   *
   * @param since when that was, ms. now: until when.
   * @param beatMs how long a frame takes. most: frames in all.
   */
  parts({ since, now, beatMs, most }) {
    let left = most; // of doing something: who stood still for long may still begin to walk
    return this.held.map(({ at, what }, place, held) => {
      const isKnown = place === 0;
      const until = held[place + 1]?.at ?? now;
      const from = isKnown ? since : at;
      // the server never misses a tap: it counts for one whole frame
      const to = isKnown ? until : Math.max(until, at + beatMs);
      const frames = Math.min(Math.max(Math.min(to, now) - from, 0) / beatMs, left);
      if (what.much > 0) left -= frames;
      return { what, frames, isKnown };
    });
  }
}

/**
 * Keys and stick as movement: {ahead, aside, runs, yaw, pitch}, how `much` of that there is, the
 * `way` that tells one walk from another, and a `name` that tells all of it apart.
 */
function heldOf({ keys, forward, strafe }) {
  const axis = (positive, negative) => keys.includes(positive) - keys.includes(negative);
  const ahead = clamp(axis("W", "S") + forward, 1);
  const aside = clamp(axis("D", "A") + strafe, 1);
  const runs = keys.includes("SHIFT");
  const rises = keys.includes("SPACE");
  const yaw = axis("RIGHT", "LEFT") * LOOK_RAD;
  const pitch = axis("UP", "DOWN") * LOOK_RAD;
  const way = [ahead, aside, runs, rises].join();
  const much = [ahead, aside, rises, yaw, pitch].filter(Boolean).length;
  return { ahead, aside, runs, yaw, pitch, much, way, name: [way, yaw, pitch].join() };
}

function clamp(value, limit) {
  return Math.min(Math.max(value, -limit), limit);
}
