/**
 * The camera to show now: the newest frame's, and what was done since.
 *
 *     frames (pose, answers, what waits) ─┐
 *     controls (turns, held keys) ────────┼──▶ at(now) ──▶ {x, y, z, yaw, pitch, isExact}
 *     the clock ──────────────────────────┘
 *
 * Turns by mouse, finger or stick are known exactly. Walking goes on as the last two frames
 * say that it went, so what holds the body (walls, water, care) holds the prediction. When a
 * frame comes, what is shown does not jump: the difference melts away.
 *
 * It reads no clock and draws nothing. What was steered: `unanswered`; pictures: `warp`.
 */

import {
  AXES, METRES, NOWHERE, forwardOf, isNear, moved, placeOf, stepBetween, wrapped,
} from "./places.js";
import { Unanswered } from "./unanswered.js";

/** Twins of `worldgen/kinematics/body.py`. */
export const WALK_M_PER_S = 1.5;
export const RUN_FACTOR = 2;
export const MOST_PITCH_RAD = 1.2;

const MOST_FRAMES = 2; // how far keys are followed beyond the newest frame
const MOST_TURN = { yaw: 0.4, pitch: 0.25 }; // beyond it a third of the view would be made up
const MOST_BEHIND = 0.8; // frames between a frame's action and its coming, so that two are enough
const CAUTION = 0.5; // share of its speed with which a walk is taken to begin
const MELT_MS = 50; // in this time a difference melts to a third, in 150 ms to nothing to speak of
const LEAST = { m: 0.001, rad: 0.0003 }; // what nobody sees
const JUMP = { m: 1.5, rad: 0.8 }; // no walk: another place
const KEEP_OFF_M = 0.3; // from what is straight ahead
const BEAT_MS = { least: 25, most: 600 };

export class Glide {
  constructor() {
    this.unanswered = new Unanswered();
    this.isOn = false; // whether the world walks
    this.newest = null; // the newest frame: {walk, index, place, waiting, since, aheadM, step, …}
    this.beatMs = null; // from frame to frame
    this.pace = CAUTION; // how fast walks went lately, as a share of the speed asked for
    this.gap = null; // {x, y, z, yaw, pitch, at}: between what was shown and what was predicted
  }

  /** Whether the camera may move without anything more happening. */
  get isLively() {
    return this.gap !== null || (this.isOn && this.unanswered.holds);
  }

  /** The world walks, or is held still: then its own picture is shown, after a moment. */
  walks(on, now) {
    if (on === this.isOn) return;
    const shown = this.newest && this.at(now);
    this.isOn = on;
    this.unanswered.clear();
    if (shown) this.#melt(shown, now);
  }

  /** A control goes out; whether it should be seen. */
  steer(control, now) {
    const seen = this.unanswered.sent(control, now);
    return seen && this.isOn;
  }

  /**
   * A frame is shown from now on.
   *
   * @param frame as `parseFrame` gives it.
   * @param aheadM metres to what is straight ahead in it.
   */
  frame(frame, now, aheadM = Infinity) {
    const { newest } = this;
    const goesOn = newest !== null && frame.walk === newest.walk && frame.index > newest.index;
    const shown = goesOn && (this.isOn || this.gap) ? this.at(now) : null;
    this.#measure(frame, now, goesOn);
    const place = placeOf(frame.pose);
    this.unanswered.answered(frame.answers);
    this.newest = {
      walk: frame.walk,
      index: frame.index,
      answers: frame.answers,
      waiting: frame.waiting,
      cameAt: now,
      since: now - Math.min(frame.modelMs, MOST_BEHIND * this.beatMs),
      frameS: frame.index > 0 ? frame.timeS / frame.index : 0.1,
      step: goesOn ? stepBetween(newest.place, place, frame.index - newest.index) : null,
      place,
      aheadM,
    };
    this.#pace();
    this.gap = null;
    if (shown) this.#melt(shown, now);
  }

  /** Where to look from now. `isExact` when that is the newest frame's own place. */
  at(now) {
    const { place } = this.newest;
    const shown = this.#predicted(now);
    const share = this.#gapShare(now);
    for (const name of AXES) shown[name] += share * (this.gap?.[name] ?? 0);
    this.#keepOff(shown);
    const isExact = isNear(shown, place, LEAST);
    return isExact ? { ...place, isExact } : { ...shown, isExact };
  }

  // ---------------------------------------------------------------- measured

  #measure(frame, now, goesOn) {
    const { newest } = this;
    if (goesOn && this.isOn) {
      const beat = (now - newest.cameAt) / (frame.index - newest.index);
      if (beat < BEAT_MS.most) this.beatMs += (Math.max(beat, BEAT_MS.least) - this.beatMs) / 4;
    }
    this.beatMs ??= clamp(frame.modelMs, BEAT_MS.least, BEAT_MS.most);
  }

  /** How much of what was asked for the body does here: less in water, none at a wall. */
  #pace() {
    const { step, frameS } = this.newest;
    const { what } = this.unanswered.held[0];
    const wanted = speedOf(what) * frameS;
    if (step && wanted > 0) this.pace = clamp(Math.hypot(step.ahead, step.aside) / wanted, 1);
  }

  // ---------------------------------------------------------------- predicted

  #predicted(now) {
    const { place, waiting, since } = this.newest;
    if (!this.isOn) return { ...place };
    const parts = this.unanswered.parts({ since, now, beatMs: this.beatMs, most: MOST_FRAMES });
    const turn = this.unanswered.turned(waiting);
    const walked = { ahead: 0, aside: 0, up: 0 };
    for (const part of parts) {
      turn.yaw += part.what.yaw * part.frames;
      turn.pitch += part.what.pitch * part.frames;
      const step = this.#stepOf(part);
      for (const name of ["ahead", "aside", "up"]) walked[name] += step[name] * part.frames;
    }
    const yaw = clamp(turn.yaw, MOST_TURN.yaw);
    const pitch = clamp(place.pitch + clamp(turn.pitch, MOST_TURN.pitch), MOST_PITCH_RAD);
    return { ...moved(place, walked, place.yaw + yaw / 2), yaw: place.yaw + yaw, pitch };
  }

  /** What one frame of this walk does: as it was measured, or as far as it may be hoped for. */
  #stepOf({ what, isKnown }) {
    const { step, frameS } = this.newest;
    const known = this.unanswered.held[0].what;
    if (step && (isKnown || what.way === known.way)) {
      return speedOf(what) > 0 ? level(step) : NO_STEP; // nobody who holds nothing falls on
    }
    const far = (speedOf(what) * frameS * clamp(Math.max(this.pace, CAUTION), 1)) / hypotOf(what);
    return { ahead: far * what.ahead, aside: far * what.aside, up: 0 };
  }

  /** Nobody is walked into what is straight ahead of them. */
  #keepOff(shown) {
    const { place, aheadM } = this.newest;
    const forward = forwardOf(place);
    const far = METRES.reduce((sum, name) => sum + (shown[name] - place[name]) * forward[name], 0);
    const over = far - Math.max(aheadM - KEEP_OFF_M, 0);
    if (over > 0 && far > 0) for (const name of METRES) shown[name] -= over * forward[name];
  }

  // ---------------------------------------------------------------- the gap

  /** Go on from what was shown: the difference to what is predicted melts away from now on. */
  #melt(shown, now) {
    this.gap = null;
    const there = this.#predicted(now);
    const gap = { at: now };
    for (const name of AXES) gap[name] = shown[name] - there[name];
    gap.yaw = wrapped(gap.yaw);
    const isJump = !isNear(gap, NOWHERE, JUMP);
    if (!isJump && !isNear(gap, NOWHERE, LEAST)) this.gap = gap;
  }

  #gapShare(now) {
    if (this.gap === null) return 0;
    const share = Math.exp(-Math.max(now - this.gap.at, 0) / MELT_MS);
    const left = { ...NOWHERE };
    for (const name of AXES) left[name] = share * this.gap[name];
    if (!isNear(left, NOWHERE, LEAST)) return share;
    this.gap = null;
    return 0;
  }
}

const NO_STEP = { ahead: 0, aside: 0, up: 0 };

/** A step without leaps: rising or falling faster than one walks does not go on for long. */
function level(step) {
  const goesOn = Math.abs(step.up) <= Math.hypot(step.ahead, step.aside);
  return goesOn ? step : { ...step, up: 0 };
}

/** Metres a second that are asked for. */
function speedOf(what) {
  const share = Math.min(Math.hypot(what.ahead, what.aside), 1);
  return share * WALK_M_PER_S * (what.runs ? RUN_FACTOR : 1);
}

function hypotOf({ ahead, aside }) {
  return Math.hypot(ahead, aside) || 1;
}

function clamp(value, low, high = undefined) {
  return high === undefined
    ? Math.min(Math.max(value, -low), low)
    : Math.min(Math.max(value, low), high);
}
