/** Compiling text at run time and running code in a namespace.   [mirrors Py_CompileStringObject, PyEval_EvalCode] */
import { type CompileRequest, compileModule } from "../compiler/compile.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { instantiate } from "../objects/code-object.ts";
import { dictGetText, isDict } from "../objects/dict.ts";
import { raiseObject } from "../objects/errors.ts";
import { newException } from "../objects/exception-object.ts";
import { newFunction, type PyFunction } from "../objects/function-object.ts";
import { peekModuleDict } from "../objects/module.ts";
import { type CodeData, type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import type { Diagnostic } from "../parser/diagnostics.ts";
import { parseModule } from "../parser/parser.ts";
import { prepareFrame, runFrame } from "./call.ts";

/** What compiling a text costs, charged before it is parsed. */
export function compileSteps(source: string): number {
  return 200 + source.length * 4;
}

/** A new code object; null with SyntaxError set. */
export function compileText(
  rt: Runtime,
  source: string,
  filename: string,
  mode: CompileRequest["mode"],
): PyObject | null {
  rt.charge(compileSteps(source), 0);
  const text = mode === "eval" ? source.trim() : source;
  const parsed = parseModule(text, rt.profile.version);
  if (!parsed.ok) return reject(rt, parsed.diagnostic, filename, text);
  const [first, second] = parsed.module.body;
  if (mode === "eval" && (first?.type !== "Expr" || second !== undefined)) {
    const range = second ?? first ?? { lineno: 1, colOffset: 0, endLineno: 1, endColOffset: 0 };
    return reject(rt, { code: "syntax-error", range, message: "invalid syntax" }, filename, text);
  }
  const compiled = compileModule(parsed.module.body, { source: text, filename, profile: rt.profile, mode });
  if (!compiled.ok) return reject(rt, compiled.diagnostic, filename, text);
  const { code, arena } = instantiate(rt, compiled.code);
  for (const o of arena) decref(rt, o);
  return code;
}

function reject(rt: Runtime, diagnostic: Diagnostic, filename: string, source: string): null {
  if (diagnostic.code === "unsupported") throw new Unsupported(diagnostic.message);
  const name =
    diagnostic.code === "tab-error"
      ? "TabError"
      : diagnostic.code === "indentation-error"
        ? "IndentationError"
        : "SyntaxError";
  const { lineno, colOffset, endLineno, endColOffset } = diagnostic.range;
  const line = source.split("\n")[lineno - 1];
  const fields: [string, PyObject][] = [
    ["msg", rt.newStr(diagnostic.message)],
    ["filename", rt.newStr(filename)],
    ["lineno", rt.newInt(lineno)],
    ["offset", rt.newInt(colOffset + 1)],
    ["text", line === undefined ? newRef(rt.none) : rt.newStr(`${line}\n`)],
    ["end_lineno", rt.newInt(endLineno)],
    ["end_offset", rt.newInt(endColOffset + 1)],
  ];
  const details = rt.newTuple(fields.slice(1).map(([, value]) => newRef(value)));
  const exception = newException(rt, rt.types[name], rt.newTuple([rt.newStr(diagnostic.message), details]));
  exception.payload.fields = new Map(fields);
  return raiseObject(rt, exception);
}

/** Runs code with these namespaces; from 3.11 it is a function's, which holds the globals. */
export function runCode(
  rt: Runtime,
  code: PyObject<CodeData>,
  globals: PyObject,
  locals: PyObject,
): PyObject | null {
  const builtins = builtinsOf(rt, globals);
  const frame = prepareFrame(rt, code, globals, builtins, locals);
  if (rt.profile.framesAreLazy) frame.function = newFunction(rt, code, globals, builtins);
  return runFrame(rt, frame);
}

/** What `__builtins__` of these globals says, borrowed: a module, a dict, or nothing. [_PyEval_BuiltinsFromGlobals] */
function builtinsOf(rt: Runtime, globals: PyObject): PyObject {
  const given = dictGetText(globals, "__builtins__");
  if (given === null || given === rt.builtins || given === rt.builtinsModule) return rt.builtins;
  if (isDict(given)) return given;
  if (given.type === rt.types.module) return peekModuleDict(given);
  throw new Unsupported("__builtins__ that is neither a module nor a dict");
}

/** Runs the body of a class: a function's code with `namespace` for its locals. */
export function runFunctionBody(rt: Runtime, func: PyObject, namespace: PyObject): PyObject | null {
  const { code, globals, builtins, closure } = (func as PyFunction).payload;
  const frame = prepareFrame(rt, code, globals, builtins, namespace);
  frame.closure = closure;
  if (rt.profile.framesAreLazy) frame.function = newRef(func);
  return runFrame(rt, frame);
}
