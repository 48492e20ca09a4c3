/**
 * "Did you mean …?" behind the report of a name or attribute that is missing.
 * [mirrors Python/suggestions.c to 3.12; Lib/traceback.py, _compute_suggestion_error, from 3.13]
 *
 * Only the report of an uncaught exception has it; `str(e)` never does.
 */
import { decref } from "../memory/refcount.ts";
import { isStandardLibrary } from "../modules/standard-library.ts";
import { callMethod, getOptionalAttr, isInstance } from "../objects/abstract.ts";
import { closest } from "../objects/closest.ts";
import { dictItems } from "../objects/dict.ts";
import { clearException } from "../objects/errors.ts";
import type { PyException } from "../objects/exception-object.ts";
import type { PyCell } from "../objects/function-object.ts";
import { listItems } from "../objects/list-object.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import type { PyTraceback } from "../objects/traceback-object.ts";
import { otherLanguages } from "./other-languages.ts";

/** What follows the message: empty, or a sentence that begins with a full stop. */
export function suggestionFor(rt: Runtime, exception: PyException): string {
  if (!rt.profile.suggestsNames) return "";
  const wrong = nameField(exception, "name");
  if (wrong === null) return "";
  const { AttributeError, NameError } = rt.types;
  const mro = exception.type.payload.mroTypes;
  if (mro.includes(AttributeError)) return forAttribute(rt, exception, wrong);
  if (mro.includes(NameError)) return forName(rt, exception, wrong);
  return "";
}

function nameField(exception: PyException, key: string): string | null {
  const value = exception.payload.fields?.get(key) ?? null;
  return value !== null && isStr(value) ? text(value) : null;
}

// ---- names ---------------------------------------------------------------------------------------------------

function forName(rt: Runtime, exception: PyException, wrong: string): string {
  const frame = innermostFrame(exception);
  const found = frame === null ? null : closestName(rt, frame, wrong);
  const meant = found === null ? "" : `. Did you mean: '${found}'?`;
  if (!rt.profile.suggestsImports || !isStandardLibrary(wrong)) return meant;
  return `${meant}${meant === "" ? ". Did" : " Or did"} you forget to import '${wrong}'?`;
}

function innermostFrame(exception: PyException): Frame | null {
  let last: PyTraceback | null = null;
  for (let o = exception.payload.traceback; o !== null; o = last.payload.next) last = o as PyTraceback;
  return last === null ? null : last.payload.activation;
}

function closestName(rt: Runtime, frame: Frame, wrong: string): string | null {
  const locals = localsOf(rt, frame);
  const globals = namesIn(frame.globals);
  const builtins = namesIn(frame.builtins);
  const self = locals.find(([name]) => name === "self")?.[1];
  if (rt.profile.suggestsImports && self !== undefined && hasAttribute(rt, self, wrong))
    return `self.${wrong}`;
  if (rt.profile.suggestionsAreMerged)
    return closest([...locals.map(([name]) => name), ...globals, ...builtins], wrong);
  return closest(frame.unit.varnames, wrong) ?? closest(globals, wrong) ?? closest(builtins, wrong);
}

/** Names that have a value, with it. */
function localsOf(rt: Runtime, frame: Frame): [string, PyObject][] {
  if (frame.locals !== null)
    return dictItems(frame.locals).flatMap(([key, value]) => (isStr(key) ? [[text(key), value]] : []));
  const bound: [string, PyObject][] = [];
  frame.unit.localsplus.forEach((name, i) => {
    const held = frame.slots[i] ?? null;
    const value = held !== null && held.type === rt.types.cell ? (held as PyCell).payload.value : held;
    if (value !== null) bound.push([name, value]);
  });
  return bound;
}

function namesIn(dict: PyObject): string[] {
  return dictItems(dict).flatMap(([key]) => (isStr(key) ? [text(key)] : []));
}

function hasAttribute(rt: Runtime, o: PyObject, name: string): boolean {
  const value = getOptionalAttr(rt, o, name);
  if (value === null) clearException(rt);
  else decref(rt, value);
  return value !== null;
}

// ---- attributes ----------------------------------------------------------------------------------------------

function forAttribute(rt: Runtime, exception: PyException, wrong: string): string {
  const o = exception.payload.fields?.get("obj") ?? null;
  if (o === null) return "";
  const hint = rt.profile.knowsOtherLanguages ? otherLanguageHint(rt, o, wrong) : null;
  if (hint !== null) return `. ${hint}`;
  const names = shownNames(rt, exception, o, wrong);
  const found =
    closest(names, wrong) ?? (rt.profile.knowsOtherLanguages ? nested(rt, o, wrong, names) : null);
  if (found === null) return "";
  return rt.profile.knowsOtherLanguages
    ? `. Did you mean '.${found}' instead of '.${wrong}'?`
    : `. Did you mean: '${found}'?`;
}

/** `dir(o)`; from 3.13 without what begins with an underscore, unless it was asked for or `o` is the frame's self. */
function shownNames(rt: Runtime, exception: PyException, o: PyObject, wrong: string): string[] {
  const names = directory(rt, o);
  if (!rt.profile.suggestionsAreMerged || wrong.startsWith("_")) return names;
  const frame = innermostFrame(exception);
  const self = frame === null ? undefined : localsOf(rt, frame).find(([name]) => name === "self")?.[1];
  return self === o ? names : names.filter((name) => !name.startsWith("_"));
}

function directory(rt: Runtime, o: PyObject): string[] {
  const isClass = o.type.payload.mroTypes.includes(rt.types.type);
  const list = isClass ? callMethod(rt, o.type, "__dir__", [o]) : callMethod(rt, o, "__dir__");
  if (list === null) {
    clearException(rt);
    return [];
  }
  const names =
    list.type === rt.types.list ? listItems(list).flatMap((n) => (isStr(n) ? [text(n)] : [])) : [];
  decref(rt, list);
  return names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** An attribute of one of its plain attributes (3.15). [_check_for_nested_attribute] */
function nested(rt: Runtime, o: PyObject, wrong: string, names: readonly string[]): string | null {
  for (const name of names.filter((n) => !n.startsWith("_")).slice(0, 20)) {
    if (
      o.type.payload.mroTypes.some(
        (type) => type.payload.dict !== null && namesIn(type.payload.dict).includes(name),
      )
    )
      continue;
    const inner = getOptionalAttr(rt, o, name);
    if (inner === null) {
      clearException(rt);
      continue;
    }
    const has = hasAttribute(rt, inner, wrong);
    decref(rt, inner);
    if (has) return `${name}.${wrong}`;
  }
  return null;
}

/** What other languages call it (3.15). [_get_cross_language_hint] */
function otherLanguageHint(rt: Runtime, o: PyObject, wrong: string): string | null {
  for (const [typeName, hint] of Object.hasOwn(otherLanguages, wrong) ? (otherLanguages[wrong] ?? []) : []) {
    const type = rt.types[typeName];
    if (isInstance(rt, o, type) === true) return hint.startsWith(".") ? `Did you mean '${hint}'?` : hint;
  }
  return null;
}
