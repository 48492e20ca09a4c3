/**
 * Calls into native code, keyword calls and calls with unpacked arguments.   [mirrors CALL, CALL_KW, CALL_FUNCTION_EX]
 *
 * Calls of Python functions are the evaluation loop's own: it switches frames. These functions return "frame" when they
 * have prepared one for it.
 */
import { hold, letGo } from "../../memory/native-hold.ts";
import { decref, incref, newRef } from "../../memory/refcount.ts";
import { call, callUnpacked, fastSequence, sequenceItems } from "../../objects/abstract.ts";
import { callMethodOf } from "../../objects/descriptors.ts";
import { dictItems, newDict } from "../../objects/dict.ts";
import { clearException, exceptionMatches, raise } from "../../objects/errors.ts";
import type { PyFunction, PyMethod } from "../../objects/function-object.ts";
import type { Frame, PyObject, Runtime } from "../../objects/object.ts";
import { isStr } from "../../objects/str-object.ts";
import { isTuple, newTuple, tupleItems } from "../../objects/tuple-object.ts";
import { typeName } from "../../objects/type-lookup.ts";
import { countCall } from "../breaker.ts";
import { activate } from "../call.ts";
import {
  dropTop,
  dropTopFromBelow,
  type ExecutionFrame,
  moveSlots,
  newFrame,
  push,
  replaceSlot,
} from "../frame.ts";
import { enterInit } from "../specialize.ts";
import { mergeKeywords } from "./containers.ts";
import { describeCallable } from "./describe-callable.ts";

/** A Python function's frame to run, or the result of a native call, or null with an exception set. */
export type CallOutcome = ExecutionFrame | PyObject | null;

/**
 * A bound method on the stack is taken apart, so that its function is called with self as first argument. [expand_method]
 * Up to 3.10 the method object stays and holds both.
 */
export function expandMethod(rt: Runtime, frame: Frame, base: number): void {
  const callable = frame.slots[base] as PyMethod;
  const { func, self } = callable.payload;
  incref(func);
  incref(self);
  replaceSlot(rt, frame, base, func);
  frame.slots[base + 1] = self;
}

/** Prepares the frame of a Python function called from the stack. */
export function enterFunction(
  rt: Runtime,
  frame: Frame,
  base: number,
  count: number,
  names: readonly PyObject[] | null,
): ExecutionFrame | null {
  const func = frame.slots[base] as PyFunction;
  const start = frame.slots[base + 1] === null ? base + 2 : base + 1;
  const steals = rt.profile.argumentsMove;
  if (steals && names === null && base + 2 + count - start === func.payload.code.payload.plainArgcount)
    return enterPlain(rt, frame, base, start);
  const callee = activate(rt, func, {
    values: frame.slots,
    borrowed: steals ? frame.borrowed : null,
    start,
    count: count + (start === base + 1 ? 1 : 0),
    names,
    steals,
  });
  if (callee === null) return null;
  frame.callBase = base;
  if (steals) releaseFrom(rt, frame, base);
  return callee;
}

/**
 * As many arguments as parameters: they move from the caller's stack into the callee's slots, and so does the reference to
 * the function. [_PyEvalFramePushAndInit, as CALL_PY_EXACT_ARGS does it]
 */
function enterPlain(rt: Runtime, frame: Frame, base: number, start: number): ExecutionFrame {
  const { slots, borrowed } = frame;
  const func = slots[base] as PyFunction;
  const { code, globals, builtins, closure } = func.payload;
  const callee = newFrame(rt, code, globals, builtins, null);
  callee.closure = closure;
  callee.function = func;
  slots[base] = null;
  if (borrowed[base] !== 0) {
    borrowed[base] = 0;
    incref(func);
  }
  moveSlots(frame, start, callee, 0, frame.sp - start);
  frame.sp = base;
  frame.callBase = base;
  return callee;
}

/** Up to 3.10: a bound method of a Python function; the method object stays on the stack until the call is over. */
export function enterMethod(
  rt: Runtime,
  frame: Frame,
  base: number,
  count: number,
  names: readonly PyObject[] | null,
): ExecutionFrame | null {
  const { func, self } = (frame.slots[base] as PyMethod).payload;
  const values = [self, ...frame.slots.slice(base + 2, base + 2 + count)];
  const callee = activate(rt, func as PyFunction, {
    values,
    borrowed: null,
    start: 0,
    count: count + 1,
    names,
    steals: false,
  });
  if (callee !== null) frame.callBase = base;
  return callee;
}

/** Releases whatever is left on the stack from `base` up, the top first. */
export function releaseFrom(rt: Runtime, frame: Frame, base: number): void {
  dropTop(rt, frame, frame.sp - base);
}

/** Calls something that is no Python function; releases callable and arguments in the version's order. */
export function callNative(
  rt: Runtime,
  frame: Frame,
  base: number,
  count: number,
  names: readonly PyObject[] | null,
): PyObject | null {
  const callable = frame.slots[base] as PyObject;
  const self = frame.slots[base + 1] as PyObject | null;
  if (self === null && names === null && rt.profile.specializesInit !== "no") {
    const made = enterInit(rt, frame, base, count);
    if (made !== undefined) {
      if (made !== null) frame.sp = base;
      return made;
    }
  }
  const result =
    self === null
      ? call(rt, callable, argumentsFrom(frame, base + 2, count), names)
      : callable.type === rt.types.method_descriptor
        ? callMethodOf(rt, callable, self, argumentsFrom(frame, base + 2, count), names)
        : call(rt, callable, argumentsFrom(frame, base + 1, count + 1), names);
  if (result === null) return null;
  if (rt.profile.gcAtEvalBreaker) countCall(frame);
  hold(rt, "result in use", result);
  if (rt.profile.nativeCallReleasesFirstToLast) dropTopFromBelow(rt, frame, frame.sp - base);
  else releaseFrom(rt, frame, base);
  letGo(rt, "result in use", result);
  return result;
}

/** `count` slots from `start` on, borrowed; the array is the callee's own. */
function argumentsFrom(frame: Frame, start: number, count: number): PyObject[] {
  const slots = frame.slots as PyObject[];
  // Short ones are made in place, where slice() would be a call.
  switch (count) {
    case 0:
      return [];
    case 1:
      return [slots[start] as PyObject];
    case 2:
      return [slots[start] as PyObject, slots[start + 1] as PyObject];
    case 3:
      return [slots[start] as PyObject, slots[start + 1] as PyObject, slots[start + 2] as PyObject];
    default:
      return slots.slice(start, start + count);
  }
}

/** CALL_KW: [callable, self, args …, names]. */
export function callWithKeywords(rt: Runtime, frame: Frame, count: number): CallOutcome {
  const names = tupleItems(frame.slots[frame.sp - 1] as PyObject);
  const base = frame.sp - count - 3;
  let callable = frame.slots[base] as PyObject;
  if (callable.type === rt.types.method && frame.slots[base + 1] === null) {
    if (rt.profile.argumentsMove) {
      expandMethod(rt, frame, base);
      callable = frame.slots[base] as PyObject;
    } else if ((callable as PyMethod).payload.func.type === rt.types.function) {
      return enterMethod(rt, frame, base, count, names);
    }
  }
  if (callable.type === rt.types.function) return enterFunction(rt, frame, base, count, names);
  return callNative(rt, frame, base, count, names);
}

/** CALL_FUNCTION_EX: [callable, null, args, kwargs?]. */
export function callWithUnpacking(rt: Runtime, frame: Frame, hasKeywords: boolean): CallOutcome {
  const base = frame.sp - (hasKeywords ? 4 : 3);
  if (hasKeywords && !readyKeywords(rt, frame, base)) return null;
  if (!readyArguments(rt, frame, base)) return null;
  const callable = frame.slots[base] as PyObject;
  const positional = tupleItems(frame.slots[base + 2] as PyObject);
  const keywords = hasKeywords ? dictItems(frame.slots[base + 3] as PyObject) : [];
  const names = keywords.length === 0 ? null : keywords.map(([name]) => name);
  const values = [...positional, ...keywords.map(([, value]) => value)];
  if (callable.type === rt.types.function) {
    if (names?.some((name) => !isStr(name))) return raise(rt, "TypeError", notStrings(rt, callable));
    const callee = activate(rt, callable as PyFunction, {
      values,
      borrowed: null,
      start: 0,
      count: values.length,
      names,
      steals: false,
    });
    if (callee === null) return null;
    frame.callBase = base;
    if (rt.profile.starCallsUnpackEarly) releaseFrom(rt, frame, base);
    else if (names !== null) holdValues(frame, values);
    return callee;
  }
  if (names?.some((name) => !isStr(name))) return raise(rt, "TypeError", notStrings(rt, callable));
  const result = callUnpacked(rt, callable, frame.slots[base + 2] as PyObject, values, names);
  if (result === null) return null;
  hold(rt, "result in use", result);
  releaseFrom(rt, frame, base);
  letGo(rt, "result in use", result);
  return result;
}

/** Up to 3.11 a dict of keywords is unpacked into an array that holds all arguments during the call. */
function holdValues(frame: Frame, values: readonly PyObject[]): void {
  for (const value of values) push(frame, newRef(value));
}

/** The keyword argument becomes an exact dict. */
function readyKeywords(rt: Runtime, frame: Frame, base: number): boolean {
  const given = frame.slots[base + 3] as PyObject;
  if (given.type === rt.types.dict) return true;
  const dict = newDict(rt);
  if (!mergeKeywords(rt, frame.slots[base] as PyObject, dict, given)) {
    decref(rt, dict);
    return false;
  }
  replaceSlot(rt, frame, base + 3, dict);
  return true;
}

/** The positional arguments become an exact tuple. */
function readyArguments(rt: Runtime, frame: Frame, base: number): boolean {
  const given = frame.slots[base + 2] as PyObject;
  if (isTuple(given) && given.type === rt.types.tuple) return true;
  const sequence = fastSequence(rt, given, "");
  if (sequence === null) {
    if (exceptionMatches(rt, "TypeError") && given.type.payload.slots.iter === undefined) {
      clearException(rt);
      const who = unpackedFor(rt, frame.slots[base] as PyObject, "*");
      raise(rt, "TypeError", `${who} must be an iterable, not ${typeName(given.type)}`);
    }
    return false;
  }
  const tuple =
    isTuple(sequence) && sequence.type === rt.types.tuple
      ? sequence
      : newTuple(rt, sequenceItems(sequence).map(newRef));
  if (tuple !== sequence) decref(rt, sequence);
  replaceSlot(rt, frame, base + 2, tuple);
  return true;
}

function notStrings(rt: Runtime, callable: PyObject): string {
  if (rt.profile.callErrorsNameModule) return "keywords must be strings";
  return `${describeCallable(rt, callable)} keywords must be strings`;
}

/** What messages call the thing after a star: from 3.15 without the callee. */
function unpackedFor(rt: Runtime, callable: PyObject, stars: string): string {
  if (rt.profile.saysParameter) return `Value after ${stars}`;
  return `${describeCallable(rt, callable)} argument after ${stars}`;
}
