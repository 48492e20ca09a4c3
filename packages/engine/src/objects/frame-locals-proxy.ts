/**
 * `frame.f_locals` of a function from 3.13: a view that reads and writes the frame itself.
 * [mirrors PyFrameLocalsProxy, Objects/frameobject.c]
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { callMethod, equals, repr as reprOf } from "./abstract.ts";
import { dictGet, dictItems, dictSet, newDict, type PyDict } from "./dict.ts";
import { raise, raiseKey } from "./errors.ts";
import type { PyFrame } from "./frame-object.ts";
import { type PyCell, swapCell } from "./function-object.ts";
import { type Frame, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { method, noArgs, type TypeSpec } from "./typespec.ts";

interface ProxyData {
  /** The frame object; owned. */
  readonly frame: PyObject;
}

type PyProxy = PyObject<ProxyData>;

export function newLocalsProxy(rt: Runtime, frame: PyFrame): PyObject {
  const proxy = rt.heap.create<ProxyData>(rt.types.FrameLocalsProxy, { frame: newRef(frame) });
  rt.heap.track(proxy);
  if (rt.recorder !== null) rt.recorder.slotWrite(proxy, "frame", null, null, frame);
  return proxy;
}

function frameOf(self: PyObject): PyFrame {
  return (self as PyProxy).payload.frame as PyFrame;
}

function activation(self: PyObject): Frame {
  return frameOf(self).payload.activation;
}

/** The cell in a slot of a captured variable, or null for a plain local. */
function cellAt(rt: Runtime, frame: Frame, slot: number): PyCell | null {
  const held = frame.slots[slot] ?? null;
  return held !== null && held.type === rt.types.cell && frame.unit.derefSlots.includes(slot)
    ? (held as PyCell)
    : null;
}

function valueAt(rt: Runtime, frame: Frame, slot: number): PyObject | null {
  const cell = cellAt(rt, frame, slot);
  return cell === null ? (frame.slots[slot] ?? null) : cell.payload.value;
}

function slotOf(self: PyObject, key: PyObject): number {
  return isStr(key) ? activation(self).unit.localsplus.indexOf(text(key)) : -1;
}

/** Names and values that are set, in slot order, then what was added under other names; borrowed. */
function pairs(rt: Runtime, self: PyObject): [PyObject, PyObject][] {
  const frame = activation(self);
  const found: [PyObject, PyObject][] = [];
  frame.code.payload.localsplusNames.forEach((name, slot) => {
    const value = valueAt(rt, frame, slot);
    if (value !== null) found.push([name, value]);
  });
  const extra = frameOf(self).payload.locals;
  return extra === null ? found : [...found, ...dictItems(extra)];
}

function lookUp(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const slot = slotOf(self, key);
  const value = slot >= 0 ? valueAt(rt, activation(self), slot) : null;
  if (value !== null) return value;
  const extra = frameOf(self).payload.locals;
  return extra === null ? null : dictGet(rt, extra, key);
}

function subscript(rt: Runtime, self: PyObject, key: PyObject): PyObject | null {
  const value = lookUp(rt, self, key);
  if (value !== null) return newRef(value);
  if (rt.thread.exception !== null) return null;
  return raiseKey(rt, key);
}

function assign(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): boolean {
  if (value === null) {
    raise(rt, "ValueError", "cannot remove variables from FrameLocalsProxy");
    return false;
  }
  const slot = slotOf(self, key);
  const frame = activation(self);
  if (slot < 0) {
    const payload = frameOf(self).payload;
    if (payload.locals === null) payload.locals = newDict(rt);
    return dictSet(rt, payload.locals, key, value);
  }
  const cell = cellAt(rt, frame, slot);
  const isBorrowed = frame.borrowed[slot] !== 0;
  const old = cell === null ? (frame.slots[slot] ?? null) : swapCell(rt, cell, newRef(value));
  if (cell === null) {
    frame.slots[slot] = newRef(value);
    frame.borrowed[slot] = 0;
  }
  if (old !== null && (cell !== null || !isBorrowed)) decref(rt, old);
  return true;
}

/** A plain dict with the same items. */
function asDict(rt: Runtime, self: PyObject): PyDict {
  const dict = newDict(rt);
  for (const [name, value] of pairs(rt, self)) dictSet(rt, dict, name, value);
  return dict;
}

/** What a dict's own method of that name gives. */
function viaDict(name: string) {
  return (rt: Runtime, self: PyObject, args: readonly PyObject[] = []): PyObject | null => {
    const dict = asDict(rt, self);
    hold(rt, "container in use", dict);
    const result = callMethod(rt, dict, name, args);
    dropHeld(rt, "container in use", dict);
    return result;
  };
}

function list(rt: Runtime, items: PyObject[]): PyObject {
  return rt.newList(items);
}

function traverse(self: PyObject, visit: Visit): void {
  visit(frameOf(self), "frame", null);
}

export const frameLocalsProxySpec: TypeSpec = {
  name: "FrameLocalsProxy",
  flags: TypeFlag.HaveGc | TypeFlag.Mapping,
  basicsize: 24,
  exists: (profile) => profile.localsAreSnapshots,
  slots: {
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      decref(rt, frameOf(self));
      rt.heap.free(self);
    },
    traverse,
    subscript,
    assSubscript: assign,
    length: (rt, self) => pairs(rt, self).length,
    contains: (rt, self, key) => {
      const found = lookUp(rt, self, key) !== null;
      return rt.thread.exception === null ? found : null;
    },
    iter: (rt, self) => {
      const names = list(
        rt,
        pairs(rt, self).map(([name]) => newRef(name)),
      );
      const iterator = names.type.payload.slots.iter?.(rt, names) ?? null;
      decref(rt, names);
      return iterator;
    },
    repr: (rt, self) => {
      const dict = asDict(rt, self);
      const shown = reprOf(rt, dict);
      decref(rt, dict);
      return shown;
    },
    richcompare: (rt, self, other, op) => {
      if (op !== "==" && op !== "!=") return newRef(rt.notImplemented);
      const dict = asDict(rt, self);
      const right = other.type === rt.types.FrameLocalsProxy ? asDict(rt, other) : newRef(other);
      hold(rt, "value in use", right);
      hold(rt, "container in use", dict);
      const same = equals(rt, dict, right);
      dropHeld(rt, "value in use", right);
      dropHeld(rt, "container in use", dict);
      return same === null ? null : newRef(same === (op === "==") ? rt.true : rt.false);
    },
  },
  methods: [
    noArgs("keys", (rt, self) =>
      list(
        rt,
        pairs(rt, self).map(([name]) => newRef(name)),
      ),
    ),
    noArgs("values", (rt, self) =>
      list(
        rt,
        pairs(rt, self).map(([, value]) => newRef(value)),
      ),
    ),
    noArgs("items", (rt, self) =>
      list(
        rt,
        pairs(rt, self).map(([name, value]) => rt.newTuple([newRef(name), newRef(value)])),
      ),
    ),
    noArgs("copy", asDict),
    method("get", viaDict("get"), { min: 1, max: 2 }),
  ],
};
