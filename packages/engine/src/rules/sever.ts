/**
 * Destroying an object that is still held, as no Python can: everything the program holds it by lets go, and then it dies of
 * its count like any other, with its finalizer, its weak references and what it held itself.
 *
 * A name is unbound, so that using it is a NameError; an attribute is gone (AttributeError); an item of a container becomes
 * None.
 */
import { members } from "../gc/generations.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { deleteAttr } from "../objects/abstract.ts";
import { dictDelete, dictItems, dictSet } from "../objects/dict.ts";
import { clearException } from "../objects/errors.ts";
import { type PyCell, swapCell } from "../objects/function-object.ts";
import { removeAttribute } from "../objects/instance.ts";
import { isList, listItems, listStore } from "../objects/list-object.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { discardEntry, elementHash, isAnySet, setElements } from "../objects/set-object.ts";
import { isTuple, type PyTuple } from "../objects/tuple-object.ts";
import { closeSlot } from "../vm/frame.ts";
import { unboundLocal } from "../vm/ops/names.ts";
import type { Points } from "./points.ts";
import { isOwnInstance, programFrames, programNamespaces, referents } from "./program-data.ts";
import { ownAttributes } from "./shallow-copy.ts";

/** A local the compiler knows to be set can be unbound now: what borrows it has to look. */
export const severedLoads: NonNullable<Points["instructions"]> = {
  LOAD_FAST_BORROW: (rt, frame, arg, next) =>
    frame.slots[arg] === null ? unboundLocal(rt, frame, arg) : next(rt, frame, arg),
};

/** Everything but the containers in `kept` lets go of the objects. The caller's own references keep none of them alive. */
export function sever(rt: Runtime, objects: readonly PyObject[], kept: ReadonlySet<PyObject>): void {
  const gone = new Set(objects);
  for (const o of gone) newRef(o);
  unbindNames(rt, gone);
  for (const holder of holdersOf(rt, gone)) if (!kept.has(holder)) letGo(rt, holder, gone);
  for (const o of gone) decref(rt, o);
}

function unbindNames(rt: Runtime, gone: ReadonlySet<PyObject>): void {
  for (const { dict } of programNamespaces(rt))
    for (const [name, value] of dictItems(dict)) if (gone.has(value)) dictDelete(rt, dict, name);
  for (const frame of programFrames(rt))
    for (let i = 0; i < frame.unit.localsplus.length; i += 1) {
      const o = frame.slots[i] ?? null;
      if (o !== null && gone.has(o)) closeSlot(rt, frame, i);
    }
}

/** Instances first: an attribute is its instance's, also where a dict keeps it. */
function holdersOf(rt: Runtime, gone: ReadonlySet<PyObject>): PyObject[] {
  const { generations, permanent } = rt.heap.gc;
  const tracked = [...generations.map((each) => each.head), permanent].flatMap((ring) =>
    members(ring).map((head) => head.object as PyObject),
  );
  const instances = tracked.filter((o) => ownAttributes(o).some(([, value]) => gone.has(value)));
  const others = tracked.filter((o) => referents(o).some((referent) => gone.has(referent)));
  return [...new Set([...instances, ...others])];
}

function letGo(rt: Runtime, holder: PyObject, gone: ReadonlySet<PyObject>): void {
  if (holder.type === rt.types.cell) {
    const { value } = (holder as PyCell).payload;
    if (value !== null && gone.has(value)) decref(rt, swapCell(rt, holder as PyCell, null) ?? value);
  } else if (hasFlag(holder.type, TypeFlag.TypeSubclass)) forgetClassAttributes(rt, holder, gone);
  else if (isOwnInstance(holder)) forgetAttributes(rt, holder, gone);
  else if (isList(holder)) forgetItems(rt, holder, gone);
  else if (isTuple(holder)) forgetTupleItems(rt, holder, gone);
  else if (isAnySet(holder)) forgetElements(rt, holder, gone);
  else if (holder.type === rt.types.dict) forgetValues(rt, holder, gone);
}

function forgetAttributes(rt: Runtime, instance: PyObject, gone: ReadonlySet<PyObject>): void {
  for (const [name, value] of ownAttributes(instance))
    if (gone.has(value)) removeAttribute(rt, instance, name);
  const slots = instance.attrs?.slots ?? [];
  for (const [i, value] of slots.entries()) {
    if (value === null || !gone.has(value)) continue;
    slots[i] = null;
    rt.recorder?.slotWrite(instance, "slot", i, value, null);
    decref(rt, value);
  }
}

function forgetClassAttributes(rt: Runtime, type: PyObject, gone: ReadonlySet<PyObject>): void {
  const { dict } = (type as Runtime["types"]["type"]).payload;
  if (dict === null || !hasFlag(type as Runtime["types"]["type"], TypeFlag.HeapType)) return;
  for (const [name, value] of dictItems(dict))
    if (gone.has(value) && !deleteAttr(rt, type, name)) clearException(rt);
}

function forgetItems(rt: Runtime, list: PyObject, gone: ReadonlySet<PyObject>): void {
  for (const [i, item] of listItems(list).entries())
    if (gone.has(item) && isList(list)) listStore(rt, list, i, newRef(rt.none));
}

function forgetTupleItems(rt: Runtime, tuple: PyTuple, gone: ReadonlySet<PyObject>): void {
  const { items } = tuple.payload;
  for (const [i, item] of items.entries()) {
    if (!gone.has(item)) continue;
    items[i] = newRef(rt.none);
    rt.recorder?.slotWrite(tuple, "item", i, item, rt.none);
    decref(rt, item);
  }
}

function forgetElements(rt: Runtime, set: PyObject, gone: ReadonlySet<PyObject>): void {
  for (const element of setElements(set)) {
    if (!gone.has(element) || !isAnySet(set)) continue;
    const hash = elementHash(rt, element);
    if (hash !== null) discardEntry(rt, set, element, hash);
  }
  clearException(rt);
}

function forgetValues(rt: Runtime, dict: PyObject, gone: ReadonlySet<PyObject>): void {
  for (const [key, value] of dictItems(dict)) {
    if (gone.has(key)) dictDelete(rt, dict, key);
    else if (gone.has(value)) dictSet(rt, dict, key, rt.none);
  }
}
