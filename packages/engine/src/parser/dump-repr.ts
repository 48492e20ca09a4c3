/** `repr` of constants, for the dump: str, bytes, int, float, complex.   [mirrors unicode_repr, float_repr] */
import type { ConstantValue } from "./ast.ts";
import { isPrintable } from "./identifier.ts";

export function pythonRepr(value: ConstantValue | string): string {
  if (typeof value === "string") return strRepr(value);
  switch (value.kind) {
    case "none":
      return "None";
    case "true":
      return "True";
    case "false":
      return "False";
    case "ellipsis":
      return "Ellipsis";
    case "int":
      return value.value.toString();
    case "float":
      return floatRepr(value.value, true);
    case "complex":
      return `${floatRepr(value.imag, false)}j`;
    case "str":
      return strRepr(value.value);
    case "bytes":
      return bytesRepr(value.value);
  }
}

function quoteFor(hasSingle: boolean, hasDouble: boolean): string {
  return hasSingle && !hasDouble ? '"' : "'";
}

const named: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function strRepr(text: string): string {
  const quote = quoteFor(text.includes("'"), text.includes('"'));
  let result = quote;
  for (const char of text) {
    if (char === quote) result += `\\${char}`;
    else result += named[char] ?? (isPlain(char) ? char : escapeCode(char.codePointAt(0)!));
  }
  return result + quote;
}

function isPlain(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 127 ? code >= 32 : isPrintable(char);
}

function escapeCode(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = quoteFor(bytes.includes(39), bytes.includes(34));
  let result = `b${quote}`;
  for (const code of bytes) {
    const char = String.fromCharCode(code);
    if (char === quote) result += `\\${char}`;
    else
      result += named[char] ?? (code >= 32 && code < 127 ? char : `\\x${code.toString(16).padStart(2, "0")}`);
  }
  return result + quote;
}

/** The shortest digits that give the number back; the exponent form from 1e16 and below 1e-4. */
function floatRepr(value: number, hasPoint: boolean): string {
  if (value === Number.POSITIVE_INFINITY) return "inf";
  const [digits, exponentText] = value.toExponential().split("e") as [string, string];
  const exponent = Number(exponentText);
  if (value !== 0 && (exponent < -4 || exponent >= 16)) {
    const sign = exponent < 0 ? "-" : "+";
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const plain = exponent < 0 ? value.toFixed(fractionLength(digits) - exponent) : plainDigits(value);
  return hasPoint && !plain.includes(".") ? `${plain}.0` : plain;
}

function fractionLength(digits: string): number {
  return digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
}

/** JavaScript changes to the exponent form only at 1e21. */
function plainDigits(value: number): string {
  return String(value);
}
