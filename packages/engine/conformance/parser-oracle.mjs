/**
 * Compares our parser with the real interpreters: `npm run parser-oracle -w @pyrena/engine -- [--pythons DIR]
 * [--versions 3.8,3.12] [--set library|cases|errors] [--show N] [--record] [FILE…]`.
 *
 * Prints per version how many texts are parsed, equal in `ast.dump`, and equal in it with all positions; for `errors`
 * (the SyntaxErrors of CPython's own tests, less those of parser/exclusions.txt) how many have the same message and line,
 * and the same column. `--record` writes what the interpreters make of parser/snippets to parser/recorded.json.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const allVersions = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

/** Interpreters by version: pyenv's, and those of `extra`, which win. */
export function interpreters(extra) {
  const found = {};
  const root = join(homedir(), ".pyenv/versions");
  for (const version of allVersions) {
    const installed = existsSync(root)
      ? readdirSync(root).filter((name) => name.startsWith(`${version}.`))
      : [];
    if (installed.length > 0) found[version] = join(root, installed.sort().at(-1), "bin/python");
    const own = extra === undefined ? "" : join(extra, `bin/python${version}`);
    if (own !== "" && existsSync(own)) found[version] = own;
  }
  return found;
}

/** Our parser, bundled from its sources. */
export async function loadParser() {
  const outfile = join(mkdtempSync(join(tmpdir(), "parser-")), "parser.mjs");
  const entry = `export * from "./parser.ts"; export { dump } from "./dump.ts";`;
  const resolveDir = join(here, "../src/parser");
  await build({ stdin: { contents: entry, resolveDir, loader: "ts" }, outfile, bundle: true, format: "esm" });
  return import(pathToFileURL(outfile).href);
}

/** A running oracle: `ask` answers one request after the other. */
export function startOracle(python) {
  const child = spawn(python, ["-S", "-B", join(here, "parser-oracle.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  const waiting = [];
  lines.on("line", (line) => waiting.shift()(JSON.parse(line)));
  return {
    ask(request) {
      return new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${JSON.stringify(request)}\n`);
      });
    },
    stop: () => child.stdin.end(),
  };
}

async function outputOf(python, args) {
  const child = spawn(python, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  return text;
}

/** The paths of an interpreter's standard library. */
async function library(python) {
  return (await outputOf(python, ["-S", "-B", join(here, "parser-oracle.py"), "--list"])).trim().split("\n");
}

const sha1 = (text) => createHash("sha1").update(text, "utf8").digest("hex");

function firstDifference(ours, theirs) {
  let at = 0;
  while (at < ours.length && ours[at] === theirs[at]) at++;
  const from = Math.max(0, at - 120);
  return `  ours:   …${ours.slice(from, at + 100)}\n  theirs: …${theirs.slice(from, at + 100)}`;
}

async function compare(parser, version, python, paths, show) {
  const oracle = startOracle(python);
  const minor = Number(version.slice(2));
  const count = { files: 0, parsed: 0, plain: 0, full: 0 };
  let shown = 0;
  for (const path of paths) {
    const source = readFileSync(path, "utf8");
    const theirs = await oracle.ask({ path });
    const ours = parser.parseModule(source, version);
    if (!theirs.ok) {
      if (ours.ok && shown++ < show) console.log(`${path}: accepted, but ${theirs.error.message}`);
      continue;
    }
    count.files++;
    if (!ours.ok) {
      if (shown++ < show) console.log(`${path}:${ours.diagnostic.range.lineno}: ${ours.diagnostic.message}`);
      continue;
    }
    count.parsed++;
    const plain = sha1(parser.dump(ours.module, minor, false)) === theirs.plain;
    const full = sha1(parser.dump(ours.module, minor, true)) === theirs.full;
    if (plain) count.plain++;
    if (full) count.full++;
    if ((!plain || !full) && shown++ < show) {
      const dumps = await oracle.ask({ path, dump: true });
      const kind = plain ? "full" : "plain";
      console.log(
        `${path}\n${firstDifference(parser.dump(ours.module, minor, !(kind === "plain")), dumps[kind])}`,
      );
    }
  }
  oracle.stop();
  return count;
}

// ---- errors --------------------------------------------------------------------------------------------------

const exceptionTypes = {
  "syntax-error": "SyntaxError",
  "indentation-error": "IndentationError",
  "tab-error": "TabError",
};

/** A diagnostic the way SyntaxError shows it: columns in characters, from 1. */
export function asException(source, { code, message, range }) {
  const line = `${source.split("\n")[range.lineno - 1] ?? ""}\n`;
  const offset =
    range.colOffset < 0 ? 0 : Buffer.from(line).subarray(0, range.colOffset).toString().length + 1;
  return { type: exceptionTypes[code] ?? code, message, line: range.lineno, offset };
}

function lines(path) {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

async function compareErrors(parser, version, python, show) {
  const snippets = (await outputOf(python, ["-W", "ignore", join(here, "parser-snippets.py")]))
    .trim()
    .split("\n");
  const excluded = new Set(lines(join(here, "parser/exclusions.txt")).map((line) => JSON.parse(line).source));
  const sources = snippets.map((line) => JSON.parse(line).source);
  const oracle = startOracle(python);
  const count = { asked: 0, message: 0, column: 0, excluded: 0 };
  let shown = 0;
  for (const source of sources) {
    if (excluded.has(source)) {
      count.excluded++;
      continue;
    }
    const { error } = await oracle.ask({ source });
    const ours = parser.parseModule(source, version);
    count.asked++;
    const mine = ours.ok ? null : asException(source, ours.diagnostic);
    const isSame = mine !== null && ["type", "message", "line"].every((key) => mine[key] === error[key]);
    if (isSame) count.message++;
    if (isSame && mine.offset === error.offset) count.column++;
    else if (shown++ < show) console.log(JSON.stringify(source), "\n  ours:  ", mine, "\n  theirs:", error);
  }
  oracle.stop();
  return count;
}

// ---- recording -----------------------------------------------------------------------------------------------

const snippetFolder = join(here, "parser/snippets");

/** Every snippet with what each interpreter makes of it: the hash of its dump, or its exception. */
async function record(found) {
  const oracles = Object.entries(found).map(([version, python]) => [version, startOracle(python)]);
  const recorded = [];
  for (const file of readdirSync(snippetFolder).sort()) {
    for (const source of readFileSync(join(snippetFolder, file), "utf8").split(/^-----\n/m)) {
      const results = {};
      for (const [version, oracle] of oracles)
        results[version] = recordedResult(await oracle.ask({ source }));
      recorded.push({ file, source, results });
    }
  }
  for (const [, oracle] of oracles) oracle.stop();
  const text = recorded.map((entry) => JSON.stringify(entry)).join(",\n");
  writeFileSync(join(here, "parser/recorded.json"), `[\n${text}\n]\n`);
  console.log(`${recorded.length} snippets recorded under ${oracles.map(([version]) => version).join(", ")}`);
}

function recordedResult(answer) {
  if (answer.ok) return answer.full;
  const { type, message, line, offset } = answer.error;
  return [type, message, line, offset];
}

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      pythons: { type: "string" },
      versions: { type: "string" },
      set: { type: "string", default: "library" },
      show: { type: "string", default: "5" },
      record: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const parser = await loadParser();
  const found = interpreters(values.pythons);
  if (values.record) return record(found);
  const wanted = values.versions?.split(",") ?? Object.keys(found);
  let isEqual = true;
  for (const version of wanted) {
    const python = found[version];
    if (python === undefined) continue;
    if (values.set === "errors") {
      const { asked, message, column, excluded } = await compareErrors(
        parser,
        version,
        python,
        Number(values.show),
      );
      const share = (n) => `${n} (${((100 * n) / asked).toFixed(1)} %)`;
      console.log(
        `${version}: ${asked} errors (${excluded} excluded), same message and line ${share(message)}, column ${share(column)}`,
      );
      continue;
    }
    const cases = join(here, "cases");
    const paths =
      positionals.length > 0
        ? positionals
        : values.set === "cases"
          ? readdirSync(cases).map((name) => join(cases, name))
          : await library(python);
    const { files, parsed, plain, full } = await compare(parser, version, python, paths, Number(values.show));
    const share = (n) => `${n} (${((100 * n) / files).toFixed(2)} %)`;
    console.log(
      `${version}: ${files} files, parsed ${share(parsed)}, same tree ${share(plain)}, same positions ${share(full)}`,
    );
    if (plain < files) isEqual = false;
  }
  process.exitCode = isEqual ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
