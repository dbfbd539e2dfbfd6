/**
 * The page, put together.
 *
 *     keyboard · pointer · pads ──▶ helm ──▶ link ──▶ worker ══ socket ══ server
 *     composer (a new world)    ──▶  │        │
 *     dock (pause, tell, fly)   ──▶  │        │
 *     timeline (look back)      ──▶  │        │
 *     brush (change a part)     ──▶  │        │
 *     take (files, 3D)          ──▶  ▼        ▼
 *                                  view ◀── what the server says
 *
 * `mount` is called once by Gradio's viewport. This file joins the parts: what people do
 * becomes messages, what the server says is shown. What was asked for and where the walk
 * stands: `journey`; whose session it is: `connection`; words for a stage: `stages`.
 */

import { Brush } from "./brush.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Dock } from "./dock.js";
import { Helm } from "./helm.js";
import { Journey } from "./journey.js";
import { Link, message } from "./link.js";
import { Meter } from "./meter.js";
import { Sight, watchSize } from "./sight.js";
import { cardOf, waitOf } from "./stages.js";
import { Take } from "./take/take.js";
import { Timeline } from "./timeline.js";
import { View } from "./view.js";

const HUD_MS = 250;

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
    this.journey = new Journey();
    this.last = null; // the newest frame's numbers

    const find = (selector) => root.querySelector(selector);
    const asked = new URLSearchParams(location.search);
    const sharp = asked.get("painter") ?? "auto";
    const glides = asked.get("glide") !== "off"; // to see what the model sends, and no more
    this.view = new View(root);
    this.meter = new Meter();
    const { matches: calm } = matchMedia("(prefers-reduced-motion: reduce)");
    this.link = new Link(find(".wg-canvas"), { sharp, glides, calm });
    this.#furnish();
    this.#listenToServer();
    this.resize = watchSize(find(".wg-canvas"), (...size) => this.link.resize(...size));
    this.sight = new Sight({ hide: () => this.#hold(), show: () => this.pause(false) });
    this.hudTimer = setInterval(() => this.#tick(), HUD_MS);
    this.line = new Connection(this.link, settings, {
      onChange: () => this.#lined(),
      onAnew: () => this.#beginAnew(),
    });
    this.line.connect();
    this.#show();
    if (!root.classList.contains("is-touch")) this.composer.focus(); // a finger would raise a keyboard
  }

  /** How the line to the server is. */
  get connection() {
    return this.line.state;
  }

  /** What the server said last about the walk. */
  get status() {
    return this.journey.status;
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
      hold: () => {
        this.brush.close();
        this.#hold();
      },
      present: () => this.#present(),
      key: (event) => this.helm.take(event),
    });
    this.brush = new Brush(root, {
      change: (words, mask) => this.#edit(words, mask),
      leave: () => this.pause(false),
    });
    let held = false; // whether it was we who held the world, to make files
    this.take = new Take(root, settings.base, {
      save: (formats) => this.#say(message.save(formats)),
      cancel: () => link.send(message.cancel()),
      hold: () => (held = this.#hold()),
      release: () => held && this.pause(false),
      say: (text) => this.view.toast(text, { calm: true }),
      busy: (words, share) => this.view.saving(words, share),
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
      KeyC: () => this.change(),
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
      brush: () => this.change(),
      hud: () => this.view.toggleNumbers(),
      full: () => this.fullScreen(),
      dismiss: () => this.view.toast(""),
      "walk-on": () => this.timeline.walkOn(),
      present: () => this.#present(),
    };
  }

  start(prompt) {
    this.journey.ask(prompt);
    this.dock.clear();
    this.#ask();
    this.#show();
  }

  restart() {
    this.journey.leaveComposer();
    this.#say(message.restart());
  }

  pause(on) {
    this.journey.resuming = !on;
    this.#say(message.pause(on));
  }

  /** Leave the ground, or come down to it. */
  fly() {
    this.#say(message.fly(!this.status.flying));
    this.helm.engage();
  }

  tell(text) {
    if (this.#say(message.event(text))) this.view.toast(`Told the world: ${text}`, { calm: true });
    this.helm.engage();
  }

  /** Mark a part of the picture, to say what shall be there; or give that up. */
  change() {
    if (this.brush.isOpen) {
      this.brush.giveUp();
      return;
    }
    if (!this.status.can_edit) return;
    this.timeline.leave();
    this.#hold();
    const full = document.fullscreenElement;
    if (full && full !== this.root) document.exitFullscreen(); // the words are below the picture
    this.brush.open();
  }

  compose() {
    this.brush.close();
    this.#hold();
    this.journey.compose();
    this.#show();
    this.composer.focus();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.#wholeScreen.requestFullscreen?.();
    this.helm.engage();
  }

  /** What fills the screen: the picture, and where thumbs walk, their pads, too. */
  get #wholeScreen() {
    const { root } = this;
    return root.classList.contains("is-touch") ? root : root.querySelector(".wg-frame");
  }

  /** Send what was marked, and walk on; whether it could be sent. */
  #edit(words, mask) {
    const { walk, index } = this.last;
    if (!this.#say(message.edit(walk, index, words, mask))) return false;
    this.view.toast(`Changing that part: ${words}`, { calm: true });
    this.pause(false);
    return true;
  }

  /** Send what somebody did; false, and a word to them, when there is no line. */
  #say(fields) {
    const isOpen = this.link.send(fields);
    if (!isOpen) this.view.toast("Not connected at the moment; try again in a few seconds");
    return isOpen;
  }

  /** Ask for the world that is wanted; while there is no line it waits for one. */
  #ask() {
    const { text, seed, picture } = this.journey.asked;
    this.link.send(message.start(text, seed, picture));
  }

  /** Hold the world still; whether it went before. */
  #hold() {
    this.helm.release();
    const walked = this.status.stage === "walking";
    if (walked) this.pause(true);
    return walked;
  }

  #rewind(walk, index) {
    this.journey.resuming = true;
    if (!this.#say(message.rewind(walk, index))) this.timeline.refused();
  }

  #present() {
    const wasLooking = this.timeline.isLooking;
    this.timeline.leave();
    if (wasLooking) this.pause(false);
    this.helm.focus();
  }

  #back() {
    if (this.journey.leaveComposer()) this.pause(false);
    this.#show();
  }

  #stop() {
    this.journey.stop();
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
      this.brush.shown(frame);
      this.timeline.frame(frame);
    });
    on("drawn", (drawn) => this.meter.drawn(drawn));
    on("server:welcome", (welcome) => this.#welcomed(welcome));
    on("server:status", (status) => this.#stated(status));
    on("server:error", (problem) => this.#refused(problem));
    on("server:picture", (fields) => this.composer.pictureArrived(fields));
    on("server:branches", (fields) => {
      this.timeline.branches = fields;
    });
    on("server:preview", (fields) => this.timeline.preview(fields));
    on("server:ended", (fields) => {
      this.journey.ended = fields;
    });
    on("server:saving", (fields) => this.take.told(fields));
  }

  #lined() {
    if (this.connection !== "open") {
      this.helm.release();
      this.timeline.refused();
      if (this.connection !== "lost") this.brush.close();
    }
    this.#show();
  }

  #beginAnew() {
    this.root.classList.remove("has-walk");
    this.journey.beginAnew();
  }

  #welcomed({ text, seed, picture, formats }) {
    this.take.formats = formats;
    if (this.journey.welcomed(text)) this.composer.fill(text, seed);
    if (!picture) this.composer.resend();
  }

  #stated(status) {
    const { before, engage, lost } = this.journey.stated(status);
    if (status.walk > 0) this.root.classList.add("has-walk");
    if (status.walk !== before.walk) this.take.forget();
    if (status.flying !== before.flying) this.view.aloft(status.flying);
    this.helm.canEngage = status.stage === "walking";
    if (lost) this.#ask();
    if (status.stage === "walking") this.sight.check();
    else this.helm.release();
    if (status.stage === "walking" && status.text && status.text !== before.text) {
      this.view.toast(status.text, { calm: true });
    }
    this.root.classList.toggle("can-edit", status.can_edit);
    if (status.stage !== "paused") {
      this.timeline.leave();
      this.brush.close();
    }
    this.#show();
    if (engage) this.helm.engage();
  }

  #refused({ code, text }) {
    this.timeline.refused();
    const answered = this.journey.refused(code);
    if (code === "picture") {
      this.composer.pictureRefused(text);
    } else if (answered) {
      this.composer.complain(text);
    } else if (this.take.window.open) {
      this.take.complain(text); // a toast would lie below the window
    } else {
      this.view.toast(text);
    }
    if (answered) this.#show();
  }

  // ---------------------------------------------------------------- what is seen

  #show() {
    const { journey, connection, view } = this;
    const { stage, text, model } = this.status;
    view.name = journey.view(connection);
    view.offer(stage);
    view.model(model);
    view.state(connection === "open" ? stage : connection, text);
    if (stage === "failed") this.composer.complain(text);
    if (view.name === "curtain") view.waiting(waitOf(journey, connection));
    if (["paused", "ended"].includes(view.name)) {
      const { ended } = journey;
      view.card(cardOf({ stage, text, connection, ended, acts: this.#cardActs() }));
    }
  }

  #cardActs() {
    return {
      compose: () => this.compose(),
      walkOn: () => this.pause(false),
      restart: () => this.restart(),
      take: () => this.take.open(),
      reopen: () => this.line.reopen(),
      reload: () => location.reload(),
    };
  }

  #tick() {
    if (!this.root.isConnected) {
      clearInterval(this.hudTimer);
      this.helm.end();
      this.link.end();
      return;
    }
    if (this.view.name !== "walk" || !this.last) return;
    this.view.numbers(this.meter, this.last.timeS);
  }
}
