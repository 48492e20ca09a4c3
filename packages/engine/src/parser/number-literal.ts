/** The value of a number token.   [mirrors parsenumber_raw] */
import type { ConstantValue } from "./ast.ts";

const maxDecimalDigits = 4300;

/** The value, or the message of the one number that CPython refuses by its length. */
export function numberValue(token: string): ConstantValue | string {
  const text = token.includes("_") ? token.replaceAll("_", "") : token;
  const last = text.charCodeAt(text.length - 1) | 32;
  const mark = text.charCodeAt(1) | 32;
  if (text.charCodeAt(0) === 48 && (mark === 120 || mark === 111 || mark === 98)) {
    return { kind: "int", value: BigInt(text) };
  }
  if (last === 106) return { kind: "complex", imag: Number(text.slice(0, -1)) };
  if (text.length < 16 ? isDecimal(text) : /^[0-9]+$/.test(text)) {
    if (text.length > maxDecimalDigits) return tooManyDigits(text.length);
    return { kind: "int", value: BigInt(text) };
  }
  return { kind: "float", value: Number(text) };
}

function isDecimal(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 57 || text.charCodeAt(i) < 48) return false;
  return true;
}

function tooManyDigits(digits: number): string {
  return (
    `Exceeds the limit (${maxDecimalDigits} digits) for integer string conversion: value has ${digits} digits; ` +
    "use sys.set_int_max_str_digits() to increase the limit - " +
    "Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
  );
}
