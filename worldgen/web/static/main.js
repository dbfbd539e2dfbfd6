/**
 * The page, put together.
 *
 *     keyboard · pointer · pads ──▶ helm ──▶ link ──▶ worker ══ socket ══ server
 *     composer (a new world)    ──▶  │        │
 *     dock (pause, tell, save)  ──▶  │        │
 *     timeline (look back)      ──▶  ▼        ▼
 *                                  view ◀── what the server says
 *
 * `mount` is called once by Gradio's viewport. The server decides what stage the walk
 * is in; this file turns that into what is seen, and what people do into messages.
 * The session's token is kept for the tab, so that a reload walks on.
 */

import { Composer } from "./composer.js";
import { Dock } from "./dock.js";
import { Helm } from "./helm.js";
import { Link, message } from "./link.js";
import { Meter } from "./meter.js";
import { Timeline } from "./timeline.js";
import { keepToken, keptToken } from "./token.js";
import { View } from "./view.js";
import { CLOSE } from "./wire.js";

const MAX_PIXEL_RATIO = 2;
const MAX_CANVAS_PX = 1920;
const HUD_MS = 250;
const UNSTARTED = ["prompt", "picture", "seats", "model", "protocol", "session"];

/** Bring the viewport's HTML to life; returns the page, for tests and for the curious. */
export function mount(element, settings) {
  const root = element.querySelector(".wg");
  root.page ??= new Page(root, settings);
  window.worldgen = root.page;
  return root.page;
}

class Page {
  constructor(root, settings) {
    this.root = root;
    this.settings = settings;
    this.status = { stage: "opening", text: "Connecting", walk: 0, model: "" };
    this.connection = "opening"; // "opening", "open", "lost", "taken" or "outdated"
    this.asked = null; // the prompt that was sent and has not begun yet
    this.prompt = ""; // the words of the walk that goes on
    this.composing = true; // whether the person wants to see the composer
    this.resuming = false; // whether the person pressed "walk on"
    this.last = null; // the newest frame's numbers
    this.ended = { reason: "", text: "" };

    const find = (selector) => root.querySelector(selector);
    const sharp = new URLSearchParams(location.search).get("painter") ?? "auto";
    this.stage = find(".wg-stage");
    this.view = new View(root);
    this.meter = new Meter();
    this.link = new Link(find(".wg-canvas"), { sharp });
    this.composer = new Composer(root, {
      examples: settings.examples,
      files: new URL(settings.static, settings.base),
      onStart: (prompt) => this.start(prompt),
      onPicture: (file) => this.link.sendPicture(file),
      onOpen: () => this.compose(),
    });
    this.helm = new Helm(root, {
      send: (fields) => this.link.send(message.control(fields)),
      onKeys: (held) => this.view.keys(held),
      shortcuts: {
        KeyP: () => this.pause(true),
        KeyH: () => this.view.toggleNumbers(),
        KeyF: () => this.fullScreen(),
        KeyT: () => this.dock.focus(),
        KeyB: () => this.timeline.focus(),
      },
    });
    this.dock = new Dock(root, {
      acts: this.#acts(),
      onTell: (text) => this.tell(text),
      onLeave: () => this.helm.engage(),
    });
    this.timeline = new Timeline(root, {
      peek: (walk, index) => this.link.send(message.peek(walk, index)),
      rewind: (walk, index) => this.#rewind(walk, index),
      hold: () => this.#hold(),
      release: () => this.pause(false),
    });
    this.#listenToServer();
    this.#listenToWindow();
    this.hudTimer = setInterval(() => this.#tick(), HUD_MS);
    settings.onSession(() => this.#connect());
    this.#connect();
    this.#show();
  }

  // ---------------------------------------------------------------- what people do

  #acts() {
    return {
      compose: () => this.compose(),
      back: () => this.#back(),
      help: () => this.root.querySelector(".wg-help").showModal(),
      pause: () => this.pause(this.status.stage !== "paused"),
      restart: () => this.restart(),
      stop: () => this.#stop(),
      save: ({ dataset }) => this.#save(dataset.format),
      hud: () => this.view.toggleNumbers(),
      full: () => this.fullScreen(),
      dismiss: () => this.view.toast(""),
      "walk-on": () => this.timeline.walkOn(),
      present: () => this.#present(),
    };
  }

  #hold() {
    this.helm.release();
    if (this.status.stage === "walking") this.pause(true);
  }

  #rewind(walk, index) {
    this.resuming = true;
    this.link.send(message.rewind(walk, index));
  }

  #present() {
    this.timeline.leave();
    this.pause(false);
  }

  #save(format) {
    this.root.querySelector(".wg-take").hidePopover();
    this.view.saving(0);
    this.link.send(message.save(format));
  }

  start(prompt) {
    this.asked = prompt;
    this.composing = false;
    this.dock.clear();
    this.link.send(message.start(prompt.text, prompt.seed, prompt.picture));
    this.#show();
  }

  restart() {
    this.composing = false;
    this.link.send(message.restart());
  }

  pause(on) {
    this.resuming = !on;
    this.link.send(message.pause(on));
  }

  tell(text) {
    this.link.send(message.event(text));
    this.view.toast(`Told the world: ${text}`, { calm: true });
    this.helm.engage();
  }

  compose() {
    this.helm.release();
    this.composing = true;
    if (this.status.stage === "walking") this.pause(true);
    this.#show();
    this.composer.focus();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.root.querySelector(".wg-frame").requestFullscreen?.();
    this.helm.engage();
  }

  #back() {
    this.composing = false;
    if (this.status.stage === "paused") this.pause(false);
    this.#show();
  }

  #stop() {
    this.composing = this.asked !== null || this.status.stage === "starting";
    this.asked = null;
    this.link.send(message.stop());
    this.#show();
  }

  // ---------------------------------------------------------------- the server

  #connect() {
    const token = keptToken() || this.settings.session();
    if (!token || token === this.token) return;
    this.token = token;
    const url = new URL(this.settings.live, this.settings.base);
    url.protocol = url.protocol.replace("http", "ws");
    this.link.open(url.href, token);
  }

  #listenToServer() {
    const on = (name, then) => this.link.addEventListener(name, (event) => then(event.detail));
    on("painter", ({ kind }) => {
      this.root.dataset.painter = kind;
      this.#resize();
    });
    on("link", (fields) => this.#linked(fields));
    on("frame", (frame) => {
      this.meter.frame(frame);
      this.last = frame;
      this.timeline.frame(frame);
    });
    on("server:welcome", (welcome) => this.#welcomed(welcome));
    on("server:status", (status) => this.#stated(status));
    on("server:error", (problem) => this.#refused(problem));
    on("server:picture", (fields) => this.composer.pictureArrived(fields));
    on("server:branches", (fields) => {
      this.timeline.branches = fields;
    });
    on("server:preview", (fields) => this.timeline.preview(fields));
    on("server:ended", (fields) => {
      this.ended = fields;
    });
    on("server:saving", (fields) => this.#saved(fields));
  }

  #linked({ state, code }) {
    if (state !== "open") {
      this.helm.release();
      this.timeline.refused();
    }
    if (state === "open") {
      keepToken(this.token);
      this.connection = "open";
    } else if (state === "lost") {
      this.connection = "lost";
    } else if (code === CLOSE.unknown) {
      this.#beginAnew();
    } else {
      this.connection = code === CLOSE.taken ? "taken" : "outdated";
    }
    this.#show();
  }

  /** Our session is gone: take the token that came with the page, or ask for another. */
  #beginAnew() {
    keepToken("");
    this.connection = "opening";
    this.composing = true;
    this.root.classList.remove("has-walk");
    this.status = { stage: "opening", text: "Connecting", walk: 0, model: "" };
    if (this.settings.session() !== this.token) this.#connect();
    else this.settings.newSession();
  }

  #welcomed({ text, seed, picture, formats }) {
    for (const button of this.root.querySelectorAll(".wg-take [data-format]")) {
      button.hidden = !formats.includes(button.dataset.format);
    }
    if (text && !this.prompt) {
      this.composer.fill(text, seed);
      this.prompt = text;
      this.composing = false;
    }
    if (!picture) this.composer.resend();
  }

  #stated(status) {
    const before = this.status.stage;
    this.status = status;
    if (status.walk > 0) this.root.classList.add("has-walk");
    if (status.stage === "starting" && this.asked) this.prompt = this.asked.text;
    this.helm.canEngage = status.stage === "walking";
    if (status.stage === "walking") {
      this.asked = null;
      this.timeline.leave();
      const engage = (before === "starting" && !this.composing) || this.resuming;
      this.resuming = false;
      if (engage) this.composing = false;
      this.#show();
      if (engage) this.helm.engage();
      return;
    }
    this.helm.release();
    if (status.stage !== "paused") this.timeline.leave();
    if (status.stage === "ended") this.asked = null;
    this.#show();
  }

  #refused({ code, text }) {
    this.timeline.refused();
    if (code === "picture") {
      this.composer.pictureRefused(text);
    } else if (this.asked && UNSTARTED.includes(code)) {
      this.composer.complain(text);
    } else {
      this.view.toast(text);
    }
    if (code === "saving") this.view.saving(null);
    if (this.asked && UNSTARTED.includes(code)) {
      this.asked = null;
      this.composing = true;
      this.#show();
    }
  }

  #saved({ progress, url, name }) {
    this.view.saving(url ? null : progress);
    if (!url) return;
    const link = document.createElement("a");
    link.href = new URL(url, this.settings.base).href;
    link.download = name;
    link.click();
    this.view.toast(`Saved ${name}`, { calm: true });
  }

  // ---------------------------------------------------------------- what is seen

  #show() {
    const { stage, text, model } = this.status;
    this.view.name = this.#viewOf(stage);
    this.view.offer(stage);
    this.view.model(model);
    this.view.state(this.connection === "open" ? stage : this.connection, text);
    if (stage === "failed") this.composer.complain(text);
    if (this.view.name === "curtain") this.#wait();
    if (["paused", "ended"].includes(this.view.name)) this.view.card(this.#card());
  }

  #viewOf(stage) {
    if (this.connection === "taken" || this.connection === "outdated") return "ended";
    if (stage === "starting" || (this.asked && stage !== "failed")) return "curtain";
    if (this.composing || !["walking", "paused", "ended"].includes(stage)) return "compose";
    return { walking: "walk", paused: "paused", ended: "ended" }[stage];
  }

  #wait() {
    const { stage, text, progress = null, expected_s: expectedS = null } = this.status;
    const begun = stage === "starting" || stage === "loading";
    this.view.waiting({
      prompt: this.asked ? this.asked.text : this.prompt,
      text: begun ? text : "One moment",
      progress,
      expectedS,
    });
  }

  /** The large message for what holds the walk up, and what can be done about it. */
  #card() {
    const { stage, text } = this.status;
    const fresh = { label: "New world", act: () => this.compose() };
    if (this.connection === "taken") {
      const first = { label: "Take it back", act: () => this.#reopen() };
      return { title: "Open in another tab", text: "This walk goes on there.", first };
    }
    if (this.connection === "outdated") {
      const first = { label: "Reload", act: () => location.reload() };
      return { title: "Please reload", text: "This page is older than the server.", first };
    }
    if (stage === "paused") {
      const first = { label: "Walk on", act: () => this.pause(false) };
      const why = text === "Paused" ? "The world holds its breath." : text;
      return { title: "Paused", text: why, first, second: fresh };
    }
    const first = { label: "Walk again", act: () => this.restart() };
    if (this.ended.reason === "failed") {
      return { title: "That did not work", text, first, second: fresh };
    }
    const frames = this.ended.frames ? `${text}: ${this.ended.frames} frames.` : `${text}.`;
    const next = "Take it home, walk it again, or dream another.";
    return { title: "The end", text: `${frames} ${next}`, first, second: fresh };
  }

  #reopen() {
    this.connection = "opening";
    this.token = "";
    this.#connect();
    this.#show();
  }

  #tick() {
    if (!this.root.isConnected) {
      clearInterval(this.hudTimer);
      this.helm.end();
      this.link.end();
      return;
    }
    if (this.view.name !== "walk" || !this.last) return;
    const { fps, latencyMs, modelMs } = this.meter;
    this.view.numbers({ fps, latencyMs, modelMs, timeS: this.last.timeS });
  }

  // ---------------------------------------------------------------- the browser

  #listenToWindow() {
    let held = false; // whether we paused because nobody can see it
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.status.stage === "walking") {
        held = true;
        this.helm.release();
        this.pause(true);
      } else if (!document.hidden && held) {
        held = false;
        this.pause(false);
      }
    });
    new ResizeObserver(() => this.#resize()).observe(this.stage);
  }

  /** The canvas has the screen's pixels, within reason. */
  #resize() {
    const { width, height } = this.stage.getBoundingClientRect();
    if (!width) return;
    const ratio = Math.min(window.devicePixelRatio || 1, MAX_PIXEL_RATIO, MAX_CANVAS_PX / width);
    this.link.resize(Math.round(width * ratio), Math.round(height * ratio));
  }
}
