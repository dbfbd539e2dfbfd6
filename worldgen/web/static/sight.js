/**
 * Whether anybody looks, and how large: a hidden page holds the world still, and the
 * canvas has the screen's pixels, within reason.
 */

const MAX_PIXEL_RATIO = 2;
const MAX_CANVAS_PX = 1920;

/** Call `hide` when the page goes out of sight and `show` when it is back. */
export function watchSight({ hide, show }) {
  let held = false;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) held = hide();
    else if (held) {
      held = false;
      show();
    }
  });
}

/** Call `resize` with a canvas's pixels whenever the stage's size changes; returns a way to. */
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
