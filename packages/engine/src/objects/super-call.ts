/** `super(type, type).name(…)` without making the super object.   [the call of type_new_init_subclass] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef } from "../memory/refcount.ts";
import { call } from "./abstract.ts";
import { raise } from "./errors.ts";
import type { PyObject, PyType, Runtime } from "./object.ts";
import { superTypeError } from "./super.ts";
import { lookInType } from "./type-lookup.ts";

/** The attribute behind `type` in its own MRO, called as a class method of `type`. */
export function superCall(
  rt: Runtime,
  type: PyType,
  name: string,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const method = behind(rt, type, name);
  if (method === null) return null;
  hold(rt, "function being called", method);
  const result = call(rt, method, args, names);
  dropHeld(rt, "function being called", method);
  return result;
}

/** The classes behind `type`; where none has the name, the super object's own class answers. [super_getattro] */
function behind(rt: Runtime, type: PyType, name: string): PyObject | null {
  const mro = type.payload.mroTypes;
  const at = mro.indexOf(type);
  if (at < 0) return raise(rt, "TypeError", superTypeError(rt, type, type));
  for (const base of [...mro.slice(at + 1), ...rt.types.super.payload.mroTypes]) {
    const found = lookInType(rt, base, name);
    if (found === null) continue;
    const bind = found.type.payload.slots.descrGet;
    return bind === undefined ? newRef(found) : bind(rt, found, null, type);
  }
  return raise(rt, "AttributeError", `'super' object has no attribute '${name}'`);
}
