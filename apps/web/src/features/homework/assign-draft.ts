/** The form for assigning homework, and what it stands for. */
import {
  type AssignmentPolicy,
  type AttemptsPolicy,
  type FeedbackPolicy,
  type LateStep,
  timesAreInOrder,
} from "@pyrena/contracts";

import { type TimeValues, wallTimes } from "./times.ts";

export const LATE_CHOICES = ["none", "half", "steps"] as const;
export type LateChoice = (typeof LATE_CHOICES)[number];

export const ATTEMPT_CHOICES = ["best", "last", "average", "points"] as const;
export type AttemptChoice = (typeof ATTEMPT_CHOICES)[number];

export interface AssignForm extends TimeValues {
  readonly deckId: string;
  readonly title: string;
  readonly description: string;
  readonly late: LateChoice;
  readonly attempts: AttemptChoice;
  /** Digits; empty is unlimited. */
  readonly max: string;
  readonly feedback: FeedbackPolicy;
  /** Minutes; empty is no limit. */
  readonly limit: string;
  readonly shuffles: boolean;
}

export const emptyAssignForm: AssignForm = {
  ...{ deckId: "", title: "", description: "", opens: "", due: "", closes: "" },
  ...{ late: "half", attempts: "best", max: "3", feedback: "at-once", limit: "", shuffles: false },
};

export type AssignProblem = "empty" | "pickDeck" | "order";

export function problemIn({ deckId, title, ...times }: AssignForm): AssignProblem | null {
  if (deckId === "") return "pickDeck";
  if (title.trim() === "") return "empty";
  return timesAreInOrder(wallTimes(times)) ? null : "order";
}

export function policyOf({ late, attempts, max, feedback, limit, shuffles }: AssignForm): AssignmentPolicy {
  return {
    attempts: attemptsPolicy(attempts, numberIn(max)),
    late: LATE_STEPS[late],
    feedback,
    timeLimitMinutes: numberIn(limit),
    shuffles,
  };
}

const LATE_STEPS: Record<LateChoice, LateStep[]> = {
  none: [],
  half: [{ days: 7, hours: 0, credit: 0.5 }],
  steps: [
    { days: 1, hours: 0, credit: 0.8 },
    { days: 7, hours: 0, credit: 0.5 },
  ],
};

function attemptsPolicy(choice: AttemptChoice, max: number | null): AttemptsPolicy {
  return choice === "points" ? { counts: "points", points: [10, 7, 5] } : { counts: choice, max };
}

function numberIn(text: string): number | null {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) || number < 1 ? null : number;
}
