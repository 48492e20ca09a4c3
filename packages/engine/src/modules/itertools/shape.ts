/** What the iterators of itertools have in common.   [mirrors Modules/itertoolsmodule.c] */
import type { BuiltinTypeName } from "../../objects/builtin-types.ts";
import { iteratorSelf } from "../../objects/index-iterator.ts";
import { fieldSlots } from "../../objects/native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "../../objects/object.ts";
import type { NativeSpec, TypeSpec } from "../../objects/typespec.ts";

export type Args = readonly PyObject[];
export type Names = readonly PyObject[] | null;

export interface IteratorShape {
  readonly name: BuiltinTypeName & `itertools.${string}`;
  /** Names of the payload's counted references. */
  readonly fields: readonly string[];
  readonly make: (rt: Runtime, type: PyType, args: Args, names: Names) => PyObject | null;
  readonly next: (rt: Runtime, self: PyObject) => PyObject | null;
  readonly slots?: TypeSlots;
  readonly methods?: readonly NativeSpec[];
  readonly basicsize?: TypeSpec["basicsize"];
  readonly exists?: TypeSpec["exists"];
}

export function iteratorType(shape: IteratorShape): TypeSpec {
  return {
    name: shape.name,
    pyName: shape.name.slice("itertools.".length),
    module: "itertools",
    flags: TypeFlag.HaveGc | TypeFlag.BaseType,
    isHeapType: (profile) => profile.collectionsMakeTypes && "first",
    basicsize: shape.basicsize ?? 16 + 8 * Math.max(1, shape.fields.length + 1),
    slots: {
      ...fieldSlots(shape.fields),
      new: shape.make,
      iter: iteratorSelf,
      iternext: shape.next,
      ...shape.slots,
    },
    ...(shape.methods === undefined ? {} : { methods: shape.methods }),
    ...(shape.exists === undefined ? {} : { exists: shape.exists }),
  };
}
