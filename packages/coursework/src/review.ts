/**
 * The daily review: what a student got wrong comes back after 1, 3, 7, 16 and 35 days, a right answer moving it on and a wrong one
 * back to the start. Expanding gaps follow the spacing effect (Cepeda et al., Psychological Bulletin 132, 2006).
 */
import { daysBetween } from "./wall-time.ts";

export const GAPS_DAYS = [1, 3, 7, 16, 35] as const;

/** What one sitting may take, and what one question takes where nothing is known of it. */
export const SITTING_MS = 8 * 60_000;
export const USUAL_QUESTION_MS = 40_000;

/** An item in a student's review. Dates are the class's, `2026-03-29`. */
export interface ReviewCard {
  readonly itemId: string;
  /** How many gaps it has passed: 0 … 5; 5 is done. */
  readonly step: number;
  /** When it was last answered. */
  readonly answeredOn: string;
  /** What it takes the class, in the middle; null is not known. */
  readonly medianMs: number | null;
}

export function firstWrong(itemId: string, answeredOn: string, medianMs: number | null): ReviewCard {
  return { itemId, step: 0, answeredOn, medianMs };
}

export function reviewed(card: ReviewCard, isRight: boolean, answeredOn: string): ReviewCard {
  return { ...card, step: isRight ? Math.min(card.step + 1, GAPS_DAYS.length) : 0, answeredOn };
}

/** Days by which it is overdue today; below zero it waits. Null: it is done. */
export function overdueDays(card: ReviewCard, today: string): number | null {
  const gap = GAPS_DAYS[card.step];
  return gap === undefined ? null : daysBetween(card.answeredOn, today) - gap;
}

/** Today's sitting: what is due, the longest overdue in relation to its gap first, within eight minutes but at least one. */
export function todaysReview(cards: readonly ReviewCard[], today: string): ReviewCard[] {
  const due = cards
    .flatMap((card) => {
      const overdue = overdueDays(card, today);
      return overdue === null || overdue < 0
        ? []
        : [{ card, urgency: overdue / (GAPS_DAYS[card.step] ?? 1) }];
    })
    .sort(
      (a, b) =>
        b.urgency - a.urgency || a.card.step - b.card.step || (a.card.itemId < b.card.itemId ? -1 : 1),
    );
  const sitting: ReviewCard[] = [];
  let left = SITTING_MS;
  for (const { card } of due) {
    left -= card.medianMs ?? USUAL_QUESTION_MS;
    if (left < 0 && sitting.length > 0) break;
    sitting.push(card);
  }
  return sitting;
}
