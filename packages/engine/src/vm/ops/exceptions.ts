/** Raising, handling, `with`, exception groups.   [mirrors RAISE_VARARGS, PUSH_EXC_INFO, CHECK_EXC_MATCH, BEFORE_WITH …] */
import { dropHeld, hold, letGo } from "../../memory/native-hold.ts";
import { decref, incref, newRef, xdecref } from "../../memory/refcount.ts";
import { call, reprText } from "../../objects/abstract.ts";
import {
  isTypeOrSubtype,
  raise,
  raiseObject,
  restoreException,
  setCause,
  setContext,
} from "../../objects/errors.ts";
import { splitGroup } from "../../objects/exception-group.ts";
import { isException } from "../../objects/exception-object.ts";
import { listItems } from "../../objects/list-object.ts";
import {
  type Frame,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
  topmostHandled,
} from "../../objects/object.ts";
import { isTuple, newTuple, tupleItems } from "../../objects/tuple-object.ts";
import { lookupSpecial, typeLookup, typeName } from "../../objects/type-lookup.ts";
import { dropTop, peek, popOwned, push } from "../frame.ts";

/** `raise`, `raise e`, `raise e from c`. True: an exception that is already traced goes on (a bare `raise`). [do_raise] */
export function raiseVarargs(rt: Runtime, frame: Frame, count: number): boolean {
  const cause = count === 2 ? popOwned(frame) : null;
  if (count === 0) {
    const handled = topmostHandled(rt.thread);
    if (handled === null) {
      raise(rt, "RuntimeError", "No active exception to reraise");
      return false;
    }
    restoreException(rt, newRef(handled));
    return true;
  }
  const given = popOwned(frame);
  if (cause !== null) hold(rt, "cause of an exception", cause);
  const exception = instanceOf(rt, given);
  if (cause !== null) letGo(rt, "cause of an exception", cause);
  if (exception === null) {
    xdecref(rt, cause);
    return false;
  }
  if (cause !== null && isException(exception)) {
    hold(rt, "exception being raised", exception);
    const fixed = fixCause(rt, cause);
    letGo(rt, "exception being raised", exception);
    if (fixed === undefined) {
      decref(rt, exception);
      return false;
    }
    setCause(rt, exception, fixed);
  }
  raiseObject(rt, exception);
  return false;
}

/** An exception from a class or an instance; steals and returns a reference. */
function instanceOf(rt: Runtime, given: PyObject): PyObject | null {
  if (isException(given)) return given;
  if (isExceptionClass(given)) {
    hold(rt, "function being called", given);
    const made = call(rt, given, []);
    letGo(rt, "function being called", given);
    if (made !== null && !isException(made)) {
      const shown = reprText(rt, given) ?? "";
      raise(
        rt,
        "TypeError",
        `calling ${shown} should have returned an instance of BaseException, not ${reprText(rt, made.type) ?? ""}`,
      );
      decref(rt, made);
      decref(rt, given);
      return null;
    }
    decref(rt, given);
    return made;
  }
  decref(rt, given);
  return raise(rt, "TypeError", "exceptions must derive from BaseException");
}

export function isExceptionClass(o: PyObject): boolean {
  return hasFlag(o.type, TypeFlag.TypeSubclass) && hasFlag(o as PyType, TypeFlag.BaseExceptionSubclass);
}

/** The cause as an instance, null for None, undefined with an exception set; steals. */
function fixCause(rt: Runtime, cause: PyObject): PyObject | null | undefined {
  if (cause === rt.none) {
    decref(rt, cause);
    return null;
  }
  if (isException(cause)) return cause;
  if (isExceptionClass(cause)) {
    hold(rt, "function being called", cause);
    const made = call(rt, cause, []);
    dropHeld(rt, "function being called", cause);
    return made ?? undefined;
  }
  decref(rt, cause);
  raise(rt, "TypeError", "exception causes must derive from BaseException");
  return undefined;
}

/** [exception] → [previous, exception]; the exception is being handled from now on. */
export function pushExcInfo(rt: Runtime, frame: Frame): void {
  const at = frame.sp - 1;
  const exception = frame.slots[at] as PyObject;
  frame.slots[at] = rt.thread.handled;
  frame.slots[at + 1] = exception;
  frame.sp = at + 2;
  rt.thread.handled = newRef(exception);
}

/** [exception] → [old tb, old value, old type, tb, value, type] (≤ 3.10). */
export function pushExcInfoTriple(rt: Runtime, frame: Frame): void {
  const thread = rt.thread;
  const at = frame.sp - 1;
  const exception = frame.slots[at] as PyObject;
  const traceback = isException(exception) ? exception.payload.traceback : null;
  frame.slots[at] = thread.handledTraceback;
  frame.slots[at + 1] = thread.handled;
  frame.slots[at + 2] = thread.handledType;
  if (traceback !== null) {
    incref(traceback);
    incref(traceback);
  }
  frame.slots[at + 3] = traceback;
  frame.slots[at + 4] = exception;
  frame.slots[at + 5] = newRef(exception.type);
  frame.sp = at + 6;
  thread.handledTraceback = traceback;
  thread.handled = newRef(exception);
  thread.handledType = newRef(exception.type);
}

/** [previous] → []; what is handled now is released. */
export function popExcept(rt: Runtime, frame: Frame): void {
  frame.sp -= 1;
  const previous = frame.slots[frame.sp] ?? null;
  frame.slots[frame.sp] = null;
  const handled = rt.thread.handled;
  rt.thread.handled = previous;
  xdecref(rt, handled);
}

export function popExceptTriple(rt: Runtime, frame: Frame): void {
  const thread = rt.thread;
  const { handled, handledType, handledTraceback } = thread;
  const at = frame.sp - 3;
  thread.handledTraceback = frame.slots[at] ?? null;
  thread.handled = frame.slots[at + 1] ?? null;
  thread.handledType = frame.slots[at + 2] ?? null;
  frame.slots[at] = frame.slots[at + 1] = frame.slots[at + 2] = null;
  frame.sp = at;
  if (handledTraceback !== null) hold(rt, "traceback no longer handled", handledTraceback);
  xdecref(rt, handledType);
  xdecref(rt, handled);
  if (handledTraceback !== null) dropHeld(rt, "traceback no longer handled", handledTraceback);
}

/** [exception] → raised again, without a new line in its traceback. */
export function reraise(rt: Runtime, frame: Frame): void {
  rt.thread.exception = popOwned(frame);
}

/** [tb, value, type] → raised again (≤ 3.10). */
export function reraiseTriple(rt: Runtime, frame: Frame): void {
  const type = popOwned(frame);
  const value = popOwned(frame);
  frame.sp -= 1;
  const traceback = frame.slots[frame.sp] ?? null;
  frame.slots[frame.sp] = null;
  rt.thread.exception = value;
  decref(rt, type);
  xdecref(rt, traceback);
}

/** [exception, expected] → [exception, bool]. */
export function checkExcMatch(rt: Runtime, frame: Frame): boolean {
  const matches = matchesHandler(rt, peek(frame, 2).type, peek(frame, 1));
  if (matches === null) return false;
  dropTop(rt, frame, 1);
  push(frame, newRef(matches ? rt.true : rt.false));
  return true;
}

/** [type, expected] → [bool] (≤ 3.10). */
export function checkExcType(rt: Runtime, frame: Frame): boolean {
  const matches = matchesHandler(rt, peek(frame, 2) as PyType, peek(frame, 1));
  if (matches === null) return false;
  dropTop(rt, frame, 2);
  push(frame, newRef(matches ? rt.true : rt.false));
  return true;
}

function matchesHandler(rt: Runtime, type: PyType, expected: PyObject): boolean | null {
  const candidates = isTuple(expected) ? tupleItems(expected) : [expected];
  for (const candidate of candidates) {
    if (isExceptionClass(candidate)) continue;
    raise(rt, "TypeError", "catching classes that do not inherit from BaseException is not allowed");
    return null;
  }
  return candidates.some((candidate) => isTypeOrSubtype(type, candidate as PyType));
}

/** [group, expected] → [rest, matched or None]. [CHECK_EG_MATCH] */
export function checkEgMatch(rt: Runtime, frame: Frame): boolean {
  const expected = peek(frame, 1);
  const exception = peek(frame, 2);
  const candidates = isTuple(expected) ? tupleItems(expected) : [expected];
  for (const candidate of candidates) {
    if (!isExceptionClass(candidate)) {
      raise(rt, "TypeError", "catching classes that do not inherit from BaseException is not allowed");
      return false;
    }
    if (isTypeOrSubtype(candidate as PyType, rt.types.BaseExceptionGroup)) {
      raise(rt, "TypeError", "catching ExceptionGroup with except* is not allowed. Use except instead.");
      return false;
    }
  }
  if (exception === rt.none) {
    dropTop(rt, frame, 1);
    push(frame, newRef(rt.none));
    return true;
  }
  const parts = splitForHandler(rt, exception, expected, candidates);
  if (parts === null) return false;
  const [matched, rest] = parts;
  dropTop(rt, frame, 2);
  push(frame, rest);
  push(frame, matched);
  if (matched !== rt.none) {
    const old = rt.thread.handled;
    rt.thread.handled = newRef(matched);
    xdecref(rt, old);
  }
  return true;
}

function splitForHandler(
  rt: Runtime,
  exception: PyObject,
  expected: PyObject,
  candidates: readonly PyObject[],
): [PyObject, PyObject] | null {
  if (isTypeOrSubtype(exception.type, rt.types.BaseExceptionGroup))
    return splitGroup(rt, exception, expected);
  const matches = candidates.some((candidate) => isTypeOrSubtype(exception.type, candidate as PyType));
  if (!matches) return [newRef(rt.none), newRef(exception)];
  // A naked exception that matches is wrapped.
  const empty = rt.newStr("");
  const members = newTuple(rt, [newRef(exception)]);
  hold(rt, "value in use", empty);
  hold(rt, "value in use", members);
  const group = call(rt, rt.types.ExceptionGroup, [empty, members]);
  dropHeld(rt, "value in use", empty);
  dropHeld(rt, "value in use", members);
  return group === null ? null : [group, newRef(rt.none)];
}

/** [original, results] → [exception to raise or None]. [_PyExc_PrepReraiseStar] */
export function prepReraiseStar(rt: Runtime, frame: Frame): boolean {
  const original = peek(frame, 2);
  const results = listItems(peek(frame, 1)).filter((o) => o !== rt.none);
  let outcome: PyObject | null;
  if (results.length === 0) outcome = newRef(rt.none);
  else if (results.length === 1) outcome = newRef(results[0] as PyObject);
  else {
    const message = rt.newStr("");
    const members = newTuple(rt, results.map(newRef));
    hold(rt, "value in use", message);
    hold(rt, "value in use", members);
    outcome = call(rt, rt.types.BaseExceptionGroup, [message, members]);
    dropHeld(rt, "value in use", message);
    dropHeld(rt, "value in use", members);
    if (
      outcome !== null &&
      isException(outcome) &&
      isException(original) &&
      original.payload.context !== null
    )
      setContext(rt, outcome, newRef(original.payload.context));
  }
  if (outcome === null) return false;
  dropTop(rt, frame, 2);
  push(frame, outcome);
  return true;
}

/** [manager] → [bound exit, result of enter] (≤ 3.13). */
export function beforeWith(rt: Runtime, frame: Frame, isAsync: boolean): boolean {
  const manager = peek(frame, 1);
  const [enterName, exitName] = isAsync ? ["__aenter__", "__aexit__"] : ["__enter__", "__exit__"];
  const enter = lookupSpecial(rt, manager, enterName);
  if (enter === null) return missingProtocol(rt, manager, isAsync, enterName, exitName, true);
  const exit = lookupSpecial(rt, manager, exitName);
  if (exit === null) {
    decref(rt, enter);
    return missingProtocol(rt, manager, isAsync, enterName, exitName, false);
  }
  dropTop(rt, frame, 1);
  push(frame, exit);
  hold(rt, "function being called", enter);
  const result = call(rt, enter, []);
  dropHeld(rt, "function being called", enter);
  if (result === null) return false;
  push(frame, result);
  return true;
}

const specialNames = ["__enter__", "__exit__", "__aenter__", "__aexit__"] as const;

/** [object] → [method, self]; self as it was loaded, or null beside a method that is bound already (3.14+). */
export function loadSpecial(rt: Runtime, frame: Frame, arg: number): boolean {
  const at = frame.sp - 1;
  const o = frame.slots[at] as PyObject;
  const name = specialNames[arg] ?? "__enter__";
  const found = typeLookup(rt, o.type, name);
  if (found !== null && hasFlag(found.type, TypeFlag.MethodDescriptor)) {
    frame.slots[at + 1] = o;
    frame.borrowed[at + 1] = frame.borrowed[at] as number;
    if (frame.borrowed[at] !== 0) frame.borrowed[at] = 0;
    frame.slots[at] = newRef(found);
    frame.sp = at + 2;
    return true;
  }
  const bound = lookupSpecial(rt, o, name);
  if (bound === null)
    return missingProtocol(rt, o, arg >= 2, name, specialNames[arg | 1] ?? name, (arg & 1) === 0);
  dropTop(rt, frame, 1);
  frame.slots[at] = bound;
  frame.slots[at + 1] = null;
  frame.sp = at + 2;
  return true;
}

function missingProtocol(
  rt: Runtime,
  manager: PyObject,
  isAsync: boolean,
  enterName: string,
  exitName: string,
  lacksEnter: boolean,
): boolean {
  if (rt.thread.exception !== null) return false;
  const name = typeName(manager.type);
  if (!rt.profile.saysNotAssociated) {
    raise(rt, "AttributeError", lacksEnter ? enterName : exitName);
    return false;
  }
  const kind = isAsync ? "asynchronous context manager" : "context manager";
  const missing = lacksEnter ? "" : ` (missed ${exitName} method)`;
  raise(rt, "TypeError", `'${name}' object does not support the ${kind} protocol${missing}`);
  return false;
}

/** [exit, self, previous …, exception] → [.., result of exit(type, value, traceback)]. */
export function withExceptStart(rt: Runtime, frame: Frame): boolean {
  const isTriple = !rt.profile.hasExceptionTable;
  const exception = peek(frame, isTriple ? 2 : 1);
  const hasSelf = rt.profile.withUnbindsExit;
  const base = frame.sp - (isTriple ? 7 : hasSelf ? 4 : 3);
  const exit = frame.slots[base] as PyObject;
  const self = hasSelf ? (frame.slots[base + 1] ?? null) : null;
  const traceback = isException(exception) ? (exception.payload.traceback ?? rt.none) : rt.none;
  const args = [exception.type, exception, traceback];
  const result = call(rt, exit, self === null ? args : [self, ...args]);
  if (result === null) return false;
  push(frame, result);
  return true;
}
