/** The `builtins` module. Functions live in the builtin-*.ts files by subject; the types come from the registry. */
import { newRef } from "../memory/refcount.ts";
import { type BuiltinTypeName, builtinTypeNames } from "../objects/builtin-types.ts";
import { openFunction } from "./_io.ts";
import { codeFunctions } from "./builtin-code.ts";
import { iterationFunctions } from "./builtin-iteration.ts";
import { numberFunctions } from "./builtin-numbers.ts";
import { objectFunctions } from "./builtin-objects.ts";
import { printFunctions } from "./builtin-print.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** Types that stand in `builtins`, where a version has them. */
export const publicTypes: readonly BuiltinTypeName[] = [
  "object",
  "type",
  "int",
  "bool",
  "float",
  "complex",
  "str",
  "bytes",
  "bytearray",
  "memoryview",
  "list",
  "tuple",
  "dict",
  "set",
  "frozenset",
  "range",
  "slice",
  "property",
  "staticmethod",
  "classmethod",
  "super",
  "enumerate",
  "zip",
  "map",
  "filter",
  "reversed",
  // BaseException and all that come after it in the registry
  ...builtinTypeNames.slice(builtinTypeNames.indexOf("BaseException")),
];

export const builtinsModule: ModuleSpec = {
  name: "builtins",
  doc: "Built-in functions, types, exceptions, and other objects.",
  functions: [
    ...objectFunctions,
    ...numberFunctions,
    ...iterationFunctions,
    openFunction,
    ...printFunctions,
    ...codeFunctions,
  ],
  populate: (rt, _module, set) => {
    for (const name of publicTypes) {
      const type = rt.types[name];
      // A version that lacks the type has no entry for it.
      if (type !== undefined) set(name, newRef(type));
    }
    set("EnvironmentError", newRef(rt.types.OSError));
    set("IOError", newRef(rt.types.OSError));
    set("None", newRef(rt.none));
    set("Ellipsis", newRef(rt.ellipsis));
    set("NotImplemented", newRef(rt.notImplemented));
    set("False", newRef(rt.false));
    set("True", newRef(rt.true));
    set("__debug__", newRef(rt.true));
    return true;
  },
};
