/** Wrong ideas of weak references. */
import type { PyWeakref } from "../../gc/weakrefs.ts";
import { newRef, xdecref } from "../../memory/refcount.ts";
import type { PyObject, Runtime, TypeSlots } from "../../objects/object.ts";
import type { WrongRule } from "../points.ts";

/** M08: a weak reference raises the count and keeps its object alive. [PyWeakref_NewRef] */
export const weakrefCounts: WrongRule = () => {
  const strong = new Map<PyObject, PyObject>();
  const release = (rt: Runtime, ref: PyObject): void => {
    const referent = strong.get(ref) ?? null;
    strong.delete(ref);
    if (referent !== null) rt.recorder?.slotWrite(ref, "__referent__", null, referent, null);
    xdecref(rt, referent);
  };
  const counted = (slots: TypeSlots): Partial<TypeSlots> => ({
    new: (rt, type, args, names) => {
      const ref = slots.new?.(rt, type, args, names) ?? null;
      const referent = ref === null ? null : (ref as PyWeakref).payload.referent;
      if (ref === null || referent === null || strong.has(ref)) return ref;
      strong.set(ref, newRef(referent));
      rt.recorder?.slotWrite(ref, "__referent__", null, null, referent);
      return ref;
    },
    dealloc: (rt, self) => {
      release(rt, self);
      slots.dealloc?.(rt, self);
    },
    clear: (rt, self) => {
      slots.clear?.(rt, self);
      release(rt, self);
    },
    traverse: (self, visit) => {
      slots.traverse?.(self, visit);
      const referent = strong.get(self);
      if (referent !== undefined) visit(referent, "__referent__", null);
    },
  });
  return { slots: { ReferenceType: counted, ProxyType: counted, CallableProxyType: counted } };
};
