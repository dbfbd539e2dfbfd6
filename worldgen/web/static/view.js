/**
 * What the page shows, drawn from what the server said last. It decides nothing: `main`
 * tells it the stage, and it sets texts, classes and one attribute.
 */

const DEFAULT_START_S = 3;
const TOAST_MS = 9000;
const DOCK_TOOLS = ["stop", "fly", "brush"].map((name) => `.wg-dock [data-do=${name}]`);
const WORDS = {
  opening: "Connecting",
  lost: "Connection lost, trying again",
  taken: "Open in another tab",
  outdated: "Not connected",
  broken: "Not connected",
  empty: "Ready",
  failed: "The model is missing",
  walking: "Walking",
  paused: "Paused",
  ended: "Ended",
};

export class View {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.curtain = { from: 0, to: 0, since: 0, lastsMs: 1, running: false };
  }

  /** One of "compose", "curtain", "walk", "paused", "ended". */
  set name(view) {
    if (view !== this.name) this.root.dataset.view = view;
  }

  get name() {
    return this.root.dataset.view;
  }

  /** The line at the top: a stage or a connection that colours its dot, and words. */
  state(stage, text) {
    this.root.dataset.stage = stage;
    const words = WORDS[stage] ?? text;
    const line = this.find(".wg-state span");
    if (line.textContent !== words) line.textContent = words;
  }

  model(title) {
    this.find(".wg-foot-model").textContent = title ? `drawn by: ${title}` : "";
  }

  keys(held) {
    for (const cap of this.root.querySelectorAll(".wg-caps kbd:not([data-key=FLY])")) {
      cap.classList.toggle("is-on", held.has(cap.dataset.key));
    }
  }

  /** Whether the person has left the ground: the key lights up, and a line says how to land. */
  aloft(flies) {
    this.root.classList.toggle("is-aloft", flies);
    this.find(".wg-caps [data-key=FLY]").classList.toggle("is-on", flies);
    const back = this.root.classList.contains("is-touch") ? "" : ", F lands";
    this.find(".wg-aloft").textContent = flies ? `Flying: ahead is where you look${back}` : "";
    for (const button of this.root.querySelectorAll("[data-do=fly]")) {
      button.setAttribute("aria-pressed", String(flies));
    }
  }

  /** Numbers in the picture's corner: of a meter, and the world's time; none before it is known. */
  numbers({ fps, drawnFps, latencyMs, shownMs, modelMs }, timeS) {
    const whole = (value) => value?.toFixed(0) ?? "";
    const rate = (value) => (value < 1 ? "" : value.toFixed(value < 9.95 ? 1 : 0));
    this.#text("drawn", rate(drawnFps));
    this.#text("fps", rate(fps));
    this.#text("shown", whole(shownMs));
    this.#text("latency", whole(latencyMs));
    this.#text("model", whole(modelMs));
    for (const line of this.root.querySelectorAll(".wg-hud div")) {
      line.hidden = [...line.querySelectorAll("b")].some((number) => number.textContent === "");
    }
    const seconds = Math.floor(timeS);
    this.#text("time", `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  }

  /** What is being dreamt, and how far it is: a known share, or an expected time. */
  waiting({ prompt, text, progress, expectedS }) {
    this.find(".wg-curtain-prompt").textContent = prompt ? `“${prompt}”` : "A world from your picture";
    this.find(".wg-curtain-text").textContent = text;
    const known = progress !== null;
    const same = `${text} ${progress} ${expectedS}`;
    if (this.curtain.running && same === this.curtain.same) return;
    Object.assign(this.curtain, {
      same,
      from: this.#share(),
      to: known ? progress : 0.92,
      since: performance.now(),
      lastsMs: known ? 250 : (expectedS ?? DEFAULT_START_S) * 1000,
    });
    if (!this.curtain.running) {
      this.curtain.running = true;
      this.#animate();
    }
  }

  /** A large message over the picture, with one to three things to do next. */
  card({ title, text, first, second, third }) {
    this.find(".wg-card-title").textContent = title;
    this.find(".wg-card-text").textContent = text;
    for (const [name, choice] of Object.entries({ first, second, third })) {
      const button = this.find(`[data-card=${name}]`);
      button.hidden = !choice;
      button.textContent = choice?.label ?? "";
      button.onclick = choice?.act ?? null;
    }
  }

  /** A short message that goes by itself; `calm` is good news. */
  toast(text, { calm = false } = {}) {
    const toast = this.find(".wg-toast");
    clearTimeout(this.toastTimer);
    toast.hidden = text === "";
    toast.classList.toggle("is-calm", calm);
    toast.querySelector("p").textContent = text;
    if (text) this.toastTimer = setTimeout(() => this.toast(""), TOAST_MS);
  }

  /** The button for files: what it says, and how far those in the making are. */
  saving(words, share) {
    const button = this.find(".wg-save");
    button.querySelector("i").style.transform = `scaleX(${share})`;
    button.querySelector("span").textContent = words;
  }

  toggleNumbers() {
    const hidden = this.root.classList.toggle("is-plain");
    this.find("[data-do=hud]").setAttribute("aria-pressed", String(!hidden));
  }

  /** What can be done now; pause looks like play while the world is held. */
  offer(stage) {
    const lives = stage === "walking" || stage === "paused";
    for (const name of ["#wg-event", ".wg-say [type=submit]", ...DOCK_TOOLS]) {
      this.find(name).disabled = !lives;
    }
    const on = stage === "paused";
    const button = this.find("[data-do=pause]");
    button.disabled = !lives;
    button.setAttribute("aria-pressed", String(on));
    button.setAttribute("aria-label", on ? "Go on" : "Pause");
    button.querySelector("use").setAttribute("href", on ? "#wg-i-play" : "#wg-i-pause");
  }

  #text(name, text) {
    const element = this.find(`[data-hud=${name}]`);
    if (element.textContent !== text) element.textContent = text;
  }

  #share() {
    const { from, to, since, lastsMs } = this.curtain;
    const passed = Math.min((performance.now() - since) / lastsMs, 1);
    return from + (to - from) * (1 - (1 - passed) ** 2);
  }

  #animate() {
    if (this.name !== "curtain") {
      Object.assign(this.curtain, { from: 0, to: 0, running: false });
      return;
    }
    const share = this.#share();
    this.find(".wg-bar i").style.transform = `scaleX(${share})`;
    this.find(".wg-bar").setAttribute("aria-valuenow", String(Math.round(share * 100)));
    setTimeout(() => this.#animate(), 50);
  }
}
