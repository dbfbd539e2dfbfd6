/**
 * Puts a small picture on a large canvas.
 *
 *     gpu    WebGL2: sharpen, double, fit (see `shaders.js`)
 *     plain  Canvas2D: the browser's own bicubic enlargement
 *
 * WebGL that runs on the processor would take the model's cores away, so it is
 * refused and the plain painter is used instead, on a canvas of at most
 * PLAIN_HEIGHT rows. Both run in a worker or on the page, and take over the
 * picture they are given.
 */

import { ENLARGE, SHARPEN, VERTEX } from "./shaders.js";

const PLAIN_HEIGHT = 540;
const ON_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;
const SHARPEN_AMOUNT = 0.22;
const GRAIN = 3 / 255;

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

const CONTEXT = {
  alpha: false,
  antialias: false,
  depth: false,
  desynchronized: true,
  powerPreference: "high-performance",
};

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

class PlainPainter {
  kind = "plain";

  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d", { alpha: false });
    this.last = null; // kept to be drawn again at another size
  }

  resize(width, height) {
    const scale = Math.min(1, PLAIN_HEIGHT / height);
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    if (this.last) this.fit();
  }

  draw(picture) {
    this.last?.close();
    this.last = picture;
    this.fit();
  }

  fit() {
    this.context.imageSmoothingQuality = "high";
    this.context.drawImage(this.last, 0, 0, this.canvas.width, this.canvas.height);
  }
}

class GpuPainter {
  kind = "gpu";

  constructor(canvas, gl) {
    this.canvas = canvas;
    this.gl = gl;
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => this.restore());
    this.last = null; // kept to be drawn again when the GPU was lost
    this.prepare();
  }

  prepare() {
    const { gl } = this;
    this.sharpen = program(gl, SHARPEN);
    this.enlarge = program(gl, ENLARGE);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    this.source = texture(gl);
    this.crisp = surface(gl);
    this.doubled = surface(gl);
    this.size = [0, 0];
  }

  restore() {
    this.prepare();
    if (this.last) this.draw(this.last);
  }

  resize(width, height) {
    if (width === this.canvas.width && height === this.canvas.height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    if (this.size[0]) this.fit();
  }

  draw(picture) {
    const { gl } = this;
    const { width, height } = picture;
    gl.bindTexture(gl.TEXTURE_2D, this.source);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    if (width !== this.size[0] || height !== this.size[1]) {
      this.size = [width, height];
      allocate(gl, this.crisp, width, height);
      allocate(gl, this.doubled, 2 * width, 2 * height);
    }
    this.pass(this.sharpen, this.source, this.crisp, width, height, { amount: SHARPEN_AMOUNT });
    this.pass(this.enlarge, this.crisp.texture, this.doubled, 2 * width, 2 * height, { grain: 0 });
    if (picture !== this.last) this.last?.close();
    this.last = picture;
    this.fit();
  }

  fit() {
    const { width, height } = this.canvas;
    this.pass(this.enlarge, this.doubled.texture, null, width, height, { grain: GRAIN });
  }

  pass(program, from, to, width, height, settings) {
    const { gl } = this;
    gl.bindFramebuffer(gl.FRAMEBUFFER, to ? to.buffer : null);
    gl.viewport(0, 0, width, height);
    gl.useProgram(program.handle);
    gl.bindTexture(gl.TEXTURE_2D, from);
    gl.uniform2f(program.at("target"), width, height);
    gl.uniform1f(program.at("flip"), to ? 0 : 1);
    for (const [name, value] of Object.entries(settings)) gl.uniform1f(program.at(name), value);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }
}

function program(gl, fragment) {
  const handle = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, fragment]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      throw new Error(gl.getShaderInfoLog(shader));
    }
    gl.attachShader(handle, shader);
  }
  gl.bindAttribLocation(handle, 0, "corner");
  gl.linkProgram(handle);
  const places = new Map();
  const at = (name) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(handle, name));
    return places.get(name);
  };
  return { handle, at };
}

function texture(gl) {
  const handle = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, handle);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  }
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
  }
  return handle;
}

function surface(gl) {
  return { texture: texture(gl), buffer: gl.createFramebuffer() };
}

function allocate(gl, { texture: handle, buffer }, width, height) {
  gl.bindTexture(gl.TEXTURE_2D, handle);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
  gl.framebufferTexture2D(
    gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, handle, 0,
  );
}
