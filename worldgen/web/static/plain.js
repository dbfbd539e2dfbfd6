/**
 * The painter for browsers without a GPU: Canvas2D, with the browser's own bicubic enlargement.
 *
 * The canvas has at most MOST_ROWS rows: the processor is the model's, too.
 */

import { drawFalling } from "./falling_plain.js";
import { SLOTS } from "./past.js";
import { remap, sourceOf } from "./remap.js";

const MOST_ROWS = 540;
const LIGHT = { width: 16, height: 9 }; // so small a copy says how bright a picture is

export class PlainPainter {
  kind = "plain";
  beatMs = 27; // between two pictures: each takes ten of a processor, all told
  restMs = 39; // so much longer where only what falls has moved
  falls = null; // what falls before the picture, as `drawFalling` takes it

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d", { alpha: false });
    this.pictures = Array(SLOTS).fill(null);
    this.sources = Array(SLOTS).fill(null); // their pixels, once they are asked for
    this.last = null; // the newest picture, kept to be drawn again at another size
    this.small = null; // a canvas of the pictures' size
    this.still = null; // what is on the canvas without what falls, while something does
    this.light = null; // the newest picture's mean colour, once it is asked for
  }

  resize(width, height) {
    const scale = Math.min(1, MOST_ROWS / height);
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    if (this.last) this.fit();
  }

  /** A picture to draw from now on, as the newest. */
  take(picture, slot = 0) {
    this.pictures[slot]?.close();
    this.pictures[slot] = this.last = picture;
    this.sources[slot] = null;
    this.light = null;
  }

  /** Draw the newest picture as it came. */
  fit() {
    this.#enlarge(this.last);
  }

  /** Draw a picture put together from those that were taken (`warp`). */
  redraw(field) {
    const { width, height } = this.last;
    if (this.small?.canvas.width !== width || this.small.canvas.height !== height) {
      const canvas = canvasOf(width, height);
      this.small = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
      this.made = this.small.createImageData(width, height);
      this.pixels = new Uint32Array(this.made.data.buffer);
    }
    this.pictures.forEach((picture, slot) => {
      if (picture?.width !== width || picture.height !== height) return;
      this.sources[slot] ??= this.#read(picture);
    });
    remap(field, this.sources, this.pixels);
    this.small.putImageData(this.made, 0, 0);
    this.#enlarge(this.small.canvas);
  }

  #read(picture) {
    const { width, height } = this.last;
    this.small.drawImage(picture, 0, 0);
    return sourceOf(this.small.getImageData(0, 0, width, height));
  }

  /** Draw once more what was drawn last. */
  again() {
    this.context.drawImage(this.still.canvas, 0, 0);
    this.#fall();
  }

  #enlarge(picture) {
    const { width, height } = this.canvas;
    this.context.imageSmoothingQuality = "high";
    this.context.drawImage(picture, 0, 0, width, height);
    if (!this.falls) return;
    if (this.still?.canvas.width !== width || this.still.canvas.height !== height) {
      this.still = canvasOf(width, height).getContext("2d", { alpha: false });
    }
    this.still.drawImage(this.canvas, 0, 0);
    this.#fall();
  }

  #fall() {
    if (!this.falls) return;
    this.light ??= meanOf(this.last);
    drawFalling(this.context, this.falls, this.light, this.last.width / this.last.height);
  }
}

/** A picture's mean colour, three numbers from 0 to 255. */
function meanOf(picture) {
  const { width, height } = LIGHT;
  const pen = canvasOf(width, height).getContext("2d", { willReadFrequently: true });
  pen.drawImage(picture, 0, 0, width, height);
  const { data } = pen.getImageData(0, 0, width, height);
  const sums = [0, 0, 0];
  data.forEach((value, at) => at % 4 < 3 && (sums[at % 4] += value));
  return sums.map((sum) => sum / (width * height));
}

function canvasOf(width, height) {
  if (globalThis.OffscreenCanvas) return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}
