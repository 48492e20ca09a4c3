/** The recorded programs and the known gaps, as data for the tests and the benchmark. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type PythonVersion, pythonVersions } from "../src/python-version.ts";

const here = dirname(fileURLToPath(import.meta.url));

export const modes = ["script", "repl"] as const;
export type Mode = (typeof modes)[number];

export interface Recording {
  readonly stdout: string;
  /** The uncaught exception as `Type: message`, or null. */
  readonly error: string | null;
}

/** One program under one version in one mode, and what that CPython printed. */
export interface Case {
  readonly name: string;
  readonly version: PythonVersion;
  readonly mode: Mode;
  readonly source: string;
  readonly expected: Recording;
}

interface Expected {
  readonly script?: Partial<Record<PythonVersion, Recording & { unstable?: boolean }>>;
  readonly repl?: Partial<Record<PythonVersion, Recording & { unstable?: boolean }>>;
}

/** Every recorded result, programs in order of their names. */
export function corpus(): Case[] {
  const names = readdirSync(join(here, "cases")).filter((file) => file.endsWith(".py"));
  return names.sort().flatMap((file) => casesOf(file.slice(0, -".py".length)));
}

function casesOf(name: string): Case[] {
  const source = readFileSync(join(here, "cases", `${name}.py`), "utf8");
  const expected: Expected = JSON.parse(readFileSync(join(here, "expected", `${name}.json`), "utf8"));
  const cases: Case[] = [];
  for (const mode of modes)
    for (const version of pythonVersions) {
      const recording = expected[mode]?.[version];
      if (recording === undefined || recording.unstable === true) continue;
      cases.push({
        name,
        version,
        mode,
        source,
        expected: { stdout: recording.stdout, error: recording.error },
      });
    }
  return cases;
}

/** `gaps.txt`: one line `name mode version[,version…] reason…`; `#` begins a comment. Keys are `name mode version`. */
export function gaps(): Map<string, string> {
  const known = new Map<string, string>();
  for (const line of readFileSync(join(here, "gaps.txt"), "utf8").split("\n")) {
    const text = line.trim();
    if (text === "" || text.startsWith("#")) continue;
    const [name, mode, versions = "", ...reason] = text.split(/\s+/);
    if (reason.length === 0) throw new Error(`gaps.txt: a gap needs a reason: ${line}`);
    for (const version of versions.split(",")) known.set(`${name} ${mode} ${version}`, reason.join(" "));
  }
  return known;
}

export function keyOf(c: Case): string {
  return `${c.name} ${c.mode} ${c.version}`;
}
