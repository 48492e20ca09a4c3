/**
 * The text of docs/fidelity.md, made of what the engine itself is made of: the profiles, the recorded programs and their gaps,
 * what interpreters did not agree on, the modules, and the marks in the source.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { refusedFeatures } from "../src/modules/refused.ts";
import { moduleNames } from "../src/modules/registry.ts";
import { type PythonVersion, pythonVersions } from "../src/python-version.ts";
import { type Profile, profiles } from "../src/version.ts";

/** `engine` is the folder of the package. */
export function fidelityPage(engine: string): string {
  return [
    heading,
    table("", [
      ["release recorded", (python) => profiles[python].release],
      ...(["script", "repl"] as const).map((mode) => exactRow(engine, mode)),
    ]),
    `The gaps, each a line of \`packages/engine/conformance/gaps.txt\`; a listed gap that passes fails the build:`,
    gapList(engine),
    exact,
    table("", differences),
    indeterminate,
    varyingList(engine),
    refused,
    [
      ...refusedFeatures.map((each) => `- ${each};`),
      `- modules of the standard library outside this list: ${list(moduleNames().modelled)}.`,
    ].join("\n"),
    `Refused by name are ${list(moduleNames().refused)}. A module that is in no standard library is a \`ModuleNotFoundError\`, as\nit would be for a learner who has not installed it.`,
    limits,
    simplified(engine),
  ]
    .join("\n\n")
    .concat("\n");
}

type Row = readonly [string, (python: PythonVersion) => string];

const heading = `# Fidelity: what the engine can say about CPython

<!-- Written by \`npm run fidelity -w @pyrena/engine\`. Change what it is written from. -->

The engine (\`packages/engine\`) mirrors these builds: the default build with the GIL, 64-bit Linux on x86. Of any program it says one
of three things: the exact answer, that there is none, or that it does not model what the program needs. Anything else is a bug,
and its fix begins with a recorded program.`;

const exact = `## Exact

Equal to what the recorded interpreter prints, and tested against it: refcounts with who holds each reference; identity; the end
of objects and its order; the collector; sizes; blocks of pymalloc; the language with its messages and tracebacks. Where versions
differ, the difference is a line of data in \`src/version.ts\`. The ones a lesson meets:`;

const indeterminate = `## Indeterminate

Not promised by CPython, so no key may depend on it: addresses (\`id(x)\`, the default \`repr\`), the hash of a string and the order of
a set of strings, the refcount of shared objects before 3.12, what start-up has imported, allocated and collected, the clock, and
random numbers without a seed.

Nobody has to know this list. \`determinate\` runs the program under other seeds for all of it; if the answer moves, it names the line
and the cause ([decision 0011](decisions/0011-indeterminate-by-running-again.md)). Held against real interpreters, started with and
without \`site\`, under other hash seeds and after another history (\`conformance/determinacy.json\`,
\`npm run determinate -w @pyrena/engine\`). These programs vary there:`;

const refused = `## Refused

Valid Python that is not modelled ends the run with its name and place (\`unsupported\`), never with a guess:`;

const limits = `A program is also stopped, with its line, when it crosses a limit of steps, bytes, objects, output or depth.`;

const yes =
  (field: (profile: Profile) => boolean, then: string, otherwise: string) =>
  (python: PythonVersion): string =>
    field(profiles[python]) ? then : otherwise;

const layouts: Readonly<Record<Profile["instanceLayout"], string>> = {
  dict: "a dict",
  values: "an array",
  inline: "the instance",
};

const differences: readonly Row[] = [
  ["a call's arguments are", yes((p) => p.argumentsMove, "moved", "copied")],
  ["a local on the stack is", yes((p) => p.borrowsLocals, "often borrowed", "counted")],
  ["`None` and small ints are", yes((p) => p.hasImmortals, "immortal", "counted")],
  ["cached ints up to", (python) => String(profiles[python].largestSmallInt)],
  ["interned strings are", yes((p) => p.internedAreImmortal, "immortal", "mortal")],
  ["instance attributes are in", (python) => layouts[profiles[python].instanceLayout]],
  ["first threshold of the collector", (python) => String(profiles[python].gcThresholds[0])],
  ["it runs", yes((p) => p.gcAtEvalBreaker, "at a safe point", "at once")],
  ["locals are dropped", yes((p) => p.clearsLocalsReversed, "last to first", "first to last")],
];

function table(corner: string, rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line([corner, ...pythonVersions]),
    `|${"---|".repeat(pythonVersions.length + 1)}`,
    ...rows.map(([label, cell]) => line([label, ...pythonVersions.map(cell)])),
  ].join("\n");
}

interface Recording {
  readonly unstable?: boolean;
}

/** How many recorded programs print the same: all without a stable recording's gap. */
function exactRow(engine: string, mode: "script" | "repl"): Row {
  const folder = join(engine, "conformance", "expected");
  const recordings = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map(
      (file): Partial<Record<"script" | "repl", Record<string, Recording>>> =>
        JSON.parse(readFileSync(join(folder, file), "utf8")),
    );
  const known = gapsOf(engine).filter((gap) => gap.mode === mode);
  const label = mode === "script" ? "programs as a file that print the same" : "at the prompt";
  return [
    label,
    (python) => {
      const all = recordings.filter((each) => {
        const recording = each[mode]?.[python];
        return recording !== undefined && recording.unstable !== true;
      }).length;
      return `${all - known.filter((gap) => gap.versions.includes(python)).length} of ${all}`;
    },
  ];
}

interface Gap {
  readonly name: string;
  readonly mode: string;
  readonly versions: readonly string[];
  readonly reason: string;
}

function gapsOf(engine: string): Gap[] {
  return readFileSync(join(engine, "conformance", "gaps.txt"), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", mode = "", versions = "", ...reason] = line.split(/\s+/);
      return { name, mode, versions: versions.split(","), reason: reason.join(" ") };
    });
}

function gapList(engine: string): string {
  const gaps = gapsOf(engine);
  if (gaps.length === 0) return "none.";
  const rows = gaps.map(
    ({ name, mode, versions, reason }) => `| \`${name}\` | ${mode} | ${versions.join(", ")} | ${reason} |`,
  );
  return ["| program | mode | versions | reason |", "|---|---|---|---|", ...rows].join("\n");
}

function varyingList(engine: string): string {
  const text = readFileSync(join(engine, "conformance", "determinacy.json"), "utf8");
  const { tried, varying }: { tried: string[]; varying: Record<string, string[]> } = JSON.parse(text);
  const rows = Object.entries(varying).map(
    ([name, versions]) =>
      `| \`${name}\` | ${versions.length === pythonVersions.length ? "all" : versions.join(", ")} |`,
  );
  return [
    `Of ${tried.length} programs ${rows.length} vary.`,
    "",
    "| program | versions |",
    "|---|---|",
    ...rows,
  ].join("\n");
}

/** Every mark in the source, with the sentence it begins. */
function simplified(engine: string): string {
  const rows = sources(join(engine, "src")).flatMap((path) => {
    const text = readFileSync(path, "utf8");
    return [
      ...text.matchAll(/SIMPLIFIED:\s*([\s\S]*?)(?:\.\s|\*\/|\n\s*(?:\*\s*)?\n|\n(?!\s*(?:\*|\/\/)))/g),
    ].map((match) => {
      const what = (match[1] ?? "").replace(/\s*\n\s*(?:\*|\/\/)\s*/g, " ").trim();
      return `| \`${path.slice(engine.length + 1)}\` | ${what.replaceAll("|", "\\|")} |`;
    });
  });
  return [
    "## Simplified",
    "",
    "Modelled in another way than CPython's, where no recorded program can tell. Each place is marked `SIMPLIFIED:` in the source.",
    "",
    "| where | what |",
    "|---|---|",
    ...rows,
  ].join("\n");
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts") ? [path] : [];
    });
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
