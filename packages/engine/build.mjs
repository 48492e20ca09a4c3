/**
 * Bundles the engine: dist/index.js is the library, dist/cli.js what bin/pyrena.js calls, dist/hostile.js what
 * hostile/run.mjs does.
 */
import { build } from "esbuild";

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
