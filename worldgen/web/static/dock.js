/**
 * The buttons, and the line that tells the world what happens. What a button does is
 * named by its `data-do`; this file only finds out what was meant.
 */

export class Dock {
  /**
   * @param root the page's own element.
   * @param acts what every `data-do` does: {pause: (button) => …}.
   * @param onTell takes what was said to the world.
   * @param onLeave is called when Escape is pressed in the line.
   */
  constructor(root, { acts, onTell, onLeave }) {
    this.line = root.querySelector("#wg-event");
    const form = root.querySelector(".wg-say");
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-do]");
      acts[button?.dataset.do]?.(button);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#tell(this.line.value, onTell);
    });
    this.line.addEventListener("keydown", (event) => {
      if (event.key === "Escape") onLeave();
    });
    for (const idea of form.querySelectorAll(".wg-ideas button")) {
      idea.addEventListener("click", () => this.#tell(idea.textContent, onTell));
    }
  }

  focus() {
    this.line.focus({ preventScroll: true });
  }

  clear() {
    this.line.value = "";
  }

  #tell(text, onTell) {
    if (!text.trim()) return;
    this.clear();
    onTell(text.trim());
  }
}
