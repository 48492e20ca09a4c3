/** Generators from inside the loop: making one, delegating to one.   [mirrors RETURN_GENERATOR, SEND, CLEANUP_THROW] */

import { CodeFlag } from "../../compiler/code.ts";
import { dropHeld, hold } from "../../memory/native-hold.ts";
import { decref, newRef } from "../../memory/refcount.ts";
import { callMethod, getIter } from "../../objects/abstract.ts";
import { exceptionMatches, raise, takeException } from "../../objects/errors.ts";
import { isException } from "../../objects/exception-object.ts";
import { type PyFrame, setBack } from "../../objects/frame-object.ts";
import type { PyFunction } from "../../objects/function-object.ts";
import type { GeneratorData, PyGenerator } from "../../objects/generator-object.ts";
import { resume } from "../../objects/generator-run.ts";
import { type Frame, hasFlag, type PyObject, type Runtime, TypeFlag } from "../../objects/object.ts";
import { typeName } from "../../objects/type-lookup.ts";
import { ownSlots, popOwned, push } from "../frame.ts";

/** The generator that takes over the running frame, whose references all become its own. */
export function makeGenerator(rt: Runtime, frame: Frame): PyGenerator {
  const { unit, nameObject, qualnameObject } = frame.code.payload;
  const kind =
    (unit.flags & CodeFlag.Coroutine) !== 0
      ? "coroutine"
      : (unit.flags & CodeFlag.AsyncGenerator) !== 0
        ? "async_generator"
        : "generator";
  const func = frame.function as PyFunction | null;
  const data: GeneratorData = {
    kind,
    frame,
    closedFrame: null,
    code: frame.code,
    name: newRef(func === null ? nameObject : func.payload.name),
    qualname: newRef(func === null ? qualnameObject : func.payload.qualname),
    hasStarted: false,
    isRunning: false,
    handled: { value: null, type: null, traceback: null },
    result: null,
  };
  if (!rt.profile.framesAreLazy) newRef(frame.code);
  ownSlots(frame);
  const slots = unit.localsplus.length + unit.stacksize;
  const generator = rt.heap.create<GeneratorData>(rt.types[kind], data, rt.profile.framesAreLazy ? slots : 0);
  frame.owner = "generator";
  frame.generator = generator;
  if (!rt.profile.framesAreLazy && frame.object !== null) {
    // Who resumes it is its caller, not who made it.
    setBack(rt, frame.object as PyFrame, null);
    rt.heap.track(frame.object);
  }
  rt.heap.track(generator);
  return generator;
}

/** [iterator, value] → [iterator, item] and false, or [iterator, result] and true when it is exhausted; null: error. */
export function send(rt: Runtime, frame: Frame): boolean | null {
  const iterator = frame.slots[frame.sp - 2] as PyObject;
  const value = popOwned(frame);
  hold(rt, "value in use", value);
  let item: PyObject | null;
  let result: PyObject | null = null;
  if (iterator.type === rt.types.generator || iterator.type === rt.types.coroutine) {
    item = resume(rt, iterator as PyGenerator, value);
    result = (iterator as PyGenerator).payload.result;
    (iterator as PyGenerator).payload.result = null;
  } else if (value === rt.none && iterator.type.payload.slots.iternext !== undefined) {
    item = iterator.type.payload.slots.iternext(rt, iterator);
  } else {
    item = callMethod(rt, iterator, "send", [value]);
  }
  dropHeld(rt, "value in use", value);
  if (item !== null) {
    push(frame, item);
    return false;
  }
  if (result === null) {
    if (rt.thread.exception === null) result = newRef(rt.none);
    else if (exceptionMatches(rt, "StopIteration")) result = takeStopValue(rt);
    else return null;
  }
  push(frame, result);
  return true;
}

/** The value of the StopIteration that is set; clears it. [_PyGen_FetchStopIterationValue] */
export function takeStopValue(rt: Runtime): PyObject {
  const exception = takeException(rt);
  if (exception === null || !isException(exception)) return newRef(rt.none);
  const value = newRef(exception.payload.fields?.get("value") ?? rt.none);
  decref(rt, exception);
  return value;
}

/** [iterator, last sent, exception] → [null, value] after StopIteration; any other exception goes on. */
export function cleanupThrow(rt: Runtime, frame: Frame): boolean {
  const exception = popOwned(frame);
  if (!hasFlag(exception.type, TypeFlag.BaseExceptionSubclass)) return false;
  rt.thread.exception = exception;
  if (!exceptionMatches(rt, "StopIteration")) return false;
  const value = takeStopValue(rt);
  decref(rt, popOwned(frame));
  decref(rt, popOwned(frame));
  push(frame, null);
  push(frame, value);
  return true;
}

/** [iterable] → [iterator] for `yield from`. */
export function yieldFromIterator(rt: Runtime, frame: Frame): boolean {
  const iterable = frame.slots[frame.sp - 1] as PyObject;
  if (iterable.type === rt.types.generator) return true;
  if (iterable.type === rt.types.coroutine) {
    if ((frame.unit.flags & (CodeFlag.Coroutine | CodeFlag.IterableCoroutine)) !== 0) return true;
    raise(rt, "TypeError", "cannot 'yield from' a coroutine object in a non-coroutine generator");
    return false;
  }
  const iterator = getIter(rt, iterable);
  if (iterator === null) return false;
  decref(rt, popOwned(frame));
  push(frame, iterator);
  return true;
}

/** [awaitable] → [iterator] for `await`. [_PyCoro_GetAwaitableIter] */
export function awaitable(rt: Runtime, frame: Frame): boolean {
  const o = frame.slots[frame.sp - 1] as PyObject;
  if (o.type === rt.types.coroutine || isIterableCoroutine(rt, o)) return true;
  const slot = o.type.payload.slots.await;
  if (slot === undefined) {
    raise(rt, "TypeError", `object ${typeName(o.type)} can't be used in 'await' expression`);
    return false;
  }
  const iterator = slot(rt, o);
  if (iterator === null) return false;
  decref(rt, popOwned(frame));
  push(frame, iterator);
  return true;
}

/** What `types.coroutine` has marked: a generator that can be awaited. [CO_ITERABLE_COROUTINE] */
function isIterableCoroutine(rt: Runtime, o: PyObject): boolean {
  return (
    o.type === rt.types.generator &&
    ((o as PyGenerator).payload.code.payload.unit.flags & CodeFlag.IterableCoroutine) !== 0
  );
}

/** [object] → [asynchronous iterator]. */
export function asyncIterator(rt: Runtime, frame: Frame): boolean {
  const o = frame.slots[frame.sp - 1] as PyObject;
  const slot = o.type.payload.slots.aiter;
  if (slot === undefined) {
    raise(rt, "TypeError", `'async for' requires an object with __aiter__ method, got ${typeName(o.type)}`);
    return false;
  }
  const iterator = slot(rt, o);
  if (iterator === null) return false;
  decref(rt, popOwned(frame));
  push(frame, iterator);
  return true;
}

/** [asynchronous iterator] → [asynchronous iterator, awaitable's iterator]. */
export function asyncNext(rt: Runtime, frame: Frame): boolean {
  const o = frame.slots[frame.sp - 1] as PyObject;
  const slot = o.type.payload.slots.anext;
  if (slot === undefined) {
    raise(rt, "TypeError", `'async for' requires an iterator with __anext__ method, got ${typeName(o.type)}`);
    return false;
  }
  const next = slot(rt, o);
  if (next === null) return false;
  push(frame, next);
  return awaitable(rt, frame);
}

/** [asynchronous iterator, exception]: StopAsyncIteration ends the loop, anything else goes on. */
export function endAsyncFor(rt: Runtime, frame: Frame): boolean {
  const exception = popOwned(frame);
  rt.thread.exception = exception;
  if (!exceptionMatches(rt, "StopAsyncIteration")) return false;
  decref(rt, takeException(rt) ?? rt.none);
  decref(rt, popOwned(frame));
  return true;
}
