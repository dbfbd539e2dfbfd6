/**
 * The window in which a walk is looked at in 3D: splats and surface, on the page itself.
 *
 *     files ──▶ open ──▶ the kit is fetched, once ──▶ a space, legs ──▶ close: all given back
 *
 * Nothing of it is loaded before it is opened, and everything comes from our own server.
 *
 * Not here: drawing (`space`), moving (`legs`), making the files (`take`).
 */

import { Pad } from "../pads.js";
import { Legs } from "./legs.js";
import { Space, canDraw } from "./space.js";

const KIT = new URL("../vendor/spark-three.js", import.meta.url).href;
const NO_WEBGL =
  "This browser cannot draw in 3D: it has no WebGL 2, or that is switched off. " +
  "Download the files and open them elsewhere, or try another browser.";
const LOST = "The browser took the graphics card away. Close this window and open it again.";

export class Look {
  /** @param root the page's own element. */
  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    this.window = find(".wg-look");
    this.pad = new Pad(find("[data-pad=roam]"), () => {});
    this.kinds = find(".wg-look-kinds");
    this.note = find(".wg-look-note");
    this.canvas = null;
    this.space = null;
    this.window.addEventListener("close", () => this.#dispose());
    this.window.addEventListener("click", ({ target }) => this.#pressed(target.closest("button")));
  }

  /**
   * Open the window.
   *
   * @param files {label, name, href} each; the first is shown.
   * @param pose where to stand: 16 numbers, row by row, x right, y up, −z ahead.
   * @param colours of the sky above, the sky below and the ground, for what no camera saw.
   */
  async open(files, { pose, colours }) {
    this.files = files;
    this.pose = pose;
    this.colours = colours;
    this.things = new Map();
    this.#freshCanvas();
    this.#offer();
    this.window.showModal();
    this.canvas.focus({ preventScroll: true });
    if (!canDraw()) {
      this.#say(NO_WEBGL);
      return;
    }
    this.#say("Fetching the viewer");
    const canvas = this.canvas;
    try {
      const kit = await import(KIT);
      if (canvas === this.canvas) await this.#begin(kit);
    } catch (error) {
      if (canvas === this.canvas) this.#say(`This could not be shown: ${error.message}`);
    }
  }

  async #begin(kit) {
    this.legs = new Legs(kit, this.canvas, this.pad);
    this.space = new Space(kit, this.canvas, {
      onMove: (seconds) => this.legs.step(seconds),
      onLost: () => this.space && this.#say(LOST),
    });
    this.space.surround(this.colours);
    this.legs.use(this.space.eye);
    this.legs.stand(this.pose);
    await this.#show(this.files[0]);
  }

  /** Fetch a file, unless it was shown before, and show it. */
  async #show(file) {
    this.wanted = file;
    this.#press("name", file.name);
    const { space } = this;
    if (!this.things.has(file)) {
      const bytes = await this.#fetched(file);
      this.#say("Unpacking");
      const thing = await space.load(bytes, file.name);
      if (space !== this.space) return;
      this.things.set(file, thing);
    }
    if (file !== this.wanted) return;
    space.show(this.things.get(file));
    this.#say("");
  }

  async #fetched(file) {
    const answer = await fetch(file.href);
    if (!answer.ok) throw new Error(await answer.text());
    const total = Number(answer.headers.get("content-length"));
    const parts = [];
    let got = 0;
    for await (const part of streamed(answer.body)) {
      parts.push(part);
      got += part.length;
      if (total) this.#say(`Fetching ${Math.round((got / total) * 100)} %`);
    }
    return await new Blob(parts).arrayBuffer();
  }

  #pressed(button) {
    if (!button) return;
    const { name, legs, look } = button.dataset;
    if (look === "close") this.window.close();
    if (!this.space) return;
    if (look === "home") this.legs.stand(this.pose);
    if (legs) {
      this.legs.mode = legs;
      this.#press("legs", legs);
    }
    const file = this.files.find((one) => one.name === name);
    if (file && file !== this.wanted) {
      this.#show(file).catch((error) => this.#say(`This could not be shown: ${error.message}`));
    }
    this.canvas.focus({ preventScroll: true });
  }

  #offer() {
    this.kinds.replaceChildren(
      ...this.files.map(({ label, name }) => {
        const button = document.createElement("button");
        button.type = "button";
        button.dataset.name = name;
        button.textContent = label;
        return button;
      }),
    );
    this.kinds.hidden = this.files.length < 2;
    this.#press("name", this.files[0].name);
    this.#press("legs", "walk");
  }

  /** Mark one of the buttons that have `data-<what>`. */
  #press(what, value) {
    for (const button of this.window.querySelectorAll(`button[data-${what}]`)) {
      button.setAttribute("aria-pressed", String(button.dataset[what] === value));
    }
    this.window.dataset[what] = value;
  }

  #say(text) {
    this.note.textContent = text;
    this.note.hidden = text === "";
  }

  /** A canvas keeps its context for life, so every opening has one of its own. */
  #freshCanvas() {
    const canvas = document.createElement("canvas");
    canvas.tabIndex = 0;
    canvas.setAttribute("aria-label", "The walk in 3D. W A S D walk, arrow keys look round.");
    this.window.querySelector("canvas").replaceWith(canvas);
    this.canvas = canvas;
  }

  #dispose() {
    const { space, legs } = this;
    this.space = this.legs = null;
    legs?.end();
    space?.dispose();
    this.things.clear();
    this.#freshCanvas();
  }
}

async function* streamed(body) {
  const reader = body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    yield value;
  }
}
