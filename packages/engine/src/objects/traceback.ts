/** Tracebacks as a program sees them.   [mirrors Python/traceback.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { newRef, xdecref } from "../memory/refcount.ts";
import { raise } from "./errors.ts";
import { type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import type { PyTraceback } from "./traceback-object.ts";
import { getset, member, type TypeSpec } from "./typespec.ts";

function data(o: PyObject) {
  return (o as PyTraceback).payload;
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  const d = data(self);
  const next = d.next;
  d.next = null;
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(self, "tb_next", null, next, null);
    rt.recorder.slotWrite(self, "tb_frame", null, d.frame, null);
  }
  hold(rt, "items taken out", d.frame);
  xdecref(rt, next);
  dropHeld(rt, "items taken out", d.frame);
  rt.heap.free(self);
}

function clear(rt: Runtime, self: PyObject): void {
  const d = data(self);
  const next = d.next;
  d.next = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "tb_next", null, next, null);
  xdecref(rt, next);
}

function traverse(self: PyObject, visit: Visit): void {
  const d = data(self);
  if (d.next !== null) visit(d.next, "tb_next", null);
  visit(d.frame, "tb_frame", null);
}

function setNext(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  const d = data(self);
  if (value === null) {
    raise(rt, "TypeError", "can't delete tb_next attribute");
    return false;
  }
  const cleared = value === rt.none;
  if (!cleared && value.type !== rt.types.traceback) {
    raise(rt, "TypeError", `expected traceback object, got '${value.type.payload.name}'`);
    return false;
  }
  for (let at: PyObject | null = cleared ? null : value; at !== null; at = data(at).next) {
    if (at !== self) continue;
    raise(rt, "ValueError", "traceback loop detected");
    return false;
  }
  const old = d.next;
  d.next = cleared ? null : newRef(value);
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "tb_next", null, old, d.next);
  xdecref(rt, old);
  return true;
}

export const tracebackSpec: TypeSpec = {
  name: "traceback",
  flags: TypeFlag.HaveGc,
  basicsize: 48,
  slots: { dealloc, clear, traverse },
  getset: [
    getset("tb_next", (rt, self) => newRef(data(self).next ?? rt.none), setNext),
    member("tb_frame", (_rt, self) => newRef(data(self).frame)),
    member("tb_lasti", (rt, self) => rt.newInt(data(self).lasti * 2)),
    getset("tb_lineno", (rt, self) => rt.newInt(data(self).lineno - data(self).activation.unit.lineOffset)),
  ],
};
