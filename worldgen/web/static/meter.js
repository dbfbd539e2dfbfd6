/**
 * Frames a second, key-to-picture latency and the model's share of it.
 */

const SPAN_MS = 2000;
const SMOOTH = 0.25;

export class Meter {
  constructor() {
    this.times = [];
    this.latencyMs = null;
    this.modelMs = null;
    this.bytes = null;
    this.latencies = []; // every one, for measurements
  }

  frame({ latencyMs, modelMs, bytes }) {
    const now = performance.now();
    this.times.push(now);
    while (this.times[0] < now - SPAN_MS) this.times.shift();
    this.modelMs = blend(this.modelMs, modelMs);
    this.bytes = blend(this.bytes, bytes);
    if (latencyMs !== null) {
      this.latencyMs = blend(this.latencyMs, latencyMs);
      this.latencies.push(latencyMs);
      if (this.latencies.length > 10000) this.latencies.shift();
    }
  }

  /** Frames a second over the last two seconds. */
  get fps() {
    const now = performance.now();
    while (this.times.length && this.times[0] < now - SPAN_MS) this.times.shift();
    const span = now - (this.times[0] ?? now);
    return this.times.length < 2 ? 0 : ((this.times.length - 1) * 1000) / span;
  }
}

function blend(old, fresh) {
  return old === null ? fresh : old + SMOOTH * (fresh - old);
}
