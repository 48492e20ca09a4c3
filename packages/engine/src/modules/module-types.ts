/** How a native module shows its types. */
import { newRef } from "../memory/refcount.ts";
import type { PyObject, PyType, Runtime } from "../objects/object.ts";
import { type TypeSpec, typeSpecName } from "../objects/typespec.ts";

/** Puts types into a module under their own names; those the version has. */
export function addTypes(
  rt: Runtime,
  specs: readonly TypeSpec[],
  set: (name: string, value: PyObject) => void,
): void {
  for (const spec of specs) {
    const type: PyType | undefined = rt.types[spec.name];
    if (type !== undefined) set(typeSpecName(spec, rt.profile).name, newRef(type));
  }
}
