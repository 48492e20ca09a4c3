/**
 * Compares our parser with the real interpreters: `npm run parser-oracle -w @pyrena/engine -- [--pythons DIR]
 * [--versions 3.8,3.12] [--set library|cases|FILE…] [--show N]`.
 *
 * Prints per version how many texts are parsed, equal in `ast.dump`, and equal in it with all positions.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
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

/** The paths of an interpreter's standard library. */
async function library(python) {
  const child = spawn(python, ["-S", "-B", join(here, "parser-oracle.py"), "--list"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout) text += chunk;
  return text.trim().split("\n");
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

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      pythons: { type: "string" },
      versions: { type: "string" },
      set: { type: "string", default: "library" },
      show: { type: "string", default: "5" },
    },
    allowPositionals: true,
  });
  const parser = await loadParser();
  const found = interpreters(values.pythons);
  const wanted = values.versions?.split(",") ?? Object.keys(found);
  let isEqual = true;
  for (const version of wanted) {
    const python = found[version];
    if (python === undefined) continue;
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
