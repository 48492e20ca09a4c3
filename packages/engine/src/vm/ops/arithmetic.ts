/** Operators.   [mirrors BINARY_OP, COMPARE_OP, CONTAINS_OP, UNARY_* in bytecodes.c] */

import { hold, letGo } from "../../memory/native-hold.ts";
import { newRef } from "../../memory/refcount.ts";
import { contains, deleteItem, getItem, isTrue, richCompare, setItem } from "../../objects/abstract.ts";
import {
  type BinaryOperator,
  binaryOp,
  inplaceOp,
  inplacePower,
  powerOp,
  unaryOp,
} from "../../objects/abstract-number.ts";
import { compareOps, type Frame, type PyObject, type Runtime } from "../../objects/object.ts";
import { closeSlot, replaceSlot } from "../frame.ts";

/** In the order of BINARY_OP's argument; power has slots of its own. */
const operators: readonly (BinaryOperator | "power")[] = [
  "add",
  "and",
  "floorDivide",
  "lshift",
  "matrixMultiply",
  "multiply",
  "remainder",
  "or",
  "power",
  "rshift",
  "subtract",
  "trueDivide",
  "xor",
];
const count = operators.length;

/** COMPARE_OP's argument: <, <=, ==, !=, >, >=. */
const comparisons = compareOps;

export function binaryOperation(rt: Runtime, arg: number, left: PyObject, right: PyObject): PyObject | null {
  const isInplace = arg >= count;
  const operator = operators[isInplace ? arg - count : arg] ?? "add";
  if (operator === "power")
    return isInplace ? inplacePower(rt, left, right) : powerOp(rt, left, right, rt.none);
  return isInplace ? inplaceOp(rt, operator, left, right) : binaryOp(rt, operator, left, right);
}

/** [left, right] → [result]; the operands are released in the version's order. */
export function replacePair(
  rt: Runtime,
  frame: Frame,
  result: PyObject | null,
  rightFirst: boolean,
): boolean {
  if (result === null) return false;
  const at = frame.sp - 2;
  hold(rt, "result in use", result);
  if (rightFirst) {
    closeSlot(rt, frame, at + 1);
    closeSlot(rt, frame, at);
  } else {
    closeSlot(rt, frame, at);
    closeSlot(rt, frame, at + 1);
  }
  letGo(rt, "result in use", result);
  frame.slots[at] = result;
  frame.sp = at + 1;
  return true;
}

export function binary(rt: Runtime, frame: Frame, arg: number): boolean {
  const sp = frame.sp;
  const result = binaryOperation(rt, arg, frame.slots[sp - 2] as PyObject, frame.slots[sp - 1] as PyObject);
  return replacePair(rt, frame, result, rt.profile.binaryReleasesRightFirst);
}

export function compare(rt: Runtime, frame: Frame, arg: number): boolean {
  const sp = frame.sp;
  const op = comparisons[arg] ?? "==";
  const result = richCompare(rt, frame.slots[sp - 2] as PyObject, frame.slots[sp - 1] as PyObject, op);
  return replacePair(rt, frame, result, rt.profile.comparisonReleasesRightFirst);
}

export function containsOp(rt: Runtime, frame: Frame, arg: number): boolean {
  const sp = frame.sp;
  const found = contains(rt, frame.slots[sp - 1] as PyObject, frame.slots[sp - 2] as PyObject);
  if (found === null) return false;
  const result = newRef(found !== (arg === 1) ? rt.true : rt.false);
  return replacePair(rt, frame, result, rt.profile.comparisonReleasesRightFirst);
}

export function subscript(rt: Runtime, frame: Frame): boolean {
  const sp = frame.sp;
  const result = getItem(rt, frame.slots[sp - 2] as PyObject, frame.slots[sp - 1] as PyObject);
  return replacePair(rt, frame, result, rt.profile.binaryReleasesRightFirst);
}

/** [value, container, key] → []. */
export function storeSubscript(rt: Runtime, frame: Frame): boolean {
  const at = frame.sp - 3;
  const [value, container, key] = [frame.slots[at], frame.slots[at + 1], frame.slots[at + 2]];
  if (!setItem(rt, container as PyObject, key as PyObject, value as PyObject)) return false;
  for (let i = at; i < at + 3; i += 1) closeSlot(rt, frame, i);
  frame.sp = at;
  return true;
}

export function deleteSubscript(rt: Runtime, frame: Frame): boolean {
  const at = frame.sp - 2;
  if (!deleteItem(rt, frame.slots[at] as PyObject, frame.slots[at + 1] as PyObject)) return false;
  closeSlot(rt, frame, at);
  closeSlot(rt, frame, at + 1);
  frame.sp = at;
  return true;
}

export function unary(rt: Runtime, frame: Frame, op: "negative" | "positive" | "invert" | "not"): boolean {
  const at = frame.sp - 1;
  const operand = frame.slots[at] as PyObject;
  let result: PyObject | null;
  if (op === "not") {
    const truth = isTrue(rt, operand);
    result = truth === null ? null : newRef(truth ? rt.false : rt.true);
  } else {
    result = unaryOp(rt, op, operand);
  }
  if (result === null) return false;
  replaceSlot(rt, frame, at, result);
  return true;
}
