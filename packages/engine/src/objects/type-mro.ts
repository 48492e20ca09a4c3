/**
 * The MRO a class has, by C3 or by its metaclass's own `mro()`.   [mirrors mro_internal, mro_invoke, mro_check]
 *
 * An `mro()` written in Python can do anything, even give the class other bases: what it leaves behind then stands.
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, incref, xdecref } from "../memory/refcount.ts";
import { callMethod, getIter, iterNext, typeLookup } from "./abstract.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { computeMro } from "./mro.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { newTuple, tupleItems } from "./tuple-object.ts";
import { solidBase } from "./type-layout.ts";
import { typeModified, typeName } from "./type-lookup.ts";

/** Gives the class its MRO; false: an exception is set. */
export function readyMro(rt: Runtime, type: PyType): boolean {
  const old = type.payload.mro;
  const mro = invokeMro(rt, type);
  if (mro === null) return false;
  // Somebody else has set another one meanwhile.
  if (type.payload.mro === old) setMro(rt, type, mro);
  return true;
}

function invokeMro(rt: Runtime, type: PyType): readonly PyType[] | null {
  const method = type.type === rt.types.type ? null : typeLookup(rt, type.type, "mro");
  if (method === null || method.type === rt.types.method_descriptor) return ownMro(rt, type);
  const result = callMethod(rt, type, "mro");
  if (result === null) return null;
  hold(rt, "result in use", result);
  const iterator = getIter(rt, result);
  dropHeld(rt, "result in use", result);
  if (iterator === null) return null;
  hold(rt, "iterator drawn from", iterator);
  const mro: PyType[] = [];
  for (let item = iterNext(rt, iterator); item !== null; item = iterNext(rt, iterator)) {
    if (mayStandInMro(rt, type, item)) mro.push(item as PyType);
    decref(rt, item);
    if (rt.thread.exception !== null) break;
  }
  dropHeld(rt, "iterator drawn from", iterator);
  if (rt.thread.exception !== null) return null;
  return mro.length > 0 ? mro : raise(rt, "TypeError", "type MRO must not be empty");
}

/** What `type.mro(cls)` computes. [mro_implementation] */
export function ownMro(rt: Runtime, type: PyType): PyType[] | null {
  const bases = tupleItems(type.payload.bases as PyObject) as readonly PyType[];
  for (const base of bases)
    if (base.payload.mro === null)
      return raise(rt, "TypeError", `Cannot extend an incomplete type '${base.payload.name}'`);
  return computeMro(rt, type, bases);
}

/** [mro_check] */
function mayStandInMro(rt: Runtime, type: PyType, item: PyObject): boolean {
  const method = rt.profile.mroErrorsNameClass ? `${type.payload.name}.mro()` : "mro()";
  if (!hasFlag(item.type, TypeFlag.TypeSubclass)) {
    raise(rt, "TypeError", `${method} returned a non-class ('${typeName(item.type)}')`);
    return false;
  }
  const solid = solidBase(item as PyType);
  for (let base: PyType | null = solidBase(type); base !== null; base = base.payload.base)
    if (base === solid) return true;
  const name = (item as PyType).payload.name;
  raise(rt, "TypeError", `${method} returned base with unsuitable layout ('${name}')`);
  return false;
}

/** Stores the MRO, and the tuple of it that `__mro__` shows. */
export function setMro(rt: Runtime, type: PyType, mro: readonly PyType[]): void {
  for (const member of mro) incref(member);
  putMro(rt, type, newTuple(rt, [...mro]), mro);
}

/** Stores an MRO that is a tuple already (stolen); null takes it away. */
export function putMro(rt: Runtime, type: PyType, tuple: PyObject | null, mro: readonly PyType[]): void {
  const old = type.payload.mro;
  type.payload.mro = tuple;
  type.payload.mroTypes = mro;
  typeModified(type);
  if (rt.recorder !== null) rt.recorder.slotWrite(type, "__mro__", null, old, tuple);
  xdecref(rt, old);
}

/** Whether `type` has `ancestor` above it, by its MRO or, before it has one, by its bases. */
export function isBelow(type: PyType, ancestor: PyType): boolean {
  if (isTypeOrSubtype(type, ancestor)) return true;
  for (let base: PyType | null = type; base !== null; base = base.payload.base)
    if (base === ancestor) return true;
  return false;
}
