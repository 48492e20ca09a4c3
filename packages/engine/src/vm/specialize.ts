/**
 * Instructions that have run before and do their work without a native function in between.
 * [mirrors Python/specialize.c and LOAD_ATTR_PROPERTY, LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN, BINARY_SUBSCR_GETITEM,
 * CALL_ALLOC_AND_ENTER_INIT, LOAD_SUPER_ATTR_METHOD]
 *
 * Most specialised instructions only save time. These few move references of the stack into a Python function's frame where
 * the general form copies them, so the counts a getter, `__getitem__` or `__init__` sees drop from the second time on (3.11:
 * from the eighth).
 */

import { CodeFlag } from "../compiler/code.ts";
import { Op } from "../compiler/opcodes.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { typeName } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import type { PyFunction } from "../objects/function-object.ts";
import {
  type Frame,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
} from "../objects/object.ts";
import { typeLookup } from "../objects/type-lookup.ts";
import { activate, prepareFrame, runFrame } from "./call.ts";
import { closeSlot, moveSlots } from "./frame.ts";

/** What one instruction remembers; `target` is compared only, never used. */
interface Adaptive {
  runs: number;
  misses: number;
  target: PyObject | null;
}

/** Misses after which an instruction looks at what it meets afresh. [ADAPTIVE_COOLDOWN_VALUE] */
const cooldown = 52;

/** Whether the running instruction is specialised for `target`, a type; counts the run. */
export function isSpecialized(rt: Runtime, frame: Frame, target: PyObject): boolean {
  const code = frame.code.payload;
  code.adaptive ??= new Map();
  let state = code.adaptive.get(frame.pc) as Adaptive | undefined;
  if (state === undefined) {
    state = { runs: 0, misses: 0, target: null };
    code.adaptive.set(frame.pc, state);
  }
  if (state.target === target) return true;
  if (state.target !== null) {
    state.misses += 1;
    if (state.misses <= cooldown) return false;
  } else {
    state.runs += 1;
    if (state.runs <= rt.profile.specializesAfter) return false;
  }
  state.target = target;
  state.misses = 0;
  return true;
}

/** Positional parameters alone, no star. [function_kind] */
function isSimple(func: PyFunction): boolean {
  const unit = func.payload.code.payload.unit;
  return (unit.flags & (CodeFlag.VarArgs | CodeFlag.VarKeywords)) === 0 && unit.kwonlyArgcount === 0;
}

/**
 * Calls `func` with the topmost `count` references of the stack and `extra` (stolen) when the running instruction is `op`,
 * works on `self` and is specialised; undefined otherwise.
 */
export function callFromStack(
  rt: Runtime,
  op: "LOAD_ATTR" | "BINARY_SUBSCR",
  func: PyObject,
  self: PyObject,
  count: number,
  extra: readonly PyObject[],
): PyObject | null | undefined {
  const frame = rt.thread.frame;
  if (frame === null || frame.unit.ops[frame.pc * 2] !== Op[op]) return undefined;
  const from = frame.sp - count;
  if (frame.slots[from] !== self || func.type !== rt.types.function) return undefined;
  const target = func as PyFunction;
  if (!isSimple(target) || target.payload.code.payload.unit.argcount !== count + extra.length)
    return undefined;
  if (!isSpecialized(rt, frame, self.type)) return undefined;
  for (const o of extra) newRef(o);
  const values = [...frame.slots.slice(from, frame.sp), ...extra];
  const borrowed = Uint8Array.from(values, (_, i) => (i < count ? (frame.borrowed[from + i] ?? 0) : 0));
  for (let i = from; i < frame.sp; i += 1) {
    frame.slots[i] = null;
    if (frame.borrowed[i] !== 0) frame.borrowed[i] = 0;
  }
  return run(rt, target, values, borrowed);
}

/** A Python function with arguments that are all its own. */
function run(
  rt: Runtime,
  func: PyFunction,
  values: (PyObject | null)[],
  borrowed: Uint8Array,
): PyObject | null {
  const source = { values, borrowed, start: 0, count: values.length, names: null, steals: true };
  const callee = activate(rt, func, source);
  if (callee !== null) return runFrame(rt, callee);
  values.forEach((o, i) => {
    if (o !== null && borrowed[i] === 0) decref(rt, o);
  });
  return null;
}

/**
 * A class called from the stack with its `__init__` run on the arguments themselves; undefined when this call is not
 * specialised. [CALL_ALLOC_AND_ENTER_INIT, EXIT_INIT_CHECK]
 */
export function enterInit(
  rt: Runtime,
  frame: Frame,
  base: number,
  count: number,
): PyObject | null | undefined {
  const cls = frame.slots[base] as PyType;
  const init = specializableInit(rt, cls, count);
  if (init === null || !isSpecialized(rt, frame, cls)) return undefined;
  const self = cls.payload.slots.new?.(rt, cls, [], null) ?? null;
  if (self === null) return null;
  const func = newRef(init);
  closeSlot(rt, frame, base);
  if (rt.recorder !== null) rt.recorder.nativeHold("instance being made", self);
  hold(rt, "function being called", func);
  const result =
    func.payload.code.payload.plainArgcount === count + 1
      ? runFrame(rt, initFrame(rt, frame, base, count, func, self))
      : runInit(rt, frame, base, count, func, self);
  if (rt.recorder !== null) rt.recorder.nativeRelease("instance being made", self);
  dropHeld(rt, "function being called", func);
  const isNone = result === rt.none;
  if (result !== null && !isNone)
    raise(rt, "TypeError", `__init__() should return None, not '${typeName(result.type)}'`);
  if (result !== null) decref(rt, result);
  if (isNone) return self;
  decref(rt, self);
  return null;
}

/** All parameters are given: self and the arguments move into the frame. */
function initFrame(
  rt: Runtime,
  frame: Frame,
  base: number,
  count: number,
  func: PyFunction,
  self: PyObject,
): Frame {
  const { code, globals, builtins, closure } = func.payload;
  const callee = prepareFrame(rt, code, globals, builtins, null);
  callee.function = newRef(func);
  callee.closure = closure;
  callee.slots[0] = newRef(self);
  moveSlots(frame, base + 2, callee, 1, count);
  return callee;
}

/** Defaults fill the rest. */
function runInit(
  rt: Runtime,
  frame: Frame,
  base: number,
  count: number,
  func: PyFunction,
  self: PyObject,
): PyObject | null {
  const values: (PyObject | null)[] = [newRef(self)];
  const borrowed = new Uint8Array(count + 1);
  for (let i = 0; i < count; i += 1) {
    const at = base + 2 + i;
    values.push(frame.slots[at] as PyObject);
    borrowed[i + 1] = frame.borrowed[at] ?? 0;
    frame.slots[at] = null;
    if (frame.borrowed[at] !== 0) frame.borrowed[at] = 0;
  }
  return run(rt, func, values, borrowed);
}

/** [specialize_class_call] */
function specializableInit(rt: Runtime, cls: PyType, count: number): PyFunction | null {
  const { specializesInit } = rt.profile;
  if (specializesInit === "no" || cls.type !== rt.types.type || !hasFlag(cls, TypeFlag.HeapType)) return null;
  if (cls.payload.slots.new !== rt.types.object.payload.slots.new) return null;
  if (specializesInit === "inline" && cls.payload.heap?.dictKind !== "inline") return null;
  const init = typeLookup(rt, cls, "__init__");
  if (init === null || init.type !== rt.types.function || !isSimple(init as PyFunction)) return null;
  const unit = (init as PyFunction).payload.code.payload.unit;
  if (unit.argcount < count + 1) return null;
  return specializesInit === "inline" && unit.argcount !== count + 1 ? null : (init as PyFunction);
}
