/**
 * What the person gets: pictures a second and how soon a key shows in one; and what the model
 * makes of that: frames a second, and how soon a key shows in a frame.
 */

const SPAN_MS = 2000;
const SMOOTH = 0.25;
const MOST_KEPT = 10000;

export class Meter {
  constructor() {
    this.frames = new Rate();
    this.pictures = new Rate();
    this.latencyMs = null; // key to the model's frame that answers it
    this.shownMs = null; // key to the first picture that shows it
    this.modelMs = null;
    this.bytes = null;
    this.latencies = []; // every one, for measurements
    this.showns = [];
  }

  /** A frame of the model came. */
  frame({ latencyMs, modelMs, bytes }) {
    this.frames.count();
    this.modelMs = blend(this.modelMs, modelMs);
    this.bytes = blend(this.bytes, bytes);
    if (latencyMs === null) return;
    this.latencyMs = blend(this.latencyMs, latencyMs);
    keep(this.latencies, latencyMs);
  }

  /** A picture was drawn: a frame, or one put together between two. */
  drawn({ shownMs }) {
    this.pictures.count();
    if (shownMs === null) return;
    this.shownMs = blend(this.shownMs, shownMs);
    keep(this.showns, shownMs);
  }

  /** The model's frames a second. */
  get fps() {
    return this.frames.perSecond;
  }

  /** Pictures a second; none is drawn while nothing moves but the model's frames. */
  get drawnFps() {
    return this.pictures.perSecond;
  }
}

/** How often something happened a second, over the last two. */
class Rate {
  constructor() {
    this.times = [];
  }

  count() {
    this.times.push(performance.now());
    this.#forget();
  }

  get perSecond() {
    const now = this.#forget();
    const span = now - (this.times[0] ?? now);
    return this.times.length < 2 ? 0 : ((this.times.length - 1) * 1000) / span;
  }

  #forget() {
    const now = performance.now();
    while (this.times.length && this.times[0] < now - SPAN_MS) this.times.shift();
    return now;
  }
}

function keep(values, value) {
  values.push(value);
  if (values.length > MOST_KEPT) values.shift();
}

function blend(old, fresh) {
  return old === null ? fresh : old + SMOOTH * (fresh - old);
}
