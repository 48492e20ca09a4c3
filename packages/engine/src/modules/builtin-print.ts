/** `print` and `input`.   [mirrors builtin_print in Python/bltinmodule.c] */
import { decref, newRef } from "../memory/refcount.ts";
import { str, strText } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import { parseArguments } from "../objects/native-arguments.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { redirectedStdout, writeText, writeTo } from "../objects/standard-stream.ts";
import { encodeStr } from "../objects/str-codec.ts";
import { isStr, text } from "../objects/str-object.ts";
import { typeName } from "../objects/type-lookup.ts";
import { keywordMethod, method, type NativeSpec } from "../objects/typespec.ts";

type Names = readonly PyObject[] | null;

const keywords = { names: ["sep", "end", "file", "flush"], required: 0, positional: 0 } as const;

function builtinPrint(
  rt: Runtime,
  _self: PyObject,
  args: readonly PyObject[],
  names: Names,
): PyObject | null {
  const keywordCount = names?.length ?? 0;
  const values = args.slice(0, args.length - keywordCount);
  const places = parseArguments(rt, "print", keywords, args.slice(values.length), names);
  if (places === null) return null;
  const separator = separatorText(rt, "sep", places[0] ?? null, " ");
  const ending = separatorText(rt, "end", places[1] ?? null, "\n");
  if (separator === null || ending === null) return null;
  const file = places[2] ?? null;
  const target = file === null || file === rt.none ? redirectedStdout(rt) : file;
  if (target === undefined) return raise(rt, "RuntimeError", "lost sys.stdout");
  if (target === rt.none) return newRef(rt.none);
  if (target === null) return printDirectly(rt, values, separator, ending);
  for (let i = 0; i < values.length; i += 1) {
    if (i > 0 && !writeText(rt, target, separator)) return null;
    const value = values[i] as PyObject;
    const shown = str(rt, value);
    if (shown === null || !writeTo(rt, target, shown)) return null;
  }
  return writeText(rt, target, ending) ? newRef(rt.none) : null;
}

/** Each value is written before the next one's `__str__` runs, as CPython does. */
function printDirectly(
  rt: Runtime,
  values: readonly PyObject[],
  separator: string,
  ending: string,
): PyObject | null {
  for (let i = 0; i < values.length; i += 1) {
    if (i > 0) rt.writeStdout(separator);
    const value = values[i] as PyObject;
    const shown = strText(rt, value);
    if (shown === null || !isEncodable(rt, shown)) return null;
    rt.writeStdout(shown);
  }
  rt.writeStdout(ending);
  return newRef(rt.none);
}

/** stdout is strict UTF-8: half of a surrogate pair cannot be printed. */
function isEncodable(rt: Runtime, shown: string): boolean {
  if (!/\p{Surrogate}/u.test(shown)) return true;
  const o = rt.newStr(shown);
  const bytes = encodeStr(rt, o, "utf-8", "strict");
  decref(rt, o);
  if (bytes === null) return false;
  decref(rt, bytes);
  return true;
}

function separatorText(rt: Runtime, name: string, given: PyObject | null, fallback: string): string | null {
  if (given === null || given === rt.none) return fallback;
  if (isStr(given)) return text(given);
  return raise(rt, "TypeError", `${name} must be None or a string, not ${typeName(given.type)}`);
}

/** There is no keyboard: the prompt is printed and the input is at its end. */
function builtinInput(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject | null {
  const prompt = args[0] === undefined ? "" : strText(rt, args[0]);
  if (prompt === null) return null;
  rt.writeStdout(prompt);
  return raise(rt, "EOFError", "EOF when reading a line");
}

export const printFunctions: readonly NativeSpec[] = [
  keywordMethod("print", builtinPrint),
  method("input", builtinInput, { min: 0, max: 1 }),
];
