/**
 * Parsing speed against CPython: `npm run bench-parser -w @pyrena/engine -- [--pythons DIR] [--version 3.13]`.
 *
 * The same files, the standard library of that interpreter, in rounds that alternate with `ast.parse`; and the time to
 * find the message of a SyntaxError in a text of thirty lines.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { interpreters, loadParser } from "../conformance/parser-oracle.mjs";

const script = join(dirname(fileURLToPath(import.meta.url)), "../conformance/parser-oracle.py");
const { values } = parseArgs({
  options: { pythons: { type: "string" }, version: { type: "string", default: "3.13" } },
});
const { version } = values;
const python = interpreters(values.pythons)[version];
const { parseModule } = await loadParser();

function run(...args) {
  return spawnSync(python, ["-S", "-B", script, ...args], { encoding: "utf8" }).stdout.trim();
}

function secondsOf(work) {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

function parseAll() {
  for (const source of sources) parseModule(source, version);
}

const paths = run("--list").split("\n");
const sources = paths.map((path) => readFileSync(path, "utf8"));
const lines = sources.reduce((sum, source) => sum + source.split("\n").length, 0);
const ours = [];
const theirs = [];
for (let round = 0; round < 5; round++) {
  theirs.push(Number(run("--time", ...paths)));
  ours.push(secondsOf(() => parseAll()));
}
const [mine, cpython] = [median(ours.slice(1)), median(theirs)];
console.log(`${paths.length} files, ${lines} lines: ${mine.toFixed(3)} s, ast.parse ${cpython.toFixed(3)} s`);
console.log(`speed: ${(cpython / mine).toFixed(2)} x ast.parse of ${version}`);

const body = Array.from(
  { length: 14 },
  (_, i) => `    value_${i} = compute(${i}, "text", key=value[${i}])\n    total += value_${i} * 2\n`,
);
const broken = `def lesson(value):\n${body.join("")}    return total total\n`;
const times = Array.from({ length: 300 }, () => secondsOf(() => parseModule(broken, version)));
console.log(`an error in 30 lines: ${(median(times.slice(100)) * 1000).toFixed(3)} ms`);
