/**
 * Which of the world's keys are held. Everything is let go when the page loses sight
 * of the keyboard: a key that stays down in the dark would walk on for ever.
 */

export const KEY_OF_CODE = {
  KeyW: "W",
  KeyA: "A",
  KeyS: "S",
  KeyD: "D",
  ArrowLeft: "LEFT",
  ArrowRight: "RIGHT",
  ArrowUp: "UP",
  ArrowDown: "DOWN",
  Space: "SPACE",
  ShiftLeft: "SHIFT",
  ShiftRight: "SHIFT",
};

export class Keyboard {
  /** @param onChange is called with the event's time whenever what is held has changed. */
  constructor(onChange) {
    this.codes = new Set();
    this.onChange = onChange;
  }

  /** The held keys by the world's names. */
  get held() {
    return new Set([...this.codes].map((code) => KEY_OF_CODE[code]));
  }

  /** Take a keydown; false when it is none of the world's keys. */
  down(event) {
    if (!(event.code in KEY_OF_CODE) || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (!this.codes.has(event.code)) {
      this.codes.add(event.code);
      this.onChange(event.timeStamp);
    }
    return true;
  }

  /** Take a keyup; false when the key was not held. */
  up(event) {
    if (event.key === "Meta") this.release(); // macOS tells of no key that is let go meanwhile
    if (!this.codes.delete(event.code)) return false;
    this.onChange(event.timeStamp);
    return true;
  }

  release() {
    if (this.codes.size === 0) return;
    this.codes.clear();
    this.onChange(performance.now());
  }
}
