/**
 * The engine: source text in, what that CPython would print out, and why.
 *
 *     parse ─► compile ─► run ─► trace
 *
 * A run owns everything it touches: same input, same output, in Node and in a browser.
 */
import { compileModule } from "./compiler/compile.ts";
import { decref } from "./memory/refcount.ts";
import { drawNuisance } from "./nuisance.ts";
import { LimitExceeded, type PyObject, Unsupported } from "./objects/object.ts";
import type { Module } from "./parser/ast.ts";
import type { Diagnostic, SourceRange } from "./parser/diagnostics.ts";
import { parseModule } from "./parser/parser.ts";
import { promptInputs, statementsOf } from "./prompt.ts";
import { rulesInForce } from "./rules/ruling.ts";
import { endOfRun, newMainModule, runInputs, runScript } from "./run-main.ts";
import type { Limits, Run, RunOptions, UncaughtException } from "./run-types.ts";
import { Recorder } from "./trace/recorder.ts";
import { recorded } from "./trace/recording.ts";
import { createMachine } from "./vm/machine.ts";
import { createRuntime, type Interpreter } from "./vm/runtime.ts";

const defaultLimits: Limits = {
  steps: 50_000_000,
  bytes: 512 * 1024 * 1024,
  objects: 5_000_000,
  output: 1_000_000,
};
const emptyModule: Module = { type: "Module", body: [] };
const maxEvents = 2_000_000;

/** Runs a program as the chosen CPython would. Never throws for anything the program does. */
export function run(source: string, options: RunOptions): Run {
  const mode = options.mode ?? "script";
  const filename = mode === "repl" ? "<stdin>" : (options.filename ?? "main.py");
  const parsed = parseModule(source, options.python);
  const inputs = parsed.ok || mode === "script" ? null : promptInputs(source, options.python);
  const refused = inputs?.find(
    (input) => input.kind === "rejected" && input.diagnostic.code === "unsupported",
  );
  if (!parsed.ok && (inputs === null || refused !== undefined)) return rejected(parsed.diagnostic, filename);
  const machine = createMachine((name) => (isProgram(name, filename) ? source : undefined));
  const limits = options.limits === undefined ? defaultLimits : { ...defaultLimits, ...options.limits };
  const rules = rulesInForce(options.rules ?? [], options.python);
  const rt = createRuntime({
    python: options.python,
    mode,
    limits,
    nuisance: drawNuisance(options.nuisance ?? 0),
    machine,
    script: mode === "script" ? { filename, source } : null,
    ruling: rules,
  });
  rules?.install(rt);
  const main = newMainModule(rt, mode === "script" ? filename : null);
  const recorder = startRecorder(rt, main, options.trace ?? "off");
  rules?.listen(rt);
  const whole = parsed.ok ? parsed.module : emptyModule;
  const module = rules === null ? whole : { ...whole, body: rules.tree(whole.body) };
  const compile = rules?.compile ?? compileModule;
  const program = { rt, main, source, filename, body: module.body, compile };
  const end = guarded(rt, () => {
    const outcome =
      mode === "script" ? runScript(program) : runInputs(program, inputs ?? statementsOf(module));
    recorder?.runIsOver(main);
    decref(rt, main);
    if (outcome.diagnostic === null) endOfRun(rt);
    return outcome;
  });
  // A recording may still be asked about the objects it saw.
  if (recorder === null) rt.release();
  return {
    stdout: rt.stdout,
    stderr: rt.stderr,
    diagnostic: end.diagnostic,
    exception: end.exception,
    exitCode: end.exitCode,
    limit: end.limit,
    unsupported: end.unsupported,
    recorded: recorder === null ? null : recorded(recorder.finish()),
  };
}

/** The inputs of a prompt have names of their own from 3.13. */
function isProgram(name: string, filename: string): boolean {
  return name === filename || (filename === "<stdin>" && /^<stdin-\d+>$/.test(name));
}

type End = Pick<Run, "diagnostic" | "exception" | "exitCode" | "limit" | "unsupported">;

/** Outcome of the program itself; the rest of an End says how the engine had to stop it. */
type Outcome = Pick<End, "diagnostic" | "exception" | "exitCode">;

/** Limits and refusals arrive as JavaScript exceptions, because they end the run wherever it is. */
function guarded(rt: Interpreter, body: () => Outcome): End {
  try {
    const { diagnostic, exception, exitCode } = body();
    return { diagnostic, exception, exitCode, limit: null, unsupported: null };
  } catch (error) {
    const stopped = { diagnostic: null, exception: null, exitCode: 1, limit: null, unsupported: null };
    const range = currentRange(rt);
    if (error instanceof LimitExceeded) return { ...stopped, limit: { kind: error.limit, range } };
    if (error instanceof Unsupported) return { ...stopped, unsupported: { what: error.what, range } };
    // The JS stack is the one limit that cannot be charged in advance; a string, array or bigint longer than JavaScript
    // has is more than any limit allows.
    if (error instanceof RangeError && /call stack|recursion/i.test(error.message))
      return { ...stopped, limit: { kind: "depth", range } };
    if (error instanceof RangeError) return { ...stopped, limit: { kind: "bytes", range } };
    throw error;
  }
}

function currentRange(rt: Interpreter): SourceRange | null {
  for (let frame = rt.thread.frame; frame !== null; frame = frame.back) {
    const position = frame.unit.positions[frame.pc];
    if (position !== undefined && position.lineno > 0) return position;
  }
  return null;
}

function startRecorder(rt: Interpreter, main: PyObject, trace: "off" | "lines" | "full"): Recorder | null {
  if (trace === "off") return null;
  const recorder = new Recorder(rt, main, { isFull: trace === "full", maxEvents });
  rt.recorder = recorder;
  rt.heap.recorder = recorder;
  if (trace === "full") rt.heap.allocator.listener = recorder;
  return recorder;
}

const errorNames = {
  "syntax-error": "SyntaxError",
  "indentation-error": "IndentationError",
  "tab-error": "TabError",
} as const;

/** The text never ran. */
export function rejected(diagnostic: Diagnostic, filename: string): Run {
  const base = { stdout: "", exitCode: 1, limit: null, recorded: null };
  if (diagnostic.code === "unsupported") {
    const unsupported = { what: diagnostic.message, range: diagnostic.range };
    return { ...base, stderr: "", diagnostic, exception: null, unsupported };
  }
  const exception = syntaxException(diagnostic, filename);
  return { ...base, stderr: exception.traceback, diagnostic, exception, unsupported: null };
}

function syntaxException(diagnostic: Diagnostic, filename: string): UncaughtException {
  const typeName = diagnostic.code === "unsupported" ? "SyntaxError" : errorNames[diagnostic.code];
  const summary = `${typeName}: ${diagnostic.message}`;
  const traceback = `  File "${filename}", line ${diagnostic.range.lineno}\n${summary}\n`;
  return { typeName, message: diagnostic.message, summary, traceback, line: diagnostic.range.lineno };
}
