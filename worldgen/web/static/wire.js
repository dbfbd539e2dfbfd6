/**
 * The browser's side of the wire: `worldgen/sessions/protocol/` is its twin, and a
 * test holds the two together.
 */

export const PROTOCOL = 6;

export const CLOSE = { protocol: 4400, unknown: 4401, silent: 4408, taken: 4409 };

export const PLANE = { rgb: 1, depth: 2, sky: 3, moving: 4 };
export const CODEC = { jpeg: 1, zlibUint8: 2 };

const HEADER_BYTES = 120;
const PLANE_HEAD_BYTES = 10;
const FRAME_KIND = 1;

/** One frame's bytes as its fields; planes hold views into the same buffer. */
export function parseFrame(buffer) {
  const view = new DataView(buffer);
  const protocol = view.getUint16(0, true);
  const kind = view.getUint8(2);
  if (protocol !== PROTOCOL || kind !== FRAME_KIND) {
    throw new Error(`got protocol ${protocol}, kind ${kind}; wanted ${PROTOCOL}, ${FRAME_KIND}`);
  }
  const planes = [];
  let offset = HEADER_BYTES;
  for (let left = view.getUint8(3); left > 0; left -= 1) {
    const length = view.getUint32(offset + 6, true);
    planes.push({
      name: view.getUint8(offset),
      codec: view.getUint8(offset + 1),
      width: view.getUint16(offset + 2, true),
      height: view.getUint16(offset + 4, true),
      data: new Uint8Array(buffer, offset + PLANE_HEAD_BYTES, length),
    });
    offset += PLANE_HEAD_BYTES + length;
  }
  return {
    walk: view.getUint32(4, true),
    index: view.getUint32(8, true),
    answers: view.getUint32(12, true),
    echoMs: view.getFloat64(16, true),
    modelMs: view.getFloat32(24, true),
    timeS: view.getFloat32(28, true),
    width: view.getUint16(32, true),
    height: view.getUint16(34, true),
    focalPx: view.getFloat32(36, true),
    waiting: { yaw: view.getFloat32(40, true), pitch: view.getFloat32(44, true) },
    rain: view.getFloat32(48, true),
    snow: view.getFloat32(52, true),
    pose: Array.from({ length: 16 }, (_, i) => view.getFloat32(56 + 4 * i, true)),
    planes,
  };
}

/**
 * A mask's runs, row by row: so many pixels that are not marked, so many that are, and so on;
 * only the first may be 0.
 *
 * @param bits a value a pixel, 1 where it is marked.
 */
export function runsOf(bits) {
  const runs = [0];
  let marked = 0;
  for (const bit of bits) {
    if (bit !== marked) {
      runs.push(0);
      marked = bit;
    }
    runs[runs.length - 1] += 1;
  }
  return runs;
}

/** Every message that we send, by what it does; a picture's bytes are sent as they are. */
export const message = {
  hello: (session) => ({ type: "hello", protocol: PROTOCOL, session }),
  start: (text, seed, picture) => ({ type: "start", text, seed, picture }),
  control: (fields) => ({ type: "control", ...fields }),
  ack: (walk, index) => ({ type: "ack", walk, index }),
  event: (text) => ({ type: "event", text }),
  edit: (walk, index, text, { width, height, bits }) => ({
    type: "edit",
    walk,
    index,
    text,
    width_px: width,
    height_px: height,
    runs: runsOf(bits),
  }),
  pause: (on) => ({ type: "pause", on }),
  restart: () => ({ type: "restart" }),
  stop: () => ({ type: "stop" }),
  fly: (on) => ({ type: "fly", on }),
  save: (formats) => ({ type: "save", formats }),
  cancel: () => ({ type: "cancel" }),
  peek: (walk, index) => ({ type: "peek", walk, index }),
  rewind: (walk, index) => ({ type: "rewind", walk, index }),
};
