/**
 * `npm run size -w @pyrena/engine`: the whole engine as one script for a browser, minified and gzipped, and which folders
 * it is made of. `--run` also runs it in a context that has nothing of Node.
 */
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const { outputFiles, metafile } = await build({
  entryPoints: ["src/index.ts"],
  bundle: true,
  minify: true,
  platform: "browser",
  format: "iife",
  globalName: "pyrena",
  target: "es2022",
  write: false,
  metafile: true,
});
const [script] = outputFiles;
const folders = new Map();
for (const { inputs } of Object.values(metafile.outputs))
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    folders.set(folder, (folders.get(folder) ?? 0) + bytesInOutput);
  }
for (const [folder, bytes] of [...folders].sort((a, b) => b[1] - a[1]))
  console.log(`${kilo(bytes).padStart(8)} kB  ${folder}`);
console.log(
  `${kilo(script.contents.length)} kB minified, ${kilo(gzipSync(script.contents, { level: 9 }).length)} kB gzipped`,
);
if (process.argv.includes("--run"))
  console.log(`without a host it prints ${JSON.stringify(runAlone(script.text))}`);

function kilo(bytes) {
  return (bytes / 1000).toFixed(1);
}

/** No `process`, no `console`, no timers: what the language itself has. */
function runAlone(text) {
  const program = "import sys\\nx = []\\nprint(sys.getrefcount(x))";
  return runInNewContext(`${text}; pyrena.run("${program}", { python: "3.13" }).stdout`, Object.create(null));
}
