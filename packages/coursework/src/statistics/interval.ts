/** Shares with the range they may lie in. */

export interface Estimate {
  /** 0 … 1. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Observations behind it. */
  readonly n: number;
}

/** The normal quantile of a two-sided interval of 95 %. */
export const Z_95 = 1.959964;

/**
 * Wilson's score interval (JASA 22, 1927; Newcombe, Statistics in Medicine 17, 1998, method 3): unlike the textbook's it stays
 * within 0 and 1 and is honest about few observations. Null without any.
 */
export function wilson(successes: number, n: number, z = Z_95): Estimate | null {
  if (n === 0) return null;
  const share = successes / n;
  const z2 = z * z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n };
}

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The population's, dividing by n. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  if (centre === null) return 0;
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
}

/** Pearson's; null where one of both never varies. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [mx, my] = [mean(xs), mean(ys)];
  if (mx === null || my === null) return null;
  const spread = Math.sqrt(variance(xs) * variance(ys));
  if (spread === 0) return null;
  const together = xs.reduce((sum, x, n) => sum + (x - mx) * ((ys[n] ?? my) - my), 0) / xs.length;
  return together / spread;
}
