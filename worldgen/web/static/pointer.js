/**
 * Looking round with the mouse (locked, or dragging) or with a finger on the picture.
 */

const LOCKED_RAD_PER_PX = 0.0022;
const DRAG_RAD_PER_PX = 0.0036;
const FINGER_RAD_PER_PX = 0.0055;
const CLICK_PX = 4;

export class Pointer {
  /**
   * @param stage the element to look in.
   * @param onLook is called with (yaw, pitch, time): radians, + right, + up.
   * @param onUnlock is called when the browser takes the pointer back (Escape).
   */
  constructor(stage, { onLook, onUnlock }) {
    this.stage = stage;
    this.onLook = onLook;
    this.dragging = null;
    this.hasDragged = false; // whether the last press moved: then it was no click
    this.wasLocked = false;
    stage.addEventListener("pointerdown", (event) => this.#down(event));
    stage.addEventListener("pointermove", (event) => this.#move(event));
    stage.addEventListener("pointerup", () => this.#up());
    stage.addEventListener("pointercancel", () => this.#up());
    document.addEventListener("pointerlockchange", () => {
      if (this.wasLocked && !this.isLocked) onUnlock();
      this.wasLocked = this.isLocked;
    });
  }

  get isLocked() {
    return document.pointerLockElement === this.stage;
  }

  /** Hold the pointer, where the browser lets us; dragging works in any case. */
  async lock() {
    try {
      await this.stage.requestPointerLock?.();
    } catch {
      // refused (an iframe without the right, or too soon after Escape): dragging is left
    }
  }

  unlock() {
    this.wasLocked = false;
    if (this.isLocked) document.exitPointerLock();
  }

  #down(event) {
    this.hasDragged = false;
    if (this.isLocked || event.button !== 0 || event.target !== this.stage) return;
    this.dragging = { id: event.pointerId, x: event.clientX, y: event.clientY, far: 0 };
    this.stage.setPointerCapture(event.pointerId);
  }

  #move(event) {
    if (this.isLocked) {
      this.#look(event.movementX, event.movementY, LOCKED_RAD_PER_PX, event.timeStamp);
    } else if (this.dragging?.id === event.pointerId) {
      const { x, y } = this.dragging;
      const scale = event.pointerType === "touch" ? FINGER_RAD_PER_PX : DRAG_RAD_PER_PX;
      this.#look(event.clientX - x, event.clientY - y, scale, event.timeStamp);
      this.dragging.far += Math.abs(event.clientX - x) + Math.abs(event.clientY - y);
      this.hasDragged ||= this.dragging.far > CLICK_PX;
      this.dragging.x = event.clientX;
      this.dragging.y = event.clientY;
    }
  }

  #up() {
    this.dragging = null;
  }

  #look(dx, dy, scale, time) {
    if (dx || dy) this.onLook(dx * scale, -dy * scale, time);
  }
}
