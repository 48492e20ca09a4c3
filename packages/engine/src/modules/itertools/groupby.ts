/** groupby and the groups it gives out. */
import { decref, newRef } from "../../memory/refcount.ts";
import { call, equals, getIter, iterNext } from "../../objects/abstract.ts";
import { iteratorSelf } from "../../objects/index-iterator.ts";
import { parseArguments } from "../../objects/native-arguments.ts";
import { fieldSlots, newWithFields, setField } from "../../objects/native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { newTuple } from "../../objects/tuple-object.ts";
import type { TypeSpec } from "../../objects/typespec.ts";
import { bytesByVersion } from "../module-sizes.ts";
import { iteratorType } from "./shape.ts";

interface GroupbyData {
  iterator: PyObject;
  keyfunc: PyObject;
  target: PyObject | null;
  currentKey: PyObject | null;
  currentValue: PyObject | null;
  /** The group given out last: an older one has ended. Borrowed. */
  grouper: PyObject | null;
}

interface GrouperData {
  parent: PyObject;
  target: PyObject;
}

const groupbyFields = ["iterator", "keyfunc", "target", "currentKey", "currentValue"] as const;

/** Reads the next value and its key; false at the end or with an exception. */
function stepGroup(rt: Runtime, self: PyObject): boolean {
  const data = self.payload as GroupbyData;
  const value = iterNext(rt, data.iterator);
  if (value === null) return false;
  const key = data.keyfunc === rt.none ? newRef(value) : call(rt, data.keyfunc, [value]);
  if (key === null) {
    decref(rt, value);
    return false;
  }
  setField(rt, self, "currentValue", value);
  setField(rt, self, "currentKey", key);
  return true;
}

function groupbyNext(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as GroupbyData;
  data.grouper = null;
  for (;;) {
    if (data.currentKey !== null) {
      if (data.target === null) break;
      const same = equals(rt, data.target, data.currentKey);
      if (same === null) return null;
      if (!same) break;
    }
    if (!stepGroup(rt, self)) return null;
  }
  const key = data.currentKey as PyObject;
  setField(rt, self, "target", newRef(key));
  const payload: GrouperData = { parent: newRef(self), target: newRef(key) };
  const grouper = newWithFields(rt, rt.types["itertools._grouper"], payload, ["parent", "target"]);
  data.grouper = grouper;
  return newTuple(rt, [newRef(key), grouper]);
}

export const groupbySpec = iteratorType({
  name: "itertools.groupby",
  fields: groupbyFields,
  make: (rt, type, args, names) => {
    const places = parseArguments(rt, "groupby", { names: ["iterable", "key"], required: 1 }, args, names);
    if (places === null) return null;
    const iterator = getIter(rt, places[0] as PyObject);
    if (iterator === null) return null;
    const data: GroupbyData = {
      iterator,
      keyfunc: newRef(places[1] ?? rt.none),
      target: null,
      currentKey: null,
      currentValue: null,
      grouper: null,
    };
    return newWithFields(rt, type, data, groupbyFields);
  },
  next: groupbyNext,
  basicsize: bytesByVersion("itertools.groupby"),
});

function grouperNext(rt: Runtime, self: PyObject): PyObject | null {
  const { parent, target } = self.payload as GrouperData;
  const group = parent.payload as GroupbyData;
  if (group.grouper !== self) return null;
  if (group.currentValue === null && !stepGroup(rt, parent)) return null;
  const same = equals(rt, target, group.currentKey as PyObject);
  if (same !== true) return null;
  const value = newRef(group.currentValue as PyObject);
  setField(rt, parent, "currentValue", null);
  setField(rt, parent, "currentKey", null);
  return value;
}

const grouperFields = fieldSlots(["parent", "target"]);

export const grouperSpec: TypeSpec = {
  name: "itertools._grouper",
  pyName: "_grouper",
  module: "itertools",
  flags: TypeFlag.HaveGc,
  basicsize: 32,
  isHeapType: (profile) => profile.collectionsMakeTypes && "first",
  slots: {
    ...grouperFields,
    dealloc: (rt, self) => {
      const group = (self.payload as GrouperData).parent.payload as GroupbyData;
      if (group.grouper === self) group.grouper = null;
      grouperFields.dealloc?.(rt, self);
    },
    iter: iteratorSelf,
    iternext: grouperNext,
  },
};
