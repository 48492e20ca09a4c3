/** The exception `generator.throw(…)` raises, from its one to three arguments.   [mirrors _gen_throw] */
import { decref, newRef } from "../memory/refcount.ts";
import { call, reprText } from "./abstract.ts";
import { raise, setTraceback, takeException } from "./errors.ts";
import { isException } from "./exception-object.ts";
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isTuple, tupleItems } from "./tuple-object.ts";
import { typeName } from "./type-lookup.ts";

/** A new reference to the instance, its traceback set; null with TypeError. */
export function makeThrown(rt: Runtime, args: readonly PyObject[]): PyObject | null {
  const [type, value, traceback] = args;
  if (traceback !== undefined && traceback !== rt.none && traceback.type !== rt.types.traceback)
    return raise(rt, "TypeError", "throw() third argument must be a traceback object");
  const thrown = type === undefined ? null : instance(rt, type, value ?? rt.none);
  if (thrown === null) return null;
  if (traceback !== undefined && traceback !== rt.none && isException(thrown))
    setTraceback(rt, thrown, newRef(traceback));
  return thrown;
}

function instance(rt: Runtime, type: PyObject, value: PyObject): PyObject | null {
  if (isException(type)) {
    if (value === rt.none) return newRef(type);
    return raise(rt, "TypeError", "instance exception may not have a separate value");
  }
  const isClass =
    hasFlag(type.type, TypeFlag.TypeSubclass) && hasFlag(type as PyType, TypeFlag.BaseExceptionSubclass);
  if (!isClass) {
    const shown = typeName(type.type);
    return raise(
      rt,
      "TypeError",
      `exceptions must be classes or instances deriving from BaseException, not ${shown}`,
    );
  }
  if (isException(value) && value.type.payload.mroTypes.includes(type as PyType)) return newRef(value);
  const args = value === rt.none ? [] : isTuple(value) ? tupleItems(value).map(newRef) : [newRef(value)];
  const made = call(rt, type, args);
  for (const arg of args) decref(rt, arg);
  // A class that fails to make its instance: that failure is thrown instead.
  if (made === null) return takeException(rt);
  if (isException(made)) return made;
  const shown = reprText(rt, type);
  if (shown !== null)
    raise(
      rt,
      "TypeError",
      `calling ${shown} should have returned an instance of BaseException, not ${typeName(made.type)}`,
    );
  decref(rt, made);
  return takeException(rt);
}
