/**
 * `__new__` of a class body is a static method, `__init_subclass__` and `__class_getitem__` are class methods, without
 * anybody saying so.   [mirrors type_new_staticmethod, type_new_classmethod]
 */
import { decref } from "../memory/refcount.ts";
import { dictGetText, dictSetText } from "./dict.ts";
import type { PyObject, Runtime } from "./object.ts";
import { newMethodWrapper } from "./staticmethod.ts";

const kinds = {
  __new__: "staticmethod",
  __init_subclass__: "classmethod",
  __class_getitem__: "classmethod",
} as const;

export function wrapBuiltinMethods(rt: Runtime, dict: PyObject): void {
  for (const [name, kind] of Object.entries(kinds)) {
    const value = dictGetText(dict, name);
    if (value === null || value.type !== rt.types.function) continue;
    const wrapped = newMethodWrapper(rt, rt.types[kind], value);
    dictSetText(rt, dict, name, wrapped);
    decref(rt, wrapped);
  }
}
