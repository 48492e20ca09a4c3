/**
 * The format specification mini-language.   [mirrors parse_internal_render_format_spec in Python/formatter_unicode.c]
 */
import { raise } from "./errors.ts";
import type { Runtime } from "./object.ts";

export interface FormatSpec {
  readonly fill: string;
  readonly align: "<" | ">" | "=" | "^";
  readonly sign: "+" | "-" | " " | null;
  readonly noNegativeZero: boolean;
  readonly isAlternate: boolean;
  /** −1: not given, as for precision. */
  readonly width: number;
  readonly separator: "" | "," | "_";
  readonly precision: number;
  /** The presentation type; "" when none is given. */
  readonly type: string;
}

/** Null with ValueError set. `defaultAlign` is < for text and > for numbers. */
export function parseFormatSpec(
  rt: Runtime,
  source: string,
  typeName: string,
  defaultAlign: "<" | ">",
  defaultType: string,
): FormatSpec | null {
  const chars = Array.from(source);
  let at = 0;
  let fill = " ";
  let align: FormatSpec["align"] = defaultAlign;
  let fillGiven = false;
  let alignGiven = false;
  if (isAlign(chars[1])) {
    fill = chars[0] as string;
    align = chars[1];
    fillGiven = true;
    alignGiven = true;
    at = 2;
  } else if (isAlign(chars[0])) {
    align = chars[0];
    alignGiven = true;
    at = 1;
  }
  let sign: FormatSpec["sign"] = null;
  const given = chars[at];
  if (given === "+" || given === "-" || given === " ") {
    sign = given;
    at += 1;
  }
  const noNegativeZero = rt.profile.formatCoercesNegativeZero && chars[at] === "z";
  if (noNegativeZero) at += 1;
  const isAlternate = chars[at] === "#";
  if (isAlternate) at += 1;
  if (!fillGiven && chars[at] === "0") {
    fill = "0";
    if (!alignGiven && (defaultAlign === ">" || !rt.profile.zeroFillsText)) align = "=";
    at += 1;
  }
  const width = digitsAt(rt, chars, at);
  if (width === null) return null;
  at += width.length;
  const separator = separatorAt(rt, chars, at);
  if (separator === null) return null;
  at += separator.length;
  let precision = -1;
  if (chars[at] === ".") {
    const places = digitsAt(rt, chars, at + 1);
    if (places === null) return null;
    if (places.length === 0) return raise(rt, "ValueError", "Format specifier missing precision");
    precision = places.value;
    at += 1 + places.length;
  }
  if (chars.length - at > 1) return invalidSpec(rt, source, typeName);
  const type = chars[at] ?? defaultType;
  if (!separatorFits(rt, separator, type)) return null;
  return { fill, align, sign, noNegativeZero, isAlternate, width: width.value, separator, precision, type };
}

function isAlign(c: string | undefined): c is FormatSpec["align"] {
  return c === "<" || c === ">" || c === "=" || c === "^";
}

function digitsAt(
  rt: Runtime,
  chars: readonly string[],
  from: number,
): { value: number; length: number } | null {
  let at = from;
  while (/^[0-9]$/.test(chars[at] ?? "")) at += 1;
  if (at === from) return { value: -1, length: 0 };
  const value = Number(chars.slice(from, at).join(""));
  if (value > 9_223_372_036_854_775_000)
    return raise(rt, "ValueError", "Too many decimal digits in format string");
  return { value, length: at - from };
}

function separatorAt(rt: Runtime, chars: readonly string[], at: number): FormatSpec["separator"] | null {
  const first = chars[at];
  if (first !== "," && first !== "_") return "";
  const second = chars[at + 1];
  if ((second === "," || second === "_") && second !== first)
    return raise(rt, "ValueError", "Cannot specify both ',' and '_'.");
  if (second === first && !rt.profile.doubledSeparatorIsType)
    return raise(rt, "ValueError", "Cannot specify both ',' and '_'.");
  return first;
}

function separatorFits(rt: Runtime, separator: string, type: string): boolean {
  if (separator === "" || "deEfFgG%".includes(type)) return true;
  if (separator === "_" && "boxX".includes(type)) return true;
  const code = type.codePointAt(0) ?? 0;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  raise(rt, "ValueError", `Cannot specify '${separator}' with '${shown}'.`);
  return false;
}

function invalidSpec(rt: Runtime, source: string, typeName: string): null {
  const detail = rt.profile.formatErrorsShowSpec ? ` '${source}' for object of type '${typeName}'` : "";
  return raise(rt, "ValueError", `Invalid format specifier${detail}`);
}

export function unknownType(rt: Runtime, type: string, typeName: string): null {
  const code = type.codePointAt(0) ?? 0;
  const shown = code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
  return raise(rt, "ValueError", `Unknown format code '${shown}' for object of type '${typeName}'`);
}
