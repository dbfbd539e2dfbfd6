/**
 * A part of the picture is painted over, and what shall be there is said.
 *
 *     open ──paint──▶ a trace ──words, Enter──▶ change(words, mask)
 *       ▲────────────────┴──────Escape, C─────▶ leave()
 *
 * The world is held still meanwhile. A trace is of the frame that it was painted on: should
 * another be shown, it is gone, but for the frames that were under way when the world was
 * held, which show nearly the same and may come in the middle of a stroke. Strokes are kept
 * in shares of the picture, so that the same ones are drawn large to be seen and small to be
 * the mask.
 */

import { watchSize } from "./sight.js";

const WIDE = 0.075; // of the brush, as a share of the picture's width
const MOST_MASK_PX = 256;
const LATE = 2; // frames that may still be under way when the world is held
const HALF = 128; // of 255: a pixel that is covered so much is marked

/** How a trace is drawn, from below: so much wider than the brush, how, and in which colour. */
const LAYERS = [
  [5, "source-over", "rgb(7 9 13 / .5)"],
  [3, "source-over", "#ffe3c4"],
  [0, "destination-out", "#000"],
  [0, "source-over", "rgb(255 180 105 / .44)"],
];

export class Brush {
  /**
   * @param root the page's own element.
   * @param acts {change(words, mask), leave()}: `change` says whether it could be sent.
   */
  constructor(root, acts) {
    this.root = root;
    this.acts = acts;
    const find = (selector) => root.querySelector(selector);
    this.ground = find(".wg-brush");
    this.trace = find(".wg-brush-trace");
    this.note = find(".wg-brush-note");
    this.button = find("[data-do=brush]");
    this.words = find("#wg-part");
    this.pen = this.trace.getContext("2d");
    this.frame = null; // {walk, index, width, height} of what is shown
    this.strokes = []; // lists of {x, y} in shares of the picture
    this.pointer = null; // the one that paints
    this.hover = null; // where the mouse is
    watchSize(this.trace, (width, height) => {
      Object.assign(this.trace, { width, height });
      this.#draw();
    });
    this.#listenToPointer();
    this.#listenToWords(find(".wg-part-say"));
  }

  get isOpen() {
    return this.root.classList.contains("is-brushing");
  }

  /** Take up the brush; nothing is painted yet. */
  open() {
    this.#toggle(true);
    this.ground.focus({ preventScroll: true });
  }

  /** Put it away, and what was painted. */
  close() {
    if (!this.isOpen) return;
    this.#toggle(false);
    this.words.value = "";
  }

  /** The same, because the person wants to. */
  giveUp() {
    this.close();
    this.acts.leave();
  }

  /** A frame is shown; what was painted on another is gone. */
  shown({ walk, index, width, height }) {
    const later = walk === this.frame?.walk ? index - this.frame.index : Infinity;
    this.frame = { walk, index, width, height };
    if ((later < 0 || later > LATE) && this.strokes.length > 0) this.#wipe();
  }

  #toggle(on) {
    this.root.classList.toggle("is-brushing", on);
    this.button.setAttribute("aria-pressed", String(on));
    this.#wipe();
  }

  #wipe() {
    this.strokes = [];
    this.pointer = null;
    this.#say();
    this.#draw();
  }

  /** What to do next, in words. */
  #say(urgent = false) {
    const painted = this.strokes.length > 0;
    this.root.classList.toggle("has-trace", painted);
    this.note.classList.toggle("is-urgent", urgent);
    const next = urgent ? "First paint over a part of the picture" : "Paint over what shall change";
    this.note.firstElementChild.textContent = painted ? "Now say what shall be there" : next;
  }

  // ---------------------------------------------------------------- painting

  #listenToPointer() {
    const { trace } = this;
    trace.addEventListener("mousedown", (event) => event.preventDefault()); // the words keep the focus
    trace.addEventListener("pointerdown", (event) => this.#down(event));
    trace.addEventListener("pointermove", (event) => this.#move(event));
    trace.addEventListener("pointerleave", () => this.#hoverAt(null));
    for (const end of ["pointerup", "pointercancel"]) {
      trace.addEventListener(end, (event) => this.#up(event));
    }
    trace.addEventListener("contextmenu", (event) => event.preventDefault());
  }

  #down(event) {
    if (this.pointer !== null || event.button !== 0) return;
    this.pointer = event.pointerId;
    this.trace.setPointerCapture(event.pointerId);
    this.strokes.push([this.#at(event)]);
    this.#say();
    this.#draw();
  }

  #move(event) {
    if (this.pointer === event.pointerId) this.strokes.at(-1).push(this.#at(event));
    this.#hoverAt(event.pointerType === "touch" ? null : this.#at(event));
  }

  #up(event) {
    if (this.pointer !== event.pointerId) return;
    this.pointer = null;
    if (event.pointerType === "mouse") this.words.focus({ preventScroll: true }); // a finger would raise a keyboard
  }

  #hoverAt(place) {
    this.hover = place;
    this.#draw();
  }

  #at({ offsetX, offsetY }) {
    return { x: offsetX / this.trace.clientWidth, y: offsetY / this.trace.clientHeight };
  }

  // ---------------------------------------------------------------- what is seen, and the mask

  #draw() {
    const { pen, hover } = this;
    const { width, height } = this.trace;
    const ratio = width / (this.trace.clientWidth || width);
    pen.globalCompositeOperation = "source-over";
    pen.clearRect(0, 0, width, height);
    const path = pathOf(this.strokes, width, height);
    for (const [wider, mode, colour] of LAYERS) {
      pen.globalCompositeOperation = mode;
      stroke(pen, path, WIDE * width + wider * ratio, colour);
    }
    if (!hover || this.pointer !== null) return;
    const ring = new Path2D();
    ring.arc(hover.x * width, hover.y * height, (WIDE * width) / 2, 0, 2 * Math.PI);
    stroke(pen, ring, 3.5 * ratio, "rgb(7 9 13 / .45)");
    stroke(pen, ring, 1.5 * ratio, "#fff");
  }

  /** {width, height, bits}: a byte a pixel, row by row, 1 where it is painted. */
  #mask() {
    const scale = Math.min(1, MOST_MASK_PX / Math.max(this.frame.width, this.frame.height));
    const [width, height] = [this.frame.width, this.frame.height].map((px) => Math.round(px * scale));
    const pen = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
    stroke(pen, pathOf(this.strokes, width, height), WIDE * width, "#000");
    const { data } = pen.getImageData(0, 0, width, height);
    const bits = Uint8Array.from({ length: width * height }, (_, at) => data[4 * at + 3] >= HALF);
    return { width, height, bits };
  }

  // ---------------------------------------------------------------- saying what shall be there

  #listenToWords(form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change();
    });
    for (const idea of form.querySelectorAll(".wg-ideas button")) {
      idea.addEventListener("click", () => {
        this.words.value = idea.textContent;
        this.#change();
      });
    }
    this.ground.addEventListener("keydown", (event) => {
      if (event.code === "KeyC" || event.key === "Escape") this.#refuse(event);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#refuse(event);
    });
  }

  #refuse(event) {
    event.preventDefault();
    this.giveUp();
  }

  #change() {
    const words = this.words.value.trim();
    if (this.strokes.length === 0) this.#say(true);
    else if (!words) this.words.focus({ preventScroll: true });
    else if (this.acts.change(words, this.#mask())) this.close();
  }
}

/** All strokes as one path, so that where they cross nothing is drawn twice. */
function pathOf(strokes, width, height) {
  const path = new Path2D();
  for (const [first, ...rest] of strokes) {
    path.moveTo(first.x * width, first.y * height);
    path.lineTo(first.x * width + 0.01, first.y * height); // a touch without a move is a dot
    for (const { x, y } of rest) path.lineTo(x * width, y * height);
  }
  return path;
}

function stroke(pen, path, wide, colour) {
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.lineWidth = wide;
  pen.strokeStyle = colour;
  pen.stroke(path);
}
