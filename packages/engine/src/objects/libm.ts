/**
 * The C library's functions, correctly rounded.   [math.h]
 *
 * JavaScript's own differ from glibc's in the last digit for up to every tenth argument. Everything here is computed as a
 * sum of two doubles, 106 bits, and rounded once: a first guess from Math is corrected by Newton's step in that precision.
 *
 * SIMPLIFIED: glibc rounds about one result in a thousand the wrong way; there the last digit still differs.
 */

/** A number as an unevaluated sum; `lo` is at most half a unit in the last place of `hi`. */
type Pair = readonly [hi: number, lo: number];

const ln2: Pair = [0.6931471805599453, 2.3190468138462996e-17];
/** pi / 2 in three parts, for taking many of them away. */
const halfPi = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33] as const;

function sum(a: number, b: number): Pair {
  const s = a + b;
  const t = s - a;
  return [s, a - (s - t) + (b - t)];
}

/** [Dekker's product: both factors are halved, since there is no fused multiply-add] */
function product(a: number, b: number): Pair {
  const p = a * b;
  const a1 = a * 134217729;
  const ah = a1 - (a1 - a);
  const b1 = b * 134217729;
  const bh = b1 - (b1 - b);
  const [al, bl] = [a - ah, b - bh];
  return [p, ah * bh - p + ah * bl + al * bh + al * bl];
}

function add(x: Pair, y: Pair): Pair {
  const [s, e] = sum(x[0], y[0]);
  const [t, f] = sum(x[1], y[1]);
  const [u, v] = sum(s, e + t);
  return sum(u, v + f);
}

function multiply(x: Pair, y: Pair): Pair {
  const [p, e] = product(x[0], y[0]);
  return sum(p, e + x[0] * y[1] + x[1] * y[0]);
}

function divide(x: Pair, y: Pair): Pair {
  const q = x[0] / y[0];
  const rest = add(x, negate(multiply(y, [q, 0])));
  const r = rest[0] / y[0];
  const last = add(rest, negate(multiply(y, [r, 0])));
  return add(sum(q, r), [last[0] / y[0], 0]);
}

function negate([hi, lo]: Pair): Pair {
  return [-hi, -lo];
}

/** e ** x as a pair times a power of two. */
function expPair(x: Pair): { value: Pair; exponent: number } {
  const exponent = Math.round(x[0] / ln2[0]);
  const rest = add(x, negate(multiply(ln2, [exponent, 0])));
  const small: Pair = [rest[0] / 256, rest[1] / 256];
  // e**small - 1, squared eight times as (1 + s)**2 - 1 = 2 s + s**2 so that nothing is lost beside the 1.
  let series: Pair = [0, 0];
  for (let n = 11; n >= 1; n -= 1) series = multiply(divide(small, [n, 0]), add([1, 0], series));
  for (let i = 0; i < 8; i += 1) series = add([2 * series[0], 2 * series[1]], multiply(series, series));
  return { value: add([1, 0], series), exponent };
}

function scaled([hi]: Pair, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return hi * 2 ** half * 2 ** (exponent - half);
}

/** log of a positive finite number: a guess, and what is missing to it. */
function logPair(x: number): Pair {
  const guess = Math.log(x);
  const { value, exponent } = expPair([guess, 0]);
  const half = Math.trunc(exponent / 2);
  const target: Pair = [x * 2 ** -half * 2 ** (half - exponent), 0];
  const difference = add(target, negate(value));
  const missing = divide([2 * difference[0], 2 * difference[1]], add(target, value));
  return add([guess, 0], missing);
}

/** Sine and cosine; null where the argument is too large to take multiples of pi away exactly. */
function sineAndCosine(x: number): { sin: Pair; cos: Pair } | null {
  if (Math.abs(x) > 1e9) return null;
  const turns = Math.round(x / halfPi[0]);
  let r: Pair = [x, 0];
  for (const part of halfPi) r = add(r, negate(product(part, turns)));
  const square = negate(multiply(r, r));
  let s: Pair = [1, 0];
  let c: Pair = [1, 0];
  for (let n = 26; n >= 2; n -= 2) {
    s = add([1, 0], multiply(divide(square, [n * (n + 1), 0]), s));
    c = add([1, 0], multiply(divide(square, [n * (n - 1), 0]), c));
  }
  s = multiply(r, s);
  const quarter = ((turns % 4) + 4) % 4;
  if (quarter === 0) return { sin: s, cos: c };
  if (quarter === 1) return { sin: c, cos: negate(s) };
  return quarter === 2 ? { sin: negate(s), cos: negate(c) } : { sin: negate(c), cos: s };
}

const isPlain = (x: number): boolean => Number.isFinite(x) && x !== 0;

export function exp(x: number): number {
  if (!isPlain(x) || x > 709.78 || x < -745.2) return Math.exp(x);
  const { value, exponent } = expPair([x, 0]);
  return scaled(value, exponent);
}

export function exp2(x: number): number {
  if (!isPlain(x) || Math.abs(x) > 1023 || Number.isInteger(x)) return 2 ** x;
  const { value, exponent } = expPair(multiply(ln2, [x, 0]));
  return scaled(value, exponent);
}

export function log(x: number): number {
  return x > 0 && Number.isFinite(x) && x !== 1 ? logPair(x)[0] : Math.log(x);
}

export function log2(x: number): number {
  if (!(x > 0 && Number.isFinite(x)) || x === 1) return Math.log2(x);
  return divide(logPair(x), ln2)[0];
}

/** [__ieee754_log10 of glibc, which is not the exact one] */
export function log10(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) return Math.log10(x);
  const binary = Math.floor(log2(x));
  const exponent = 2 ** binary > x ? binary - 1 : binary;
  const whole = exponent < 0 ? exponent + 1 : exponent;
  const mantissa = scaled([x, 0], -whole);
  const z = whole * 3.694239077158931e-13 + 0.4342944819032518 * log(mantissa);
  return z + whole * 0.30102999566361177;
}

/** C's pow; what involves a zero, an infinity, a NaN or a sign is as in JavaScript but for two cases of 1. */
export function pow(x: number, y: number): number {
  if (x === 1 || (x === -1 && !Number.isFinite(y) && !Number.isNaN(y))) return 1;
  if (y === 2) return x * x;
  if (y === 1) return x;
  const rough = x ** y;
  if (!isPlain(x) || !isPlain(y) || !isPlain(rough)) return rough;
  const exact = y === 0.5 ? Math.sqrt(x) : powPair(Math.abs(x), y);
  return rough < 0 ? -exact : exact;
}

function powPair(x: number, y: number): number {
  const { value, exponent } = expPair(multiply(logPair(x), [y, 0]));
  return scaled(value, exponent);
}

export function sin(x: number): number {
  return isPlain(x) ? (sineAndCosine(x)?.sin[0] ?? Math.sin(x)) : Math.sin(x);
}

export function cos(x: number): number {
  return isPlain(x) ? (sineAndCosine(x)?.cos[0] ?? Math.cos(x)) : Math.cos(x);
}

export function tan(x: number): number {
  const both = isPlain(x) ? sineAndCosine(x) : null;
  return both === null ? Math.tan(x) : divide(both.sin, both.cos)[0];
}

/** The angle whose tangent is y / x. */
export function atan2(y: number, x: number): number {
  const guess = Math.atan2(y, x);
  const both = isPlain(x) && isPlain(y) && Math.abs(guess) > 1e-300 ? sineAndCosine(guess) : null;
  if (both === null) return guess;
  const { sin: s, cos: c } = both;
  const above = add(multiply(c, [y, 0]), negate(multiply(s, [x, 0])));
  const below = add(multiply(c, [x, 0]), multiply(s, [y, 0]));
  const missing = above[0] / below[0];
  return Number.isFinite(missing) ? guess + missing : guess;
}

export function atan(x: number): number {
  return isPlain(x) && Math.abs(x) < 1e150 && Math.abs(x) > 1e-150 ? atan2(x, 1) : Math.atan(x);
}

export function asin(x: number): number {
  const guess = Math.asin(x);
  const both = isPlain(guess) && Math.abs(x) < 1 ? sineAndCosine(guess) : null;
  if (both === null) return guess;
  return guess + add([x, 0], negate(both.sin))[0] / both.cos[0];
}

export function acos(x: number): number {
  const guess = Math.acos(x);
  const both = isPlain(guess) && Math.abs(x) < 1 ? sineAndCosine(guess) : null;
  if (both === null) return guess;
  return guess + add(both.cos, [-x, 0])[0] / both.sin[0];
}

/** [__ieee754_cosh of glibc] */
export function cosh(x: number): number {
  const a = Math.abs(x);
  if (!(a > 0.34657359027997264 && a < 709)) return Math.cosh(x);
  const t = exp(a);
  return a < 22 ? 0.5 * t + 0.5 / t : 0.5 * t;
}

/** [__ieee754_sinh of glibc] */
export function sinh(x: number): number {
  const a = Math.abs(x);
  return a >= 22 && a < 709 ? Math.sign(x) * 0.5 * exp(a) : Math.sinh(x);
}

/** The length of a vector, correctly rounded. [vector_norm, 3.10+] */
export function hypot(numbers: readonly number[]): number {
  const largest = Math.max(0, ...numbers.map(Math.abs));
  if (numbers.some((x) => Math.abs(x) === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (!isPlain(largest)) return largest;
  const exponent = Math.floor(Math.log2(largest));
  let squares: Pair = [0, 0];
  for (const x of numbers) {
    const small = scaled([x, 0], -exponent);
    squares = add(squares, product(small, small));
  }
  const guess = Math.sqrt(squares[0]);
  const rest = add(squares, negate(product(guess, guess)));
  return scaled([guess + rest[0] / (2 * guess), 0], exponent);
}

/** The length as 3.8 and 3.9 compute it: scaled by the largest, summed with one carry. [vector_norm] */
export function hypotBefore310(numbers: readonly number[]): number {
  const largest = Math.max(0, ...numbers.map(Math.abs));
  if (numbers.some((x) => Math.abs(x) === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (!isPlain(largest) || numbers.length === 1) return largest;
  let [total, carry] = [1, 0];
  for (const x of numbers) {
    const ratio = x / largest;
    const square = ratio * ratio;
    const before = total;
    total += square;
    carry += before - total + square;
  }
  return largest * Math.sqrt(total - 1 + carry);
}

const cbrtStart = [
  -0.14526389938548637, 0.7849323449766392, -1.8346927748361308, 2.4469312256353444, -2.114994941673713,
  1.508191937815849, 0.35489576504391984,
];
const cbrt2 = 1.2599210498948732;
const cbrt4 = 1.5874010519681996;
const cbrtFactors = [1 / cbrt4, 1 / cbrt2, 1, cbrt2, cbrt4];

/** As glibc's, whose last digit is wrong for every other argument: a polynomial and one step of Halley's. */
export function cbrt(x: number): number {
  if (!isPlain(x)) return Math.cbrt(x);
  const { mantissa, exponent } = frexp(Math.abs(x));
  const u = cbrtStart.reduce((value, coefficient) => value * mantissa + coefficient, 0);
  const cube = u * u * u;
  const factor = cbrtFactors[2 + (exponent % 3)] as number;
  const root = ((u * (cube + 2 * mantissa)) / (2 * cube + mantissa)) * factor;
  return scaled([Math.sign(x) * root, 0], Math.trunc(exponent / 3));
}

/** The mantissa from 0.5 up to 1 of a positive finite number, and its power of two. */
export function frexp(x: number): { mantissa: number; exponent: number } {
  let exponent = Math.max(-1073, Math.floor(Math.log2(x)) + 1);
  let mantissa = x * 2 ** -exponent;
  for (; mantissa < 0.5; exponent -= 1) mantissa *= 2;
  for (; mantissa >= 1; exponent += 1) mantissa /= 2;
  return { mantissa, exponent };
}

/** The neighbour of x on the side of y. */
export function nextafter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, x > 0 === y > x ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

/** The distance to the next number away from zero. [math_ulp] */
export function ulp(x: number): number {
  const a = Math.abs(x);
  if (!Number.isFinite(a)) return a;
  const next = nextafter(a, Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? next - a : a - nextafter(a, 0);
}

/** x * y + z, rounded once; where all are ordinary numbers. */
export function fma(x: number, y: number, z: number): number {
  const [p, e] = product(x, y);
  return Number.isFinite(e) && Number.isFinite(z) ? add([p, e], [z, 0])[0] : x * y + z;
}
