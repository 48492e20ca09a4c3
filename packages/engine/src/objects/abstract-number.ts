/**
 * Operators: which operand's slot is asked, in which order.   [mirrors the PyNumber_ half of Objects/abstract.c]
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { isTypeOrSubtype, raise } from "./errors.ts";
import { type Binary, hasFlag, type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { lookupMethod, typeName } from "./type-lookup.ts";
import { wrongReturn } from "./wrong-return.ts";

export const binaryOperators = {
  add: { symbol: "+", inplace: "inplaceAdd" },
  subtract: { symbol: "-", inplace: "inplaceSubtract" },
  multiply: { symbol: "*", inplace: "inplaceMultiply" },
  matrixMultiply: { symbol: "@", inplace: "inplaceMatrixMultiply" },
  trueDivide: { symbol: "/", inplace: "inplaceTrueDivide" },
  floorDivide: { symbol: "//", inplace: "inplaceFloorDivide" },
  remainder: { symbol: "%", inplace: "inplaceRemainder" },
  divmod: { symbol: "divmod()", inplace: null },
  lshift: { symbol: "<<", inplace: "inplaceLshift" },
  rshift: { symbol: ">>", inplace: "inplaceRshift" },
  and: { symbol: "&", inplace: "inplaceAnd" },
  xor: { symbol: "^", inplace: "inplaceXor" },
  or: { symbol: "|", inplace: "inplaceOr" },
} as const;

export type BinaryOperator = keyof typeof binaryOperators;
export type UnaryOperator = "negative" | "positive" | "invert";

/** [binary_op1] A new reference, `NotImplemented` included; null with an exception. */
export function binaryOp1(rt: Runtime, op: BinaryOperator, a: PyObject, b: PyObject): PyObject | null {
  const left = a.type.payload.slots[op];
  let right: Binary | undefined;
  if (a.type !== b.type) {
    right = b.type.payload.slots[op];
    if (right === left) right = undefined;
  }
  if (left !== undefined) {
    if (right !== undefined && isTypeOrSubtype(b.type, a.type)) {
      const result = right(rt, a, b);
      if (result !== rt.notImplemented) return result;
      decref(rt, result);
      right = undefined;
    }
    const result = left(rt, a, b);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (right !== undefined) return right(rt, a, b);
  return newRef(rt.notImplemented);
}

/** `a op b`, power apart. [PyNumber_Add …] */
export function binaryOp(rt: Runtime, op: BinaryOperator, a: PyObject, b: PyObject): PyObject | null {
  const result = binaryOp1(rt, op, a, b);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  if (op === "add") {
    const concat = a.type.payload.slots.concat;
    if (concat !== undefined) return concat(rt, a, b);
  } else if (op === "multiply") {
    const left = a.type.payload.slots.repeat;
    if (left !== undefined) return sequenceRepeat(rt, left, a, b);
    const right = b.type.payload.slots.repeat;
    if (right !== undefined) return sequenceRepeat(rt, right, b, a);
  }
  return unsupported(rt, binaryOperators[op].symbol, a, b);
}

/** `a op= b`. [PyNumber_InPlaceAdd …] */
export function inplaceOp(rt: Runtime, op: BinaryOperator, a: PyObject, b: PyObject): PyObject | null {
  const { symbol, inplace } = binaryOperators[op];
  const slot = inplace === null ? undefined : a.type.payload.slots[inplace];
  if (slot !== undefined) {
    const result = slot(rt, a, b);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  const result = binaryOp1(rt, op, a, b);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  if (op === "add") {
    const concat = a.type.payload.slots.inplaceConcat ?? a.type.payload.slots.concat;
    if (concat !== undefined) return concat(rt, a, b);
  } else if (op === "multiply") {
    const left = a.type.payload.slots.inplaceRepeat ?? a.type.payload.slots.repeat;
    if (left !== undefined) return sequenceRepeat(rt, left, a, b);
    const right = b.type.payload.slots.repeat;
    if (right !== undefined) return sequenceRepeat(rt, right, b, a);
  }
  return unsupported(rt, `${symbol}=`, a, b);
}

/** `base ** exponent`, or `pow(base, exponent, modulus)`; without a modulus pass None. [PyNumber_Power, ternary_op] */
export function powerOp(rt: Runtime, a: PyObject, b: PyObject, modulus: PyObject): PyObject | null {
  const result = power1(rt, a, b, modulus);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  if (modulus === rt.none) return unsupported(rt, "** or pow()", a, b);
  const types = [a, b, modulus].map((o) => `'${typeName(o.type)}'`).join(", ");
  const name = rt.profile.powerErrorNamesBoth ? "** or pow()" : "pow()";
  return raise(rt, "TypeError", `unsupported operand type(s) for ${name}: ${types}`);
}

/** `a **= b` */
export function inplacePower(rt: Runtime, a: PyObject, b: PyObject): PyObject | null {
  const slot = a.type.payload.slots.inplacePower;
  if (slot !== undefined) {
    const result = slot(rt, a, b, rt.none);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  const result = power1(rt, a, b, rt.none);
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  return unsupported(rt, "**=", a, b);
}

function power1(rt: Runtime, a: PyObject, b: PyObject, modulus: PyObject): PyObject | null {
  const left = a.type.payload.slots.power;
  let right = a.type === b.type ? undefined : b.type.payload.slots.power;
  if (right === left) right = undefined;
  if (left !== undefined) {
    if (right !== undefined && isTypeOrSubtype(b.type, a.type)) {
      const result = right(rt, a, b, modulus);
      if (result !== rt.notImplemented) return result;
      decref(rt, result);
      right = undefined;
    }
    const result = left(rt, a, b, modulus);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  if (right !== undefined) {
    const result = right(rt, a, b, modulus);
    if (result !== rt.notImplemented) return result;
    decref(rt, result);
  }
  const third = modulus.type.payload.slots.power;
  if (modulus !== rt.none && third !== undefined && third !== left) return third(rt, a, b, modulus);
  return newRef(rt.notImplemented);
}

const unarySymbols: Record<UnaryOperator, string> = { negative: "-", positive: "+", invert: "~" };

/** `-o`, `+o`, `~o` */
export function unaryOp(rt: Runtime, op: UnaryOperator, o: PyObject): PyObject | null {
  const slot = o.type.payload.slots[op];
  if (slot !== undefined) return slot(rt, o);
  return raise(rt, "TypeError", `bad operand type for unary ${unarySymbols[op]}: '${typeName(o.type)}'`);
}

/** [binop_type_error] */
function unsupported(rt: Runtime, symbol: string, a: PyObject, b: PyObject): null {
  const types = `'${typeName(a.type)}' and '${typeName(b.type)}'`;
  return raise(rt, "TypeError", `unsupported operand type(s) for ${symbol}: ${types}`);
}

/** [sequence_repeat] */
function sequenceRepeat(
  rt: Runtime,
  repeat: (rt: Runtime, self: PyObject, count: number) => PyObject | null,
  sequence: PyObject,
  count: PyObject,
): PyObject | null {
  if (count.type.payload.slots.index === undefined)
    return raise(rt, "TypeError", `can't multiply sequence by non-int of type '${typeName(count.type)}'`);
  const times = asIndex(rt, count, "OverflowError");
  return times === null ? null : repeat(rt, sequence, times);
}

/** `operator.index(o)`: an exact int or an int subclass; new reference. [_PyNumber_Index] */
export function index(rt: Runtime, o: PyObject): PyObject | null {
  if (hasFlag(o.type, TypeFlag.IntSubclass)) return newRef(o);
  const slot = o.type.payload.slots.index;
  if (slot === undefined)
    return raise(rt, "TypeError", `'${typeName(o.type)}' object cannot be interpreted as an integer`);
  const result = slot(rt, o);
  if (result === null || hasFlag(result.type, TypeFlag.IntSubclass)) return result;
  const before = `__index__ returned non-int (type ${typeName(result.type)})`;
  wrongReturn(rt, o, "__index__", "an int", result, before);
  decref(rt, result);
  return null;
}

/** The value of anything with `__index__`; null with TypeError. */
export function indexValue(rt: Runtime, o: PyObject): number | bigint | null {
  if (hasFlag(o.type, TypeFlag.IntSubclass)) return (o as PyObject<number | bigint>).payload;
  const result = index(rt, o);
  if (result === null) return null;
  const value = (result as PyObject<number | bigint>).payload;
  decref(rt, result);
  return value;
}

const maxSsize = 2 ** 63;

/**
 * A length or position. Values beyond ±2⁶³ are an `overflow`, or clipped when that is null (slices).
 * [PyNumber_AsSsize_t]
 */
export function asIndex(
  rt: Runtime,
  o: PyObject,
  overflow: "OverflowError" | "IndexError" | null,
): number | null {
  const value = indexValue(rt, o);
  if (value === null) return null;
  const n = Number(value);
  if (n < maxSsize && n >= -maxSsize) return n;
  if (overflow === null) return n < 0 ? -maxSsize : maxSsize;
  return raise(rt, overflow, `cannot fit '${typeName(o.type)}' into an index-sized integer`);
}

/** Calls a special method of one argument found on the type; `missing` when there is none. */
export function callSpecial(
  rt: Runtime,
  o: PyObject,
  name: string,
  args: readonly PyObject[],
): PyObject | null {
  const found = lookupMethod(rt, o, name);
  if (found === null) return rt.thread.exception === null ? newRef(rt.notImplemented) : null;
  const call = found.callable.type.payload.slots.call;
  const all = found.isUnbound ? [o, ...args] : args;
  hold(rt, "function being called", found.callable);
  const result =
    call === undefined
      ? raise(rt, "TypeError", `'${typeName(found.callable.type)}' object is not callable`)
      : call(rt, found.callable, all, null);
  dropHeld(rt, "function being called", found.callable);
  return result;
}
