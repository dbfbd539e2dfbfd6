/**
 * The painter for browsers without a GPU: Canvas2D, with the browser's own bicubic enlargement.
 *
 * The canvas has at most MOST_ROWS rows: the processor is the model's, too.
 */

import { SLOTS } from "./past.js";
import { remap, sourceOf } from "./remap.js";

const MOST_ROWS = 540;

export class PlainPainter {
  kind = "plain";
  beatMs = 27; // between two pictures: each takes ten of a processor, all told

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d", { alpha: false });
    this.pictures = Array(SLOTS).fill(null);
    this.sources = Array(SLOTS).fill(null); // their pixels, once they are asked for
    this.last = null; // the newest picture, kept to be drawn again at another size
    this.small = null; // a canvas of the pictures' size
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

  #enlarge(picture) {
    this.context.imageSmoothingQuality = "high";
    this.context.drawImage(picture, 0, 0, this.canvas.width, this.canvas.height);
  }
}

function canvasOf(width, height) {
  if (globalThis.OffscreenCanvas) return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}
