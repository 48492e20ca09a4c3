/** One run of a program under the engine, or the reasons why there is nothing to ask about it. */
import type { Problem, PythonVersion, RunMode } from "@pyrena/contracts";
import { type Recorded, type RuleId, type Run, type RunOptions, run, type Step } from "@pyrena/engine";
import { problem } from "./problem.ts";

export interface Program {
  readonly source: string;
  readonly python: PythonVersion;
  readonly mode: RunMode;
}

export interface Subject extends Program {
  readonly lines: readonly string[];
  readonly stdout: string;
  readonly recorded: Recorded;
  readonly steps: readonly Step[];
  /** The last step of the program itself; what follows is the interpreter shutting down. */
  readonly last: number;
}

export type Examined =
  | { readonly ok: true; readonly subject: Subject }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A classroom program is short; what needs more than this is an endless loop or a memory bomb. */
const LIMITS = { steps: 200_000, bytes: 64_000_000, objects: 100_000, output: 60_000 };

/** How every program of an item is run. */
export function optionsOf({ python, mode }: Program): RunOptions {
  return { python, mode, limits: LIMITS, trace: "lines" };
}

/** Runs the program, under a wrong rule if one is named. */
export function examine(program: Program, rules: readonly RuleId[] = []): Examined {
  return examineRun(program, run(program.source, { ...optionsOf(program), rules }));
}

export function examineRun(program: Program, result: Run): Examined {
  const { source } = program;
  const found = problemOf(result, source);
  if (found !== null) return { ok: false, problems: [found] };
  const { recorded, stdout } = result;
  if (recorded === null || recorded.trace.isTruncated) {
    return { ok: false, problems: [problem("endless", "the program takes too many steps")] };
  }
  const { steps } = recorded.trace;
  const last = steps.reduce((found, step) => (step.frameName === "<module>" ? step.index : found), 0);
  const subject = { ...program, lines: source.split("\n"), stdout, recorded, steps, last };
  return { ok: true, subject };
}

function problemOf(result: Run, source: string): Problem | null {
  return diagnosticOf(result) ?? unsupportedOf(result) ?? limitOf(result, source) ?? exceptionOf(result);
}

function diagnosticOf({ diagnostic }: Run): Problem | null {
  if (diagnostic === null) return null;
  const { code, message, range } = diagnostic;
  const at = { line: range.lineno, column: range.colOffset };
  return problem(code === "unsupported" ? "unsupported" : "syntax-error", message, at);
}

function unsupportedOf({ unsupported }: Run): Problem | null {
  if (unsupported === null) return null;
  const { what, range } = unsupported;
  return problem("unsupported", what, {
    line: range?.lineno ?? null,
    column: range?.colOffset ?? null,
    values: { what },
  });
}

const LIMIT_CODES = {
  steps: ["endless", "the program does not come to an end, or needs very long"],
  bytes: ["too-much-memory", "the program needs too much memory"],
  objects: ["too-much-memory", "the program makes too many objects"],
  depth: ["too-deep", "the calls go too deep"],
  output: ["too-much-output", "the program prints too much"],
} as const;

/** Nothing can go on for ever without one of these, so that a crossed step limit means one huge operation. */
const REPEATS = /\b(while|for|def|lambda)\b/;

function limitOf({ limit }: Run, source: string): Problem | null {
  if (limit === null) return null;
  const kind = limit.kind === "steps" && !REPEATS.test(source) ? "bytes" : limit.kind;
  const [code, message] = LIMIT_CODES[kind];
  return problem(code, message, { line: limit.range?.lineno ?? null });
}

function exceptionOf({ exception }: Run): Problem | null {
  if (exception === null) return null;
  return problem("raises", exception.summary, {
    line: exception.line,
    values: { exception: exception.summary },
  });
}
