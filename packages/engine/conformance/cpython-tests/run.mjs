/**
 * `npm run cpython-tests -w @pyrena/engine -- [--python-3.12 PATH] [--python-3.14 PATH] [--pythons DIR] [--version 3.12]
 * [--file test_gc, or any other] [--name part] [--show] [--list] [--fresh]`
 *
 * CPython's own tests as programs. `extract.py`, run by each interpreter, makes one program per test method of the test modules
 * that are installed with it; the interpreter runs the program, and where it passes there, the engine has to print the same.
 * Nothing of CPython's tests is in this repository. `exclusions.txt` names the tests that are left out, each with its reason.
 *
 * Programs and what the interpreters printed are kept in the system's temporary folder until --fresh.
 */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EnginePool } from "./engine-pool.mjs";
import { exclusions } from "./exclusions.mjs";
import { recordedTests } from "./oracle.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const files = [
  "gc",
  "weakref",
  "finalization",
  "generators",
  "copy",
  "descr",
  "list",
  "dict",
  "set",
  "sys",
].map((name) => `test_${name}`);
/** Of test_sys the bar asks for the counts and the sizes. */
const isAsked = (test) => test.file !== "test_sys" || /test_refcount|SizeofTest/.test(test.name);

const { values: options } = parseArgs({
  options: {
    "python-3.12": { type: "string" },
    "python-3.14": { type: "string" },
    pythons: { type: "string" },
    version: { type: "string" },
    file: { type: "string" },
    name: { type: "string" },
    show: { type: "boolean" },
    list: { type: "boolean" },
    fresh: { type: "boolean" },
  },
});

const pool = new EnginePool(join(here, "engine-worker.mjs"));
let isShort = false;
for (const version of ["3.12", "3.14"]) {
  if (options.version && options.version !== version) continue;
  const python = interpreter(version);
  if (python === null) {
    console.error(`no interpreter of ${version}; give --python-${version} PATH or --pythons DIR`);
    process.exit(2);
  }
  await compare(version, python);
}
pool.close();
process.exit(isShort ? 1 : 0);

async function compare(version, python) {
  // A file that is named may be any of CPython's test modules.
  const chosen = options.file ? [options.file] : files;
  const isWanted = (test) => isAsked(test) && (!options.name || test.name.includes(options.name));
  const isFresh = options.fresh === true;
  const tests = await recordedTests({ here, version, python, files: chosen, isFresh, isWanted });
  const reasonOf = exclusions(readFileSync(join(here, "exclusions.txt"), "utf8"), version);
  const total = count();
  const reasons = new Map();
  for (const file of chosen) {
    const own = count();
    for (const test of tests.filter((t) => t.file === file)) {
      const reason = reasonOf(test);
      own.all += 1;
      if (reason !== null) {
        own.excluded += 1;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        if (!options.show && !options.list) continue;
      } else if (!test.passes) own.notThere += 1;
      else own.run += 1;
      if (options.list) {
        console.log(`${version} ${file} ${test.name}: ${reason ?? test.stdout.trim().split("\n")[0]}`);
        continue;
      }
      if (reason === null && !test.passes && !options.show) continue;
      const got = await pool.run(test.program, version, `${file}.py`);
      const isRight = got.error === null && withoutAddresses(got.stdout) === withoutAddresses(test.stdout);
      if (reason === null && test.passes && isRight) own.passed += 1;
      if (!isRight && reason === null) console.log(`  ${version} ${file} ${test.name}: ${firstLine(got)}`);
      if (options.show) show(test, got);
    }
    for (const key of Object.keys(total)) total[key] += own[key];
    console.log(`${version} ${file.padEnd(18)} ${summary(own)}`);
  }
  console.log(`${version} ${"all".padEnd(18)} ${summary(total)}`);
  for (const [reason, number] of [...reasons].sort((a, b) => b[1] - a[1]))
    console.log(`${version}   excluded, ${reason}: ${number}`);
  if (total.passed < 0.98 * total.run || total.excluded > 0.3 * total.all) isShort = true;
}

/** A doctest may print where something lies. */
function withoutAddresses(text) {
  return text.replaceAll(/ at 0x[0-9a-f]+/g, " at 0x");
}

function count() {
  return { all: 0, excluded: 0, notThere: 0, run: 0, passed: 0 };
}

function summary({ all, excluded, notThere, run, passed }) {
  const share = run === 0 ? "-" : `${((100 * passed) / run).toFixed(1)} %`;
  const skipped = notThere === 0 ? "" : `, ${notThere} not passed by the interpreter itself`;
  return `${passed} of ${run} pass (${share}), ${run - passed} fail; ${excluded} of ${all} excluded (${((100 * excluded) / Math.max(all, 1)).toFixed(1)} %)${skipped}`;
}

function firstLine(got) {
  const text = got.error ?? got.stdout.trim().split("\n").at(-1) ?? "";
  return text.slice(0, 220) || "(nothing printed)";
}

function show(test, got) {
  console.log(`--- ${test.file} ${test.name}`);
  console.log(test.program.slice(test.program.lastIndexOf("_alias_support([")));
  console.log(`--- the interpreter: ${test.stdout}${test.error ?? ""}`);
  console.log(`--- the engine: ${got.stdout}${got.error ?? ""}`);
}

/** PATH given, DIR/bin/python3.X, or pyenv's. */
function interpreter(version) {
  const given = options[`python-${version}`];
  if (given) return given;
  const folder = options.pythons === undefined ? [] : [join(options.pythons, "bin", `python${version}`)];
  const names = [...folder, ...pyenv(version)];
  return names.find((name) => existsSync(name)) ?? null;
}

function pyenv(version) {
  const patches = Array.from({ length: 30 }, (_, patch) => `${version}.${29 - patch}`);
  return patches.map((patch) => join(homedir(), ".pyenv", "versions", patch, "bin", "python"));
}
