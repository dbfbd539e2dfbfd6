/**
 * Builds `spark-three.js` and `spark.wasm` from the npm packages that `package.json` names.
 *
 * Spark carries its WebAssembly as base64 text and its worker as plain source. Here the
 * first becomes a file of its own, a quarter smaller and compiled without a copy, and the
 * second is minified. Nothing else is changed.
 */

import { readFile, writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";

const WASM = /const WASM = decode64\("([A-Za-z0-9+/=]+)"\)\.buffer;\nconst WASM_MODULE = WebAssembly\.compile\(WASM\);/;
const WORKER = /const jsContent = ('(?:[^'\\\n]|\\.)*');/;
const FETCHED =
  'const WASM_MODULE = fetch(new URL("./spark.wasm", import.meta.url))' +
  ".then((file) => file.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes));";

const WANTED = `
  export {
    BackSide, Box3, Color, Euler, Float32BufferAttribute, Matrix4, Mesh, MeshBasicMaterial,
    PerspectiveCamera, Quaternion, Scene, SphereGeometry, Vector3, WebGLRenderer,
  } from "three";
  export { SparkRenderer, SplatMesh } from "@sparkjsdev/spark";
  export { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
  export { OrbitControls } from "three/addons/controls/OrbitControls.js";
`;

const unpackSpark = {
  name: "unpack-spark",
  setup({ onLoad }) {
    onLoad({ filter: /spark\.module\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const [all, base64] = source.match(WASM);
      const [declared, text] = source.match(WORKER);
      await writeFile("spark.wasm", Buffer.from(base64, "base64"));
      const worker = await transform((0, eval)(text), { minify: true, target: "es2022" });
      const contents = source
        .replace(all, () => FETCHED)
        .replace(declared, () => `const jsContent = ${JSON.stringify(worker.code)};`);
      return { contents, loader: "js" };
    });
  },
};

await build({
  stdin: { contents: WANTED, resolveDir: "." },
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  banner: { js: "/* three 0.187.0 and Spark 2.2.0, both MIT: see LICENSES.txt and README.md */" },
  outfile: "spark-three.js",
  plugins: [unpackSpark],
});
