/**
 * A walk's splats or surface in three dimensions, on a canvas of its own.
 *
 *     a file's bytes ──▶ load ──▶ a thing ──▶ show ──▶ drawn whenever the eye has moved
 *
 * It draws only when something changed, and with fewer pixels while the eye moves where
 * a screen's worth takes too long, as without a GPU; what stands still is drawn sharp.
 * Axes are those of our files: metres, x right, y up, ground at 0. Splat formats that
 * hold y down are turned.
 *
 * Not here: how the eye moves (`legs`), the window round it (`look`).
 */

const NEAR_M = 0.05;
const FAR_M = 6000; // the sky is a shell at 200 m to 2 km
const HALF_HIGH = Math.tan(0.375); // half of what a frame of the walk shows, up and down, 43°
const HALF_WIDE = Math.tan(0.611); // and from side to side, 70°
const LEAST_WIDE = Math.tan(0.27); // on a phone held upright more is to be seen above and below
const MAX_PIXEL_RATIO = 2;
const LEAST_RATIO = 0.4;
const SLOW_MS = 70; // a frame that took longer wants fewer pixels
const QUICK_MS = 28; // a frame that took less can have more
const STILL_MS = 250; // after which a picture counts as standing still
const LONGEST_SORT_MS = 2000; // from then on Spark is taken to have failed
const SORT_BEAT_MS = 20;

/** Suffixes of splats whose y points down. */
const UPSIDE_DOWN = /\.(ply|splat|sog)$/;

/** Whether this browser can draw in three dimensions at all. */
export function canDraw() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

export class Space {
  /**
   * @param kit what `vendor/spark-three.js` exports.
   * @param canvas where to draw.
   * @param onMove is called before every frame with the seconds since the last; returns
   *   whether the eye has moved.
   * @param onLost is called when the browser takes the GPU away.
   */
  constructor(kit, canvas, { onMove, onLost }) {
    this.kit = kit;
    this.canvas = canvas;
    this.onMove = onMove;
    this.renderer = new kit.WebGLRenderer({ canvas, alpha: true, antialias: false });
    this.eye = new kit.PerspectiveCamera(50, 1, NEAR_M, FAR_M);
    this.scene = new kit.Scene();
    this.spark = new kit.SparkRenderer({
      renderer: this.renderer,
      onDirty: () => {
        this.isStale = true;
      },
    });
    this.scene.add(this.spark);
    this.things = new Set();
    this.shown = null;
    this.ratio = 1; // pixels drawn for every one of the screen's, while the eye moves
    this.isStale = true;
    this.frames = 0; // drawn so far, for tests and for the curious
    this.movedAt = -Infinity;
    this.tickedAt = performance.now();
    canvas.addEventListener("webglcontextlost", onLost, { once: true });
    this.watch = new ResizeObserver(() => this.#resize());
    this.watch.observe(canvas);
    this.timer = requestAnimationFrame(() => this.#tick());
  }

  /**
   * Read a file.
   *
   * @param bytes an ArrayBuffer.
   * @param name the file's; its suffix says what it is.
   * @returns the thing, to be shown.
   */
  async load(bytes, name) {
    const thing = name.endsWith(".glb") ? await this.#mesh(bytes) : await this.#splats(bytes, name);
    if (!this.scene) throw new Error("closed"); // while it was read
    this.things.add(thing);
    thing.visible = false;
    this.scene.add(thing);
    return thing;
  }

  /** Put a plain sky and ground, far off, round all of it: what no camera saw. */
  surround([above, below, ground]) {
    const { BackSide, Color, Float32BufferAttribute, Mesh, MeshBasicMaterial, SphereGeometry } =
      this.kit;
    const dome = new SphereGeometry(FAR_M / 2, 32, 48);
    const { position } = dome.attributes;
    const colours = [];
    const [high, low, floor] = [above, below, ground].map((colour) => new Color(colour));
    for (let at = 0; at < position.count; at += 1) {
      const up = position.getY(at) / (FAR_M / 2);
      const colour = up < -0.01 ? floor : low.clone().lerp(high, Math.min(up * 2.2, 1));
      colours.push(colour.r, colour.g, colour.b);
    }
    dome.setAttribute("color", new Float32BufferAttribute(colours, 3));
    const looks = new MeshBasicMaterial({ vertexColors: true, side: BackSide, depthWrite: false });
    this.dome = new Mesh(dome, looks);
    this.dome.renderOrder = -1;
    this.scene.add(this.dome);
  }

  /** Show one thing and none of the others. */
  show(thing) {
    for (const other of this.things) other.visible = other === thing;
    this.spark.visible = thing instanceof this.kit.SplatMesh; // it would show the last it sorted
    this.shown = thing;
    this.isStale = true;
  }

  /** Give everything back: memory, textures, workers, the canvas's own context. */
  dispose() {
    cancelAnimationFrame(this.timer);
    this.watch.disconnect();
    for (const thing of [...this.things, this.dome]) discard(thing);
    this.things.clear();
    this.scene = null;
    sorted(this.spark).then(() => {
      this.spark.sortWorker?.dispose();
      this.spark.dispose();
      this.renderer.dispose();
      this.renderer.forceContextLoss();
    });
  }

  async #splats(bytes, name) {
    const splats = new this.kit.SplatMesh({ fileBytes: bytes, fileName: name });
    await splats.initialized;
    if (UPSIDE_DOWN.test(name)) splats.quaternion.set(1, 0, 0, 0);
    return splats;
  }

  async #mesh(bytes) {
    const { scene } = await new this.kit.GLTFLoader().parseAsync(bytes, "");
    return scene;
  }

  #tick() {
    const at = performance.now();
    const tookMs = at - this.tickedAt;
    this.tickedAt = at;
    const moved = this.onMove(Math.min(tookMs / 1000, 0.1));
    if (this.drew && at - this.movedAt < STILL_MS + tookMs) this.#pace(tookMs);
    if (moved) {
      this.dome?.position.copy(this.eye.position);
      this.movedAt = at;
    }
    const ratio = at - this.movedAt < STILL_MS ? this.ratio : 1;
    if (ratio !== this.drawnRatio) this.#resize(ratio);
    this.drew = moved || this.isStale;
    if (this.drew) this.#draw();
    this.timer = requestAnimationFrame(() => this.#tick());
  }

  #draw() {
    this.isStale = false;
    this.renderer.render(this.scene, this.eye);
    this.frames += 1;
  }

  /** As many pixels as this machine keeps up with, while the eye moves. */
  #pace(tookMs) {
    if (tookMs > SLOW_MS) this.ratio = Math.max(this.ratio * 0.7, LEAST_RATIO);
    else if (tookMs < QUICK_MS) this.ratio = Math.min(this.ratio * 1.05, 1);
  }

  #resize(ratio = this.drawnRatio ?? 1) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height) return;
    this.drawnRatio = ratio;
    const pixels = Math.min(window.devicePixelRatio || 1, MAX_PIXEL_RATIO);
    this.renderer.setPixelRatio(pixels * ratio);
    this.renderer.setSize(width, height, false);
    this.eye.aspect = width / height;
    const { aspect } = this.eye;
    const half = Math.max(Math.min(HALF_HIGH, HALF_WIDE / aspect), LEAST_WIDE / aspect);
    this.eye.fov = (Math.atan(half) * 360) / Math.PI;
    this.eye.updateProjectionMatrix();
    this.isStale = true;
  }
}

/** Once Spark's sorting is done: it reads from the GPU half-way, and throws where that is gone. */
async function sorted(spark) {
  spark.sortDirty = false; // so that it is the last
  clearTimeout(spark.sortTimeoutId);
  const until = performance.now() + LONGEST_SORT_MS;
  while (spark.sorting && performance.now() < until) {
    await new Promise((then) => setTimeout(then, SORT_BEAT_MS));
  }
}

/** Free what a thing holds on the GPU. */
function discard(thing) {
  thing.dispose?.();
  thing.traverse((part) => {
    if (part === thing && part.dispose) return;
    part.geometry?.dispose();
    part.material?.map?.dispose();
    part.material?.dispose();
  });
}
