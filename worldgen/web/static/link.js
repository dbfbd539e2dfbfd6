/**
 * The page's end of the live thread: one object that speaks and listens.
 *
 * Where the browser cannot hand a canvas to a worker, the pictures come back here
 * and are drawn on the page.
 */

import { Screen } from "./screen.js";
import { message } from "./wire.js";

export class Link extends EventTarget {
  /**
   * @param canvas what is drawn on; it is given away for good.
   * @param sharp which painter draws. glides: whether it draws between frames.
   *   calm: whether less shall fall.
   */
  constructor(canvas, { sharp, glides, calm }) {
    super();
    this.isOpen = false;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }) => this.#hear(data);
    this.worker.onerror = (event) => this.#fell(event);
    if (canvas.transferControlToOffscreen) {
      const offscreen = canvas.transferControlToOffscreen();
      this.worker.postMessage({ op: "canvas", canvas: offscreen, sharp, glides, calm }, [offscreen]);
    } else {
      const onDrawn = (drawn) => this.#tell("drawn", drawn);
      this.screen = new Screen(canvas, { sharp, glides, calm, onDrawn });
      queueMicrotask(() => this.#tell("painter", { kind: this.screen.kind }));
    }
  }

  open(url, token) {
    this.worker.postMessage({ op: "open", url, token });
  }

  /** Send a message; false when there is no line, and then nothing is sent. */
  send(fields) {
    if (this.isOpen) {
      this.worker.postMessage({ op: "send", message: fields });
      this.screen?.sent(fields);
    }
    return this.isOpen;
  }

  /** Send a picture file to begin a world from. */
  async sendPicture(file) {
    if (!this.isOpen) return; // `welcome` asks for it again
    const data = await file.arrayBuffer();
    this.worker.postMessage({ op: "bytes", data }, [data]);
  }

  resize(width, height) {
    if (this.screen) this.screen.resize(width, height);
    else this.worker.postMessage({ op: "resize", width, height });
  }

  end() {
    this.worker.postMessage({ op: "close" });
    setTimeout(() => this.worker.terminate(), 500);
  }

  #hear({ event, ...fields }) {
    if (event === "link") this.isOpen = fields.state === "open";
    if (event === "link" && !this.isOpen) this.screen?.lost();
    if (event === "message") this.screen?.heard(fields.message);
    if (event === "picture") this.screen.show(fields.frame, fields.picture, fields.depth);
    else if (event === "message") this.#tell(`server:${fields.message.type}`, fields.message);
    else this.#tell(event, fields);
  }

  /** The worker could not be loaded at all, or stumbled over something and works on. */
  #fell({ message: text }) {
    if (text) this.#tell("server:error", { code: "page", text });
    else this.#hear({ event: "link", state: "broken" });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

export { message };
