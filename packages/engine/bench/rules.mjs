/**
 * What the rule points cost a run without rules: `npm run bench-rules -w @pyrena/engine -- --before DIR [--version 3.13]
 * [--rounds 9] [--name part]`.
 *
 * DIR is the `dist` of a build without them (of the commit before). The recorded programs run in rounds that alternate
 * between the two builds, each program right after its twin; the ratio of medians, and the geometric mean over all.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    before: { type: "string" },
    version: { type: "string", default: "3.13" },
    rounds: { type: "string", default: "9" },
    name: { type: "string", default: "" },
  },
});
if (options.before === undefined) throw new Error("--before DIR: the dist of a build without the points");
const builds = {
  before: await import(pathToFileURL(resolve(options.before, "index.js")).href),
  now: await import(join(here, "..", "dist", "index.js")),
};

const folder = join(here, "..", "conformance");
const programs = readdirSync(join(folder, "cases"))
  .filter((file) => file.endsWith(".py") && file.includes(options.name))
  .map((file) => ({
    file,
    source: readFileSync(join(folder, "cases", file), "utf8"),
    times: { before: [], now: [] },
  }));

// The first two rounds warm both up and are not counted.
for (let round = -2; round < Number(options.rounds); round += 1)
  for (const { source, times } of programs)
    for (const build of round % 2 === 0 ? ["before", "now"] : ["now", "before"]) {
      const begin = performance.now();
      builds[build].run(source, { python: options.version });
      if (round >= 0) times[build].push(performance.now() - begin);
    }

const ratios = programs.map(({ times }) => median(times.now) / median(times.before));
const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
console.log(`${programs.length} programs under ${options.version}, with the points against without:`);
console.log(`geometric mean ${mean.toFixed(3)}, median ${median(ratios).toFixed(3)}`);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
