/**
 * Two thumb pads for touch: the left one walks, the right one looks round; and any
 * gamepad that is plugged in, which has the same two sticks.
 */

const DEAD_ZONE = 0.12;
const REACH = 0.36; // how far the knob goes, as a share of the pad

/** One pad: `x` and `y` in [-1, 1], + right, + down; zero when nobody touches it. */
export class Pad {
  constructor(element, onTouch) {
    this.x = 0;
    this.y = 0;
    this.element = element;
    this.knob = element.querySelector("i");
    this.pointer = null;
    element.addEventListener("pointerdown", (event) => {
      onTouch();
      this.pointer = event.pointerId;
      element.setPointerCapture(event.pointerId);
      this.#follow(event);
      event.preventDefault();
    });
    element.addEventListener("pointermove", (event) => {
      if (event.pointerId === this.pointer) this.#follow(event);
    });
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) {
      element.addEventListener(end, (event) => {
        if (event.pointerId === this.pointer) this.release();
      });
    }
  }

  release() {
    this.pointer = null;
    this.x = 0;
    this.y = 0;
    this.knob.style.transform = "";
  }

  #follow(event) {
    const box = this.element.getBoundingClientRect();
    const dx = (event.clientX - box.left) / box.width - 0.5;
    const dy = (event.clientY - box.top) / box.height - 0.5;
    const far = Math.max(1, Math.hypot(dx, dy) / REACH);
    this.x = dx / far / REACH;
    this.y = dy / far / REACH;
    this.knob.style.transform = `translate(${this.x * REACH * box.width}px, ${this.y * REACH * box.height}px)`;
  }
}

/** The first gamepad's sticks and keys, or null. */
export function readGamepad() {
  const pad = navigator.getGamepads?.().find((found) => found?.connected);
  if (!pad) return null;
  const [lx = 0, ly = 0, rx = 0, ry = 0] = pad.axes.map(live);
  const keys = [];
  if (pad.buttons[0]?.pressed) keys.push("SPACE");
  if (pad.buttons[5]?.pressed || pad.buttons[10]?.pressed) keys.push("SHIFT");
  return { move: { x: lx, y: ly }, look: { x: rx, y: ry }, keys };
}

function live(value) {
  return Math.abs(value) < DEAD_ZONE ? 0 : value;
}
