/**
 * `npm run fuzz -w @pyrena/engine -- [--seed N] [--count 2000] [--versions 3.8,3.13] [--pythons DIR] [--shrink 20]`
 *
 * Random programs on the engine and on real interpreters. Differences are made small and written to `fuzz/.found`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseModule } from "../../src/parser/parser.ts";
import { type PythonVersion, pythonVersions } from "../../src/python-version.ts";
import { Comparison, type Difference, firstDifference, isSame, signatureOf, sortOf } from "./compare.ts";
import { Coverage, listedModules } from "./coverage.ts";
import { EnginePool } from "./engine-pool.ts";
import { generate } from "./generate.ts";
import { interpreterOf, Oracle } from "./oracle.ts";
import { shrink } from "./shrink.ts";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string" },
    count: { type: "string", default: "2000" },
    versions: { type: "string", default: pythonVersions.join(",") },
    pythons: { type: "string" },
    shrink: { type: "string", default: "20" },
    file: { type: "string" },
    threads: { type: "string", default: "2" },
  },
});

/** Where things are: run.mjs has bundled this file and says it. */
const home = new URL(process.env.PYRENA_FUZZ_HOME ?? "", "file://");
const found = new URL(".found/", home);
const engines = new EnginePool(new URL("engine-worker.js", import.meta.url), Number(options.threads));
const comparison = new Comparison(engines);
const coverage = new Coverage();

await main();

async function main(): Promise<void> {
  const started = performance.now();
  const seed = options.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(options.seed);
  const count = Number(options.count);
  const oracles = openOracles(options.versions.split(",") as PythonVersion[]);
  console.log(`seed ${seed}, ${count} programs, versions ${oracles.map((o) => o.version).join(" ")}`);
  if (options.file !== undefined) return shrinkFile(readFileSync(options.file, "utf8"), oracles);
  const results = await Promise.all(oracles.map((oracle) => runAll(seed, count, oracle)));
  const differences = results.flatMap((r) => r.differences);
  report(differences);
  await writeShrunk(differences, oracles);
  await reportCoverage(oracles);
  const killed = results.reduce((sum, r) => sum + r.killed, 0);
  const refusals = differences.filter((d) => sortOf(d.got).startsWith("refused")).length;
  console.log(
    `seed ${seed}: ${count} programs, ${oracles.length} versions, ${differences.length} differences ` +
      `(${refusals} refusals), ${killed} ended by CPython's limits`,
  );
  console.log(`${Math.round((performance.now() - started) / 1000)} s`);
  close(oracles);
  process.exitCode = differences.length > 0 ? 1 : 0;
}

/** `--file`: makes one program small under each of the versions that differ. */
async function shrinkFile(source: string, oracles: readonly Oracle[]): Promise<void> {
  for (const oracle of oracles) {
    const difference = await comparison.difference(0, source, oracle);
    if (difference === null || difference === "killed") console.log(`${oracle.version}: no difference`);
    else await writeFinding(await shrunk(difference, oracle), difference, oracle);
  }
  close(oracles);
}

function close(oracles: readonly Oracle[]): void {
  engines.close();
  for (const oracle of oracles) oracle.close();
}

function openOracles(versions: readonly PythonVersion[]): Oracle[] {
  const worker = new URL("oracle.py", home).pathname;
  return versions.flatMap((version) => {
    const executable = interpreterOf(version, options.pythons);
    if (executable === null) console.log(`no Python ${version} found`);
    return executable === null ? [] : [new Oracle(version, executable, worker)];
  });
}

async function runAll(seed: number, count: number, oracle: Oracle) {
  const differences: Difference[] = [];
  let killed = 0;
  for (let i = 0; i < count; i++) {
    const source = generate(seed + i, oracle.version);
    const parsed = parseModule(source, oracle.version);
    if (parsed.ok) coverage.add(parsed.module, source);
    const difference = await comparison.difference(seed + i, source, oracle);
    if (difference === "killed") {
      killed++;
      console.log(`${oracle.version}: CPython was ended on seed ${seed + i}`);
    } else if (difference !== null) differences.push(difference);
    if ((i + 1) % 500 === 0) console.log(`${oracle.version}: ${i + 1}, ${differences.length} differences`);
  }
  return { differences, killed };
}

/** How often each sort was seen, most frequent first. */
function report(differences: readonly Difference[]): void {
  const groups = groupBy(differences, signatureOf);
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
  for (const [, list] of sorted.slice(0, 60)) {
    const shortest = list.reduce((a, b) => (b.source.length < a.source.length ? b : a));
    const versions = [...new Set(list.map((d) => d.version))].join(",");
    console.log(
      `${String(list.length).padStart(5)} ${versions}: seed ${shortest.seed} ${firstDifference(shortest)}`,
    );
  }
}

function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** One of each signature first, the shortest program of it; what shrinks to the same text is one finding. */
async function writeShrunk(differences: readonly Difference[], oracles: readonly Oracle[]): Promise<void> {
  rmSync(found, { recursive: true, force: true });
  mkdirSync(found, { recursive: true });
  const chosen = [...groupBy(differences, signatureOf).values()]
    .sort((a, b) => b.length - a.length)
    .map((list) => list.reduce((a, b) => (b.source.length < a.source.length ? b : a)))
    .slice(0, Number(options.shrink));
  for (const { version, seed, source } of differences)
    writeFileSync(new URL(`raw-${version}-${seed}.py`, found), source);
  const findings = new Set<string>();
  await Promise.all(
    oracles.map(async (oracle) => {
      for (const difference of chosen.filter((d) => d.version === oracle.version)) {
        const small = await shrunk(difference, oracle);
        const kind = small.replace(/\b[a-z]\d+\b|\d+/g, "_");
        if (findings.has(kind)) continue;
        findings.add(kind);
        await writeFinding(small, difference, oracle);
      }
    }),
  );
}

async function writeFinding(source: string, { version, seed }: Difference, oracle: Oracle): Promise<void> {
  const [want, got] = [await oracle.runFresh(source), await engines.run({ source, version })];
  const note = [
    `# ${version} seed ${seed}`,
    `# want ${JSON.stringify(want)}`,
    `# got  ${JSON.stringify(got)}`,
  ];
  const text = `${note.join("\n")}\n${source}`;
  writeFileSync(new URL(`${version}-${seed}.py`, found), text);
  console.log(`\n${text}`);
}

async function shrunk(difference: Difference, oracle: Oracle): Promise<string> {
  const { source, got, want } = difference;
  const test = (candidate: string) => comparison.stillDiffers(candidate, oracle, sortOf(got), want);
  const small = await shrink(source, test);
  const fresh = await oracle.runFresh(small);
  return isSame(fresh, await engines.run({ source: small, version: oracle.version })) ? source : small;
}

async function reportCoverage(oracles: readonly Oracle[]): Promise<void> {
  const missing = coverage.missingNodes();
  console.log(
    `nodes reached: ${coverage.total() - missing.length} of ${coverage.total()}; not: ${missing.join(" ") || "-"}`,
  );
  const oracle = oracles.at(-1);
  if (oracle === undefined) return;
  const ask = listedModules.map(
    (name) =>
      `import ${name}; print("${name}", *(n for n in (getattr(${name}, "__all__", None) or dir(${name})) if n[0] != "_"))`,
  );
  const { stdout } = await oracle.runFresh(`${ask.join("\n")}\n`);
  for (const line of stdout.trim().split("\n")) {
    const [module, ...names] = line.split(" ");
    const unsaid = coverage.missingOf(names);
    console.log(
      `${module}: ${names.length - unsaid.length} of ${names.length}; not: ${unsaid.join(" ") || "-"}`,
    );
  }
}
