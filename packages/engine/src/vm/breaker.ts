/** The eval breaker: what was put off until the loop can stop for it (3.12+).   [mirrors _Py_HandlePending] */
import { collectScheduled } from "../gc/collect.ts";
import type { Frame, PyObject, Runtime } from "../objects/object.ts";

export function afterNative(rt: Runtime): void {
  collectScheduled(rt);
}

/** Callables with an instruction of their own, and the number of arguments it takes. */
const ownInstructions: Readonly<Record<string, number>> = { append: 1, len: 1, isinstance: 2, type: 1 };

/**
 * Whether the call that just ran does not look at the breaker: the instruction has run before and is specialised.
 * [CALL_LIST_APPEND, CALL_LEN, CALL_ISINSTANCE, CALL_TYPE_1]
 */
export function skipsBreaker(rt: Runtime, frame: Frame, callable: PyObject, count: number): boolean {
  if ((frame.code.payload.callRuns?.[frame.pc] ?? 0) < 2) return false;
  const { types } = rt;
  if (callable === types.type) return count === ownInstructions.type;
  if (callable.type !== types.builtin_function_or_method && callable.type !== types.method_descriptor)
    return false;
  const { spec, type } = callable.payload as { spec: { name: string }; type?: PyObject };
  if (type !== undefined && type !== types.list) return false;
  return ownInstructions[spec.name] === count;
}

/** Counts the runs of a call up to two, for the sake of `skipsBreaker`. */
export function countCall(frame: Frame): void {
  const code = frame.code.payload;
  code.callRuns ??= new Uint8Array(code.unit.ops.length / 2);
  if ((code.callRuns[frame.pc] as number) < 2)
    code.callRuns[frame.pc] = (code.callRuns[frame.pc] as number) + 1;
}
