/** str.join.   [mirrors PyUnicode_Join] */
import { decref, newRef } from "../memory/refcount.ts";
import { fastSequence, sequenceItems, typeName } from "./abstract.ts";
import { raise } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, newFreshStr, newStr, text } from "./str-object.ts";

export function joinStr(rt: Runtime, separator: PyObject, iterable: PyObject): PyObject | null {
  const sequence = fastSequence(rt, iterable, "can only join an iterable");
  if (sequence === null) return null;
  const result = joinItems(rt, text(separator), sequenceItems(sequence));
  decref(rt, sequence);
  return result;
}

/** One exact str alone is the result itself; several make a new one. [_PyUnicode_JoinArray] */
export function joinItems(rt: Runtime, by: string, items: readonly PyObject[]): PyObject | null {
  const first = items[0];
  if (first === undefined) return newStr(rt, "");
  if (items.length === 1 && first.type === rt.types.str) return newRef(first);
  const parts: string[] = [];
  let size = 0;
  for (let i = 0; i < items.length; i += 1) {
    const item = items[i] as PyObject;
    if (!isStr(item))
      return raise(
        rt,
        "TypeError",
        `sequence item ${i}: expected str instance, ${typeName(item.type)} found`,
      );
    const part = text(item);
    size += part.length + by.length;
    parts.push(part);
  }
  rt.charge(items.length + Math.floor(size / 64), size);
  const joined = parts.join(by);
  return joined === "" ? newStr(rt, "") : newFreshStr(rt, joined);
}
