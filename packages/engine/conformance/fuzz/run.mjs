/** Bundles the fuzzer and the engine, then runs it: see main.ts for the options. */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, "..", "..", "dist", "fuzz");
await build({
  entryPoints: { main: join(here, "main.ts"), "engine-worker": join(here, "engine-worker.ts") },
  outdir,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "warning",
});
process.env.PYRENA_FUZZ_HOME = `${here}/`;
await import(pathToFileURL(join(outdir, "main.js")).href);
