/**
 * Everything that steers, as one stream of control messages: what is held now, and
 * how far the view was turned since the last message. At most one message a screen
 * refresh, and none when nothing changed.
 */

import { Keyboard } from "./keyboard.js";
import { readGamepad } from "./pads.js";
import { Pointer } from "./pointer.js";

const STICK_RAD_PER_S = 1.6;
const LONGEST_TICK_S = 0.1;
const MOST_TURN_RAD = 3;

export class Controls {
  /**
   * @param stage the element that has the keyboard and the mouse.
   * @param pads the touch pads: {move, look}.
   * @param send takes the fields of a control message.
   * @param onKeys is called with the set of held keys when it changed.
   * @param onUnlock is called when the browser takes the pointer back.
   */
  constructor(stage, pads, { send, onKeys, onUnlock }) {
    this.pads = pads;
    this.send = send;
    this.onKeys = onKeys;
    this.seq = 0;
    this.isEngaged = false;
    this.touchKeys = new Set();
    this.turn = { yaw: 0, pitch: 0 };
    this.changedAt = null;
    this.sent = JSON.stringify({ keys: [], forward: 0, strafe: 0 });
    this.tickedAt = performance.now();
    this.keyboard = new Keyboard((time) => this.#changed(time, true));
    this.pointer = new Pointer(stage, { onLook: (...look) => this.#look(...look), onUnlock });
    this.#tick();
  }

  /** From now on input counts. */
  engage({ lock }) {
    this.isEngaged = true;
    if (lock) this.pointer.lock();
  }

  /** Let everything go; input no longer counts. */
  release() {
    this.isEngaged = false;
    this.turn = { yaw: 0, pitch: 0 };
    this.touchKeys.clear();
    this.pads.move.release();
    this.pads.look.release();
    this.pointer.unlock();
    this.keyboard.release();
    this.#flush();
  }

  /** Hold or let go a key by its world name, as an on-screen button does. */
  holdKey(name, on) {
    if (on) this.touchKeys.add(name);
    else this.touchKeys.delete(name);
    this.#changed(performance.now(), true);
  }

  end() {
    this.ended = true;
  }

  #look(yaw, pitch, time) {
    if (!this.isEngaged) return;
    this.turn.yaw += yaw;
    this.turn.pitch += pitch;
    this.#changed(time, false);
  }

  #changed(time, now) {
    this.changedAt ??= time;
    if (now) this.#flush();
  }

  /** Sticks turn by time, not by events, so they are read once a refresh. */
  #tick() {
    if (this.ended) return;
    const at = performance.now();
    const seconds = Math.min((at - this.tickedAt) / 1000, LONGEST_TICK_S);
    this.tickedAt = at;
    if (this.isEngaged) {
      this.gamepad = readGamepad();
      const { x, y } = this.#stick("look");
      if (x || y) this.#look(x * STICK_RAD_PER_S * seconds, -y * STICK_RAD_PER_S * seconds, at);
      this.#flush();
    }
    requestAnimationFrame(() => this.#tick());
  }

  #stick(name) {
    const pad = this.pads[name];
    const stick = this.gamepad?.[name] ?? { x: 0, y: 0 };
    return { x: clamp(pad.x + stick.x, 1), y: clamp(pad.y + stick.y, 1) };
  }

  #flush() {
    const keys = new Set([...this.keyboard.held, ...this.touchKeys]);
    let move = { x: 0, y: 0 };
    if (this.isEngaged) {
      for (const key of this.gamepad?.keys ?? []) keys.add(key);
      move = this.#stick("move");
    } else {
      keys.clear();
    }
    const held = {
      keys: [...keys].sort(),
      forward: round(-move.y),
      strafe: round(move.x),
    };
    const state = JSON.stringify(held);
    const { yaw, pitch } = this.turn;
    if (state === this.sent && !yaw && !pitch) {
      this.changedAt = null;
      return;
    }
    if (state !== this.sent) this.onKeys(keys);
    this.sent = state;
    this.turn = { yaw: 0, pitch: 0 };
    this.seq += 1;
    this.send({
      seq: this.seq,
      at_ms: performance.timeOrigin + (this.changedAt ?? performance.now()),
      ...held,
      yaw_rad: clamp(yaw, MOST_TURN_RAD),
      pitch_rad: clamp(pitch, MOST_TURN_RAD),
    });
    this.changedAt = null;
  }
}

function clamp(value, limit) {
  return Math.min(Math.max(value, -limit), limit);
}

function round(value) {
  return Math.round(value * 50) / 50 + 0; // a thumb trembles; + 0 makes -0 plain 0
}
