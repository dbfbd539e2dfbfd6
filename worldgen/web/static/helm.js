/**
 * Who has the keyboard and the mouse: the world or the page. A click into the picture
 * gives them to the world; Escape, another tab, or losing the focus takes them back,
 * and then nothing stays held.
 */

import { Controls } from "./controls.js";
import { Pad } from "./pads.js";

export class Helm {
  /**
   * @param root the page's own element.
   * @param send takes the fields of a control message.
   * @param onKeys is called with the set of held keys when it changed.
   * @param shortcuts what a key does besides walking: {KeyP: () => …}.
   */
  constructor(root, { send, onKeys, shortcuts }) {
    this.root = root;
    this.stage = root.querySelector(".wg-stage");
    this.shortcuts = { Escape: () => this.release(), ...shortcuts };
    this.canEngage = false; // whether there is a world to walk in
    const pads = {};
    for (const name of ["move", "look"]) {
      pads[name] = new Pad(root.querySelector(`[data-pad=${name}]`), () => this.engage());
    }
    this.controls = new Controls(this.stage, pads, {
      send,
      onKeys,
      onUnlock: () => this.release(),
    });
    this.#listen();
    this.#listenToTouch();
  }

  /** Give keyboard and, where wanted, the mouse to the world. */
  engage({ lock = false } = {}) {
    if (!this.canEngage) return;
    this.stage.focus({ preventScroll: true });
    this.stage.classList.add("is-engaged");
    this.controls.engage({ lock: lock && !this.root.classList.contains("is-touch") });
  }

  /** Put the keyboard on the picture; the world has it, if there is one to walk in. */
  focus() {
    this.stage.focus({ preventScroll: true });
    this.engage();
  }

  /** Take a letter that another part of the page has no use for; false if it is none of ours. */
  take(event) {
    if (!event.code.startsWith("Key") || !isPlain(event)) return false;
    this.engage();
    return this.#press(event);
  }

  /** Take them back; everything is let go. */
  release() {
    this.stage.classList.remove("is-engaged");
    this.controls.release();
  }

  end() {
    this.controls.end();
  }

  #listen() {
    const { stage } = this;
    stage.addEventListener("keydown", (event) => this.#keyDown(event));
    stage.addEventListener("keyup", (event) => {
      if (this.controls.keyboard.up(event)) event.preventDefault();
    });
    stage.addEventListener("blur", () => this.release());
    stage.addEventListener("click", () => {
      if (!this.controls.pointer.hasDragged) this.engage({ lock: true });
    });
    stage.addEventListener("contextmenu", (event) => event.preventDefault());
    window.addEventListener("blur", () => this.release());
  }

  #keyDown(event) {
    if (!this.controls.isEngaged) {
      if (event.target === this.stage && (event.code === "Enter" || event.code === "Space")) {
        this.engage();
        event.preventDefault();
      }
      return;
    }
    if (this.#press(event)) event.preventDefault();
  }

  /** A shortcut, or a key that walks; false if it is neither. */
  #press(event) {
    if (isPlain(event) && this.shortcuts[event.code]) {
      if (!event.repeat) this.shortcuts[event.code]();
      return true;
    }
    return this.controls.isEngaged && this.controls.keyboard.down(event);
  }

  #listenToTouch() {
    const touch = () => this.root.classList.add("is-touch");
    if (matchMedia("(pointer: coarse)").matches) touch();
    else window.addEventListener("touchstart", touch, { once: true, passive: true });
    for (const key of this.root.querySelectorAll("[data-hold]")) {
      const hold = (on) => {
        this.engage();
        this.controls.holdKey(key.dataset.hold, on);
        key.classList.toggle("is-on", on);
      };
      key.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        hold(true);
      });
      for (const end of ["pointerup", "pointercancel"]) {
        key.addEventListener(end, () => hold(false));
      }
    }
  }
}

function isPlain({ ctrlKey, metaKey, altKey }) {
  return !ctrlKey && !metaKey && !altKey;
}
