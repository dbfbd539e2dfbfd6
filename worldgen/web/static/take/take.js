/**
 * Taking a walk home: choose files, see them made, know what they are worth, fetch them,
 * or look at them in 3D.
 *
 *     choose ──▶ making (time left, cancel) ──▶ done (score, files, look)
 *
 * A world that goes is held while the window is open, so that all of the machine makes files;
 * closing it lets the walk go on, and the files are made beside it.
 *
 * Not here: what a format is (`formats`), looking (`look/`), what the server does (`serving`).
 */

import { GROUPS, LOOKS, PRESETS, VIEWS, spokenShare, spokenSize, spokenTime } from "./formats.js";

const SHARP_DB = 27; // from here on splats look like the pictures
const ROUGH_DB = 22;
const WHOLE = 0.9; // of all round; from here on a place is whole
const BUSY_MS = 10000; // without progress for so long, others have the machine
const ASIDE = {
  held: "The world waits meanwhile. Close this and it goes on, and so does the making, only slower.",
  still: "You may close this; the making goes on.",
};

export class Take {
  /**
   * @param root the page's own element.
   * @param base what addresses are relative to.
   * @param acts {save(formats), cancel(), hold(), release(), say(text), busy(words, share)};
   *   `hold` says whether a world that went is held now.
   */
  constructor(root, base, acts) {
    this.root = root;
    this.base = base;
    this.acts = acts;
    this.find = (selector) => root.querySelector(`.wg-take ${selector}`);
    this.window = root.querySelector(".wg-take");
    this.isToLook = false; // whether to open the viewer when the files are there
    this.last = null;
    this.find(".wg-take-groups").replaceChildren(...GROUPS.map(drawGroup));
    this.find(".wg-take-presets").replaceChildren(...Object.keys(PRESETS).map(drawPreset));
    this.window.addEventListener("change", () => this.#count());
    this.window.addEventListener("click", (event) => this.#pressed(event));
    this.window.addEventListener("close", () => acts.release());
    this.show("choose");
    this.#choose(["mp4"]);
  }

  /** Only these can be made here. */
  set formats(formats) {
    for (const box of this.#boxes) box.parentElement.hidden = !formats.includes(box.value);
  }

  open() {
    const isHeld = this.acts.hold();
    this.find(".wg-take-aside").textContent = isHeld ? ASIDE.held : ASIDE.still;
    this.complain("");
    if (!this.last?.making) this.show(this.last?.files.length ? "done" : "choose");
    this.window.showModal();
  }

  /** One of "choose", "making", "done". */
  show(part) {
    this.window.dataset.part = part;
  }

  /** How it goes, as the server tells it. */
  told(saving) {
    const wasMaking = Boolean(this.last?.making);
    this.last = saving;
    clearTimeout(this.busyTimer);
    if (saving.making) this.#making(saving);
    else if (saving.files.length) this.#done(saving, wasMaking);
    else this.show("choose");
    if (!saving.making) this.acts.busy("Save", 0);
  }

  /** Say what did not work, where the person looks. */
  complain(text) {
    this.find(".wg-take-problem").textContent = text;
  }

  /** The walk is another one now: what was made of the old one is no longer offered. */
  forget() {
    this.last = this.last?.making ? this.last : null;
  }

  #making({ making, progress, left_s: left }) {
    const done = spokenShare(progress);
    const told = (time) => {
      this.find(".wg-take-left").textContent = `${done}, ${time}`;
    };
    this.show("making");
    this.acts.busy(done, progress);
    told(left === null ? "one moment" : `about ${spokenTime(left)} left`);
    this.busyTimer = setTimeout(() => told("slow now: the machine is busy with other things"), BUSY_MS);
    this.find(".wg-take-what").textContent = `Making .${making}`;
    this.find(".wg-bar i").style.transform = `scaleX(${progress})`;
    this.find(".wg-bar").setAttribute("aria-valuenow", String(Math.floor(progress * 100)));
  }

  #done({ files, unmade, report, notes }, wasMaking) {
    this.show("done");
    const told = notes.map((note) => drawText("p", sentence(note)));
    this.find(".wg-take-worth").replaceChildren(...worth(report).map(drawLine), ...told);
    const rows = files.map((file) => this.#row(file));
    this.find(".wg-take-files").replaceChildren(...rows, ...unmade.map(drawUnmade));
    this.find("[data-take=look]").hidden = this.#views(files, report).length === 0;
    if (!wasMaking) return; // told again, as after a reload
    if (this.isToLook && this.window.open) this.#look();
    else if (files.length === 1 && !report) this.find(".wg-take-files a").click();
    else if (!this.window.open) this.acts.say("Your files are ready: press Save");
    this.isToLook = false;
  }

  #row({ name, format, url, size_bytes: size }) {
    const link = document.createElement("a");
    link.href = new URL(url, this.base).href;
    link.download = name;
    link.dataset.format = format;
    link.setAttribute("aria-label", `Download .${format}, ${spokenSize(size)}`);
    link.append(drawText("b", `.${format}`), drawText("span", spokenSize(size)), "Download");
    return link;
  }

  #views(files, report) {
    if (!report) return [];
    return VIEWS.flatMap(({ label, formats }) => {
      const file = files.find(({ format }) => formats.includes(format));
      return file ? [{ label, name: file.name, href: new URL(file.url, this.base).href }] : [];
    });
  }

  async #look() {
    const { files, report } = this.last;
    const { Look } = await import("../look/look.js");
    this.look ??= new Look(this.root);
    await this.look.open(this.#views(files, report), report);
  }

  #pressed({ target }) {
    const { take, preset } = target.closest("button")?.dataset ?? {};
    if (preset) this.#choose(PRESETS[preset]);
    else if (take === "look-at") this.#ask(LOOKS, true);
    else if (take === "make") this.#ask(this.#chosen, false);
    else if (take === "look") this.#look();
    else if (take === "cancel") this.acts.cancel();
    else if (take === "others") this.show("choose");
    else if (take === "close" || target === this.window) this.window.close();
  }

  #ask(formats, isToLook) {
    this.isToLook = isToLook;
    this.complain("");
    this.acts.save(formats);
  }

  get #boxes() {
    return [...this.window.querySelectorAll("input[type=checkbox]")];
  }

  get #chosen() {
    return this.#boxes.filter((box) => box.checked).map((box) => box.value);
  }

  #choose(formats) {
    for (const box of this.#boxes) {
      box.checked = formats.includes(box.value) && !box.parentElement.hidden;
    }
    this.#count();
  }

  #count() {
    const chosen = this.#chosen;
    const same = ([, formats]) =>
      formats.length === chosen.length && formats.every((format) => chosen.includes(format));
    const preset = Object.entries(PRESETS).find(same)?.[0];
    for (const chip of this.window.querySelectorAll("[data-preset]")) {
      chip.setAttribute("aria-pressed", String(chip.dataset.preset === preset));
    }
    const button = this.find("[data-take=make]");
    button.disabled = chosen.length === 0;
    const what = chosen.length === 1 ? `.${chosen[0]}` : `${chosen.length} files`;
    button.textContent = chosen.length ? `Make ${what}` : "Choose a file";
  }
}

/** What a report means, a sentence each; none without one. */
export function worth(report) {
  if (!report) return [];
  const lines = [];
  if (report.score_db !== null) {
    const words = report.score_db >= SHARP_DB ? "sharp" : report.score_db >= ROUGH_DB ? "fair" : "rough";
    const kept = `${words}: how near the splats come to ${report.kept_out} frames that they were not made from`;
    lines.push([`${report.score_db.toFixed(1)} dB`, kept]);
    if (report.aside_db !== null) {
      lines.push([`${report.aside_db.toFixed(1)} dB`, "the same from 30 cm beside the way"]);
    }
  }
  const whole = "of what lies round about was seen: the place is whole";
  const part = "of what lies round about was seen; turn about once in the walk for the rest";
  lines.push([`${Math.round(report.seen * 100)} %`, report.seen >= WHOLE ? whole : part]);
  return lines;
}

function drawGroup({ title, words, formats }) {
  const group = document.createElement("fieldset");
  const legend = drawText("legend", title);
  legend.append(drawText("span", words));
  group.append(legend, ...formats.map(drawBox));
  return group;
}

function drawBox(format) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = format;
  label.append(box, drawText("span", `.${format}`));
  return label;
}

function drawPreset(name) {
  const button = drawText("button", name.replace("-", " "));
  button.type = "button";
  button.dataset.preset = name;
  return button;
}

function drawLine([figure, words]) {
  const line = document.createElement("p");
  line.append(drawText("b", figure), drawText("span", words));
  return line;
}

function drawUnmade({ format, reason }) {
  const line = document.createElement("p");
  line.append(drawText("b", `.${format}`), drawText("span", `was not made: ${reason}`));
  return line;
}

function sentence(words) {
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}

function drawText(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
