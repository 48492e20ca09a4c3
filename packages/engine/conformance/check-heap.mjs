/**
 * `npm run check-heap -w @pyrena/engine [-- --version 3.13] [--name part] [--stress] [--lines] [--per-place N]`: the heap
 * checker over every recorded program, version and mode, at every instruction (`--lines`: at every line). A place is
 * checked each time it is reached up to N times (default 4), and after that at each doubling; `--stress` forces a collection
 * at every allocation meanwhile.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const bundle = join(here, "..", "dist", "check-program.js");
const versions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

if (isMainThread) await main();
else await work(workerData);

async function main() {
  const { values: options } = parseArgs({
    options: {
      version: { type: "string" },
      name: { type: "string", default: "" },
      stress: { type: "boolean", default: false },
      lines: { type: "boolean", default: false },
      "per-place": { type: "string", default: "4" },
      checks: { type: "string", default: "1000000" },
      jobs: { type: "string", default: String(Math.min(4, availableParallelism())) },
    },
  });
  const entryPoints = [join(here, "..", "src", "testing", "check-program.ts")];
  await build({
    entryPoints,
    outfile: bundle,
    bundle: true,
    format: "esm",
    target: "es2022",
    keepNames: true,
  });
  const begin = performance.now();
  const names = readdirSync(join(here, "cases"))
    .filter((file) => file.endsWith(".py") && file.includes(options.name))
    .sort();
  const jobs = Number(options.jobs);
  const workers = Array.from({ length: jobs }, (_, i) => {
    const mine = names.filter((_name, at) => at % jobs === i);
    return new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { names: mine, options } });
      worker.on("message", resolve);
      worker.on("error", reject);
    });
  });
  const totals = await Promise.all(workers);
  const sum = (field) => totals.reduce((all, each) => all + each[field], 0);
  const minutes = ((performance.now() - begin) / 60_000).toFixed(1);
  console.log(
    `${sum("runs")} runs, ${sum("steps")} steps, ${sum("checks")} checks: ${sum("findings")} violations, ${minutes} minutes`,
  );
  process.exitCode = sum("findings") === 0 ? 0 : 1;
}

async function work({ names, options }) {
  const { checkProgram } = await import(bundle);
  const total = { runs: 0, steps: 0, checks: 0, findings: 0 };
  for (const file of names) {
    const source = readFileSync(join(here, "cases", file), "utf8");
    for (const python of options.version === undefined ? versions : [options.version])
      for (const mode of ["script", "repl"]) {
        const { findings, checks, steps } = checkProgram(source, {
          python,
          mode,
          checks: Number(options.checks),
          everyInstruction: !options.lines,
          perPlace: Number(options["per-place"]),
          stress: options.stress,
        });
        total.runs += 1;
        total.steps += steps;
        total.checks += checks;
        total.findings += findings.length;
        for (const finding of findings) print(`${file} ${python} ${mode}`, finding);
      }
  }
  parentPort.postMessage(total);
}

function print(where, { line, object, refcnt, found, holders, native }) {
  const inside = native === "" ? "" : ` in ${native}`;
  console.log(
    `${where} line ${line}: ${object} counts ${refcnt}, found ${found} [${holders.join("; ")}]${inside}`,
  );
}
