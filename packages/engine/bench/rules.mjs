/**
 * What the rule points cost a run without rules: `npm run bench-rules -w @pyrena/engine -- [--version 3.13] [--name part]`.
 *
 * A time could only say that it is lost in the noise, so points are counted instead: over the recorded programs, how many
 * instructions run, and how many of them, or of what they call, pass a place that a wrong rule could have replaced.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { version: { type: "string", default: "3.13" }, name: { type: "string", default: "" } },
});
const bundle = join(here, "..", "dist", "count-points.js");
const entryPoints = [join(here, "..", "src", "testing", "count-points.ts")];
await build({ entryPoints, outfile: bundle, bundle: true, format: "esm", target: "es2022" });
const { countPoints } = await import(bundle);

const cases = join(here, "..", "conformance", "cases");
const files = readdirSync(cases).filter((file) => file.endsWith(".py") && file.includes(options.name));
const total = { instructions: 0, ruled: 0, refcounts: 0, collections: 0 };
for (const file of files) {
  const passed = countPoints(readFileSync(join(cases, file), "utf8"), options.version);
  for (const key of Object.keys(total)) total[key] += passed[key];
}
const { instructions, ruled, refcounts, collections } = total;
console.log(`${files.length} programs under ${options.version}: ${instructions} instructions`);
console.log(`${ruled} of them are a rule's`);
console.log(
  `${refcounts} calls of sys.getrefcount and ${collections} collections look the model of memory up`,
);
