/**
 * What a function, a bound method and a cell carry.   [PyFunctionObject, PyMethodObject, PyCellObject]
 * A leaf file: the machine makes these, their types' own files build on the machine.
 */
import { newRef } from "../memory/refcount.ts";
import { dictGetText } from "./dict.ts";
import type { CodeData, PyObject, Runtime } from "./object.ts";
import { isStr } from "./str-object.ts";

export interface FunctionData {
  /** Owned, as everything below that is not null. */
  code: PyObject<CodeData>;
  globals: PyObject;
  builtins: PyObject;
  name: PyObject;
  qualname: PyObject;
  /** A tuple. */
  defaults: PyObject | null;
  /** A dict. */
  kwdefaults: PyObject | null;
  /** A tuple of cells. */
  closure: PyObject | null;
  doc: PyObject;
  module: PyObject | null;
  /** A dict; a flat tuple until somebody asks (3.10+). */
  annotations: PyObject | null;
  /** `__annotate__` (3.14+). */
  annotate: PyObject | null;
  typeParams: PyObject | null;
}

export type PyFunction = PyObject<FunctionData>;

export interface MethodData {
  /** Owned, both. */
  readonly func: PyObject;
  readonly self: PyObject;
}

export type PyMethod = PyObject<MethodData>;

export interface CellData {
  /** Owned; null when the variable is not set. */
  value: PyObject | null;
}

export type PyCell = PyObject<CellData>;

/** [PyFunction_NewWithQualName] */
export function newFunction(
  rt: Runtime,
  code: PyObject<CodeData>,
  globals: PyObject,
  builtins: PyObject,
): PyFunction {
  const { unit, nameObject, qualnameObject } = code.payload;
  const first = code.payload.consts[0];
  const hasDocstring = first !== undefined && isStr(first) && unit.hasDocstring;
  const module = dictGetText(globals, "__name__");
  const func = rt.heap.create<FunctionData>(rt.types.function, {
    code: newRef(code),
    globals: newRef(globals),
    builtins: newRef(builtins),
    name: newRef(nameObject),
    qualname: newRef(qualnameObject),
    defaults: null,
    kwdefaults: null,
    closure: null,
    doc: newRef(hasDocstring ? first : rt.none),
    module: module === null ? null : newRef(module),
    annotations: null,
    annotate: null,
    typeParams: null,
  });
  rt.heap.track(func);
  if (rt.recorder !== null) recordFunction(rt, func);
  return func;
}

function recordFunction(rt: Runtime, func: PyFunction): void {
  const data = func.payload;
  rt.recorder?.slotWrite(func, "__code__", null, null, data.code);
  rt.recorder?.slotWrite(func, "__globals__", null, null, data.globals);
  rt.recorder?.slotWrite(func, "__builtins__", null, null, data.builtins);
  rt.recorder?.slotWrite(func, "__name__", null, null, data.name);
  rt.recorder?.slotWrite(func, "__qualname__", null, null, data.qualname);
  rt.recorder?.slotWrite(func, "__doc__", null, null, data.doc);
  if (data.module !== null) rt.recorder?.slotWrite(func, "__module__", null, null, data.module);
}

/** A method bound to `self`; both borrowed. [PyMethod_New] */
export function newMethod(rt: Runtime, func: PyObject, self: PyObject): PyMethod {
  const method = rt.heap.create<MethodData>(rt.types.method, { func: newRef(func), self: newRef(self) });
  rt.heap.track(method);
  if (rt.recorder !== null) {
    rt.recorder.slotWrite(method, "__func__", null, null, func);
    rt.recorder.slotWrite(method, "__self__", null, null, self);
  }
  return method;
}

/** A cell around `value`, stolen. [PyCell_New] */
export function newCell(rt: Runtime, value: PyObject | null): PyCell {
  const cell = rt.heap.create<CellData>(rt.types.cell, { value });
  rt.heap.track(cell);
  if (rt.recorder !== null && value !== null) rt.recorder.slotWrite(cell, "cell", null, null, value);
  return cell;
}

/** Stores `value` (stolen) and returns what was there, now the caller's. */
export function swapCell(rt: Runtime, cell: PyCell, value: PyObject | null): PyObject | null {
  const old = cell.payload.value;
  cell.payload.value = value;
  if (rt.recorder !== null) rt.recorder.slotWrite(cell, "cell", null, old, value);
  return old;
}
