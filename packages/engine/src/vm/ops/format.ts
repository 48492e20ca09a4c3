/** `ascii(o)`, for `!a`.   [PyObject_ASCII] */
import { decref } from "../../memory/refcount.ts";
import { repr } from "../../objects/abstract.ts";
import type { PyObject, Runtime } from "../../objects/object.ts";
import { text } from "../../objects/str-object.ts";

export function asciiRepr(rt: Runtime, o: PyObject): PyObject | null {
  const shown = repr(rt, o);
  if (shown === null) return null;
  let escaped = "";
  for (const char of text(shown)) {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x80) escaped += char;
    else if (point < 0x100) escaped += `\\x${point.toString(16).padStart(2, "0")}`;
    else if (point < 0x10000) escaped += `\\u${point.toString(16).padStart(4, "0")}`;
    else escaped += `\\U${point.toString(16).padStart(8, "0")}`;
  }
  decref(rt, shown);
  return rt.newStr(escaped);
}
