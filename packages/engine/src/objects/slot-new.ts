/** `__new__` written in Python, and the `__new__` of a built-in type.   [mirrors slot_tp_new, tp_new_wrapper] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { call, getAttrText } from "./abstract.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import type { NativeSpec } from "./typespec.ts";

export const slotNew: NonNullable<TypeSlots["new"]> = (rt, type, args, names) => {
  const method = getAttrText(rt, type, "__new__");
  if (method === null) return null;
  hold(rt, "function being called", method);
  const result = call(rt, method, [type, ...args], names);
  dropHeld(rt, "function being called", method);
  return result;
};

/** `T.__new__` for a built-in T; its self is the type. */
export const newWrapperSpec: NativeSpec = {
  name: "__new__",
  kind: "static",
  keywords: true,
  doc: "Create and return a new object.  See help(type) for accurate signature.",
  fn: newWrapper,
};

function newWrapper(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const type = self as PyType;
  const owner = type.payload.name;
  const given = args[0];
  if (given === undefined || args.length === (names?.length ?? 0))
    return raise(rt, "TypeError", `${owner}.__new__(): not enough arguments`);
  if (!hasFlag(given.type, TypeFlag.TypeSubclass))
    return raise(rt, "TypeError", `${owner}.__new__(X): X is not a type object (${typeName(given.type)})`);
  const subtype = given as PyType;
  const name = subtype.payload.name;
  if (!isTypeOrSubtype(subtype, type))
    return raise(rt, "TypeError", `${owner}.__new__(${name}): ${name} is not a subtype of ${owner}`);
  // A list must not be made by object's new: look at the built-in type the class stands on.
  let base: PyType | null = subtype;
  while (base !== null && hasFlag(base, TypeFlag.HeapType)) base = base.payload.base;
  if (base !== null && base.payload.slots.new !== type.payload.slots.new)
    return raise(
      rt,
      "TypeError",
      `${owner}.__new__(${name}) is not safe, use ${base.payload.name}.__new__()`,
    );
  return (type.payload.slots.new as NonNullable<TypeSlots["new"]>)(rt, subtype, args.slice(1), names);
}
