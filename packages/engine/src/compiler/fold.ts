/**
 * Arithmetic on constants at compile time, with the limits that keep code objects small.
 * [mirrors safe_multiply, safe_power, safe_lshift, safe_mod in Python/ast_opt.c and Python/flowgraph.c]
 *
 * null: not folded; the instruction runs (and raises, if it must) at run time.
 */
import { pow } from "../objects/libm.ts";
import type { Operator } from "../parser/ast.ts";
import type { CodeConstant } from "./code.ts";
import { boolConstant, constantTruth, intConstant, strConstant, tupleConstant } from "./constants.ts";

const maxIntBits = 128;
const maxCollection = 256;
const maxText = 4096;

export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

export function foldUnary(op: UnaryOperator, operand: CodeConstant): CodeConstant | null {
  if (op === "Not") return boolConstant(!constantTruth(operand));
  const whole = asInt(operand);
  if (whole !== null) return intConstant(op === "USub" ? -whole : op === "Invert" ? ~whole : whole);
  if (op === "Invert") return null;
  const sign = op === "USub" ? -1 : 1;
  if (operand.kind === "float") return { kind: "float", value: sign * operand.value };
  const z = asComplex(operand);
  return z === null ? null : { kind: "complex-pair", real: sign * z.real, imag: sign * z.imag };
}

export function foldBinary(op: Operator, left: CodeConstant, right: CodeConstant): CodeConstant | null {
  const a = asInt(left);
  const b = asInt(right);
  if (a !== null && b !== null) {
    const folded = foldInts(op, a, b);
    const isLogical = op === "BitAnd" || op === "BitOr" || op === "BitXor";
    // Bits of two bools are a bool.
    if (isLogical && isBool(left) && isBool(right) && folded !== null)
      return boolConstant(constantTruth(folded));
    return folded;
  }
  const x = asFloat(left);
  const y = asFloat(right);
  if (x !== null && y !== null) return foldFloats(op, x, y);
  if (op === "Mult") return foldRepeat(left, b) ?? foldRepeat(right, a) ?? foldComplex(op, left, right);
  if (op === "Add") {
    const joined = foldConcat(left, right);
    if (joined !== null) return joined;
  }
  return foldComplex(op, left, right);
}

function isBool(constant: CodeConstant): boolean {
  return constant.kind === "true" || constant.kind === "false";
}

function foldInts(op: Operator, a: bigint, b: bigint): CodeConstant | null {
  switch (op) {
    case "Add":
      return intConstant(a + b);
    case "Sub":
      return intConstant(a - b);
    case "Mult":
      return bitLength(a) + bitLength(b) > maxIntBits ? null : intConstant(a * b);
    case "BitAnd":
      return intConstant(a & b);
    case "BitOr":
      return intConstant(a | b);
    case "BitXor":
      return intConstant(a ^ b);
    case "FloorDiv":
      return b === 0n ? null : intConstant(floorDivide(a, b));
    case "Mod":
      return b === 0n ? null : intConstant(a - b * floorDivide(a, b));
    case "Div":
      return b === 0n || !isSafe(a) || !isSafe(b) ? null : { kind: "float", value: Number(a) / Number(b) };
    case "LShift":
      if (b < 0n) return null;
      return a !== 0n && BigInt(bitLength(a)) + b > BigInt(maxIntBits)
        ? null
        : intConstant(a === 0n ? 0n : a << b);
    case "RShift":
      return b < 0n ? null : intConstant(b > 4096n ? (a < 0n ? -1n : 0n) : a >> b);
    case "Pow":
      return foldIntPower(a, b);
    case "MatMult":
      return null;
  }
}

function foldIntPower(base: bigint, exponent: bigint): CodeConstant | null {
  if (exponent < 0n)
    return base === 0n || !isSafe(base) || !isSafe(exponent)
      ? null
      : { kind: "float", value: pow(Number(base), Number(exponent)) };
  if (base !== 0n && exponent !== 0n && BigInt(bitLength(base)) * exponent > BigInt(maxIntBits)) return null;
  if (exponent > 4096n) return null;
  return intConstant(base ** exponent);
}

function foldFloats(op: Operator, x: number, y: number): CodeConstant | null {
  const value = floatResult(op, x, y);
  return value === null ? null : { kind: "float", value };
}

function floatResult(op: Operator, x: number, y: number): number | null {
  switch (op) {
    case "Add":
      return x + y;
    case "Sub":
      return x - y;
    case "Mult":
      return x * y;
    case "Div":
      return y === 0 ? null : x / y;
    case "FloorDiv":
      return y === 0 ? null : Math.round((x - floatModulo(x, y)) / y);
    case "Mod":
      return y === 0 ? null : floatModulo(x, y);
    case "Pow": {
      if ((x === 0 && y < 0) || (x < 0 && !Number.isInteger(y))) return null;
      const power = pow(x, y);
      return Number.isFinite(power) ? power : null;
    }
    default:
      return null;
  }
}

function floatModulo(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return y < 0 ? -0 : 0;
  return rest < 0 !== y < 0 ? rest + y : rest;
}

function foldComplex(op: Operator, left: CodeConstant, right: CodeConstant): CodeConstant | null {
  const a = asComplex(left);
  const b = asComplex(right);
  if (a === null || b === null) return null;
  if (op === "Add") return { kind: "complex-pair", real: a.real + b.real, imag: a.imag + b.imag };
  if (op === "Sub") return { kind: "complex-pair", real: a.real - b.real, imag: a.imag - b.imag };
  if (op === "Mult")
    return {
      kind: "complex-pair",
      real: a.real * b.real - a.imag * b.imag,
      imag: a.real * b.imag + a.imag * b.real,
    };
  return null;
}

function foldConcat(left: CodeConstant, right: CodeConstant): CodeConstant | null {
  if (left.kind === "str" && right.kind === "str") return strConstant(left.value + right.value);
  if (left.kind === "bytes" && right.kind === "bytes")
    return { kind: "bytes", value: new Uint8Array([...left.value, ...right.value]) };
  if (left.kind === "tuple" && right.kind === "tuple") return tupleConstant([...left.items, ...right.items]);
  return null;
}

function foldRepeat(sequence: CodeConstant, count: bigint | null): CodeConstant | null {
  if (count === null) return null;
  const times = count < 0n ? 0 : Number(count > 1_000_000n ? 1_000_000n : count);
  if (sequence.kind === "str" || sequence.kind === "bytes") {
    if (sequence.value.length > 0 && (count < 0n || times > maxText / sequence.value.length)) return null;
    if (sequence.kind === "str") return strConstant(sequence.value.repeat(times));
    const bytes = new Uint8Array(sequence.value.length * times);
    for (let i = 0; i < times; i += 1) bytes.set(sequence.value, i * sequence.value.length);
    return { kind: "bytes", value: bytes };
  }
  if (sequence.kind !== "tuple") return null;
  if (sequence.items.length > 0 && (count < 0n || times > maxCollection / sequence.items.length)) return null;
  return tupleConstant(Array.from({ length: times }, () => sequence.items).flat());
}

/** `constant[constant]`; slices only where the version folds them. */
export function foldSubscript(
  value: CodeConstant,
  index: CodeConstant,
  foldsSlices: boolean,
): CodeConstant | null {
  if (index.kind === "slice") return foldsSlices ? foldSlice(value, index) : null;
  const at = asInt(index);
  if (at === null) return null;
  if (value.kind === "str") {
    const chars = [...value.value];
    const char = chars[resolve(at, chars.length)];
    return char === undefined ? null : strConstant(char);
  }
  if (value.kind === "bytes") {
    const byte = value.value[resolve(at, value.value.length)];
    return byte === undefined ? null : intConstant(BigInt(byte));
  }
  if (value.kind === "tuple") return value.items[resolve(at, value.items.length)] ?? null;
  return null;
}

function foldSlice(value: CodeConstant, slice: CodeConstant & { kind: "slice" }): CodeConstant | null {
  const items =
    value.kind === "str"
      ? [...value.value]
      : value.kind === "bytes"
        ? [...value.value]
        : value.kind === "tuple"
          ? value.items
          : null;
  const bounds = [slice.start, slice.stop, slice.step].map((part) =>
    part.kind === "none" ? null : asInt(part),
  );
  if (items === null) return null;
  const [start, stop, step] = bounds;
  if (start === undefined || stop === undefined || step === undefined) return null;
  if ((slice.start.kind !== "none" && start === null) || (slice.stop.kind !== "none" && stop === null))
    return null;
  if (slice.step.kind !== "none" && (step === null || step === 0n)) return null;
  const picked = sliceItems<string | number | CodeConstant>(items, start, stop, Number(step ?? 1n));
  if (value.kind === "str") return strConstant(picked.join(""));
  if (value.kind === "bytes") return { kind: "bytes", value: new Uint8Array(picked as number[]) };
  return tupleConstant(picked as CodeConstant[]);
}

function sliceItems<T>(items: readonly T[], start: bigint | null, stop: bigint | null, step: number): T[] {
  const length = items.length;
  const clamp = (at: bigint | null, whenMissing: number): number => {
    if (at === null) return whenMissing;
    const resolved = at < 0n ? Number(at) + length : Number(at);
    return step > 0 ? Math.min(Math.max(resolved, 0), length) : Math.min(Math.max(resolved, -1), length - 1);
  };
  const from = clamp(start, step > 0 ? 0 : length - 1);
  const to = clamp(stop, step > 0 ? length : -1);
  const picked: T[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) {
    const item = items[i];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

function resolve(index: bigint, length: number): number {
  return Number(index < 0n ? index + BigInt(length) : index);
}

function asInt(constant: CodeConstant): bigint | null {
  if (constant.kind === "int") return constant.value;
  if (constant.kind === "true") return 1n;
  return constant.kind === "false" ? 0n : null;
}

function asFloat(constant: CodeConstant): number | null {
  if (constant.kind === "float") return constant.value;
  const whole = asInt(constant);
  return whole !== null && isSafe(whole) ? Number(whole) : null;
}

function asComplex(constant: CodeConstant): { real: number; imag: number } | null {
  if (constant.kind === "complex") return { real: 0, imag: constant.imag };
  if (constant.kind === "complex-pair") return { real: constant.real, imag: constant.imag };
  const real = asFloat(constant);
  return real === null ? null : { real, imag: 0 };
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}

function bitLength(value: bigint): number {
  const digits = (value < 0n ? -value : value).toString(2);
  return digits === "0" ? 0 : digits.length;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
