/**
 * How one moves about in a walk that is looked at: on foot, or round a point.
 *
 *     walk    W A S D and arrows or the pad; drag or mouse to look; Q E down and up
 *     orbit   drag round the point ahead; wheel or two fingers nearer and farther
 *
 * On foot there is no ground and no wall: the eye goes where it looks. Keys count while
 * the window has the keyboard and nothing stays held when it loses it.
 */

const SPEED_M_S = 1.5;
const RUN = 3; // times as fast, with shift
const TURN_RAD_S = 1.4; // by keys
const DRAG_RAD = 2.4; // turned by a drag across the whole height
const STEEPEST_RAD = 1.5;
const WHEEL_M = 0.0025; // a metre for every 400 units of a wheel
const PIVOT_M = 4; // how far ahead the point lies that one goes round

const MOVES = {
  KeyW: [0, 0, -1], KeyS: [0, 0, 1], KeyA: [-1, 0, 0], KeyD: [1, 0, 0],
  KeyE: [0, 1, 0], Space: [0, 1, 0], KeyQ: [0, -1, 0], KeyC: [0, -1, 0],
};
const TURNS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Legs {
  /**
   * @param kit what `vendor/spark-three.js` exports.
   * @param element takes keys, drags and the wheel.
   * @param pad the touch pad that walks.
   */
  constructor(kit, element, pad) {
    this.kit = kit;
    this.element = element;
    this.pad = pad;
    this.held = new Set();
    this.isMoved = true;
    this.quit = new AbortController();
    this.angles = new kit.Euler(0, 0, 0, "YXZ");
    this.#listen();
  }

  /** Move this camera, beginning where it stands. */
  use(eye) {
    this.eye = eye;
    this.orbit = new this.kit.OrbitControls(eye, this.element);
    this.orbit.enabled = false;
    this.orbit.addEventListener("change", () => {
      this.isMoved = true;
    });
    this.orbit.maxDistance = 400;
    this.orbit.zoomSpeed = 0.8;
  }

  /** "walk" or "orbit". */
  set mode(mode) {
    this.orbit.enabled = mode === "orbit";
    if (mode === "orbit") {
      const ahead = new this.kit.Vector3(0, 0, -PIVOT_M).applyQuaternion(this.eye.quaternion);
      this.orbit.target.copy(this.eye.position).add(ahead);
      this.orbit.update();
    }
    this.angles.setFromQuaternion(this.eye.quaternion);
  }

  get mode() {
    return this.orbit.enabled ? "orbit" : "walk";
  }

  /** Stand somewhere: 16 numbers, row by row, x right, y up, −z ahead, as three.js has it. */
  stand(pose) {
    const row = (from) => pose.slice(from, from + 4);
    const [x, y, z] = [row(0), row(4), row(8)];
    this.eye.position.set(x[3], y[3], z[3]);
    const pitch = Math.asin(-clamp(y[2], 1));
    this.angles.set(pitch, Math.atan2(x[2], z[2]), 0);
    this.eye.quaternion.setFromEuler(this.angles);
    if (this.mode === "orbit") this.mode = "orbit";
    this.isMoved = true;
  }

  /** Move on by some seconds; whether the eye has moved. */
  step(seconds) {
    if (this.mode === "walk") this.#walk(seconds);
    const moved = this.isMoved;
    this.isMoved = false;
    return moved;
  }

  /** Let everything go. */
  release() {
    this.held.clear();
    this.pad.release();
  }

  end() {
    this.quit.abort();
    this.orbit.dispose();
  }

  #walk(seconds) {
    const way = new this.kit.Vector3(this.pad.x, 0, this.pad.y);
    let [yaw, pitch] = [0, 0];
    for (const code of this.held) {
      if (MOVES[code]) way.add(new this.kit.Vector3(...MOVES[code]));
      if (TURNS[code]) [yaw, pitch] = [yaw + TURNS[code][0], pitch + TURNS[code][1]];
    }
    if (way.lengthSq() > 1) way.normalize();
    const speed = this.held.has("shift") ? SPEED_M_S * RUN : SPEED_M_S;
    if (way.lengthSq() > 0) this.#go(way.multiplyScalar(speed * seconds));
    if (yaw || pitch) this.#turn(yaw * TURN_RAD_S * seconds, pitch * TURN_RAD_S * seconds);
  }

  #go(way) {
    this.eye.position.add(way.applyQuaternion(this.eye.quaternion));
    this.isMoved = true;
  }

  #turn(yaw, pitch) {
    this.angles.y += yaw;
    this.angles.x = clamp(this.angles.x + pitch, STEEPEST_RAD);
    this.eye.quaternion.setFromEuler(this.angles);
    this.isMoved = true;
  }

  #listen() {
    const on = (name, then, options = {}) =>
      this.element.addEventListener(name, then, { signal: this.quit.signal, ...options });
    on("keydown", (event) => this.#key(event, true));
    on("keyup", (event) => this.#key(event, false));
    on("blur", () => this.release());
    on("pointermove", (event) => this.#drag(event));
    on("pointerdown", (event) => {
      if (this.mode === "walk") this.element.setPointerCapture(event.pointerId);
    });
    on("wheel", (event) => {
      if (this.mode !== "walk") return;
      event.preventDefault();
      this.#go(new this.kit.Vector3(0, 0, clamp(event.deltaY, 400) * WHEEL_M));
    }, { passive: false });
  }

  #key(event, down) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const code = event.key === "Shift" ? "shift" : event.code;
    if (code !== "shift" && !MOVES[code] && !TURNS[code]) return;
    event.preventDefault();
    if (down) this.held.add(code);
    else this.held.delete(code);
  }

  #drag(event) {
    if (this.mode !== "walk" || event.buttons === 0 || !event.isPrimary) return;
    const turn = DRAG_RAD / this.element.clientHeight;
    this.#turn(-event.movementX * turn, -event.movementY * turn);
  }
}

function clamp(value, limit) {
  return Math.min(Math.max(value, -limit), limit);
}
