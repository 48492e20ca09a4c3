/**
 * Floats as decimal text, correctly rounded.   [mirrors PyOS_double_to_string, Python/dtoa.c]
 *
 * A leaf file of plain functions. JavaScript rounds ties away from zero where CPython rounds to even, so digits are made
 * from the exact value.
 */

/** A value's decimal digits: 0.d₁d₂… × 10^point. */
interface Digits {
  readonly digits: string;
  readonly point: number;
}

const mantissaBits = 52n;

/** |value| = mantissa × 2^exponent, exactly. */
function decompose(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> mantissaBits) & 0x7ffn);
  const fraction = bits & ((1n << mantissaBits) - 1n);
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << mantissaBits), exponent: biased - 1075 };
}

/** |value| × 10^power rounded to the nearest integer, ties to even. */
function scaled(value: number, power: number): bigint {
  const { mantissa, exponent } = decompose(value);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** The shortest digits that read back as the value. */
function shortestDigits(value: number): Digits {
  if (value === 0) return { digits: "0", point: 1 };
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}

/** So many significant digits. */
function significantDigits(value: number, count: number): Digits {
  if (value === 0) return { digits: "0".repeat(count), point: 1 };
  const estimate = Number(Math.abs(value).toExponential().split("e")[1]);
  let point = estimate + 1;
  let digits = scaled(value, count - point).toString();
  if (digits.length > count) {
    point += 1;
    digits = scaled(value, count - point).toString();
  }
  return { digits: digits.padStart(count, "0"), point };
}

/** Digits up to so many places behind the point: the text of |value| with that many. */
export function fixedText(value: number, places: number): string {
  const all = scaled(value, places)
    .toString()
    .padStart(places + 1, "0");
  if (places === 0) return all;
  return `${all.slice(0, all.length - places)}.${all.slice(all.length - places)}`;
}

function exponentText(exponent: number, letter: string): string {
  const sign = exponent < 0 ? "-" : "+";
  return `${letter}${sign}${Math.abs(exponent).toString().padStart(2, "0")}`;
}

function scientific({ digits, point }: Digits, keepPoint: boolean): string {
  const rest = digits.slice(1);
  const mark = rest !== "" || keepPoint ? "." : "";
  return `${digits[0]}${mark}${rest}${exponentText(point - 1, "e")}`;
}

function positional({ digits, point }: Digits, keepPoint: boolean): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) {
    const whole = digits + "0".repeat(point - digits.length);
    return keepPoint ? `${whole}.` : whole;
  }
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** `repr(float)` */
export function floatRepr(value: number): string {
  if (!Number.isFinite(value)) return infinityText(value);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + shortest(Math.abs(value), true);
}

function infinityText(value: number): string {
  return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
}

function shortest(value: number, addsZero: boolean): string {
  const digits = shortestDigits(value);
  if (digits.point <= -4 || digits.point > 16) return scientific(digits, false);
  const written = positional(digits, false);
  return addsZero && !written.includes(".") ? `${written}.0` : written;
}

export interface FloatStyle {
  /** r: shortest; the others as in a format specification. */
  readonly code: "r" | "e" | "f" | "g";
  readonly precision: number;
  /** `#`: keeps the point and, with g, trailing zeros. */
  readonly isAlternate: boolean;
  /** A whole number still shows `.0`. */
  readonly addsZero: boolean;
}

/** The text of |value| in lower case, without a sign. */
export function floatText(value: number, style: FloatStyle): string {
  if (!Number.isFinite(value)) return infinityText(Math.abs(value));
  const magnitude = Math.abs(value);
  if (style.code === "r") return shortest(magnitude, style.addsZero);
  if (style.code === "f") {
    const fixed = fixedText(magnitude, style.precision);
    return style.isAlternate && style.precision === 0 ? `${fixed}.` : fixed;
  }
  if (style.code === "e")
    return scientific(significantDigits(magnitude, style.precision + 1), style.isAlternate);
  return generalText(magnitude, style);
}

function generalText(value: number, style: FloatStyle): string {
  const precision = Math.max(1, style.precision);
  const exact = significantDigits(value, precision);
  const digits = style.isAlternate ? exact : { ...exact, digits: exact.digits.replace(/(?<=.)0+$/, "") };
  const isScientific = exact.point <= -4 || exact.point > precision - (style.addsZero ? 1 : 0);
  if (isScientific) return scientific(digits, style.isAlternate);
  const written = positional(digits, style.isAlternate);
  return style.addsZero && !written.includes(".") ? `${written}.0` : written;
}
