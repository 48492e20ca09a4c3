/** `list[int]`: what every generic built-in class offers from 3.9.   [Py_GenericAlias as METH_CLASS] */
import type { PyObject, Runtime } from "./object.ts";
import { classMethod, type NativeSpec } from "./typespec.ts";

export const classGetItem: NativeSpec = {
  ...classMethod("__class_getitem__", newAlias, { min: 1, max: 1 }),
  exists: (profile) => profile.typeIsSubscriptable,
};

function newAlias(rt: Runtime, cls: PyObject, args: readonly PyObject[]): PyObject | null {
  const { GenericAlias } = rt.types;
  const make = GenericAlias.payload.slots.new;
  return make === undefined ? null : make(rt, GenericAlias, [cls, args[0] as PyObject], null);
}
