/**
 * The line under the picture: the walk so far, to look back along and to walk on from.
 *
 * Moving the handle holds the world still and shows recorded frames. From any of them one
 * can walk on, which makes a walk of its own; the others stay, a button each.
 *
 * It asks for one picture at a time: the next when that has come.
 */

export class Timeline {
  /**
   * @param root the page's own element.
   * @param acts {peek(walk, index), rewind(walk, index), hold(), present(), key(event)}:
   *   `present` leads back to now, `key` takes a key that is nothing here.
   */
  constructor(root, acts) {
    this.root = root;
    this.acts = acts;
    const find = (selector) => root.querySelector(selector);
    this.line = find(".wg-time-line");
    this.clock = find(".wg-time-at");
    this.mark = find(".wg-time-mark");
    this.choices = find(".wg-walks");
    this.image = find(".wg-past-image");
    this.note = find(".wg-past-note");
    this.walk = 0;
    this.frameS = 0.1;
    this.isLooking = false;
    this.asked = null; // the frame that was asked for and has not come yet
    this.line.addEventListener("input", () => this.#look());
    this.line.addEventListener("keydown", (event) => this.#keyDown(event));
    this.#draw();
  }

  /** The walks one can go back to, as the server tells them. */
  set branches({ walk, branches }) {
    if (walk !== this.walk) this.leave();
    this.walk = walk;
    this.root.classList.toggle("has-time", branches.length > 0);
    const here = branches.find((branch) => branch.walk === walk);
    this.mark.hidden = !here?.parent;
    if (here) this.#reach(Math.max(here.frames - 1, 0));
    this.branched = here?.parent ? here.at : 0;
    this.#choose(branches.length > 1 ? branches : []);
    this.#draw();
  }

  /** A frame was shown. */
  frame({ walk, index, timeS }) {
    if (walk !== this.walk) return;
    if (index > 0) this.frameS = timeS / index;
    this.#reach(index);
    this.#draw();
  }

  /** A recorded frame that was asked for. */
  preview({ walk, index, jpeg }) {
    const wanted = this.isLooking && walk === this.walk;
    if (wanted) {
      this.image.src = `data:image/jpeg;base64,${jpeg}`;
      this.image.dataset.index = index;
    }
    this.asked = null;
    if (wanted && index !== this.at) this.#ask();
  }

  /** What was asked for did not work. */
  refused() {
    this.asked = null;
    this.root.classList.remove("is-returning");
  }

  /** Put the keyboard on the line. */
  focus() {
    this.line.focus({ preventScroll: true });
  }

  /** Walk on from the frame that is looked at. */
  walkOn() {
    if (!this.isLooking) return;
    this.root.classList.add("is-returning");
    this.note.textContent = `Going back to ${this.#time(this.at)}`;
    this.acts.rewind(this.walk, this.at);
  }

  /** Look at the present again. */
  leave() {
    this.root.classList.remove("is-past", "is-returning");
    this.image.removeAttribute("src");
    delete this.image.dataset.index;
    this.isLooking = false;
    this.asked = null;
    this.line.value = this.line.max;
    this.#draw();
  }

  get at() {
    return Number(this.line.value);
  }

  #look() {
    if (!this.isLooking) {
      this.isLooking = true;
      this.root.classList.add("is-past");
      this.acts.hold();
    }
    this.#draw();
    this.#ask();
  }

  #ask() {
    if (this.asked !== null) return;
    this.asked = this.at;
    this.acts.peek(this.walk, this.at);
  }

  #keyDown(event) {
    if (event.key === "Escape") this.acts.present();
    else if (event.key === "Enter") this.walkOn();
    else if (!this.acts.key(event)) return;
    event.preventDefault();
  }

  /** The walk is so long now; the handle stays at its end unless somebody looks back. */
  #reach(index) {
    this.line.max = index;
    if (!this.isLooking) this.line.value = index;
  }

  #choose(branches) {
    this.choices.replaceChildren(
      ...branches.map(({ walk, frames, parent, at }, place) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = place + 1;
        const from = parent ? `, from ${this.#time(at)} on` : "";
        const words = `Walk ${place + 1}${from}, ${this.#time(frames - 1)} long`;
        button.title = words;
        button.setAttribute("aria-label", words);
        button.setAttribute("aria-pressed", String(walk === this.walk));
        button.addEventListener("click", () => {
          if (walk === this.walk) return;
          this.acts.hold();
          this.acts.rewind(walk, frames - 1);
        });
        return button;
      }),
    );
  }

  #draw() {
    const last = Number(this.line.max);
    const share = last > 0 ? this.at / last : 1;
    this.line.style.setProperty("--at", share);
    this.mark.style.setProperty("--at", last > 0 ? this.branched / last : 0);
    const now = this.#time(this.at);
    this.clock.textContent = this.isLooking ? `${now} of ${this.#time(last)}` : now;
    this.line.setAttribute("aria-valuetext", this.clock.textContent);
    if (this.isLooking) this.note.textContent = `Looking back at ${now}`;
  }

  #time(index) {
    const seconds = Math.floor(index * this.frameS + 1e-6);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}
