/** Frames as a program sees them.   [mirrors Objects/frameobject.c] */
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { clearSlots, releaseFrame } from "../vm/frame.ts";
import { frameLocals } from "../vm/locals.ts";
import { raise } from "./errors.ts";
import { borrowedFrameObject, type FrameData, type PyFrame, setBack } from "./frame-object.ts";
import { type Frame, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { getset, member, noArgs, type TypeSpec } from "./typespec.ts";

function data(o: PyObject): FrameData {
  return (o as PyFrame).payload;
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  const d = data(self);
  const frame = d.activation;
  const isOwner = frame.owner === "object" || (!rt.profile.framesAreLazy && frame.isComplete);
  if (isOwner) clearSlots(rt, frame);
  setBack(rt, self as PyFrame, null);
  const { locals, trace } = d;
  d.locals = null;
  d.trace = null;
  xdecref(rt, locals);
  xdecref(rt, trace);
  if (isOwner) {
    frame.object = null;
    const code = frame.code;
    const keeps = !rt.profile.framesAreLazy && code.payload.zombie === null && code.refcnt > 1;
    if (keeps) code.payload.zombie = self;
    releaseFrame(rt, frame);
    if (keeps) {
      // For whoever listens it is gone; its next call brings it back.
      if (rt.recorder !== null) rt.recorder.dealloc(self);
      return;
    }
  }
  if (rt.profile.framesAreLazy) rt.heap.free(self);
  else rt.heap.freeFrame(self, d.room);
}

/** What an activation owns. */
export function visitActivation(frame: Frame, visit: Visit, profileOwnsNamespaces: boolean): void {
  if (frame.function !== null) visit(frame.function, "f_func", null);
  visit(frame.code, "f_code", null);
  if (frame.locals !== null) visit(frame.locals, "locals", null);
  if (profileOwnsNamespaces) {
    visit(frame.globals, "f_globals", null);
    visit(frame.builtins, "f_builtins", null);
  }
  const names = frame.unit.localsplus;
  frame.slots.forEach((o, i) => {
    if (o === null || frame.borrowed[i] !== 0) return;
    const name = names[i];
    if (name === undefined) visit(o, "stack", i - names.length);
    else visit(o, "local", name);
  });
}

function traverse(self: PyObject, visit: Visit): void {
  const d = data(self);
  if (d.back !== null) visit(d.back, "f_back", null);
  if (d.locals !== null) visit(d.locals, "f_locals", null);
  if (d.trace !== null) visit(d.trace, "f_trace", null);
  const frame = d.activation;
  if (frame.object === self && (frame.owner === "object" || frame.ownsNamespaces))
    visitActivation(frame, visit, frame.ownsNamespaces);
}

function clear(rt: Runtime, self: PyObject): void {
  const d = data(self);
  const frame = d.activation;
  if (frame.owner !== "object") return;
  clearSlots(rt, frame);
  // Up to 3.12 the dict that f_locals filled stays, and holds what it was filled with.
  if (!rt.profile.localsAreSnapshots) return;
  const locals = d.locals;
  d.locals = null;
  xdecref(rt, locals);
}

/** `frame.clear()` [frame_clear] */
function clearMethod(rt: Runtime, self: PyObject): PyObject | null {
  const frame = data(self).activation;
  if (frame.generator !== null && frame.owner === "generator") {
    if (rt.thread.frame === frame || frame.back !== null)
      return raise(rt, "RuntimeError", "cannot clear an executing frame");
    const close = frame.generator.type.payload.slots.finalize;
    close?.(rt, frame.generator);
    return newRef(rt.none);
  }
  if (!frame.isComplete) return raise(rt, "RuntimeError", "cannot clear an executing frame");
  clear(rt, self);
  return newRef(rt.none);
}

function back(rt: Runtime, self: PyObject): PyObject {
  const d = data(self);
  if (d.back !== null) return newRef(d.back);
  const caller = d.activation.back;
  return newRef(caller === null ? rt.none : borrowedFrameObject(rt, caller));
}

function lineOf({ unit, pc }: Frame): number {
  const line = unit.positions[Math.max(pc, 0)]?.lineno ?? 0;
  return (line === 0 ? unit.firstLineno : line) - unit.lineOffset;
}

/** `<frame at 0x…, file 'main.py', line 3, code f>` */
function repr(rt: Runtime, self: PyObject): PyObject {
  const { activation } = data(self);
  const { unit } = activation;
  const at = `0x${rt.heap.addressOf(self).toString(16)}`;
  return rt.newStr(
    `<frame at ${at}, file '${unit.filename}', line ${lineOf(activation)}, code ${unit.name}>`,
  );
}

/** With room for locals and stack. [frame_sizeof] */
function sizeof(rt: Runtime, self: PyObject): number {
  const { unit } = data(self).activation;
  const slots = unit.localsplus.length + unit.stacksize;
  // Up to 3.10 the first slot is a field of the frame, and counts once less than is asked for.
  return self.type.payload.basicsize + 8 * (rt.profile.framesAreLazy ? slots : slots - 1);
}

export const frameSpec: TypeSpec = {
  name: "frame",
  flags: TypeFlag.HaveGc,
  basicsize: (profile) => profile.frameBytes,
  itemsize: 8,
  slots: { dealloc, traverse, clear, repr, sizeof },
  methods: [noArgs("clear", clearMethod)],
  getset: [
    getset("f_back", back),
    getset("f_code", (_rt, self) => newRef(data(self).activation.code)),
    getset("f_globals", (_rt, self) => newRef(data(self).activation.globals)),
    getset("f_builtins", (_rt, self) => newRef(data(self).activation.builtins)),
    getset("f_locals", (rt, self) => frameLocals(rt, self as PyFrame)),
    getset("f_lineno", (rt, self) => rt.newInt(lineOf(data(self).activation))),
    getset("f_lasti", (rt, self) => rt.newInt(data(self).activation.pc * 2)),
    member(
      "f_trace",
      (rt, self) => newRef(data(self).trace ?? rt.none),
      (rt, self, value) => {
        const d = data(self);
        const old = d.trace;
        d.trace = value === null ? null : newRef(value);
        if (old !== null) decref(rt, old);
        return true;
      },
    ),
  ],
};
