/**
 * `npm run hostile -w @pyrena/engine [-- --count 100000] [--seed 1] [--version 3.13] [--only bombs|mutants] [--name x]`:
 * bombs and mutated programs against the built engine, each with small limits. A crash of the host, a wrong answer and a
 * run that does not end are counted and shown; the exit code says whether there were any.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { attempt, judge, mutant, run } from "../dist/hostile.js";

const here = dirname(fileURLToPath(import.meta.url));
const versions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];
const answers = JSON.parse(readFileSync(join(here, "answers.json"), "utf8"));
/** No program with small limits works longer than two seconds; a busy machine may take a multiple of them. */
const patience = 30_000;

if (isMainThread) await main();
else work();

async function main() {
  const { values: options } = parseArgs({
    options: {
      count: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      version: { type: "string" },
      only: { type: "string" },
      name: { type: "string" },
      lib: { type: "string", multiple: true, default: [] },
    },
  });
  const jobs = [...jobsOf(options)];
  const found = [];
  let slowest = { ms: 0 };
  await runAll(jobs, options, (job, outcome) => {
    if (outcome.ms > slowest.ms) slowest = { ...job, ms: outcome.ms };
    if (outcome.problem === null) return;
    found.push(job);
    console.log(`${describe(job)}: ${outcome.problem}`);
  });
  console.log(
    `${jobs.length} hostile programs, ${found.length} problems; slowest ${slowest.ms} ms (${describe(slowest)})`,
  );
  process.exitCode = found.length > 0 ? 1 : 0;
}

function describe({ kind, name, n, seed, version }) {
  return kind === "bomb" ? `${name} on ${version}` : `mutant ${n} of seed ${seed} on ${version}`;
}

function* jobsOf({ count, seed, version, only, name }) {
  if (only !== "mutants")
    for (const file of readdirSync(join(here, "bombs")).sort()) {
      const bomb = file.slice(0, -3);
      if (name !== undefined && !bomb.includes(name)) continue;
      for (const v of version ? [version] : Object.keys(answers[bomb] ?? { 3.13: null }))
        yield { kind: "bomb", name: bomb, version: v };
    }
  if (only !== "bombs" && name === undefined)
    for (let n = 0; n < Number(count); n += 1)
      yield { kind: "mutant", n, seed: Number(seed), version: version ?? versions[n % versions.length] };
}

/** One thread runs the programs; when one does not end, it is stopped and another thread goes on. */
function runAll(jobs, options, report) {
  return new Promise((resolve) => {
    let at = 0;
    const start = () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { lib: options.lib } });
      let timer;
      const next = () => {
        clearTimeout(timer);
        if (at === jobs.length) {
          worker.terminate();
          resolve();
          return;
        }
        timer = setTimeout(() => fail("does not end"), patience);
        worker.postMessage(jobs[at]);
      };
      const fail = (problem) => {
        clearTimeout(timer);
        worker.removeAllListeners();
        worker.terminate();
        report(jobs[at], { ms: patience, problem });
        at += 1;
        start();
      };
      worker.on("error", (error) => fail(`the thread died: ${error}`));
      worker.on("message", (outcome) => {
        if (outcome !== "ready") {
          report(jobs[at], outcome);
          at += 1;
        }
        next();
      });
    };
    start();
  });
}

/** The programs that are mutated: the recorded ones, the bombs, and other Python files, thirty lines at a time. */
function seedPrograms(more) {
  const texts = [];
  for (const folder of ["../conformance/cases", "bombs"])
    for (const file of readdirSync(join(here, folder)).sort())
      if (file.endsWith(".py")) texts.push(readFileSync(join(here, folder, file), "utf8"));
  for (const path of more) {
    const lines = readFileSync(path, "latin1").split("\n");
    for (let i = 0; i < lines.length; i += 30) texts.push(lines.slice(i, i + 30).join("\n"));
  }
  return texts;
}

function work() {
  const texts = seedPrograms(workerData.lib);
  const clean = Object.getOwnPropertyNames(Object.prototype).length;
  parentPort.on("message", (job) => {
    const before = process.cpuUsage();
    const problem = job.kind === "bomb" ? bombProblem(job) : mutantProblem(texts, job);
    const { user, system } = process.cpuUsage(before);
    const isPolluted = Object.getOwnPropertyNames(Object.prototype).length !== clean;
    parentPort.postMessage({
      ms: Math.round((user + system) / 1000),
      problem: problem ?? (isPolluted ? "Object.prototype was changed" : null),
    });
  });
  parentPort.postMessage("ready");
}

function bombProblem({ name, version }) {
  const source = readFileSync(join(here, "bombs", `${name}.py`), "utf8");
  return judge(source, attempt(run, source, version, `${name}.py`), answers[name]?.[version]);
}

function mutantProblem(texts, { seed, n, version }) {
  return attempt(run, mutant(texts, seed, n), version, "mutant.py").crash;
}
