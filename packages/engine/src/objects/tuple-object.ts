/** The tuple object itself: a leaf file, since arguments and MROs need tuples everywhere.   [PyTupleObject] */
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";

export interface TupleData {
  /** Owned, each. */
  readonly items: PyObject[];
}

export type PyTuple = PyObject<TupleData>;

export function isTuple(o: PyObject): o is PyTuple {
  return hasFlag(o.type, TypeFlag.TupleSubclass);
}

/** The items of a tuple the caller has checked; borrowed. */
export function tupleItems(o: PyObject): readonly PyObject[] {
  return (o as PyTuple).payload.items;
}

/** A tuple of these items, which it steals; `()` is shared. [PyTuple_FromArraySteal] */
export function newTuple(rt: Runtime, items: PyObject[]): PyTuple {
  if (items.length === 0) return emptyTuple(rt);
  const tuple = rt.heap.create<TupleData>(rt.types.tuple, { items }, items.length);
  if (!rt.profile.untracksNewTuples || items.some(isContainer)) rt.heap.track(tuple);
  if (rt.recorder !== null)
    for (let i = 0; i < items.length; i += 1)
      rt.recorder.slotWrite(tuple, "item", i, null, items[i] as PyObject);
  return tuple;
}

/** Its type takes part in collections. [maybe_tracked] */
function isContainer(o: PyObject): boolean {
  return hasFlag(o.type, TypeFlag.HaveGc);
}

/** As newTuple, but tracked whatever it holds: what PyTuple_New does before the items are known. */
export function newTrackedTuple(rt: Runtime, items: PyObject[]): PyTuple {
  const tuple = newTuple(rt, items);
  if (items.length > 0) rt.heap.track(tuple);
  return tuple;
}

/** A new reference to `()`. */
export function emptyTuple(rt: Runtime): PyTuple {
  const caches = rt.caches;
  caches.emptyTuple ??= rt.heap.createStatic<TupleData>(
    rt.types.tuple,
    { items: [] },
    "cache of empty values",
  );
  const empty = caches.emptyTuple as PyTuple;
  if (empty.refcnt < 0x6000_0000) empty.refcnt += 1;
  return empty;
}

/** Could lead back to its holder: a container, unless it is a tuple the collector has let go. [_PyObject_GC_MAY_BE_TRACKED] */
export function mayBeTracked(o: PyObject): boolean {
  return o.gc !== null && (!hasFlag(o.type, TypeFlag.TupleSubclass) || o.gc.next !== null);
}
