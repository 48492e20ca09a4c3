import type { PyObject, Runtime } from "../objects/object.ts";

/** Count 0: the type's own dealloc decides what happens. [_Py_Dealloc] */
export function dealloc(rt: Runtime, o: PyObject): void {
  const release = o.type.payload.slots.dealloc;
  if (release !== undefined) release(rt, o);
}
