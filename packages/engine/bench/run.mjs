/**
 * Speed of the built engine: `npm run build -w @pyrena/engine && npm run bench -w @pyrena/engine -- [--python PATH]
 * [--version 3.13] [--rounds 7] [--warm 20] [--name part] [--cpu]`.
 *
 * The recorded programs, untraced and warm, in rounds that alternate with a warm CPython reached over a pipe when there is
 * one: medians, the geometric mean of the ratios, the worst ten. Then loops that do one thing each. Both have run every
 * program `--warm` times before: a room's worker lives for hours, and V8 takes some rounds to compile what is hot. `--cpu` counts the processor's time
 * instead of the clock's, V8's own threads included, for a machine that others use as well.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loops } from "./loops.mjs";
import { findPython, startWorker } from "./python-worker.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { run } = await import(join(here, "..", "dist", "index.js"));
const { values: options } = parseArgs({
  options: {
    python: { type: "string" },
    version: { type: "string", default: "3.13" },
    rounds: { type: "string", default: "7" },
    warm: { type: "string", default: "20" },
    name: { type: "string", default: "" },
    cpu: { type: "boolean", default: false },
  },
});
const { version } = options;
const rounds = Number(options.rounds);
const warm = Number(options.warm);
const python = findPython(options.python, version);
const worker = python === null ? null : startWorker(python, options.cpu);

const programs = recordedPrograms();
const measured = await measureAll(programs, rounds, { warmUp: warm });
const given = new Set(readFileSync(join(here, "..", "conformance", "given.txt"), "utf8").split("\n"));
report("recorded programs", measured);
report(
  "the 380 of them that were given",
  measured.filter(({ name }) => given.has(name)),
);
worst(measured.filter(({ name }) => given.has(name)));
const traced = await measureAll(programs, 3, { trace: "lines", isAlone: true });
report("traced recorded programs", traced);
const slower = traced.map(({ ours }, i) => ours / measured[i].ours);
console.log(`  against untraced: geometric mean of the ratios ${geometricMean(slower).toFixed(2)}`);
for (const one of await measureAll(loops, 3)) console.log(`  ${row(one)}`);
worker?.close();

/** Those that ran to their end without an exception. */
function recordedPrograms() {
  const folder = join(here, "..", "conformance");
  return readdirSync(join(folder, "cases"))
    .filter((file) => file.includes(options.name))
    .map((file) => {
      const name = file.replace(/\.py$/, "");
      const expected = JSON.parse(readFileSync(join(folder, "expected", `${name}.json`), "utf8"));
      return {
        name,
        source: readFileSync(join(folder, "cases", file), "utf8"),
        want: expected.script?.[version],
      };
    })
    .filter(({ want }) => want !== undefined && want.error === null && !want.unstable);
}

async function measureAll(list, times, { trace = "off", isAlone = false, warmUp = 1 } = {}) {
  const results = list.map(({ name }) => ({ name, ours: [], theirs: [] }));
  for (let round = 0; round < warmUp + times; round += 1) {
    for (const [i, { source }] of list.entries()) {
      const ours = millisecondsOf(() => run(source, { python: version, trace }));
      const theirs = worker === null || isAlone ? null : await worker.milliseconds(source);
      if (round < warmUp) continue;
      results[i].ours.push(ours);
      if (theirs !== null) results[i].theirs.push(theirs);
    }
  }
  return results.map(({ name, ours, theirs }) => {
    const [mine, other] = [median(ours), theirs.length === 0 ? null : median(theirs)];
    return { name, ours: mine, theirs: other, ratio: other === null ? null : mine / other };
  });
}

function millisecondsOf(work) {
  const start = millisecondsNow();
  work();
  return millisecondsNow() - start;
}

function millisecondsNow() {
  if (!options.cpu) return Number(process.hrtime.bigint()) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

function report(title, results) {
  const ours = median(results.map((one) => one.ours));
  console.log(`${title}: ${results.length}, median ${ours.toFixed(2)} ms`);
  const ratios = results.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
  if (ratios.length === 0) return;
  const theirs = median(results.map((one) => one.theirs));
  const mean = geometricMean(ratios);
  console.log(`  CPython: median ${theirs.toFixed(2)} ms; geometric mean of the ratios ${mean.toFixed(2)}`);
}

function geometricMean(ratios) {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
}

function worst(results) {
  const weight = ({ ratio, ours }) => ratio ?? ours;
  for (const one of results.toSorted((a, b) => weight(b) - weight(a)).slice(0, 10))
    console.log(`  ${row(one)}`);
}

function row({ name, ours, theirs, ratio }) {
  const beside = ratio === null ? "" : `${theirs.toFixed(2).padStart(10)} ms${ratio.toFixed(2).padStart(9)}×`;
  return `${name.padEnd(40)}${ours.toFixed(2).padStart(10)} ms${beside}`;
}
