/**
 * Whether anybody looks, and how large: a hidden page holds the world still, and the
 * canvas has the screen's pixels, within reason.
 */

const MAX_PIXEL_RATIO = 2;
const MAX_CANVAS_PX = 1920;

export class Sight {
  /**
   * @param hide is called when the page goes out of sight; says whether it held the world.
   * @param show is called when the page is back, if `hide` held the world.
   */
  constructor({ hide, show }) {
    this.hide = hide;
    this.show = show;
    this.held = false;
    document.addEventListener("visibilitychange", () => this.check());
  }

  /** Hold a world that walks unseen, as when it began while another tab was looked at. */
  check() {
    if (document.hidden) {
      this.held = this.hide() || this.held;
    } else if (this.held) {
      this.held = false;
      this.show();
    }
  }
}

/** Call `resize` with a canvas's pixels whenever its size on the page changes; returns a way to. */
export function watchSize(stage, resize) {
  const measure = () => {
    const { width, height } = stage.getBoundingClientRect();
    if (!width) return;
    const ratio = Math.min(window.devicePixelRatio || 1, MAX_PIXEL_RATIO, MAX_CANVAS_PX / width);
    resize(Math.round(width * ratio), Math.round(height * ratio));
  };
  new ResizeObserver(measure).observe(stage);
  return measure;
}
