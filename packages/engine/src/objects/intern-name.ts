/** Attribute names are stored interned, whatever string was passed.   [PyUnicode_InternInPlace in PyObject_SetAttr] */
import { internObject } from "../memory/interned.ts";
import type { PyObject, Runtime } from "./object.ts";
import { type PyStr, text } from "./str-object.ts";

/** The interned string with the text of `name`: `name` itself when it is an exact str nobody interned yet; a new reference. */
export function internName(rt: Runtime, name: PyObject): PyObject {
  return name.type === rt.types.str ? internObject(rt, name as PyStr) : rt.intern(text(name));
}
