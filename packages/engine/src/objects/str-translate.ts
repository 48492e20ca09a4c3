/** str.maketrans and str.translate.   [mirrors unicode_maketrans_impl, _PyUnicode_TranslateCharmap] */
import { decref } from "../memory/refcount.ts";
import { getItem } from "./abstract.ts";
import { dictItems, dictSet, isDict, newDict } from "./dict.ts";
import { clearException, exceptionMatches, raise } from "./errors.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { isStr, newStr, type PyStr, text } from "./str-object.ts";
import { characters, fromCodePoint } from "./str-text.ts";
import { argumentTypeName } from "./type-lookup.ts";

export function maketrans(rt: Runtime, _type: PyObject, args: readonly PyObject[]): PyObject | null {
  const [x, y, z] = args as [PyObject, PyObject | undefined, PyObject | undefined];
  const table = newDict(rt);
  const done = y === undefined ? fromDict(rt, table, x) : fromTexts(rt, table, x, y, z);
  if (done) return table;
  decref(rt, table);
  return null;
}

function fromTexts(rt: Runtime, table: PyObject, x: PyObject, y: PyObject, z: PyObject | undefined): boolean {
  if (!isStr(x)) {
    raise(rt, "TypeError", "first maketrans argument must be a string if there is a second argument");
    return false;
  }
  for (const [i, o] of [y, z].entries()) {
    if (o === undefined || isStr(o)) continue;
    raise(rt, "TypeError", `maketrans() argument ${i + 2} must be str, not ${argumentTypeName(o)}`);
    return false;
  }
  const from = characters(text(x));
  const to = characters(text(y));
  if (from.length !== to.length) {
    raise(rt, "ValueError", "the first two maketrans arguments must have equal length");
    return false;
  }
  for (let i = 0; i < from.length; i += 1)
    if (!store(rt, table, from[i] as string, rt.newInt((to[i] as string).codePointAt(0) as number)))
      return false;
  if (z !== undefined) for (const c of text(z)) if (!store(rt, table, c, null)) return false;
  return true;
}

/** `value` is stolen; null stands for None. */
function store(rt: Runtime, table: PyObject, character: string, value: PyObject | null): boolean {
  const key = rt.newInt(character.codePointAt(0) as number);
  const done = dictSet(rt, table, key, value ?? rt.none);
  decref(rt, key);
  if (value !== null) decref(rt, value);
  return done;
}

function fromDict(rt: Runtime, table: PyObject, x: PyObject): boolean {
  if (!isDict(x)) {
    raise(rt, "TypeError", "if you give only one argument to maketrans it must be a dict");
    return false;
  }
  for (const [key, value] of dictItems(x)) {
    if (isStr(key)) {
      if ((key as PyStr).payload.length !== 1) {
        raise(rt, "ValueError", `string keys in ${rt.profile.translateTableWord} must be of length 1`);
        return false;
      }
      const code = rt.newInt(text(key).codePointAt(0) as number);
      const done = dictSet(rt, table, code, value);
      decref(rt, code);
      if (!done) return false;
    } else if (hasFlag(key.type, TypeFlag.IntSubclass)) {
      if (!dictSet(rt, table, key, value)) return false;
    } else {
      raise(rt, "TypeError", "keys in translate table must be strings or integers");
      return false;
    }
  }
  return true;
}

export function translate(rt: Runtime, self: PyObject, table: PyObject): PyObject | null {
  let result = "";
  for (const c of text(self)) {
    rt.charge(1, 2);
    const written = translateOne(rt, c, table);
    if (written === null) return null;
    rt.charge(0, result.length + written.length);
    result += written;
  }
  return newStr(rt, result);
}

function translateOne(rt: Runtime, c: string, table: PyObject): string | null {
  const key = rt.newInt(c.codePointAt(0) as number);
  const found = getItem(rt, table, key);
  decref(rt, key);
  if (found === null) {
    if (!exceptionMatches(rt, "LookupError")) return null;
    clearException(rt);
    return c;
  }
  const written = textOfMapped(rt, found);
  decref(rt, found);
  return written;
}

function textOfMapped(rt: Runtime, found: PyObject): string | null {
  if (found === rt.none) return "";
  if (isStr(found)) return text(found);
  if (!hasFlag(found.type, TypeFlag.IntSubclass))
    return raise(rt, "TypeError", "character mapping must return integer, None or str");
  const code = Number((found as PyObject<number | bigint>).payload);
  if (code < 0 || code > 0x10_ffff)
    return raise(rt, "ValueError", "character mapping must be in range(0x110000)");
  return fromCodePoint(code);
}
