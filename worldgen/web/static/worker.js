/**
 * The live thread: socket in, pictures out. It runs in a worker so that nothing the
 * page does (a menu, a dialog, Gradio itself) can hold a frame up.
 *
 *     page ──▶ canvas · resize · open · send · bytes · close
 *     page ◀── link · message · frame · drawn · painter · picture (only where the page has to draw)
 *
 * What goes out and what comes in is told to the screen, too, which draws between frames.
 * A frame is acknowledged when it is drawn, or dropped for a newer one: a slow
 * browser, like a slow line, makes the server generate less instead of lagging.
 */

import { unpackDepth } from "./depth.js";
import { Screen } from "./screen.js";
import { CLOSE, PLANE, message, parseFrame } from "./wire.js";

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 4000;
const FINAL = new Set([CLOSE.protocol, CLOSE.unknown, CLOSE.taken]);

let screen = null;
let socket = null;
let address = "";
let session = "";
let wanted = false;
let retryMs = FIRST_RETRY_MS;
let retryTimer = 0;

let decoding = false;
let newest = null; // the newest frame that waits to be decoded
let answered = 0; // the newest control that a drawn frame answered

const post = (event, fields = {}, transfer = []) => postMessage({ event, ...fields }, transfer);
const now = () => performance.timeOrigin + performance.now();

const handlers = {
  canvas({ canvas, sharp, glides, calm }) {
    const onDrawn = (drawn) => post("drawn", drawn);
    screen = new Screen(canvas, { sharp, glides, calm, onDrawn });
    post("painter", { kind: screen.kind });
  },
  resize({ width, height }) {
    screen?.resize(width, height);
  },
  open({ url, token }) {
    address = url;
    session = token;
    wanted = true;
    retryMs = FIRST_RETRY_MS;
    connect();
  },
  send({ message: fields }) {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify(fields));
    screen?.sent(fields);
  },
  bytes({ data }) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(data);
  },
  close() {
    wanted = false;
    clearTimeout(retryTimer);
    socket?.close();
  },
};

self.onmessage = ({ data }) => handlers[data.op](data);
self.addEventListener("online", () => {
  if (wanted && socket === null) connect();
});

function connect() {
  clearTimeout(retryTimer);
  if (socket) {
    socket.onclose = null;
    socket.close();
  }
  socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => socket.send(JSON.stringify(message.hello(session)));
  socket.onmessage = ({ data }) => {
    if (typeof data === "string") hear(JSON.parse(data));
    else take(data);
  };
  socket.onclose = ({ code }) => {
    socket = null;
    answered = 0;
    screen?.lost();
    if (!wanted || FINAL.has(code)) {
      wanted = false;
      post("link", { state: "closed", code });
      return;
    }
    post("link", { state: "lost", code });
    retryTimer = setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };
}

function hear(fields) {
  if (fields.type === "welcome") {
    retryMs = FIRST_RETRY_MS;
    answered = 0;
    post("link", { state: "open" });
  }
  screen?.heard(fields);
  post("message", { message: fields });
}

/** A frame came in: decode it next; one that still waits is given up for it. */
function take(buffer) {
  const frame = parseFrame(buffer);
  frame.via = socket;
  frame.bytes = buffer.byteLength;
  if (newest) acknowledge(newest);
  newest = frame;
  if (!decoding) decodeNewest();
}

async function decodeNewest() {
  decoding = true;
  while (newest) {
    const frame = newest;
    newest = null;
    const plane = (wanted) => frame.planes.find(({ name }) => name === wanted);
    const jpeg = new Blob([plane(PLANE.rgb).data], { type: "image/jpeg" });
    try {
      const unpacked = unpackDepth(plane(PLANE.depth));
      show(frame, await createImageBitmap(jpeg), await unpacked);
    } catch (error) {
      post("message", { message: { type: "error", code: "frame", text: String(error) } });
    }
    acknowledge(frame);
  }
  decoding = false;
}

function acknowledge(frame) {
  if (frame.via === socket && socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(message.ack(frame.walk, frame.index)));
  }
}

function show({ via, planes, ...frame }, picture, depth) {
  const began = performance.now();
  screen?.show(frame, picture, depth);
  const drawMs = performance.now() - began;
  let latencyMs = null;
  if (frame.answers > answered) {
    answered = frame.answers;
    latencyMs = now() - frame.echoMs;
  }
  post("frame", { ...frame, latencyMs, drawMs });
  if (!screen) post("picture", { frame, picture, depth }, [picture]);
}
