/**
 * Classical item analysis: how hard a question is, whether it tells those who understand from those who do not, whether all of a
 * test measures one thing. Formulas as in Crocker and Algina, "Introduction to Classical and Modern Test Theory", 1986.
 */
import { correlation, type Estimate, mean, variance, wilson } from "./interval.ts";

/** Students × items: scores 0 … 1, null where somebody did not answer. */
export type ScoreMatrix = readonly (readonly (number | null)[])[];

export interface ItemAnalysis {
  /** The share of what could be earned; "difficulty" in the books, though high is easy. Null without answers. */
  readonly difficulty: Estimate | null;
  /** Correlation with the score on the other items; null where it cannot be said. */
  readonly discrimination: number | null;
}

/** Below this, numbers of a group are shown as counts and not as shares. */
export const SMALLEST_GROUP = 5;

export function analyseItems(scores: ScoreMatrix): ItemAnalysis[] {
  const items = Math.max(0, ...scores.map((row) => row.length));
  return Array.from({ length: items }, (_, item) => {
    const answered = scores.filter((row) => typeof row[item] === "number");
    const own = answered.map((row) => row[item] ?? 0);
    // Without the item itself: of few items each would else correlate with itself.
    const rest = answered.map((row) => mean(others(row, item)) ?? 0);
    return {
      difficulty: wilson(
        own.reduce((sum, score) => sum + score, 0),
        own.length,
      ),
      discrimination: answered.length < SMALLEST_GROUP ? null : correlation(own, rest),
    };
  });
}

function others(row: readonly (number | null)[], item: number): number[] {
  return row.flatMap((score, n) => (n === item || score === null ? [] : [score]));
}

/**
 * Cronbach's alpha, which for right and wrong alone is KR-20 (Psychometrika 16, 1951). Only students who answered every item are
 * compared. Null with fewer than two items or two students, or where totals do not vary.
 */
export function alpha(scores: ScoreMatrix): { readonly value: number; readonly n: number } | null {
  const whole = scores.filter((row): row is readonly number[] => row.every((score) => score !== null));
  const items = whole[0]?.length ?? 0;
  if (items < 2 || whole.length < 2) return null;
  const totals = whole.map((row) => row.reduce((sum, score) => sum + score, 0));
  const spread = variance(totals);
  if (spread === 0) return null;
  const within = Array.from({ length: items }, (_, item) => variance(whole.map((row) => row[item] ?? 0)));
  const sum = within.reduce((total, one) => total + one, 0);
  return { value: (items / (items - 1)) * (1 - sum / spread), n: whole.length };
}
