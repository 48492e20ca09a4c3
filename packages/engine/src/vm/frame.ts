/**
 * Activations: making them, letting go of what they own, and the value stack.   [mirrors Python/frame.c, Objects/frameobject.c]
 *
 * Slots at and above `sp` are null and not borrowed, always: whoever pops clears. So a walk over all of `slots` sees
 * exactly what the frame owns, and pushing never has to look at what was there.
 */
import { hold, letGo } from "../memory/native-hold.ts";
import { decref, incref } from "../memory/refcount.ts";
import type { CodeData, Frame, PyObject, Runtime } from "../objects/object.ts";

const spare = 8;

/** Shared by all frames that never borrow. */
const nothingBorrowed = new Uint8Array(1 << 16);

/** A frame for one activation of `code`; takes new references to what it owns. */
export class ExecutionFrame implements Frame {
  readonly code: PyObject<CodeData>;
  readonly unit: CodeData["unit"];
  globals: PyObject;
  builtins: PyObject;
  locals: PyObject | null;
  slots: (PyObject | null)[];
  borrowed: Uint8Array;
  sp: number;
  pc = -1;
  back: Frame | null = null;
  object: PyObject | null = null;
  function: PyObject | null = null;
  generator: PyObject | null = null;
  callBase = 0;
  isEntry = false;
  owner: Frame["owner"] = "thread";
  isComplete = false;
  readonly ownsNamespaces: boolean;
  closure: PyObject | null = null;

  constructor(
    code: PyObject<CodeData>,
    globals: PyObject,
    builtins: PyObject,
    locals: PyObject | null,
    canBorrow: boolean,
    ownsNamespaces: boolean,
  ) {
    const unit = code.payload.unit;
    // Room beyond CPython's stack: ours holds a self slot in every call.
    const size = unit.localsplus.length + unit.stacksize + spare;
    this.code = code;
    this.unit = unit;
    this.globals = globals;
    this.builtins = builtins;
    this.locals = locals;
    const slots: (PyObject | null)[] = new Array(size);
    for (let i = 0; i < size; i += 1) slots[i] = null;
    this.slots = slots;
    this.borrowed = canBorrow || size > nothingBorrowed.length ? new Uint8Array(size) : nothingBorrowed;
    this.sp = unit.localsplus.length;
    this.ownsNamespaces = ownsNamespaces;
    incref(code);
    if (ownsNamespaces) {
      incref(globals);
      incref(builtins);
    }
    if (locals !== null) incref(locals);
  }
}

export function newFrame(
  rt: Runtime,
  code: PyObject<CodeData>,
  globals: PyObject,
  builtins: PyObject,
  locals: PyObject | null,
): ExecutionFrame {
  const idle = code.payload.idle;
  if (idle !== null) return wake(idle as ExecutionFrame, globals, builtins, locals);
  const { borrowsLocals, framesAreLazy } = rt.profile;
  return new ExecutionFrame(code, globals, builtins, locals, borrowsLocals, !framesAreLazy);
}

/** A finished activation of the same code begins anew. */
function wake(
  frame: ExecutionFrame,
  globals: PyObject,
  builtins: PyObject,
  locals: PyObject | null,
): ExecutionFrame {
  frame.code.payload.idle = frame.back;
  frame.back = null;
  frame.globals = globals;
  frame.builtins = builtins;
  frame.locals = locals;
  frame.pc = -1;
  frame.isEntry = false;
  incref(frame.code);
  if (locals !== null) incref(locals);
  return frame;
}

/**
 * The end of an activation that no frame object and no generator knows: what it owns goes, in the order of `clearSlots` and
 * `releaseFrame`, and it waits for the code's next call.
 */
export function retire(rt: Runtime, frame: Frame): void {
  const { slots, sp, code } = frame;
  const isReversed = rt.profile.clearsLocalsReversed;
  for (let k = 0; k < sp; k += 1) {
    const i = isReversed ? sp - 1 - k : k;
    if (slots[i] !== null) closeSlot(rt, frame, i);
  }
  frame.sp = frame.unit.localsplus.length;
  const { locals, function: func } = frame;
  if (locals !== null) {
    frame.locals = null;
    decref(rt, locals);
  }
  if (func !== null) {
    frame.function = null;
    decref(rt, func);
  }
  frame.closure = null;
  frame.back = code.payload.idle;
  code.payload.idle = frame;
  decref(rt, code);
}

/** Pushes a new reference; the caller gives it away. */
export function push(frame: Frame, o: PyObject | null): void {
  frame.slots[frame.sp] = o;
  frame.sp += 1;
}

/** References move from one frame's slots into another's, with their marks. */
export function moveSlots(from: Frame, start: number, to: Frame, at: number, count: number): void {
  for (let i = 0; i < count; i += 1) {
    to.slots[at + i] = from.slots[start + i] as PyObject;
    from.slots[start + i] = null;
    if (from.borrowed[start + i] !== 0) {
      from.borrowed[start + i] = 0;
      to.borrowed[at + i] = 1;
    }
  }
}

/** Pops the top as a reference the caller owns; a borrowed one is made owned. */
export function popOwned(frame: Frame): PyObject {
  const at = frame.sp - 1;
  frame.sp = at;
  const o = frame.slots[at] as PyObject;
  frame.slots[at] = null;
  if (frame.borrowed[at] !== 0) {
    frame.borrowed[at] = 0;
    incref(o);
  }
  return o;
}

/** The object `depth` below the top (1 is the top); borrowed from the stack. */
export function peek(frame: Frame, depth: number): PyObject {
  return frame.slots[frame.sp - depth] as PyObject;
}

/** Empties one slot, letting go of its reference if it owned one. [PyStackRef_XCLOSE] */
export function closeSlot(rt: Runtime, frame: Frame, at: number): void {
  const o = frame.slots[at] ?? null;
  if (o === null) return;
  frame.slots[at] = null;
  if (frame.borrowed[at] !== 0) frame.borrowed[at] = 0;
  else decref(rt, o);
}

/** Empties one slot and puts `result` (stolen) there. */
export function replaceSlot(rt: Runtime, frame: Frame, at: number, result: PyObject): void {
  hold(rt, "result in use", result);
  closeSlot(rt, frame, at);
  letGo(rt, "result in use", result);
  frame.slots[at] = result;
}

/** Pops and releases the `count` topmost, the top first. */
export function dropTop(rt: Runtime, frame: Frame, count: number): void {
  for (let i = 0; i < count; i += 1) {
    frame.sp -= 1;
    closeSlot(rt, frame, frame.sp);
  }
}

/** Pops and releases the `count` topmost, the lowest first. */
export function dropTopFromBelow(rt: Runtime, frame: Frame, count: number): void {
  const base = frame.sp - count;
  for (let i = base; i < base + count; i += 1) closeSlot(rt, frame, i);
  frame.sp = base;
}

/** Makes every borrowed slot an owned one: the frame is about to outlive its caller's stack. [_PyFrame_Copy] */
export function ownSlots(frame: Frame): void {
  for (let i = 0; i < frame.sp; i += 1) {
    if (frame.borrowed[i] === 0) continue;
    frame.borrowed[i] = 0;
    const o = frame.slots[i];
    if (o !== null && o !== undefined) incref(o);
  }
}

/** Releases locals and stack in the version's order. [_PyFrame_ClearLocals, frame_tp_clear] */
export function clearSlots(rt: Runtime, frame: Frame): void {
  rt.recorder?.frameClear(frame);
  const end = frame.sp;
  if (rt.profile.clearsLocalsReversed) {
    for (let i = end - 1; i >= 0; i -= 1) closeSlot(rt, frame, i);
  } else {
    for (let i = 0; i < end; i += 1) closeSlot(rt, frame, i);
  }
  frame.sp = frame.unit.localsplus.length;
}

/** Releases the references every frame owns beside its slots. */
export function releaseFrame(rt: Runtime, frame: Frame): void {
  if (frame.locals !== null) {
    const locals = frame.locals;
    frame.locals = null;
    decref(rt, locals);
  }
  if (frame.function !== null) {
    const func = frame.function;
    frame.function = null;
    decref(rt, func);
  }
  if (frame.ownsNamespaces) {
    decref(rt, frame.builtins);
    decref(rt, frame.globals);
  }
  decref(rt, frame.code);
  if (rt.recorder !== null) rt.recorder.frameReleased(frame);
}
