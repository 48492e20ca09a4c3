/**
 * `C.__bases__` and what follows when it is assigned.   [mirrors type_set_bases, mro_hierarchy in Objects/typeobject.c]
 *
 * The class and all its subclasses get a new MRO, or none of them does.
 */
import { dropHeld, hold, letGo } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { raise } from "./errors.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { checkHeap } from "./type-getset.ts";
import { bestBase, hasSameLayout } from "./type-layout.ts";
import { typeName } from "./type-lookup.ts";
import { isBelow, putMro, readyMro } from "./type-mro.ts";
import { refreshSlotsOfTree } from "./type-slots.ts";

const holder = "bases being assigned";

/** The MROs that were replaced, with what stood there before; all owned. */
interface Replaced {
  readonly type: PyType;
  readonly now: PyObject | null;
  readonly before: PyObject | null;
  readonly beforeTypes: readonly PyType[];
}

export function setBases(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const type = self as PyType;
  if (!checkHeap(rt, type, "__bases__", value) || !areBases(rt, type, value)) return false;
  const base = bestBase(rt, tupleItems(value));
  if (base === null || !keepsLayout(rt, type, base)) return false;
  const { bases: oldBases, base: oldBase } = type.payload;
  replaceBases(rt, type, newRef(value), newRef(base));
  for (const old of [oldBases, oldBase]) if (old !== null) hold(rt, holder, old);
  const replaced: Replaced[] = [];
  const done = replaceMros(rt, type, replaced);
  for (const old of [oldBases, oldBase]) if (old !== null) letGo(rt, holder, old);
  if (!done) for (const entry of replaced.reverse()) restoreMro(rt, entry);
  for (const entry of replaced) {
    for (const o of [entry.type, entry.now, entry.before]) if (o !== null) dropHeld(rt, holder, o);
  }
  // An mro() of the program's may have set other bases on the way; those stay.
  const isStill = type.payload.bases === value;
  if (done && isStill) {
    moveSubclass(type, oldBases, value);
    refreshSlotsOfTree(rt, type);
  }
  if (!done && isStill) {
    replaceBases(rt, type, oldBases, oldBase);
    decref(rt, value);
    decref(rt, base);
  } else {
    xdecref(rt, oldBases);
    xdecref(rt, oldBase);
  }
  return done;
}

function areBases(rt: Runtime, type: PyType, value: PyObject): boolean {
  const name = type.payload.name;
  const refuse = (message: string): boolean => {
    raise(rt, "TypeError", message);
    return false;
  };
  if (!isTuple(value))
    return refuse(`can only assign tuple to ${name}.__bases__, not ${typeName(value.type)}`);
  if (tupleItems(value).length === 0)
    return refuse(`can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (const base of tupleItems(value)) {
    if (!hasFlag(base.type, TypeFlag.TypeSubclass))
      return refuse(`${name}.__bases__ must be tuple of classes, not '${typeName(base.type)}'`);
    if (isBelow(base as PyType, type)) return refuse("a __bases__ item causes an inheritance cycle");
  }
  return true;
}

/** [compatible_for_assignment] */
function keepsLayout(rt: Runtime, type: PyType, next: PyType): boolean {
  const old = type.payload.base as PyType;
  const isFreedAlike = hasFlag(old, TypeFlag.HaveGc) === hasFlag(next, TypeFlag.HaveGc);
  if (isFreedAlike && hasSameLayout(old, next)) return true;
  const what = isFreedAlike ? "object layout" : "deallocator";
  const [to, from] = [next.payload.name, old.payload.name];
  raise(rt, "TypeError", `__bases__ assignment: '${to}' ${what} differs from '${from}'`);
  return false;
}

/** Stores both (stolen); the old ones are the caller's. */
function replaceBases(rt: Runtime, type: PyType, bases: PyObject | null, base: PyType | null): void {
  const data = type.payload;
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(type, "__bases__", null, data.bases, bases);
    rt.recorder.slotWrite(type, "__base__", null, data.base, base);
  }
  data.bases = bases;
  data.base = base;
}

/** A new MRO for the class, then for its subclasses. [mro_hierarchy] */
function replaceMros(rt: Runtime, type: PyType, replaced: Replaced[]): boolean {
  const { mro: before, mroTypes: beforeTypes } = type.payload;
  if (before !== null) hold(rt, holder, newRef(before));
  if (!readyMro(rt, type)) {
    if (before !== null) dropHeld(rt, holder, before);
    return false;
  }
  const now = type.payload.mro;
  if (now !== null) hold(rt, holder, newRef(now));
  hold(rt, holder, newRef(type));
  replaced.push({ type, now, before, beforeTypes });
  for (const subclass of [...type.payload.subclasses]) if (!replaceMros(rt, subclass, replaced)) return false;
  return true;
}

function restoreMro(rt: Runtime, { type, now, before, beforeTypes }: Replaced): void {
  if (type.payload.mro !== now) return;
  putMro(rt, type, before === null ? null : newRef(before), beforeTypes);
}

function moveSubclass(type: PyType, from: PyObject | null, to: PyObject): void {
  for (const base of from === null ? [] : (tupleItems(from) as readonly PyType[])) {
    const at = base.payload.subclasses.indexOf(type);
    if (at >= 0) base.payload.subclasses.splice(at, 1);
  }
  for (const base of tupleItems(to) as readonly PyType[]) base.payload.subclasses.push(type);
}
