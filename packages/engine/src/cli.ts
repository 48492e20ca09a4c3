/**
 * The command line, without its host: arguments and file contents in, text and exit code out. `bin/pyrena.js` does the
 * reading and printing.
 */
import { run } from "./engine.ts";
import { type PythonVersion, pythonVersions } from "./python-version.ts";
import type { Run, RunOptions } from "./run-types.ts";

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export const usage = `pyrena: runs a Python program on a model of CPython's memory

  pyrena run FILE [--python 3.13] [--mode script|repl] [--trace FILE.json]
  pyrena explain FILE --line N --name x [--occurrence K] [--before] [--python 3.13]
  pyrena batch            JSON lines {id, source, python, mode} in, {id, stdout, stderr, exit} out

Versions: ${pythonVersions.join(" ")}
`;

export function isPythonVersion(text: string): text is PythonVersion {
  return (pythonVersions as readonly string[]).includes(text);
}

/** What `python FILE` would print, with refusals and limits said on stderr. */
export function runCommand(source: string, options: RunOptions): CliResult & { readonly run: Run } {
  const result = run(source, options);
  return {
    stdout: result.stdout,
    stderr: result.stderr + refusal(result),
    exit: result.exitCode,
    run: result,
  };
}

function refusal({ limit, unsupported }: Run): string {
  if (unsupported !== null)
    return `pyrena: not modelled${at(unsupported.range?.lineno)}: ${unsupported.what}\n`;
  if (limit !== null)
    return `pyrena: stopped${at(limit.range?.lineno)}: the program crossed the limit of ${limit.kind}\n`;
  return "";
}

function at(line: number | undefined): string {
  return line === undefined ? "" : ` at line ${line}`;
}

export interface ExplainRequest {
  readonly line: number;
  readonly name: string;
  readonly occurrence: number;
  readonly when: "before" | "after";
}

/** "Why is it 3?", one holder a line. */
export function explainCommand(source: string, options: RunOptions, request: ExplainRequest): CliResult {
  const { run: result, ...printed } = runCommand(source, { ...options, trace: "lines" });
  const recorded = result.recorded;
  if (recorded === null) return { ...printed, stdout: "" };
  const { line, name, occurrence, when } = request;
  const step = recorded.stepAt({ line, occurrence, when });
  if (step === null) return fail(`line ${line} does not run ${occurrence} times`);
  const object = recorded.objectNamed(name, step, when);
  const why = object === null ? null : recorded.explain(object, step, when);
  if (why === null) return fail(`there is no ${name} ${when} line ${line}`);
  const count = why.count === null ? "immortal: its count never moves" : `count ${why.count}`;
  const lines = [`${name} is a ${why.typeName}, ${count}`];
  for (const [i, holder] of why.counted.entries())
    lines.push(`  ${i + 1}. ${holder.text} (line ${holder.line})`);
  for (const holder of why.borrowed) lines.push(`  -  ${holder.text} (line ${holder.line}), not counted`);
  for (const holder of why.weak) lines.push(`  ~  ${holder.text} (line ${holder.line}), weak`);
  return { stdout: `${lines.join("\n")}\n`, stderr: "", exit: 0 };
}

function fail(message: string): CliResult {
  return { stdout: "", stderr: `pyrena: ${message}\n`, exit: 2 };
}

/** One JSON line of `batch`; a line that is no request is answered with its reason. */
export function batchLine(line: string): string {
  let id: unknown = null;
  try {
    const request: unknown = JSON.parse(line);
    if (typeof request !== "object" || request === null) throw new Error("expected an object");
    const { source, python, mode, ...rest } = request as Record<string, unknown>;
    id = rest.id ?? null;
    if (typeof source !== "string") throw new Error("`source` must be a string");
    if (typeof python !== "string" || !isPythonVersion(python)) throw new Error("`python` must be a version");
    if (mode !== undefined && mode !== "script" && mode !== "repl")
      throw new Error("`mode` must be script or repl");
    const { stdout, stderr, exit } = runCommand(source, mode === undefined ? { python } : { python, mode });
    return JSON.stringify({ id, stdout, stderr, exit });
  } catch (error) {
    return JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) });
  }
}
