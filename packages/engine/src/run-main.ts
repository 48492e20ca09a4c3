/**
 * `__main__`: the module a program runs in, as a file or typed at a prompt.
 * [mirrors pymain_run_python, _PyRun_SimpleFile, PyRun_InteractiveLoop, PyErr_PrintEx]
 */
import type { compileModule } from "./compiler/compile.ts";
import { collectAfterCompiling, countCompiling } from "./memory/passing.ts";
import { decref, newRef } from "./memory/refcount.ts";
import { strText } from "./objects/abstract.ts";
import { field } from "./objects/base-exception.ts";
import { instantiate } from "./objects/code-object.ts";
import { dictSetText, newDict } from "./objects/dict.ts";
import { clearException, takeException } from "./objects/errors.ts";
import { isException, type PyException } from "./objects/exception-object.ts";
import { newModule, peekModuleDict } from "./objects/module.ts";
import type { PyObject, Runtime } from "./objects/object.ts";
import type { PyTraceback } from "./objects/traceback-object.ts";
import type { Stmt } from "./parser/ast.ts";
import type { Diagnostic } from "./parser/diagnostics.ts";
import type { PromptInput } from "./prompt.ts";
import type { UncaughtException } from "./run-types.ts";
import { finalize } from "./vm/finalize.ts";
import { reportedLine } from "./vm/traceback-text.ts";

export interface MainProgram {
  readonly rt: Runtime;
  readonly main: PyObject;
  readonly source: string;
  readonly filename: string;
  readonly body: readonly Stmt[];
  /** The compiler, unless a wrong rule has its own. */
  readonly compile: typeof compileModule;
}

export interface Outcome {
  readonly diagnostic: Diagnostic | null;
  readonly exception: UncaughtException | null;
  readonly exitCode: number;
}

const finished: Outcome = { diagnostic: null, exception: null, exitCode: 0 };

/** The `__main__` module, in sys.modules; a new reference. `filename` null: the prompt. */
export function newMainModule(rt: Runtime, filename: string | null): PyObject {
  const main = newModule(rt, "__main__", null, false);
  const dict = peekModuleDict(main);
  const set = (name: string, value: PyObject): void => {
    dictSetText(rt, dict, name, value);
    decref(rt, value);
  };
  if (rt.profile.mainHasAnnotations) set("__annotations__", newDict(rt));
  set("__builtins__", newRef(rt.builtinsModule));
  if (filename !== null) {
    set("__file__", rt.newStr(filename));
    set("__cached__", newRef(rt.none));
  }
  dictSetText(rt, rt.modules, "__main__", main);
  // What start-up has imported is nobody's promise: another seed, other modules.
  for (let i = 0; i < rt.nuisance.history; i += 1)
    dictSetText(rt, rt.modules, `_of_start_up_${i}`, rt.builtinsModule);
  return main;
}

export function runScript(program: MainProgram): Outcome {
  const { rt, source, filename } = program;
  const request = { source, filename, profile: rt.profile, mode: "exec" } as const;
  return runBody(program, program.body, request);
}

/** Each input is a compile unit of its own; an exception ends its input, not the session. */
export function runInputs(program: MainProgram, inputs: readonly PromptInput[]): Outcome {
  const { rt, source } = program;
  let last = finished;
  for (const [number, input] of inputs.entries()) {
    const filename = rt.profile.numbersInputs ? `<stdin-${number}>` : program.filename;
    const request = { source, filename, profile: rt.profile, mode: "single" } as const;
    const outcome =
      input.kind === "statements"
        ? runBody(program, input.body, { ...request, lineOffset: firstLine(input.body) - 1 })
        : syntaxOutcome(rt, input.diagnostic, filename);
    if (outcome.exception?.typeName === "SystemExit") return outcome;
    // The session goes on, and so its end is an ordinary one.
    if (outcome.exception !== null) last = { ...outcome, diagnostic: null, exitCode: 0 };
  }
  return last;
}

function firstLine([first]: readonly Stmt[]): number {
  if (first === undefined) return 1;
  const decorator = "decoratorList" in first ? first.decoratorList[0] : undefined;
  return (decorator ?? first).lineno;
}

function runBody(
  { rt, main, filename, compile }: MainProgram,
  body: readonly Stmt[],
  request: Parameters<typeof compileModule>[1],
): Outcome {
  const compiled = compile(body, request);
  if (!compiled.ok) return syntaxOutcome(rt, compiled.diagnostic, filename);
  countCompiling(rt.heap, compiled.memory);
  const { code, arena } = instantiate(rt, compiled.code);
  collectAfterCompiling(rt);
  // From 3.15 the constants are the code object's alone while it runs.
  if (!rt.profile.arenaOutlivesCompile) for (const o of arena.splice(0)) decref(rt, o);
  const dict = peekModuleDict(main);
  if (rt.recorder !== null) {
    rt.recorder.nativeHold("the run", code);
    for (const o of arena) rt.recorder.nativeHold("constants of the source", o);
  }
  const result = rt.runCode(code, dict, dict);
  if (rt.recorder !== null) {
    rt.recorder.nativeRelease("the run", code);
    for (const o of arena) rt.recorder.nativeRelease("constants of the source", o);
  }
  decref(rt, code);
  for (const o of arena) decref(rt, o);
  if (result !== null) {
    decref(rt, result);
    return finished;
  }
  return reportUncaught(rt);
}

function syntaxOutcome(rt: Runtime, diagnostic: Diagnostic, filename: string): Outcome {
  const typeName = diagnostic.code === "indentation-error" ? "IndentationError" : "SyntaxError";
  const summary = `${typeName}: ${diagnostic.message}`;
  const traceback = `  File "${filename}", line ${diagnostic.range.lineno}\n${summary}\n`;
  rt.writeStderr(traceback);
  const exception = {
    typeName,
    message: diagnostic.message,
    summary,
    traceback,
    line: diagnostic.range.lineno,
  };
  return { diagnostic, exception, exitCode: 1 };
}

/** Prints the exception and remembers it in `sys`, where it keeps its frames alive. [_PyErr_PrintEx] */
function reportUncaught(rt: Runtime): Outcome {
  const exception = takeException(rt);
  if (exception === null || !isException(exception)) throw new Error("a failed run without an exception");
  if (exception.type === rt.types.SystemExit) return exitOutcome(rt, exception);
  const traceback = rt.formatException(exception);
  rt.writeStderr(traceback);
  const summary = reportedLine(rt, exception);
  const typeName = exception.type.payload.name;
  const message = strText(rt, exception) ?? "";
  const line = lineOf(exception.payload.traceback);
  remember(rt, exception);
  return { diagnostic: null, exception: { typeName, message, summary, traceback, line }, exitCode: 1 };
}

/** The line of the outermost frame that belongs to the program. */
function lineOf(traceback: PyObject | null): number | null {
  return traceback === null ? null : (traceback as PyTraceback).payload.lineno;
}

/** Steals the exception. */
function remember(rt: Runtime, exception: PyException): void {
  const sys = rt.importModule("sys");
  if (sys === null) clearException(rt);
  // A program may have put something else into sys.modules.
  else if (sys.type === rt.types.module) {
    const dict = peekModuleDict(sys);
    if (rt.profile.hasLastExc) dictSetText(rt, dict, "last_exc", exception);
    dictSetText(rt, dict, "last_type", exception.type);
    dictSetText(rt, dict, "last_value", exception);
    dictSetText(rt, dict, "last_traceback", exception.payload.traceback ?? rt.none);
  }
  if (sys !== null) decref(rt, sys);
  decref(rt, exception);
}

function exitOutcome(rt: Runtime, exception: PyException): Outcome {
  const code = field(exception, "code");
  const value = code?.payload;
  let exitCode = 0;
  if (typeof value === "number" && code?.type !== rt.types.float) exitCode = value & 255;
  else if (code !== null && code !== rt.none) {
    rt.writeStderr(`${strText(rt, code) ?? ""}\n`);
    exitCode = 1;
  }
  decref(rt, exception);
  if (exitCode === 0) return finished;
  const summary = "SystemExit";
  return {
    diagnostic: null,
    exception: { typeName: "SystemExit", message: "", summary, traceback: "", line: null },
    exitCode,
  };
}

export function endOfRun(rt: Runtime): void {
  finalize(rt);
}
