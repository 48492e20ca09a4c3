/** How large an object is, as `sys.getsizeof` counts.   [mirrors _PySys_GetSizeOf, object___sizeof__] */
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

/** What the built-in `__sizeof__` of its type says: without what lies in front of the object. */
export function ownBytes(rt: Runtime, o: PyObject): number {
  const { sizeof } = o.type.payload.slots;
  return sizeof === undefined ? o.type.payload.basicsize : sizeof(rt, o);
}

/** The gc header, and from 3.11 the pre-header of instances. [_PyType_PreHeaderSize] */
export function headerBytes(rt: Runtime, o: PyObject): number {
  const isStaticType =
    hasFlag(o.type, TypeFlag.TypeSubclass) && !hasFlag(o as PyObject<never>, TypeFlag.HeapType);
  if (isStaticType) return 0;
  const gc = hasFlag(o.type, TypeFlag.HaveGc) ? 16 : 0;
  const managed = hasFlag(o.type, TypeFlag.ManagedAttributes) ? rt.profile.preHeaderBytes : 0;
  return gc + managed;
}
