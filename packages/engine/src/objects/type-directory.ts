/** The names `dir()` finds on a class.   [mirrors merge_class_dict in Objects/typeobject.c] */
import { dictKeys } from "./dict.ts";
import type { PyType, Runtime } from "./object.ts";
import { isStr, text } from "./str-object.ts";

/** Every name of the class and its bases. */
export function typeDirectory(rt: Runtime, type: PyType): string[] {
  const names = new Set<string>();
  for (const base of type.payload.mroTypes) {
    base.payload.lazy?.makeAll(rt, base);
    const dict = base.payload.dict;
    if (dict !== null) for (const key of dictKeys(dict)) if (isStr(key)) names.add(text(key));
  }
  return [...names];
}
