/** Cells: variables shared with inner functions.   [mirrors Objects/cellobject.c] */
import { newRef, xdecref } from "../memory/refcount.ts";
import { richCompare } from "./abstract.ts";
import { raise } from "./errors.ts";
import { newCell, type PyCell, swapCell } from "./function-object.ts";
import { type CompareOp, compareOps, type PyObject, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, type TypeSpec } from "./typespec.ts";

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  clear(rt, self);
  rt.heap.free(self);
}

function clear(rt: Runtime, self: PyObject): void {
  xdecref(rt, swapCell(rt, self as PyCell, null));
}

function traverse(self: PyObject, visit: Visit): void {
  const value = (self as PyCell).payload.value;
  if (value !== null) visit(value, "cell", null);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const value = (self as PyCell).payload.value;
  const at = `0x${rt.heap.addressOf(self).toString(16)}`;
  if (value === null) return rt.newStr(`<cell at ${at}: empty>`);
  const where = `0x${rt.heap.addressOf(value).toString(16)}`;
  return rt.newStr(`<cell at ${at}: ${typeName(value.type)} object at ${where}>`);
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject | null {
  if (other.type !== rt.types.cell) return newRef(rt.notImplemented);
  const a = (self as PyCell).payload.value;
  const b = (other as PyCell).payload.value;
  if (a !== null && b !== null) return richCompare(rt, a, b, op);
  // An empty cell comes before a full one.
  const order = (a === null ? 0 : 1) - (b === null ? 0 : 1);
  const holds = [order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0];
  return newRef(holds[compareOps.indexOf(op)] ? rt.true : rt.false);
}

export const cellSpec: TypeSpec = {
  name: "cell",
  flags: TypeFlag.HaveGc,
  basicsize: 24,
  slots: {
    dealloc,
    clear,
    traverse,
    repr,
    richcompare: compare,
    new: (rt, _type, args) => newCell(rt, args[0] === undefined ? null : newRef(args[0])),
  },
  getset: [
    getset(
      "cell_contents",
      (rt, self) => {
        const value = (self as PyCell).payload.value;
        return value === null ? raise(rt, "ValueError", "Cell is empty") : newRef(value);
      },
      (rt, self, value) => {
        xdecref(rt, swapCell(rt, self as PyCell, value === null ? null : newRef(value)));
        return true;
      },
    ),
  ],
};
