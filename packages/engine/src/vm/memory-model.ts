/** The points of the memory model as CPython has them; src/rules replaces them with what people wrongly believe. */
import { gcCollectMain } from "../gc/collect.ts";
import { isImmortal } from "../memory/refcount.ts";
import type { MemoryModel, PyObject, Runtime } from "../objects/object.ts";

/** The count as the object has it: the argument on the evaluation stack is part of it, if that slot owns. */
function getRefcount(rt: Runtime, o: PyObject): number {
  return isImmortal(o) ? rt.profile.immortalRefcount : o.refcnt;
}

export const cpythonModel: MemoryModel = { getRefcount, gcCollectMain };
