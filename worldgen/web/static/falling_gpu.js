/**
 * Rain and snow on the GPU: each drop a short soft line, put before what is on the canvas.
 *
 * The shader is the twin of `_layer` and `_share` in `worldgen/falling.py`. The light is the
 * picture's own mean, read from its smallest copy. Not here: where it is how strong (`falling`).
 */

import {
  APERTURE_M, FADES_M, FOCUS_M, KINDS, LEAST_PX, NEAREST_M, PERIOD_S, boxOf, dice, turnOf,
} from "./falling.js";

const float = (value) => value.toFixed(6);

const VERTEX = `#version 300 es
precision highp float;
in vec4 place;            // where in the box, and how quick
in vec4 swing;            // how large, how often it sways, from where; its rank
uniform sampler2D picture;
uniform vec2 target;      // of the canvas, pixels
uniform vec2 focal;       // pixels
uniform mat3 turn;        // the camera's axes
uniform vec3 middle, ahead;
uniform vec2 fall, wind, sway;
uniform float side, phase, reach, radius, sway_m, drawn_out, opacity, gain, strength;
flat out vec4 line;       // along and down, pixels; radius and opacity
flat out vec3 light;
out vec2 at;              // from the line's beginning, pixels

void main() {
  float large = swing.x;
  vec3 boxes = round(vec3(
    wind.x * (0.7 + 0.6 * large), mix(fall.x, fall.y, place.w), wind.y * (0.7 + 0.6 * large)));
  vec3 where = side * (fract(place.xyz + phase * boxes - middle) - 0.5) + ahead;
  float angle = 6.2831853 * fract(round(mix(sway.x, sway.y, swing.y)) * phase + swing.z);
  where += sway_m * vec3(sin(angle), 0.0, cos(angle));
  vec3 head = where * turn, tail = (where - boxes * drawn_out) * turn;

  float far = length(where);
  float fades = smoothstep(${FADES_M.map(float).join(", ")}, far)
    * (1.0 - smoothstep(0.6 * reach, reach, far));
  float shown = clamp((1.25 * strength - swing.w) * 4.0, 0.0, 1.0) * fades;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0); // out of sight
  if (shown <= 0.0 || min(head.z, tail.z) <= ${float(NEAREST_M)}) return;

  float f = (focal.x + focal.y) / 2.0;
  float sharp = f * radius * (0.5 + 0.5 * large) / head.z;
  float blur = f * ${float(APERTURE_M)} * max(1.0 / head.z - 1.0 / ${float(FOCUS_M)}, 0.0);
  float wide = max(sharp + blur, ${float(LEAST_PX)});
  vec2 from = tail.xy / tail.z * focal, to = head.xy / head.z * focal;
  line = vec4(to - from, wide, opacity * shown * min(sharp / wide, 1.0));
  vec2 along = drawn_out > 0.0 ? normalize(to - from) : vec2(1.0, 0.0);
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  at = (corner.x < 0.0 ? vec2(0.0) : to - from)
    + wide * (corner.x * along + corner.y * vec2(-along.y, along.x));
  gl_Position = vec4((from + at) / target * vec2(2.0, -2.0), 0.0, 1.0);

  vec3 mean = textureLod(picture, vec2(0.5), 16.0).rgb;
  vec3 grey = (mean + (mean.r + mean.g + mean.b) / 3.0) / 2.0;
  light = min(gain * grey + 8.0 / 255.0, 250.0 / 255.0);
}
`;

const FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 line;
flat in vec3 light;
in vec2 at;
out vec4 colour;

void main() {
  float length2 = dot(line.xy, line.xy);
  float along = length2 > 0.0 ? clamp(dot(at, line.xy) / length2, 0.0, 1.0) : 0.5;
  vec2 off = (at - along * line.xy) / line.z;
  float inner = max(1.0 - dot(off, off), 0.0);
  colour = vec4(light, line.w * 4.0 * along * (1.0 - along) * inner * inner);
}
`;

const BYTES = 32; // of a drop

export class GpuFalling {
  /** @param program makes one of a fragment's and a vertex's text (`gpu`). */
  constructor(gl, program) {
    this.gl = gl;
    this.program = program(gl, FRAGMENT, VERTEX);
    this.layers = new Map(); // by their number and count: the drops' dice on the GPU
  }

  /**
   * Draw what falls over what is on the canvas.
   *
   * @param falls {timeS, rain, snow, camera, focal}, the last as a share of the picture's width.
   * @param picture the newest picture with its smaller copies. size: its width and height.
   */
  draw({ timeS, camera, focal, ...strengths }, picture, [wide, high], { width, height }) {
    const { gl, program } = this;
    const turn = turnOf(camera);
    gl.useProgram(program.handle);
    gl.bindTexture(gl.TEXTURE_2D, picture);
    gl.uniform2f(program.at("target"), width, height);
    gl.uniform2f(program.at("focal"), focal * width, (focal * wide * height) / high);
    gl.uniformMatrix3fv(program.at("turn"), true, turn);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    for (const [name, kind] of Object.entries(KINDS)) {
      if (!strengths[name]) continue;
      kind.layers.forEach((layer, number) => {
        this.#layer(kind, number, boxOf(kind, layer, camera, turn, timeS), strengths[name]);
      });
    }
    gl.disable(gl.BLEND);
    gl.bindVertexArray(null);
  }

  #layer(kind, number, { side, middle, ahead, phase, fall, wind, sway }, strength) {
    const { gl, program } = this;
    const { reachM, count, radiusM } = kind.layers[number];
    const numbers = {
      side, phase, reach: reachM, radius: radiusM, sway_m: kind.swayM, strength,
      drawn_out: (side / PERIOD_S) * kind.exposureS, opacity: kind.opacity, gain: kind.gain,
    };
    for (const [name, value] of Object.entries(numbers)) gl.uniform1f(program.at(name), value);
    for (const [name, pair] of Object.entries({ fall, wind, sway })) {
      gl.uniform2fv(program.at(name), pair);
    }
    gl.uniform3fv(program.at("middle"), middle);
    gl.uniform3fv(program.at("ahead"), ahead);
    gl.bindVertexArray(this.#drops(number, count));
    const falling = Math.min(Math.ceil(1.25 * strength * count), count); // the others are not seen
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, falling);
  }

  #drops(number, count) {
    const { gl, program, layers } = this;
    const key = `${number} ${count}`;
    if (layers.has(key)) return layers.get(key);
    const drops = gl.createVertexArray();
    gl.bindVertexArray(drops);
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, dice(number, count), gl.STATIC_DRAW);
    ["place", "swing"].forEach((name, half) => {
      const at = gl.getAttribLocation(program.handle, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, 4, gl.FLOAT, false, BYTES, (half * BYTES) / 2);
      gl.vertexAttribDivisor(at, 1);
    });
    layers.set(key, drops);
    return drops;
  }
}
