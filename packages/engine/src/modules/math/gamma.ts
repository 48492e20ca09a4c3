/** Gamma and its logarithm by Lanczos' sum.   [mirrors m_tgamma, m_lgamma in Modules/mathmodule.c] */
import { cos, exp, log, pow, sin } from "../../objects/libm.ts";

const g = 6.02468004077673;
const gMinusHalf = 5.52468004077673;
const logPi = 1.1447298858494002;
const numerator = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const denominator = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** The ratio of both polynomials; of 1 / x where x is large, so that nothing overflows. */
function lanczosSum(x: number): number {
  const horner = (coefficients: readonly number[]): number =>
    x < 5
      ? coefficients.reduceRight((value, c) => value * x + c, 0)
      : coefficients.reduce((value, c) => value / x + c, 0);
  return horner(numerator) / horner(denominator);
}

/** sin(pi x) for x ≥ 0. [m_sinpi] */
function sinPi(x: number): number {
  const y = x % 2;
  switch (Math.round(2 * y)) {
    case 0:
      return sin(Math.PI * y);
    case 1:
      return cos(Math.PI * (y - 0.5));
    case 2:
      return sin(Math.PI * (1 - y));
    case 3:
      return -cos(Math.PI * (y - 1.5));
    default:
      return sin(Math.PI * (y - 2));
  }
}

export function gamma(x: number): number {
  if (!Number.isFinite(x) || x === 0) return x < 0 ? Number.NaN : x === 0 ? Number.NaN : x;
  const a = Math.abs(x);
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN;
    if (x <= 23) {
      let product = 1;
      for (let i = 2; i < x; i += 1) product *= i;
      return product;
    }
  }
  if (a < 1e-20) return 1 / x;
  if (a > 200) return x < 0 ? 0 / sinPi(x) : Number.POSITIVE_INFINITY;
  const y = a + gMinusHalf;
  const z = ((a > gMinusHalf ? y - a - gMinusHalf : y - gMinusHalf - a) * g) / y;
  if (x < 0) {
    let r = ((-Math.PI / sinPi(a) / a) * exp(y)) / lanczosSum(a);
    r -= z * r;
    const root = pow(y, a / 2 - 0.25);
    return a < 140 ? r / pow(y, a - 0.5) : r / root / root;
  }
  let r = lanczosSum(a) / exp(y);
  r += z * r;
  const root = pow(y, a / 2 - 0.25);
  return a < 140 ? r * pow(y, a - 0.5) : r * root * root;
}

export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.NaN : 0;
  const a = Math.abs(x);
  if (a < 1e-20) return -log(a);
  const r = log(lanczosSum(a)) - g + (a - 0.5) * (log(a + g - 0.5) - 1);
  return x < 0 ? logPi - log(Math.abs(sinPi(a))) - log(a) - r : r;
}
