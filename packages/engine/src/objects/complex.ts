/** `complex`.   [mirrors Objects/complexobject.c] */

import { decref, newRef } from "../memory/refcount.ts";
import { callSpecialBound } from "./abstract.ts";
import { raise } from "./errors.ts";
import { floatFrom } from "./float.ts";
import { isFloat, newFloat } from "./float-object.ts";
import { floatRepr } from "./float-text.ts";
import { formatComplex } from "./format.ts";
import { hashFloat, normalize } from "./hash-number.ts";
import { allocInstance } from "./instance.ts";
import { isInt } from "./int-object.ts";
import { atan2, cos, exp, hypot, log, pow, sin } from "./libm.ts";
import { parseArguments } from "./native-arguments.ts";
import { type Binary, type CompareOp, type PyObject, type PyType, type Runtime, TypeFlag } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { argumentTypeName, typeName } from "./type-lookup.ts";
import { member, noArgs, oneArg, type TypeSpec } from "./typespec.ts";
import { wrongReturn } from "./wrong-return.ts";

export interface ComplexData {
  readonly real: number;
  readonly imag: number;
}

export type PyComplex = PyObject<ComplexData>;

export function newComplex(rt: Runtime, real: number, imag: number): PyComplex {
  return rt.heap.create<ComplexData>(rt.types.complex, { real, imag });
}

export function isComplex(rt: Runtime, o: PyObject): o is PyComplex {
  return o.type === rt.types.complex || o.type.payload.mroTypes.includes(rt.types.complex);
}

function toComplex(rt: Runtime, o: PyObject): ComplexData | null {
  if (isComplex(rt, o)) return o.payload;
  if (isFloat(o)) return { real: o.payload, imag: 0 };
  return isInt(o) ? { real: Number(o.payload), imag: 0 } : null;
}

function binary(compute: (rt: Runtime, a: ComplexData, b: ComplexData) => ComplexData | null): Binary {
  return (rt, left, right) => {
    const a = toComplex(rt, left);
    const b = toComplex(rt, right);
    if (a === null || b === null) return newRef(rt.notImplemented);
    const result = compute(rt, a, b);
    return result === null ? null : newComplex(rt, result.real, result.imag);
  };
}

function product(a: ComplexData, b: ComplexData): ComplexData {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real };
}

/** Smith's method, as CPython. [_Py_c_quot] */
function quotient(a: ComplexData, b: ComplexData): ComplexData {
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator };
  }
  const ratio = b.real / b.imag;
  const denominator = b.real * ratio + b.imag;
  return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator };
}

function divide(rt: Runtime, a: ComplexData, b: ComplexData): ComplexData | null {
  if (b.real === 0 && b.imag === 0) return raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.complex);
  return quotient(a, b);
}

function power(rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject): PyObject | null {
  if (modulus !== rt.none) return raise(rt, "ValueError", "complex modulo");
  return binary((_rt, a, b) => {
    if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 };
    if (a.real === 0 && a.imag === 0) {
      if (b.imag !== 0 || b.real < 0) return raise(rt, "ZeroDivisionError", rt.profile.zeroDivision.power);
      return { real: 0, imag: 0 };
    }
    if (b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100) return integerPower(a, b.real);
    const length = pow(hypot([a.real, a.imag]), b.real);
    const at = atan2(a.imag, a.real);
    const scale = b.imag === 0 ? length : length * exp(-at * b.imag);
    const phase = at * b.real + (b.imag === 0 ? 0 : b.imag * log(hypot([a.real, a.imag])));
    return { real: scale * cos(phase), imag: scale * sin(phase) };
  })(rt, base, exponent);
}

function integerPower(a: ComplexData, n: number): ComplexData {
  let result: ComplexData = { real: 1, imag: 0 };
  let factor = a;
  for (let left = Math.abs(n); left > 0; left >>= 1) {
    if ((left & 1) === 1) result = product(result, factor);
    factor = product(factor, factor);
  }
  return n < 0 ? quotient({ real: 1, imag: 0 }, result) : result;
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  const a = (self as PyComplex).payload;
  const b = toComplex(rt, other);
  if ((op !== "==" && op !== "!=") || b === null) return newRef(rt.notImplemented);
  const isEqual = a.real === b.real && a.imag === b.imag;
  return newRef(isEqual === (op === "==") ? rt.true : rt.false);
}

function part(value: number): string {
  return floatRepr(value).replace(/\.0$/, "");
}

/** `(1+2j)`, `2j` when the real part is a positive zero. */
function complexRepr(rt: Runtime, self: PyObject): PyObject {
  const { real, imag } = (self as PyComplex).payload;
  if (real === 0 && !Object.is(real, -0)) return rt.newStr(`${part(imag)}j`);
  const shown = part(imag);
  const sign = shown.startsWith("-") ? "" : "+";
  return rt.newStr(`(${part(real)}${sign}${shown}j)`);
}

function hash(_rt: Runtime, self: PyObject): number | bigint {
  const { real, imag } = (self as PyComplex).payload;
  const combined = BigInt.asIntN(64, BigInt(hashFloat(real)) + 1000003n * BigInt(hashFloat(imag)));
  return normalize(combined);
}

function complexNew(rt: Runtime, type: PyType, args: readonly PyObject[], names: readonly PyObject[] | null) {
  const places = parseArguments(rt, "complex", { names: ["real", "imag"], required: 0 }, args, names);
  if (places === null) return null;
  const only = places[0] ?? null;
  if (only?.type === rt.types.complex && (places[1] ?? null) === null && type === rt.types.complex)
    return newRef(only);
  const value = complexFrom(rt, places[0] ?? null, places[1] ?? null);
  if (value === null) return null;
  return type === rt.types.complex ? newComplex(rt, value.real, value.imag) : allocInstance(rt, type, value);
}

function complexFrom(rt: Runtime, real: PyObject | null, imag: PyObject | null): ComplexData | null {
  if (real !== null && isStr(real)) {
    if (imag !== null) return raise(rt, "TypeError", "complex() can't take second arg if first is a string");
    return parseComplex(rt, text(real));
  }
  const a = real === null ? { real: 0, imag: 0 } : partFrom(rt, real);
  const b = imag === null ? { real: 0, imag: 0 } : partFrom(rt, imag);
  if (a === null || b === null) return null;
  // A plain number adds no imaginary part, not even a zero that would turn −0.0 round.
  const hasImag = real !== null && isComplexObject(rt, real);
  return { real: a.real - b.imag, imag: hasImag ? a.imag + b.real : b.real };
}

function isComplexObject(rt: Runtime, o: PyObject): boolean {
  return o.type.payload.mroTypes.includes(rt.types.complex);
}

function partFrom(rt: Runtime, o: PyObject): ComplexData | null {
  const known = toComplex(rt, o);
  if (known !== null) return known;
  const converted = callSpecialBound(rt, o, "__complex__");
  if (converted !== null) return complexResult(rt, o, converted);
  if (rt.thread.exception !== null) return null;
  if (o.type.payload.slots.float === undefined && o.type.payload.slots.index === undefined)
    return raise(
      rt,
      "TypeError",
      `complex() first argument must be a string or a number, not '${typeName(o.type)}'`,
    );
  const value = floatFrom(rt, o);
  return value === null ? null : { real: value, imag: 0 };
}

function complexResult(rt: Runtime, o: PyObject, converted: PyObject): ComplexData | null {
  const isComplex = converted.type.payload.mroTypes.includes(rt.types.complex);
  const before = `__complex__ returned non-complex (type ${typeName(converted.type)})`;
  if (!isComplex) wrongReturn(rt, o, "__complex__", "a complex", converted, before);
  const value = isComplex ? toComplex(rt, converted) : null;
  decref(rt, converted);
  return value;
}

const number = "(?:\\d+(?:_\\d+)*\\.?(?:\\d+(?:_\\d+)*)?|\\.\\d+(?:_\\d+)*)(?:e[+-]?\\d+)?|inf(?:inity)?|nan";
const pattern = new RegExp(`^([+-]?(?:${number}))?(?:([+-]?(?:${number})?)j)?$`);

function parseComplex(rt: Runtime, source: string): ComplexData | null {
  const bare = source
    .trim()
    .toLowerCase()
    .replace(/^\(\s*(.*?)\s*\)$/, "$1")
    .replaceAll("_", "");
  const match = bare === "" ? null : pattern.exec(bare);
  if (match === null) return raise(rt, "ValueError", "complex() arg is a malformed string");
  const [, real, imag] = match;
  return { real: real === undefined ? 0 : toNumber(real), imag: imag === undefined ? 0 : toNumber(imag) };
}

function toNumber(source: string): number {
  if (source === "" || source === "+") return 1;
  if (source === "-") return -1;
  return Number(source.replace(/inf(inity)?/, "Infinity").replace("nan", "NaN"));
}

function format(rt: Runtime, self: PyObject, spec: PyObject): PyObject | null {
  if (!isStr(spec))
    return raise(rt, "TypeError", `__format__() argument must be str, not ${argumentTypeName(spec)}`);
  if (text(spec) === "") return complexRepr(rt, self);
  const { real, imag } = (self as PyComplex).payload;
  return formatComplex(rt, real, imag, text(spec), typeName(self.type));
}

export const complexSpec: TypeSpec = {
  name: "complex",
  flags: TypeFlag.BaseType,
  basicsize: 32,
  slots: {
    new: complexNew,
    dealloc: (rt, self) => rt.heap.free(self),
    repr: complexRepr,
    hash,
    richcompare: compare,
    bool: (_rt, self) => {
      const { real, imag } = (self as PyComplex).payload;
      return real !== 0 || imag !== 0;
    },
    add: binary((_rt, a, b) => ({ real: a.real + b.real, imag: a.imag + b.imag })),
    subtract: binary((_rt, a, b) => ({ real: a.real - b.real, imag: a.imag - b.imag })),
    multiply: binary((_rt, a, b) => product(a, b)),
    trueDivide: binary(divide),
    power,
    negative: (rt, self) => {
      const { real, imag } = (self as PyComplex).payload;
      return newComplex(rt, -real, -imag);
    },
    positive: (rt, self) =>
      self.type === rt.types.complex
        ? newRef(self)
        : newComplex(rt, (self as PyComplex).payload.real, (self as PyComplex).payload.imag),
    absolute: (rt, self) => {
      const { real, imag } = (self as PyComplex).payload;
      return newFloat(rt, hypot([real, imag]));
    },
  },
  methods: [
    noArgs("conjugate", (rt, self) => {
      const { real, imag } = (self as PyComplex).payload;
      return newComplex(rt, real, -imag);
    }),
    oneArg("__format__", format),
    noArgs("__getnewargs__", (rt, self) => {
      const { real, imag } = (self as PyComplex).payload;
      return rt.newTuple([newFloat(rt, real), newFloat(rt, imag)]);
    }),
  ],
  getset: [
    member("real", (rt, self) => newFloat(rt, (self as PyComplex).payload.real)),
    member("imag", (rt, self) => newFloat(rt, (self as PyComplex).payload.imag)),
  ],
};
