/**
 * Puts a small picture on a large canvas.
 *
 *     gpu    WebGL2: sharpen, double, fit (see `shaders`)
 *     plain  Canvas2D: the browser's own bicubic enlargement
 *
 * Both take pictures over (`take`, into a slot), draw the newest as it came (`fit`), or one put
 * together from all of them (`redraw`, see `warp`), or once more what they drew last (`again`);
 * before it they put what `falls`. WebGL that runs on the processor would take
 * the model's cores away, so it is refused and the plain painter is used instead.
 */

import { CONTEXT, GpuPainter } from "./gpu.js";
import { PlainPainter } from "./plain.js";

const ON_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * A painter for this canvas.
 *
 * @param canvas a canvas that nothing has drawn on yet; may be offscreen.
 * @param sharp "auto", "gpu" (also on the processor) or "plain".
 */
export function createPainter(canvas, { sharp = "auto" } = {}) {
  const gpu = sharp === "gpu" || (sharp === "auto" && hasGpu());
  const gl = gpu && canvas.getContext("webgl2", CONTEXT);
  return gl ? new GpuPainter(canvas, gl) : new PlainPainter(canvas);
}

/** Whether WebGL2 runs on a real GPU; tried on a canvas of its own, which is thrown away. */
function hasGpu() {
  const canvas = globalThis.OffscreenCanvas
    ? new OffscreenCanvas(1, 1)
    : Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const gl = canvas.getContext("webgl2", { ...CONTEXT, failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  const renderer = gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return !ON_PROCESSOR.test(String(renderer));
}
