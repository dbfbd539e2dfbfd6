/**
 * Asking for a world: the words, the picture, the seed, and worlds on offer.
 */

import { readied, seenOf } from "./picture.js";

const MAX_SEED = 999_999_999;
const MOST_SEEN = 0.95; // of a picture that is cut so little, nothing is said

export class Composer {
  /**
   * @param root the page's own element.
   * @param examples worlds on offer, as `web/examples.py` describes them.
   * @param files where their thumbnails are.
   * @param onStart takes {text, seed, picture}, picture being whether there is one.
   * @param onPicture takes a picture file to be sent.
   * @param onOpen is called when a picture was dropped on the page, wherever that was.
   */
  constructor(root, { examples, files, onStart, onPicture, onOpen }) {
    const find = (selector) => root.querySelector(selector);
    this.form = find(".wg-compose");
    this.ask = find(".wg-ask");
    this.words = find("#wg-prompt");
    this.seed = find("#wg-seed");
    this.chip = find(".wg-chip");
    this.problem = find(".wg-ask-problem");
    this.go = find(".wg-go");
    this.file = null; // what was chosen
    this.picture = null; // what is sent of it
    this.onStart = onStart;
    this.onPicture = onPicture;
    this.onOpen = onOpen;
    this.seed.value = String(Math.floor(Math.random() * 1000));
    this.#listen(root, find);
    find(".wg-gallery").replaceChildren(...examples.map((example) => this.#card(example, files)));
  }

  /** Say what is wrong with what was asked; an empty text takes it back. */
  complain(text) {
    this.problem.textContent = text;
    this.ask.classList.toggle("is-wrong", text !== "");
  }

  /** The server has the picture; its size is known if the browser could not tell. */
  pictureArrived({ width_px: widthPx, height_px: heightPx }) {
    const { width = widthPx, height = heightPx } = this.picture ?? {};
    const { across, down } = seenOf(width, height);
    const cut = across * down < MOST_SEEN ? "; its bright part will be seen" : "";
    const frame = this.chip.querySelector("i");
    frame.style.setProperty("--across", across);
    frame.style.setProperty("--down", down);
    this.chip.querySelector("span").textContent = `${width} × ${height}${cut}`;
    this.go.disabled = false;
  }

  /** The server cannot use it, and says why. */
  pictureRefused(text) {
    this.#dropPicture();
    this.complain(text);
  }

  /** The same picture again, for another session. */
  resend() {
    if (this.picture) this.onPicture(this.picture.data);
  }

  focus() {
    this.words.focus({ preventScroll: true });
  }

  fill(text, seed) {
    this.words.value = text;
    this.seed.value = String(seed);
  }

  #listen(root, find) {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#start();
    });
    this.words.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.form.requestSubmit();
    });
    this.words.addEventListener("input", () => this.complain(""));
    this.words.addEventListener("paste", (event) => {
      const [file] = event.clipboardData?.files ?? [];
      if (file) this.takePicture(file);
    });
    find("[data-do=dice]").addEventListener("click", () => {
      this.seed.value = String(Math.floor(Math.random() * 1000));
    });
    find("[data-do=drop-picture]").addEventListener("click", () => {
      this.#dropPicture();
    });
    const input = find("input[type=file]");
    input.addEventListener("change", () => {
      if (input.files[0]) this.takePicture(input.files[0]);
      input.value = "";
    });
    input.parentElement.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") input.click();
    });
    for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
      root.addEventListener(kind, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        const out = kind === "drop" || (kind === "dragleave" && !root.contains(event.relatedTarget));
        root.classList.toggle("is-dropping", !out);
        if (kind === "drop" && event.dataTransfer.files[0]) {
          this.onOpen();
          this.takePicture(event.dataTransfer.files[0]);
        }
      });
    }
  }

  /** Take a file that was chosen, dropped or pasted; the server has the last word on it. */
  async takePicture(file) {
    this.complain("");
    this.#dropPicture();
    this.file = file;
    const image = this.chip.querySelector("img");
    image.src = URL.createObjectURL(file);
    this.chip.querySelector("span").textContent = "Reading the picture…";
    this.chip.hidden = false;
    this.go.disabled = true;
    const picture = await readied(file);
    if (this.file !== file) return; // another was chosen meanwhile, or none
    if (picture.problem) {
      this.pictureRefused(picture.problem);
      return;
    }
    this.picture = picture;
    this.onPicture(picture.data);
  }

  #dropPicture() {
    const image = this.chip.querySelector("img");
    if (image.src) URL.revokeObjectURL(image.src);
    image.removeAttribute("src");
    this.file = null;
    this.picture = null;
    for (const side of ["--across", "--down"]) this.chip.querySelector("i").style.removeProperty(side);
    this.chip.hidden = true;
    this.go.disabled = false;
  }

  #start() {
    if (this.go.disabled) return; // the picture is under way
    const text = this.words.value.trim();
    if (!text && !this.file) {
      this.complain("Describe a place, or choose a picture.");
      this.focus();
      return;
    }
    this.complain("");
    this.onStart({ text, seed: this.#seedValue(), picture: this.file !== null });
  }

  #seedValue() {
    const seed = Number.parseInt(this.seed.value, 10);
    const fine = Number.isFinite(seed) ? Math.min(Math.max(seed, 0), MAX_SEED) : 0;
    this.seed.value = String(fine);
    return fine;
  }

  #card(example, files) {
    const card = document.createElement("button");
    card.type = "button";
    card.className = "wg-world";
    card.title = example.text;
    const [sky, horizon, ground] = example.colours;
    card.style.setProperty("--sky", sky);
    card.style.setProperty("--horizon", horizon);
    card.style.setProperty("--ground", ground);
    if (example.image) {
      const image = document.createElement("img");
      image.src = new URL(example.image, files).href;
      image.alt = "";
      image.loading = "lazy";
      card.append(image);
    }
    const title = document.createElement("span");
    title.textContent = example.title;
    card.append(title);
    card.addEventListener("click", () => {
      this.#dropPicture();
      this.fill(example.text, example.seed);
      this.#start();
    });
    return card;
  }
}
