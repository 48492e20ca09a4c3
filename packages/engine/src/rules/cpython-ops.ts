/**
 * What CPython does for the instructions that the evaluation loop carries out itself, said once more as functions: a rule
 * that takes one over still needs the original.   [mirrors Python/bytecodes.c]
 */
import { Op, type OpName } from "../compiler/opcodes.ts";
import { incref, newRef } from "../memory/refcount.ts";
import type { PyCell } from "../objects/function-object.ts";
import type { Frame, OpFunction, PyObject, Runtime } from "../objects/object.ts";
import { afterNative } from "../vm/breaker.ts";
import { closeSlot, push } from "../vm/frame.ts";
import { storeSubscript } from "../vm/ops/arithmetic.ts";
import { storeAttr } from "../vm/ops/attributes.ts";
import { familyOps } from "../vm/ops/dispatch.ts";
import { loadGlobal, loadName, storeDeref, storeName, unboundCell, unboundLocal } from "../vm/ops/names.ts";

/** The instruction as CPython has it. */
export function cpythonOp(name: OpName): OpFunction {
  return loopOps[name] ?? (familyOps[Op[name]] as OpFunction);
}

const loopOps: Partial<Record<OpName, OpFunction>> = {
  LOAD_CONST: (_rt, frame, arg) => {
    push(frame, newRef(frame.code.payload.consts[arg] as PyObject));
    return true;
  },
  LOAD_NAME: (rt, frame, arg) => pushLoaded(frame, loadName(rt, frame, arg)),
  LOAD_GLOBAL: (rt, frame, arg) => pushLoaded(frame, loadGlobal(rt, frame, arg)),
  LOAD_FAST: loadFast,
  LOAD_FAST_CHECK: loadFast,
  LOAD_FAST_BORROW: (_rt, frame, arg) => {
    frame.borrowed[frame.sp] = 1;
    push(frame, frame.slots[arg] as PyObject);
    return true;
  },
  LOAD_DEREF: (rt, frame, arg) => {
    const o = (frame.slots[arg] as PyCell).payload.value;
    if (o === null) return unboundCell(rt, frame, arg);
    push(frame, newRef(o));
    return true;
  },
  STORE_NAME: storeName,
  STORE_DEREF: (rt, frame, arg) => {
    storeDeref(rt, frame, arg);
    return true;
  },
  STORE_FAST: storeFast,
  STORE_ATTR: storeAttr,
  STORE_SUBSCR: storeSubscript,
  IS_OP: (rt, frame, arg) => {
    const isSame = frame.slots[frame.sp - 2] === frame.slots[frame.sp - 1];
    replaceOperands(rt, frame, isSame !== (arg === 1));
    return true;
  },
  RESUME: (rt) => {
    if (rt.profile.gcAtEvalBreaker && rt.thread.gcScheduled) afterNative(rt);
    return true;
  },
};

/** [left, right] → [truth]. */
export function replaceOperands(rt: Runtime, frame: Frame, truth: boolean): void {
  for (let i = 2; i > 0; i -= 1) closeSlot(rt, frame, frame.sp - i);
  frame.sp -= 2;
  push(frame, newRef(truth ? rt.true : rt.false));
}

function pushLoaded(frame: Frame, o: PyObject | null): boolean {
  if (o === null) return false;
  push(frame, o);
  return true;
}

function loadFast(rt: Runtime, frame: Frame, arg: number): boolean {
  const o = frame.slots[arg] ?? null;
  if (o === null) return unboundLocal(rt, frame, arg);
  if (frame.borrowed[arg] !== 0) frame.borrowed[frame.sp] = 1;
  else incref(o);
  push(frame, o);
  return true;
}

/** The value moves with its mark; what was there before goes last. */
function storeFast(rt: Runtime, frame: Frame, arg: number): boolean {
  const { slots, borrowed } = frame;
  frame.sp -= 1;
  const from = frame.sp;
  const old = slots[arg] ?? null;
  const wasBorrowed = borrowed[arg] !== 0;
  slots[arg] = slots[from] as PyObject;
  slots[from] = null;
  if (borrowed[from] !== 0 || wasBorrowed) {
    borrowed[arg] = borrowed[from] as number;
    borrowed[from] = 0;
  }
  if (old === null || wasBorrowed) return true;
  slots[from] = old;
  closeSlot(rt, frame, from);
  return true;
}
