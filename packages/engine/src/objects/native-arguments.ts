/**
 * Arguments of native functions, with CPython's complaints.
 * [mirrors Python/getargs.c: _PyArg_CheckPositional, _PyArg_UnpackKeywords; and cfunction_check_kwargs]
 */
import { closest } from "./closest.ts";
import { raise } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";
import { text } from "./str-object.ts";
import type { Arity } from "./typespec.ts";

/** `getset expected 2 arguments, got 1`. [_PyArg_CheckPositional] */
export function checkPositional(
  rt: Runtime,
  fname: string,
  count: number,
  min: number,
  max: number,
): boolean {
  if (count < min) {
    const bound = min < max ? "at least " : "";
    raise(rt, "TypeError", `${fname} expected ${bound}${min} argument${min === 1 ? "" : "s"}, got ${count}`);
    return false;
  }
  if (count > max) {
    const bound = min < max ? "at most " : "";
    raise(rt, "TypeError", `${fname} expected ${bound}${max} argument${max === 1 ? "" : "s"}, got ${count}`);
    return false;
  }
  return true;
}

/** True when no keyword arguments were given. [_PyArg_NoKeywords] */
export function noKeywords(rt: Runtime, fname: string, names: readonly PyObject[] | null): boolean {
  if (names === null || names.length === 0) return true;
  raise(rt, "TypeError", `${fname}() takes no keyword arguments`);
  return false;
}

/** Whether so many positional arguments, and no others, are what the builtin takes: then `checkArity` has nothing to say. */
export function fitsArity(arity: Arity, count: number, names: readonly PyObject[] | null): boolean {
  const { min, max } = arity;
  return names === null && (min === undefined || count >= min) && (max === undefined || count <= max);
}

/**
 * What a builtin checks before its body runs. `qualified` is `list.append` from 3.9 and `append` before;
 * `bare` is the plain name. [cfunction_vectorcall_NOARGS, _O, _FASTCALL]
 */
export function checkArity(
  rt: Runtime,
  bare: string,
  qualified: string,
  arity: Arity,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  if (arity.keywords === true) return true;
  if (names !== null && names.length > 0) {
    raise(rt, "TypeError", `${qualified}() takes no keyword arguments`);
    return false;
  }
  const count = args.length;
  const min = arity.min ?? 0;
  const max = arity.max ?? Number.POSITIVE_INFINITY;
  if (count >= min && count <= max) return true;
  if (min === 0 && max === 0) {
    raise(rt, "TypeError", `${qualified}() takes no arguments (${count} given)`);
    return false;
  }
  if (min === 1 && max === 1) {
    raise(rt, "TypeError", `${qualified}() takes exactly one argument (${count} given)`);
    return false;
  }
  return checkPositional(rt, bare, count, min, max);
}

/** One parameter list, as Argument Clinic writes it. */
export interface Parameters {
  /** Names in order; an empty string is positional-only. */
  readonly names: readonly string[];
  /** How many of them must be given. */
  readonly required: number;
  /** How many may be given by position; all when missing. */
  readonly positional?: number;
}

/**
 * Sorts arguments into the places of `parameters`; null for what was not given. Returns null with TypeError set.
 * Borrowed references throughout. [_PyArg_UnpackKeywords, the vgetargskeywords of older versions]
 */
export function parseArguments(
  rt: Runtime,
  fname: string,
  parameters: Parameters,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): (PyObject | null)[] | null {
  const known = parameters.names;
  const maxPositional = parameters.positional ?? known.length;
  const keywordCount = names === null ? 0 : names.length;
  const given = args.length - keywordCount;
  if (given > maxPositional || args.length > known.length)
    return tooMany(rt, fname, parameters, given, keywordCount);
  const places = new Array<PyObject | null>(known.length).fill(null);
  for (let i = 0; i < given; i += 1) places[i] = args[i] as PyObject;
  for (let i = 0; i < keywordCount; i += 1) {
    const at = placeOf(known, names?.[i] as PyObject);
    if (at >= given) places[at] = args[given + i] as PyObject;
  }
  // What is missing is said first, then what was given twice, then what nobody knows.
  if (missingArgument(rt, fname, parameters, places)) return null;
  for (const name of names ?? []) {
    const at = placeOf(known, name);
    if (at >= 0 && at < given)
      return raise(
        rt,
        "TypeError",
        `argument for ${fname}() given by name ('${text(name)}') and position (${at + 1})`,
      );
  }
  for (const name of names ?? [])
    if (placeOf(known, name) < 0) return unexpectedKeyword(rt, fname, text(name), known);
  return places;
}

function placeOf(known: readonly string[], name: PyObject): number {
  const word = text(name);
  return word === "" ? -1 : known.indexOf(word);
}

function tooMany(
  rt: Runtime,
  fname: string,
  parameters: Parameters,
  given: number,
  keywordCount: number,
): null {
  const most = parameters.positional ?? parameters.names.length;
  const total = given + keywordCount;
  if (most < parameters.names.length && total <= parameters.names.length) {
    if (most === 0) return raise(rt, "TypeError", `${fname}() takes no positional arguments`);
    const bound = parameters.required < most ? "at most" : "exactly";
    return raise(
      rt,
      "TypeError",
      `${fname}() takes ${bound} ${most} positional argument${most === 1 ? "" : "s"} (${given} given)`,
    );
  }
  const bound = parameters.required < parameters.names.length ? "at most" : "exactly";
  const keyword = given === 0 ? "keyword " : "";
  const limit = parameters.names.length;
  return raise(
    rt,
    "TypeError",
    `${fname}() takes ${bound} ${limit} ${keyword}argument${limit === 1 ? "" : "s"} (${total} given)`,
  );
}

function unexpectedKeyword(rt: Runtime, fname: string, name: string, known: readonly string[]): null {
  if (rt.profile.unexpectedKeywordSaysGot) {
    const close = closest(known, name);
    const hint = close === null ? "" : `. Did you mean '${close}'?`;
    return raise(rt, "TypeError", `${fname}() got an unexpected keyword argument '${name}'${hint}`);
  }
  return raise(rt, "TypeError", `'${name}' is an invalid keyword argument for ${fname}()`);
}

/** True (with TypeError set) when a required parameter is empty. */
function missingArgument(
  rt: Runtime,
  fname: string,
  parameters: Parameters,
  places: readonly (PyObject | null)[],
): boolean {
  for (let i = 0; i < parameters.required; i += 1) {
    if (places[i] !== null) continue;
    const name = parameters.names[i] as string;
    if (name === "") {
      const bound =
        parameters.required < (parameters.positional ?? parameters.names.length) ? "at least" : "exactly";
      const needed = parameters.required;
      raise(
        rt,
        "TypeError",
        `${fname}() takes ${bound} ${needed} positional argument${needed === 1 ? "" : "s"} (${i} given)`,
      );
    } else {
      raise(rt, "TypeError", `${fname}() missing required argument '${name}' (pos ${i + 1})`);
    }
    return true;
  }
  return false;
}
