/** Bundles the engine: dist/index.js (library), dist/trace.js, dist/testing.js, dist/cli.js. */
import { build } from "esbuild";

await build({
  entryPoints: { index: "src/index.ts", cli: "src/cli.ts" },
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "neutral",
  external: ["node:*"],
  target: "es2022",
  splitting: true,
  sourcemap: true,
  logLevel: "warning",
});
