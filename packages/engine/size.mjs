/**
 * `npm run size -w @pyrena/engine`: how large the engine is in a browser, and what it is made of. `--run` also runs it in a
 * context that has nothing of Node; `--files 40` prints what the costliest files add to the compressed script (a minute).
 */
import { parseArgs } from "node:util";
import { runInNewContext } from "node:vm";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { browserBuild, bundling } from "./browser.mjs";

const { values: options } = parseArgs({ options: { run: { type: "boolean" }, files: { type: "string" } } });
const { code, inputs } = await browserBuild();
const folders = new Map();
for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
  const folder = path.slice(0, path.lastIndexOf("/"));
  folders.set(folder, (folders.get(folder) ?? 0) + bytesInOutput);
}
for (const [folder, bytes] of [...folders].sort((a, b) => b[1] - a[1])) row(bytes, folder);
if (options.files !== undefined)
  for (const [path, bytes] of await costliest(Number(options.files))) row(bytes, path);
const brotli = kilo(brotliCompressSync(code).length);
console.log(`${kilo(code.length)} kB minified, ${kilo(gzipped(code))} kB gzipped (${brotli} kB with brotli)`);
if (options.run) console.log(`without a host it prints ${JSON.stringify(await runAlone())}`);

function row(bytes, what) {
  console.log(`${kilo(bytes).padStart(8)} kB  ${what}`);
}

function kilo(bytes) {
  return (bytes / 1000).toFixed(1);
}

function gzipped(text) {
  return gzipSync(text, { level: 9 }).length;
}

/** Files by how much smaller the compressed script is without them. The steps that join files are left out. */
async function costliest(most) {
  const { outputFiles } = await build({ ...bundling, minifyIdentifiers: true, minifyWhitespace: false });
  const marked = outputFiles[0].text.split(/^\/\/ (?=src\/)/m).slice(1);
  const pieces = await Promise.all(
    marked.map(async (piece) => {
      const end = piece.indexOf("\n");
      const { code: text } = await transform(piece.slice(end).replace(/^export \{[^}]*\};/m, ""), {
        minifyWhitespace: true,
      });
      return { path: piece.slice(0, end), text };
    }),
  );
  const without = (left) => gzipped(pieces.flatMap(({ text }, i) => (i === left ? [] : [text])).join(""));
  const whole = without(-1);
  const costs = pieces.map(({ path }, i) => [path, whole - without(i)]);
  return costs.sort((a, b) => b[1] - a[1]).slice(0, most);
}

/** No `process`, no `console`, no timers: what the language itself has. */
async function runAlone() {
  const { code: script } = await transform(code, { format: "iife", globalName: "pyrena" });
  const program = "import sys\\nx = []\\nprint(sys.getrefcount(x))";
  return runInNewContext(
    `${script}; pyrena.run("${program}", { python: "3.13" }).stdout`,
    Object.create(null),
  );
}
