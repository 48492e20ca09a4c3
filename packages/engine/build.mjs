/** Bundles the engine: dist/index.js is the library, dist/cli.js what bin/pyrena.js calls. */
import { build } from "esbuild";

await build({
  entryPoints: { index: "src/index.ts", cli: "src/cli.ts" },
  outdir: "dist",
  bundle: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  splitting: true,
  sourcemap: true,
  logLevel: "warning",
});
