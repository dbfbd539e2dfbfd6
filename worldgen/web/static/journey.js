/**
 * Where the person and the world stand with each other: what was asked for, what the
 * server says, and what is therefore to be seen. Nothing is drawn or sent from here.
 *
 *     compose ──ask──▶ curtain ──the world walks──▶ walk ◀──▶ paused · ended
 */

import { viewOf } from "./stages.js";

/** Nothing has begun: a walk that cannot be had is told where it was asked for. */
const UNSTARTED = ["prompt", "picture", "seats", "model", "protocol", "session"];
const UNKNOWN = { stage: "opening", text: "Connecting", walk: 0, model: "", flying: false };

export class Journey {
  constructor() {
    this.status = UNKNOWN; // what the server said last
    this.asked = null; // the prompt that was sent and has not begun yet
    this.prompt = ""; // the words of the walk that goes on
    this.composing = true; // whether the person wants to see the composer
    this.resuming = false; // whether the person wants to walk as soon as the world goes on
    this.ended = { reason: "", text: "" }; // what the server said last about a walk's end
    this.isGreeted = false; // whether the next status is the first after connecting
    this.inDoubt = null; // what was asked for before that, and may have gone down with the line
  }

  /** One of "compose", "curtain", "walk", "paused", "ended". */
  view(connection) {
    const { asked, composing } = this;
    return viewOf({ stage: this.status.stage, connection, asked, composing });
  }

  // ---------------------------------------------------------------- what people do

  ask(prompt) {
    this.asked = { ...prompt, after: this.status.walk };
    this.composing = false;
  }

  compose() {
    this.composing = true;
  }

  /** Back from the composer to the world; whether it was held meanwhile. */
  leaveComposer() {
    this.composing = false;
    return this.status.stage === "paused";
  }

  stop() {
    this.composing = this.asked !== null || this.status.stage === "starting";
    this.asked = null;
  }

  // ---------------------------------------------------------------- what the server says

  /** Connected, maybe again; the words of a walk that was on before this page was. */
  welcomed(text) {
    this.isGreeted = true;
    this.inDoubt = this.asked;
    if (!text || this.prompt) return false;
    this.prompt = text;
    this.composing = false;
    return true;
  }

  /** The session is gone and another begins; what was asked for is still wanted. */
  beginAnew() {
    this.composing = true;
    this.status = UNKNOWN;
    if (this.asked) this.asked.after = 0;
  }

  /**
   * Take in a status: {before, engage, lost}. `before` is the status until now, `engage`
   * whether the person now walks, `lost` whether what was asked for went down with the line.
   */
  stated(status) {
    const before = this.status;
    this.status = status;
    const begins = this.#begins(status, before);
    const lost = this.#isLost(status);
    if (this.asked && (status.stage === "starting" || begins)) this.prompt = this.asked.text;
    if (status.stage === "ended" && !lost) this.asked = null;
    if (status.stage !== "walking") return { before, lost, engage: false };
    if (!lost) this.asked = null;
    const engage = (begins && !this.composing) || this.resuming;
    this.resuming = false;
    if (engage) this.composing = false;
    return { before, lost, engage };
  }

  /** Whether an error is the answer to what was asked; then nothing is asked any more. */
  refused(code) {
    const answered = this.asked !== null && UNSTARTED.includes(code);
    if (answered) {
      this.asked = null;
      this.composing = true;
    }
    return answered;
  }

  /** Whether a walk that was waited for begins; a quick one was never said to be starting. */
  #begins({ stage, walk }, before) {
    if (stage !== "walking") return false;
    return before.stage === "starting" || (!this.isGreeted && walk > before.walk);
  }

  /** Only the first status after connecting can show that a line took a prompt with it. */
  #isLost({ stage, walk }) {
    const doubted = this.isGreeted && this.asked !== null && this.asked === this.inDoubt;
    this.isGreeted = false;
    return doubted && stage !== "starting" && walk <= this.asked.after;
  }
}
