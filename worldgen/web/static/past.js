/**
 * The views that a picture can be put together from: the newest frame, and few older ones that
 * saw what it does not see.
 *
 * Each has a slot, the place of its picture in a painter. Not here: putting together (`warp`).
 */

import { isNear, placeOf } from "./places.js";

export const SLOTS = 4;

const ALIKE = { m: 0.3, rad: 0.08 }; // closer than this, one of two older views is enough
const LONGEST_MS = 3000; // weather and light change

export class Past {
  constructor() {
    this.views = []; // the newest first: {slot, walk, place, focal, near, at}
  }

  /**
   * A frame is the newest now; the slot for its picture.
   *
   * @param depth as `unpackDepth` gives it, or null: then it is taken to be far away.
   * @param size {width, height} of the field of cells.
   */
  add(frame, depth, size, now) {
    const cells = size.width * size.height;
    const isOther = (view) =>
      view.walk !== frame.walk || view.near.length !== cells || now - view.at > LONGEST_MS;
    let older = this.views.filter((view) => !isOther(view));
    if (older.length > 1 && isNear(older[0].place, older[1].place, ALIKE)) older.shift();
    older = older.slice(0, SLOTS - 1);
    const slot = FREE.find((number) => !older.some((view) => view.slot === number));
    const near = depth?.near ?? new Float32Array(cells);
    const { walk, focalPx: focal, pose } = frame;
    this.views = [{ slot, walk, place: placeOf(pose), focal, near, at: now }, ...older];
    return slot;
  }
}

const FREE = Array.from({ length: SLOTS }, (_, number) => number);
