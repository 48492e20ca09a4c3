/** Structural pattern matching.   [mirrors MATCH_*, match_class, match_keys] */
import { decref, newRef } from "../../memory/refcount.ts";
import {
  callMethod,
  contains,
  getItem,
  getOptionalAttr,
  isInstance,
  length,
} from "../../objects/abstract.ts";
import { clearIfMatches, raise } from "../../objects/errors.ts";
import {
  type Frame,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
} from "../../objects/object.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { isTuple, newTuple, tupleItems } from "../../objects/tuple-object.ts";
import { typeName } from "../../objects/type-lookup.ts";
import { dropTop, peek, push } from "../frame.ts";

export function matchKind(rt: Runtime, frame: Frame, flag: number): void {
  push(frame, newRef(hasFlag(peek(frame, 1).type, flag) ? rt.true : rt.false));
}

export function getLength(rt: Runtime, frame: Frame): boolean {
  const count = length(rt, peek(frame, 1));
  if (count === null) return false;
  push(frame, rt.newInt(count));
  return true;
}

/** [subject, keys] → [subject, keys, tuple of values or None]. */
export function matchKeys(rt: Runtime, frame: Frame): boolean {
  const subject = peek(frame, 2);
  const values: PyObject[] = [];
  for (const key of tupleItems(peek(frame, 1))) {
    const found = contains(rt, subject, key);
    const value = found === true ? lookUp(rt, subject, key) : null;
    if (value !== null) {
      values.push(value);
      continue;
    }
    for (const o of values) decref(rt, o);
    if (rt.thread.exception !== null) return false;
    push(frame, newRef(rt.none));
    return true;
  }
  push(frame, newTuple(rt, values));
  return true;
}

function lookUp(rt: Runtime, subject: PyObject, key: PyObject): PyObject | null {
  return subject.type === rt.types.dict ? getItem(rt, subject, key) : callMethod(rt, subject, "get", [key]);
}

/** [subject, class, names] → [tuple of attributes or None]. */
export function matchClass(rt: Runtime, frame: Frame, positional: number): boolean {
  const subject = peek(frame, 3);
  const cls = peek(frame, 2);
  const attributes = classAttributes(rt, subject, cls, positional, tupleItems(peek(frame, 1)));
  if (attributes === null && rt.thread.exception !== null) return false;
  dropTop(rt, frame, 3);
  push(frame, attributes === null ? newRef(rt.none) : newTuple(rt, attributes));
  return true;
}

function classAttributes(
  rt: Runtime,
  subject: PyObject,
  cls: PyObject,
  positional: number,
  names: readonly PyObject[],
): PyObject[] | null {
  if (!hasFlag(cls.type, TypeFlag.TypeSubclass))
    return raise(rt, "TypeError", "called match pattern must be a class");
  if (isInstance(rt, subject, cls) !== true) return null;
  const wanted: PyObject[] = [];
  const found: PyObject[] = [];
  if (positional > 0) {
    const own = positionalNames(rt, cls as PyType, positional);
    if (own === null) return null;
    if (own === "self") found.push(newRef(subject));
    else wanted.push(...own);
  }
  for (const name of [...wanted, ...names]) {
    const value = getOptionalAttr(rt, subject, text(name));
    if (value !== null) {
      found.push(value);
      continue;
    }
    for (const o of found) decref(rt, o);
    return null;
  }
  return found;
}

/** Types whose one positional pattern is the subject itself. [_Py_TPFLAGS_MATCH_SELF] */
const selfMatching = [
  "bool",
  "bytearray",
  "bytes",
  "dict",
  "float",
  "frozenset",
  "int",
  "list",
  "set",
  "str",
  "tuple",
] as const;

function positionalNames(rt: Runtime, cls: PyType, count: number): PyObject[] | "self" | null {
  const matchArgs = getOptionalAttr(rt, cls, "__match_args__");
  if (matchArgs === null) {
    if (rt.thread.exception !== null && !clearIfMatches(rt, "AttributeError")) return null;
    const isSelf = selfMatching.some((name) => cls.payload.mroTypes.includes(rt.types[name]));
    const allowed = isSelf ? 1 : 0;
    if (count > allowed) return tooMany(rt, cls, count, allowed);
    return "self";
  }
  if (!isTuple(matchArgs)) {
    raise(
      rt,
      "TypeError",
      `${typeName(cls)}.__match_args__ must be a tuple (got ${typeName(matchArgs.type)})`,
    );
    decref(rt, matchArgs);
    return null;
  }
  const all = tupleItems(matchArgs);
  // The class keeps the tuple, and the tuple its names.
  decref(rt, matchArgs);
  if (count > all.length) return tooMany(rt, cls, count, all.length);
  const wrong = all.slice(0, count).find((name) => !isStr(name));
  if (wrong !== undefined) {
    raise(rt, "TypeError", `__match_args__ elements must be strings (got ${typeName(wrong.type)})`);
    return null;
  }
  return all.slice(0, count);
}

function tooMany(rt: Runtime, cls: PyType, given: number, allowed: number): null {
  const plural = allowed === 1 ? "" : "s";
  return raise(
    rt,
    "TypeError",
    `${typeName(cls)}() accepts ${allowed} positional sub-pattern${plural} (${given} given)`,
  );
}
