/**
 * What is on the canvas now: the newest frame, seen from where one has got to meanwhile.
 *
 *     frames ──────▶ past ──views──▶ warp ──field──▶ painter ──▶ canvas
 *     controls ────▶ glide ──camera──▶ ▲             ▲
 *     weather, time ──▶ falling ──rain, snow─────────┘
 *
 * Drawn at the screen's rate while the camera moves or something falls, and else not at all: then
 * the newest frame is on the canvas just as it came. A painter that is slow is asked less often, so
 * that the model keeps its processor. It runs in the worker, or on the page where the page draws.
 */

import { Falling } from "./falling.js";
import { Glide } from "./glide.js";
import { createPainter } from "./painter.js";
import { Past } from "./past.js";
import { isNear } from "./places.js";
import { Field, warp } from "./warp.js";

const UNSEEN = { m: 0.002, rad: 0.0008 }; // smaller moves are not worth a picture
const REST = 3; // times as long as a picture takes, nothing is drawn after it
const REFRESH_MS = 16;
const HOLDS = new Set(["rewind", "restart", "start", "stop"]); // messages after which nothing glides

const later = globalThis.requestAnimationFrame ?? ((then) => setTimeout(then, REFRESH_MS));
const now = () => performance.timeOrigin + performance.now();

export class Screen {
  /**
   * @param canvas a canvas that nothing has drawn on yet; may be offscreen.
   * @param sharp which painter (`createPainter`). glides: whether it draws between frames.
   *   calm: whether less shall fall.
   * @param onDrawn is called after each picture: {shownMs, drawMs}, `shownMs` from a key or turn to
   *   the first picture that shows it, or null.
   */
  constructor(canvas, { sharp, glides, calm, onDrawn }) {
    this.painter = createPainter(canvas, { sharp });
    this.glides = glides;
    this.onDrawn = onDrawn;
    this.glide = new Glide();
    this.falling = new Falling({ calm });
    this.past = new Past();
    this.field = null;
    this.camera = null; // that the picture was drawn for
    this.focal = 1; // as a share of the picture's width
    this.dueAt = 0; // when the next picture may be drawn
    this.waits = false; // whether a look at the clock is asked for
    this.asked = null; // {seq, at, from}: what was steered and is not seen yet
  }

  get kind() {
    return this.painter.kind;
  }

  resize(width, height) {
    this.painter.resize(width, height);
    this.camera = null;
    this.#wake();
  }

  /** The page sent this. */
  sent(message) {
    if (message.type === "control") this.#steer(message);
    else if (HOLDS.has(message.type) || (message.type === "pause" && message.on)) this.#walks(false);
  }

  /** The server said this. */
  heard(message) {
    if (message.type === "status") this.#walks(message.stage === "walking");
  }

  /** The line is gone. */
  lost() {
    this.#walks(false);
  }

  /** A frame and its picture, which is taken over; `depth` as `unpackDepth` gives it. */
  show(frame, picture, depth) {
    const at = now();
    const { width, height } = picture;
    const step = Math.max(Math.round(width / (depth?.width ?? 128)), 1);
    const size = { width: Math.ceil(width / step), height: Math.ceil(height / step) };
    if (this.field?.width !== size.width || this.field?.height !== size.height) {
      this.field = new Field(size.width, size.height, step);
    }
    this.focal = frame.focalPx / width;
    this.falling.frame(frame, at);
    this.glide.frame(frame, at, depth?.aheadM);
    this.painter.take(picture, this.past.add(frame, depth, size, at));
    this.#draw(at, this.glide.at(at));
    this.#wake();
  }

  #steer(control) {
    const at = now();
    if (this.glide.steer(control, at)) {
      const turns = control.yaw_rad !== 0 || control.pitch_rad !== 0;
      const from = turns ? at : at + REFRESH_MS; // what a key does takes time
      this.asked ??= { seq: control.seq, at: control.at_ms, from };
    }
    this.#look();
  }

  #walks(on) {
    const at = now();
    if (this.glides) this.glide.walks(on, at);
    this.falling.walks(on, at);
    this.asked = null;
    this.#wake();
  }

  #wake() {
    if (this.waits || !this.glides) return;
    this.waits = true;
    later(() => {
      this.waits = false;
      this.#look();
    });
  }

  /** Draw, if there is something new to be seen and it is time; look again while that may change. */
  #look() {
    if (!this.glides || !this.glide.newest) return;
    const at = now();
    const camera = this.glide.at(at);
    const isNew = !this.camera || !isNear(camera, this.camera, camera.isExact ? EXACT : UNSEEN);
    const { isLively } = this.falling;
    const dueAt = isNew ? this.dueAt : this.dueAt + this.painter.restMs;
    if ((isNew || isLively) && at >= dueAt) this.#draw(at, camera, isNew);
    if (isNew || isLively || this.glide.isLively) this.#wake();
  }

  #draw(at, camera, isNew = true) {
    const began = performance.now();
    const falls = this.falling.at(at);
    const again = !isNew && this.painter.falls !== null;
    this.painter.falls = falls && { ...falls, camera, focal: this.focal };
    if (again) {
      this.painter.again();
    } else if (camera.isExact) {
      this.painter.fit();
    } else {
      warp(this.field, camera, this.past.views);
      this.painter.redraw(this.field);
    }
    const drawMs = performance.now() - began;
    if (!again) this.camera = camera;
    const beat = Math.max(this.painter.beatMs, (1 + REST) * drawMs);
    this.dueAt = Math.max(this.dueAt + beat, at + beat / 2); // late by a refresh, the beat is kept
    this.onDrawn({ shownMs: this.#shown(at, camera), drawMs });
  }

  /** Milliseconds from what was steered to this picture, if it is the first that shows it. */
  #shown(at, camera) {
    if (!this.asked) return null;
    const isAnswered = this.glide.newest.answers >= this.asked.seq;
    if (!isAnswered && (camera.isExact || at < this.asked.from)) return null;
    const since = this.asked.at;
    this.asked = null;
    return now() - since;
  }
}

const EXACT = { m: 1e-9, rad: 1e-9 };
