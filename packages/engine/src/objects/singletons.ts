/** The types of None, Ellipsis and NotImplemented.   [mirrors Objects/object.c, Objects/sliceobject.c] */
import { newRef } from "../memory/refcount.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import { raise } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";

function singleton(
  name: BuiltinTypeName,
  shown: string,
  instance: (rt: Runtime) => PyObject,
  extra: Partial<TypeSpec> = {},
): TypeSpec {
  return {
    name,
    basicsize: 16,
    ...extra,
    slots: {
      new: (rt, _type, args) =>
        args.length > 0 ? raise(rt, "TypeError", `${name} takes no arguments`) : newRef(instance(rt)),
      dealloc: () => undefined,
      repr: (rt) => rt.newStr(shown),
      ...extra.slots,
    },
  };
}

const reduceToName = (name: string) => noArgs("__reduce__", (rt) => rt.newStr(name));

export const singletonSpecs: readonly TypeSpec[] = [
  singleton("NoneType", "None", (rt) => rt.none, {
    slots: { bool: () => false },
    versionSlots: (profile) => (profile.noneHashIsFixed ? { hash: () => 0xfca8_6420 } : {}),
  }),
  singleton("ellipsis", "Ellipsis", (rt) => rt.ellipsis, { methods: [reduceToName("Ellipsis")] }),
  singleton("NotImplementedType", "NotImplemented", (rt) => rt.notImplemented, {
    methods: [reduceToName("NotImplemented")],
    versionSlots: (profile) =>
      profile.notImplementedHasNoTruth
        ? { bool: (rt) => raise(rt, "TypeError", "NotImplemented should not be used in a boolean context") }
        : {},
  }),
];
