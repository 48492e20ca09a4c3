/**
 * Arguments to parameters, with CPython's complaints.   [mirrors initialize_locals / _PyEval_MakeFrameVector, Python/ceval.c]
 *
 * Values come from a stack or an argument array. Where the version moves arguments (`steals`), a value leaves its place in
 * `source` with its borrowed mark; where it copies them the frame gets references of its own.
 */

import { CodeFlag } from "../compiler/code.ts";
import { incref, newRef } from "../memory/refcount.ts";
import { richCompareBool } from "../objects/abstract.ts";
import { closest } from "../objects/closest.ts";
import { dictContains, dictGet, dictSet, newDict } from "../objects/dict.ts";
import { raise } from "../objects/errors.ts";
import type { PyFunction } from "../objects/function-object.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { newTuple, tupleItems } from "../objects/tuple-object.ts";

export interface ArgumentSource {
  readonly values: (PyObject | null)[];
  /** Marks of the values that are borrowed by where they lie; null when none can be. */
  readonly borrowed: Uint8Array | null;
  readonly start: number;
  /** Positional values, followed by one per keyword. */
  readonly count: number;
  readonly names: readonly PyObject[] | null;
  readonly steals: boolean;
}

/** Fills the parameters' slots; false with TypeError set. What the source still holds is the caller's to release. */
export function bindArguments(rt: Runtime, func: PyFunction, frame: Frame, source: ArgumentSource): boolean {
  const unit = frame.unit;
  const keywordCount = source.names === null ? 0 : source.names.length;
  const given = source.count - keywordCount;
  const total = unit.argcount + unit.kwonlyArgcount;
  const taken = Math.min(given, unit.argcount);
  for (let i = 0; i < taken; i += 1) place(frame, i, source, source.start + i);
  const hasVarArgs = (unit.flags & CodeFlag.VarArgs) !== 0;
  if (hasVarArgs) frame.slots[total] = collectRest(rt, source, taken, given);
  const hasKeywords = (unit.flags & CodeFlag.VarKeywords) !== 0;
  const keywords = hasKeywords ? newDict(rt) : null;
  if (keywords !== null) frame.slots[total + (hasVarArgs ? 1 : 0)] = keywords;
  for (let k = 0; k < keywordCount; k += 1) {
    if (!bindKeyword(rt, func, frame, source, given, k, keywords)) return false;
  }
  if (given > unit.argcount && !hasVarArgs) return tooManyPositional(rt, func, frame, given);
  if (given < unit.argcount && !fillDefaults(rt, func, frame, given)) return false;
  if (unit.kwonlyArgcount > 0 && !fillKeywordDefaults(rt, func, frame)) return false;
  return true;
}

function place(frame: Frame, slot: number, source: ArgumentSource, from: number): void {
  const value = source.values[from] as PyObject;
  frame.slots[slot] = value;
  if (!source.steals) {
    incref(value);
    return;
  }
  source.values[from] = null;
  if (source.borrowed !== null && source.borrowed[from] !== 0) {
    source.borrowed[from] = 0;
    frame.borrowed[slot] = 1;
  }
}

/** The value as a reference of its own. */
function takeOwned(source: ArgumentSource, from: number): PyObject {
  const value = source.values[from] as PyObject;
  if (!source.steals) return newRef(value);
  source.values[from] = null;
  if (source.borrowed !== null && source.borrowed[from] !== 0) {
    source.borrowed[from] = 0;
    incref(value);
  }
  return value;
}

/** The tuple of `*args`. */
function collectRest(rt: Runtime, source: ArgumentSource, taken: number, given: number): PyObject {
  const items: PyObject[] = [];
  for (let i = taken; i < given; i += 1) items.push(takeOwned(source, source.start + i));
  return newTuple(rt, items);
}

function bindKeyword(
  rt: Runtime,
  func: PyFunction,
  frame: Frame,
  source: ArgumentSource,
  given: number,
  k: number,
  keywords: PyObject | null,
): boolean {
  const unit = frame.unit;
  const name = source.names?.[k] as PyObject;
  const from = source.start + given + k;
  if (!isStr(name)) return fail(rt, `${shownName(rt, func)}() keywords must be strings`);
  const slot = parameterSlot(rt, frame, name);
  if (slot === null) return false;
  if (slot >= 0) {
    if (frame.slots[slot] !== null)
      return fail(rt, `${shownName(rt, func)}() got multiple values for argument '${text(name)}'`);
    place(frame, slot, source, from);
    return true;
  }
  if (keywords === null) {
    if (unit.posonlyArgcount > 0 && positionalOnlyByName(rt, func, frame, source)) return false;
    const hint = rt.profile.suggestsKeywords ? suggestion(frame, text(name)) : "";
    return fail(rt, `${shownName(rt, func)}() got an unexpected keyword argument '${text(name)}'${hint}`);
  }
  const value = source.values[from] as PyObject;
  const known = dictContains(rt, keywords, name);
  if (known === null) return false;
  if (!dictSet(rt, keywords, name, value)) return false;
  return true;
}

/** The slot of the parameter called `name`; −1 for none, null with an exception from comparing. */
function parameterSlot(rt: Runtime, frame: Frame, name: PyObject): number | null {
  const unit = frame.unit;
  const names = frame.code.payload.localsplusNames;
  const total = unit.argcount + unit.kwonlyArgcount;
  for (let i = unit.posonlyArgcount; i < total; i += 1) if (names[i] === name) return i;
  for (let i = unit.posonlyArgcount; i < total; i += 1) {
    const same = richCompareBool(rt, name, names[i] as PyObject, "==");
    if (same === null) return null;
    if (same) return i;
  }
  return -1;
}

function fail(rt: Runtime, message: string): false {
  raise(rt, "TypeError", message);
  return false;
}

function shownName(rt: Runtime, func: PyFunction): string {
  return text(rt.profile.errorsKnowNames ? func.payload.qualname : func.payload.name);
}

/** 3.14+: the parameter the caller may have meant. */
function suggestion(frame: Frame, name: string): string {
  const { argcount, kwonlyArgcount, posonlyArgcount, varnames } = frame.unit;
  const known = varnames.slice(posonlyArgcount, argcount + kwonlyArgcount);
  const close = closest(known, name);
  return close === null ? "" : `. Did you mean '${close}'?`;
}

function positionalOnlyByName(rt: Runtime, func: PyFunction, frame: Frame, source: ArgumentSource): boolean {
  const positional = frame.unit.varnames.slice(0, frame.unit.posonlyArgcount);
  const wrong = positional.filter((name) =>
    source.names?.some((given) => isStr(given) && text(given) === name),
  );
  if (wrong.length === 0) return false;
  fail(
    rt,
    `${shownName(rt, func)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(", ")}'`,
  );
  return true;
}

/** [too_many_positional] */
function tooManyPositional(rt: Runtime, func: PyFunction, frame: Frame, given: number): boolean {
  const unit = frame.unit;
  let keywordGiven = 0;
  for (let i = unit.argcount; i < unit.argcount + unit.kwonlyArgcount; i += 1)
    if (frame.slots[i] !== null) keywordGiven += 1;
  const defaultCount = func.payload.defaults === null ? 0 : tupleItems(func.payload.defaults).length;
  const atLeast = unit.argcount - defaultCount;
  const plural = defaultCount > 0 ? true : unit.argcount !== 1;
  const takes = defaultCount > 0 ? `from ${atLeast} to ${unit.argcount}` : `${unit.argcount}`;
  const andKeywords =
    keywordGiven > 0
      ? ` positional argument${given === 1 ? "" : "s"} (and ${keywordGiven} keyword-only argument${keywordGiven === 1 ? "" : "s"})`
      : "";
  const were = given === 1 && keywordGiven === 0 ? "was" : "were";
  return fail(
    rt,
    `${shownName(rt, func)}() takes ${takes} positional argument${plural ? "s" : ""} but ${given}${andKeywords} ${were} given`,
  );
}

function fillDefaults(rt: Runtime, func: PyFunction, frame: Frame, given: number): boolean {
  const unit = frame.unit;
  const defaults = func.payload.defaults === null ? [] : tupleItems(func.payload.defaults);
  const required = unit.argcount - defaults.length;
  const missing: string[] = [];
  for (let i = given; i < required; i += 1) if (frame.slots[i] === null) missing.push(unit.varnames[i] ?? "");
  if (missing.length > 0) return missingArguments(rt, func, "positional", missing);
  for (let i = Math.max(given, required); i < unit.argcount; i += 1) {
    if (frame.slots[i] !== null) continue;
    frame.slots[i] = newRef(defaults[i - required] as PyObject);
  }
  return true;
}

function fillKeywordDefaults(rt: Runtime, func: PyFunction, frame: Frame): boolean {
  const unit = frame.unit;
  const defaults = func.payload.kwdefaults;
  const missing: string[] = [];
  for (let i = unit.argcount; i < unit.argcount + unit.kwonlyArgcount; i += 1) {
    if (frame.slots[i] !== null) continue;
    const name = frame.code.payload.localsplusNames[i] as PyObject;
    const value = defaults === null ? null : dictGet(rt, defaults, name);
    if (value !== null) frame.slots[i] = newRef(value);
    else if (rt.thread.exception !== null) return false;
    else missing.push(unit.varnames[i] ?? "");
  }
  return missing.length === 0 || missingArguments(rt, func, "keyword-only", missing);
}

/** [missing_arguments, format_missing] */
function missingArguments(rt: Runtime, func: PyFunction, kind: string, names: readonly string[]): boolean {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted[quoted.length - 1] ?? "";
  const list =
    quoted.length === 1
      ? last
      : quoted.length === 2
        ? `${quoted[0]} and ${last}`
        : `${quoted.slice(0, -1).join(", ")}, and ${last}`;
  const plural = names.length === 1 ? "" : "s";
  return fail(
    rt,
    `${shownName(rt, func)}() missing ${names.length} required ${kind} argument${plural}: ${list}`,
  );
}
