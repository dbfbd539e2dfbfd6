/**
 * The page, put together.
 *
 *     keyboard · pointer · pads ──▶ helm ──▶ link ──▶ worker ══ socket ══ server
 *     composer (a new world)    ──▶  │        │
 *     dock (pause, tell, fly)   ──▶  │        │
 *     timeline (look back)      ──▶  │        │
 *     take (files, 3D)          ──▶  ▼        ▼
 *                                  view ◀── what the server says
 *
 * `mount` is called once by Gradio's viewport. The server decides what stage the walk
 * is in; this file turns that into what is seen, and what people do into messages.
 * Whose session it is: `connection`; which view and words a stage has: `stages`.
 */

import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Dock } from "./dock.js";
import { Helm } from "./helm.js";
import { Link, message } from "./link.js";
import { Meter } from "./meter.js";
import { watchSight, watchSize } from "./sight.js";
import { cardOf, viewOf } from "./stages.js";
import { Take } from "./take/take.js";
import { Timeline } from "./timeline.js";
import { View } from "./view.js";

const HUD_MS = 250;
const UNSTARTED = ["prompt", "picture", "seats", "model", "protocol", "session"];
const UNKNOWN = { stage: "opening", text: "Connecting", walk: 0, model: "", flying: false };

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
    this.status = UNKNOWN;
    this.asked = null; // the prompt that was sent and has not begun yet
    this.prompt = ""; // the words of the walk that goes on
    this.composing = true; // whether the person wants to see the composer
    this.resuming = false; // whether the person pressed "walk on"
    this.last = null; // the newest frame's numbers
    this.ended = { reason: "", text: "" };

    const find = (selector) => root.querySelector(selector);
    const sharp = new URLSearchParams(location.search).get("painter") ?? "auto";
    this.view = new View(root);
    this.meter = new Meter();
    this.link = new Link(find(".wg-canvas"), { sharp });
    this.#furnish();
    this.#listenToServer();
    this.resize = watchSize(find(".wg-stage"), (...size) => this.link.resize(...size));
    watchSight({ hide: () => this.#hold(), show: () => this.pause(false) });
    this.hudTimer = setInterval(() => this.#tick(), HUD_MS);
    this.line = new Connection(this.link, settings, {
      onChange: () => this.#lined(),
      onAnew: () => this.#beginAnew(),
    });
    this.line.connect();
    this.#show();
  }

  /** How the line to the server is. */
  get connection() {
    return this.line.state;
  }

  get token() {
    return this.line.token;
  }

  /** Everything that people use, each with what it may do. */
  #furnish() {
    const { root, settings, link } = this;
    this.composer = new Composer(root, {
      examples: settings.examples,
      files: new URL(settings.static, settings.base),
      onStart: (prompt) => this.start(prompt),
      onPicture: (file) => link.sendPicture(file),
      onOpen: () => this.compose(),
    });
    this.helm = new Helm(root, {
      send: (fields) => link.send(message.control(fields)),
      onKeys: (held) => this.view.keys(held),
      shortcuts: this.#shortcuts(),
    });
    this.dock = new Dock(root, {
      acts: this.#acts(),
      onTell: (text) => this.tell(text),
      onLeave: () => this.helm.engage(),
    });
    this.timeline = new Timeline(root, {
      peek: (walk, index) => link.send(message.peek(walk, index)),
      rewind: (walk, index) => this.#rewind(walk, index),
      hold: () => this.#hold(),
      release: () => this.pause(false),
    });
    let held = false; // whether it was we who held the world, to make files
    this.take = new Take(root, settings.base, {
      save: (formats) => link.send(message.save(formats)),
      cancel: () => link.send(message.cancel()),
      hold: () => {
        held = this.#hold();
      },
      release: () => held && this.pause(false),
      say: (text) => this.view.toast(text, { calm: true }),
      busy: (share) => this.view.saving(share),
    });
  }

  // ---------------------------------------------------------------- what people do

  #shortcuts() {
    return {
      KeyP: () => this.pause(true),
      KeyH: () => this.view.toggleNumbers(),
      KeyF: () => this.fly(),
      KeyZ: () => this.fullScreen(),
      KeyT: () => this.dock.focus(),
      KeyB: () => this.timeline.focus(),
    };
  }

  #acts() {
    return {
      compose: () => this.compose(),
      back: () => this.#back(),
      help: () => this.root.querySelector(".wg-help").showModal(),
      pause: () => this.pause(this.status.stage !== "paused"),
      restart: () => this.restart(),
      stop: () => this.#stop(),
      take: () => this.take.open(),
      fly: () => this.fly(),
      hud: () => this.view.toggleNumbers(),
      full: () => this.fullScreen(),
      dismiss: () => this.view.toast(""),
      "walk-on": () => this.timeline.walkOn(),
      present: () => this.#present(),
    };
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

  /** Leave the ground, or come down to it. */
  fly() {
    this.link.send(message.fly(!this.status.flying));
    this.helm.engage();
  }

  tell(text) {
    this.link.send(message.event(text));
    this.view.toast(`Told the world: ${text}`, { calm: true });
    this.helm.engage();
  }

  compose() {
    this.#hold();
    this.composing = true;
    this.#show();
    this.composer.focus();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.root.querySelector(".wg-frame").requestFullscreen?.();
    this.helm.engage();
  }

  /** Hold the world still; whether it went before. */
  #hold() {
    this.helm.release();
    const walked = this.status.stage === "walking";
    if (walked) this.pause(true);
    return walked;
  }

  #rewind(walk, index) {
    this.resuming = true;
    this.link.send(message.rewind(walk, index));
  }

  #present() {
    this.timeline.leave();
    this.pause(false);
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

  #listenToServer() {
    const on = (name, then) => this.link.addEventListener(name, (event) => then(event.detail));
    on("painter", ({ kind }) => {
      this.root.dataset.painter = kind;
      this.resize();
    });
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
    on("server:saving", (fields) => this.take.told(fields));
  }

  #lined() {
    if (this.connection !== "open") {
      this.helm.release();
      this.timeline.refused();
    }
    this.#show();
  }

  #beginAnew() {
    this.composing = true;
    this.root.classList.remove("has-walk");
    this.status = UNKNOWN;
  }

  #welcomed({ text, seed, picture, formats }) {
    this.take.formats = formats;
    if (text && !this.prompt) {
      this.composer.fill(text, seed);
      this.prompt = text;
      this.composing = false;
    }
    if (!picture) this.composer.resend();
  }

  #stated(status) {
    const { stage, walk, flying } = this.status;
    this.status = status;
    if (status.walk > 0) this.root.classList.add("has-walk");
    if (status.walk !== walk) this.take.forget();
    if (status.flying !== flying) this.view.aloft(status.flying);
    if (status.stage === "starting" && this.asked) this.prompt = this.asked.text;
    this.helm.canEngage = status.stage === "walking";
    if (status.stage === "walking") this.#walks(stage);
    else this.#halts(status.stage);
  }

  #walks(before) {
    this.asked = null;
    this.timeline.leave();
    const engage = (before === "starting" && !this.composing) || this.resuming;
    this.resuming = false;
    if (engage) this.composing = false;
    this.#show();
    if (engage) this.helm.engage();
  }

  #halts(stage) {
    this.helm.release();
    if (stage !== "paused") this.timeline.leave();
    if (stage === "ended") this.asked = null;
    this.#show();
  }

  #refused({ code, text }) {
    this.timeline.refused();
    if (code === "picture") {
      this.composer.pictureRefused(text);
    } else if (this.asked && UNSTARTED.includes(code)) {
      this.composer.complain(text);
    } else if (this.take.window.open) {
      this.take.complain(text); // a toast would lie below the window
    } else {
      this.view.toast(text);
    }
    if (this.asked && UNSTARTED.includes(code)) {
      this.asked = null;
      this.composing = true;
      this.#show();
    }
  }

  // ---------------------------------------------------------------- what is seen

  #show() {
    const { connection, asked, composing, ended } = this;
    const { stage, text, model } = this.status;
    this.view.name = viewOf({ stage, connection, asked, composing });
    this.view.offer(stage);
    this.view.model(model);
    this.view.state(connection === "open" ? stage : connection, text);
    if (stage === "failed") this.composer.complain(text);
    if (this.view.name === "curtain") this.#wait();
    if (["paused", "ended"].includes(this.view.name)) {
      this.view.card(cardOf({ stage, text, connection, ended, acts: this.#cardActs() }));
    }
  }

  #cardActs() {
    return {
      compose: () => this.compose(),
      walkOn: () => this.pause(false),
      restart: () => this.restart(),
      reopen: () => this.line.reopen(),
      reload: () => location.reload(),
    };
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
}
