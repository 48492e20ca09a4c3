/**
 * Bundles the engine: dist/index.js is the library, dist/cli.js what bin/pyrena.js calls, dist/hostile.js what
 * hostile/run.mjs does; with `--browser` also dist/browser.js, what a page loads.
 */
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { browserBuild } from "./browser.mjs";

await build({
  entryPoints: { index: "src/index.ts", cli: "src/cli.ts", hostile: "hostile/index.ts" },
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  splitting: true,
  sourcemap: true,
  logLevel: "warning",
});

if (process.argv.includes("--browser")) writeFileSync("dist/browser.js", (await browserBuild()).code);
