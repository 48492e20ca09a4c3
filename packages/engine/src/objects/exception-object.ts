/**
 * What an exception carries.   [PyBaseExceptionObject, Include/cpython/pyerrors.h]
 * A leaf file: errors.ts makes exceptions before the exception types' own file can be imported.
 */
import { hasFlag, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";

export interface ExceptionData {
  /** The `args` tuple; owned. */
  args: PyObject;
  /** Owned or null, each. */
  traceback: PyObject | null;
  context: PyObject | null;
  cause: PyObject | null;
  suppressContext: boolean;
  /** Attributes of the exception's own C struct (`StopIteration.value`, `OSError.errno` …) by name; owned. */
  fields: Map<string, PyObject> | null;
  /** The arguments `__new__` got, until `__init__` has run; compared only. */
  newArguments: readonly PyObject[] | null;
}

export type PyException = PyObject<ExceptionData>;

export function isException(o: PyObject): o is PyException {
  return hasFlag(o.type, TypeFlag.BaseExceptionSubclass);
}

/** A new, tracked exception of exactly `type`; steals `args`. [BaseException_new without the subclass's init] */
export function newException(rt: Runtime, type: PyType, args: PyObject): PyException {
  const data: ExceptionData = {
    args,
    traceback: null,
    context: null,
    cause: null,
    suppressContext: false,
    newArguments: null,
    fields: null,
  };
  const exception = rt.heap.create(type, data);
  rt.heap.track(exception);
  return exception;
}
