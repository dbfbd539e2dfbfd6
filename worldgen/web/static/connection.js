/**
 * Whose session this tab has, and how the line to it is.
 *
 *     "opening" ──▶ "open" ◀──▶ "lost"     "taken" by another tab · "outdated" · "broken" page
 *
 * The token is kept for the tab, so that a reload walks on; when the server no longer
 * knows it, the one that came with the page is taken, or another asked for.
 */

import { keepToken, keptToken } from "./token.js";
import { CLOSE } from "./wire.js";

export class Connection {
  /**
   * @param link carries messages.
   * @param settings what `mount` was given: {session(), newSession(), onSession, live, base}.
   * @param onChange is called when `state` has changed.
   * @param onAnew is called when the session is gone and another begins.
   */
  constructor(link, settings, { onChange, onAnew }) {
    this.link = link;
    this.settings = settings;
    this.onChange = onChange;
    this.onAnew = onAnew;
    this.state = "opening";
    this.token = "";
    link.addEventListener("link", ({ detail }) => this.#linked(detail));
    settings.onSession(() => this.connect());
  }

  connect() {
    const token = keptToken() || this.settings.session();
    if (!token || token === this.token) return;
    this.token = token;
    const url = new URL(this.settings.live, this.settings.base);
    url.protocol = url.protocol.replace("http", "ws");
    this.link.open(url.href, token);
  }

  /** Take the walk back from another tab. */
  reopen() {
    this.state = "opening";
    this.token = "";
    this.connect();
    this.onChange();
  }

  #linked({ state, code }) {
    if (state === "open") {
      keepToken(this.token);
      this.state = "open";
    } else if (state === "lost" || state === "broken") {
      this.state = state;
    } else if (code === CLOSE.unknown) {
      this.#beginAnew();
    } else {
      this.state = code === CLOSE.taken ? "taken" : "outdated";
    }
    this.onChange();
  }

  #beginAnew() {
    keepToken("");
    this.state = "opening";
    this.onAnew();
    if (this.settings.session() !== this.token) this.connect();
    else this.settings.newSession();
  }
}
