/**
 * The painter for browsers with a GPU: WebGL2, with the programs of `shaders`.
 *
 *     take    picture ──sharpen──▶ crisp ──double──▶ a slot
 *     fit                                  the newest slot ──fit──▶ canvas
 *     redraw  slots + field ──remap──▶ made ──fit──▶ canvas
 *     again   what was drawn last ──fit──▶ canvas
 *
 * So a picture is enlarged once, however often it is drawn, and what is put together is as
 * sharp as what is not. Over each of these comes what falls (`falls`), if there is anything.
 */

import { GpuFalling } from "./falling_gpu.js";
import { SLOTS } from "./past.js";
import { ENLARGE, REMAP, SHARPEN, VERTEX } from "./shaders.js";

const SHARPEN_AMOUNT = 0.22;
const GRAIN = 3 / 255;

export const CONTEXT = {
  alpha: false,
  antialias: false,
  depth: false,
  desynchronized: true,
  powerPreference: "high-performance",
};

export class GpuPainter {
  kind = "gpu";
  beatMs = 12; // between two pictures: every refresh of most screens
  restMs = 0; // so much longer where only what falls has moved
  falls = null; // what falls before the picture, as `GpuFalling.draw` takes it

  constructor(canvas, gl) {
    this.canvas = canvas;
    this.gl = gl;
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    canvas.addEventListener("webglcontextrestored", () => this.restore());
    this.pictures = Array(SLOTS).fill(null); // kept to be taken again when the GPU was lost
    this.newest = 0;
    this.prepare();
  }

  prepare() {
    const { gl } = this;
    this.sharpen = program(gl, SHARPEN);
    this.enlarge = program(gl, ENLARGE);
    this.remap = program(gl, REMAP);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    this.source = texture(gl);
    this.crisp = surface(gl);
    this.made = surface(gl);
    this.slots = Array.from({ length: SLOTS }, () => surface(gl, gl.LINEAR_MIPMAP_LINEAR));
    this.cells = texture(gl);
    this.size = [0, 0];
    this.shown = this.made;
    this.falling = null; // made when it is first needed
  }

  restore() {
    this.prepare();
    this.pictures.forEach((picture, slot) => {
      if (picture && slot !== this.newest) this.#enlarge(picture, slot);
    });
    const newest = this.pictures[this.newest];
    if (!newest) return;
    this.#enlarge(newest, this.newest);
    this.fit();
  }

  resize(width, height) {
    if (width === this.canvas.width && height === this.canvas.height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    if (this.size[0]) this.fit();
  }

  /** A picture to draw from now on, as the newest. */
  take(picture, slot = 0) {
    this.#enlarge(picture, slot);
    if (picture !== this.pictures[slot]) this.pictures[slot]?.close();
    this.pictures[slot] = picture;
    this.newest = slot;
  }

  /** Draw the newest picture as it came. */
  fit() {
    this.#show(this.slots[this.newest]);
  }

  /** Draw a picture put together from those that were taken (`warp`). */
  redraw({ cells, width, height, step }) {
    const { gl } = this;
    gl.activeTexture(gl.TEXTURE0 + SLOTS);
    gl.bindTexture(gl.TEXTURE_2D, this.cells);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, height, 0, gl.RGBA, gl.FLOAT, cells);
    gl.useProgram(this.remap.handle);
    gl.uniform1i(this.remap.at("cells"), SLOTS);
    this.slots.forEach((slot, number) => {
      gl.uniform1i(this.remap.at(`slot${number}`), number);
      gl.activeTexture(gl.TEXTURE0 + number);
      gl.bindTexture(gl.TEXTURE_2D, slot.texture);
    });
    gl.activeTexture(gl.TEXTURE0);
    const [wide, high] = this.size;
    const { texture: first } = this.slots[0];
    this.#pass(this.remap, first, this.made, 2 * wide, 2 * high, { step_px: step });
    this.#show(this.made);
  }

  /** Draw once more what was drawn last. */
  again() {
    this.#show(this.shown);
  }

  #enlarge(picture, slot) {
    const { gl } = this;
    const { width, height } = picture;
    gl.bindTexture(gl.TEXTURE_2D, this.source);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    if (width !== this.size[0] || height !== this.size[1]) this.#allocate(width, height);
    const to = this.slots[slot];
    this.#pass(this.sharpen, this.source, this.crisp, width, height, { amount: SHARPEN_AMOUNT });
    this.#pass(this.enlarge, this.crisp.texture, to, 2 * width, 2 * height, { grain: 0 });
    gl.bindTexture(gl.TEXTURE_2D, to.texture);
    gl.generateMipmap(gl.TEXTURE_2D); // for what is drawn out beside the picture
  }

  #allocate(width, height) {
    this.size = [width, height];
    allocate(this.gl, this.crisp, width, height);
    for (const one of [this.made, ...this.slots]) allocate(this.gl, one, 2 * width, 2 * height);
  }

  #show(from) {
    const { width, height } = this.canvas;
    this.shown = from;
    this.#pass(this.enlarge, from.texture, null, width, height, { grain: GRAIN });
    if (!this.falls) return;
    this.falling ??= new GpuFalling(this.gl, program);
    this.falling.draw(this.falls, this.slots[this.newest].texture, this.size, this.canvas);
  }

  #pass(program, from, to, width, height, settings) {
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

function program(gl, fragment, vertex = VERTEX) {
  const handle = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
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

function texture(gl, shrunk = gl.NEAREST) {
  const handle = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, handle);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  }
  const grown = shrunk === gl.NEAREST ? gl.NEAREST : gl.LINEAR;
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, shrunk);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, grown);
  return handle;
}

function surface(gl, shrunk = gl.NEAREST) {
  return { texture: texture(gl, shrunk), buffer: gl.createFramebuffer() };
}

function allocate(gl, { texture: handle, buffer }, width, height) {
  gl.bindTexture(gl.TEXTURE_2D, handle);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
  gl.framebufferTexture2D(
    gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, handle, 0,
  );
}
