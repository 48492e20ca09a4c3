import { z } from "zod";
import { descriptionSchema, titleSchema } from "./decks.ts";
import { idSchema } from "./ids.ts";

export const ASSIGNMENT_MAX_ITEMS = 100;

/** How the attempts at one item become its score. Every attempt is a fresh variant where the item varies. */
export const attemptsPolicySchema = z.discriminatedUnion("counts", [
  z.strictObject({
    counts: z.enum(["best", "last", "average"]),
    /** Null is unlimited. */
    max: z.number().int().min(1).max(100).nullable(),
  }),
  /** The n-th attempt is worth the n-th of these numbers: 10, 7, 5. The best counts; there are as many attempts as numbers. */
  z.strictObject({
    counts: z.literal("points"),
    points: z
      .array(z.number().positive().max(1000))
      .min(1)
      .max(20)
      .refine((points) => points.every((value, n) => n === 0 || value <= (points[n - 1] ?? value)), {
        message: "points must not rise",
      }),
  }),
]);
export type AttemptsPolicy = z.infer<typeof attemptsPolicySchema>;

/**
 * What a late answer still earns. A step holds until this long after the due time, days counted on the class's calendar (a day
 * of 23 hours is a day); after the last step nothing is earned.
 */
export const lateStepSchema = z.strictObject({
  days: z.number().int().min(0).max(365),
  hours: z.number().int().min(0).max(23),
  /** 0 … 1 of the score. */
  credit: z.number().min(0).max(1),
});
export type LateStep = z.infer<typeof lateStepSchema>;

const hoursLate = (step: LateStep) => step.days * 24 + step.hours;

export const lateTimelineSchema = z
  .array(lateStepSchema)
  .max(10)
  .refine((steps) => steps.every((step, n) => n === 0 || hoursLate(step) > hoursLate(steps[n - 1] ?? step)), {
    message: "each step must end later than the one before",
  })
  .refine((steps) => steps.every((step, n) => n === 0 || step.credit <= (steps[n - 1]?.credit ?? 1)), {
    message: "credit must not rise with time",
  });

/** When a student is told whether an answer was right, and sees the right one. */
export const feedbackPolicySchema = z.enum(["at-once", "after-due", "after-close"]);
export type FeedbackPolicy = z.infer<typeof feedbackPolicySchema>;

export const assignmentPolicySchema = z.strictObject({
  attempts: attemptsPolicySchema.default({ counts: "best", max: 3 }),
  late: lateTimelineSchema.default([]),
  feedback: feedbackPolicySchema.default("at-once"),
  /** Minutes from the first look; null is no limit. */
  timeLimitMinutes: z.number().int().min(1).max(1440).nullable().default(null),
  /** Every student sees the items in an order of their own. */
  shuffles: z.boolean().default(false),
});
export type AssignmentPolicy = z.infer<typeof assignmentPolicySchema>;

/** A time on the class's wall clock, as a form has it: `2026-03-29T23:59`. */
export const wallTimeSchema = z.iso.datetime({ local: true, offset: false, precision: -1 });

/** Times as the instructor sets them; null is no such time. */
export const assignmentTimesSchema = z
  .strictObject({
    opens: wallTimeSchema.nullable().default(null),
    due: wallTimeSchema.nullable().default(null),
    closes: wallTimeSchema.nullable().default(null),
  })
  .refine(timesAreInOrder, {
    message: "an assignment opens, is due, and closes, in this order",
  });
export type AssignmentTimes = z.infer<typeof assignmentTimesSchema>;

export const assignmentDraftSchema = z.strictObject({
  title: titleSchema,
  description: descriptionSchema.default(""),
  itemIds: z.array(idSchema).min(1).max(ASSIGNMENT_MAX_ITEMS),
  times: assignmentTimesSchema,
  policy: assignmentPolicySchema,
});
export type AssignmentDraft = z.infer<typeof assignmentDraftSchema>;

/** Whether those of the three that are set follow each other; wall times compare as texts. */
export function timesAreInOrder({
  opens,
  due,
  closes,
}: Record<"opens" | "due" | "closes", string | null>): boolean {
  const set = [opens, due, closes].filter((time) => time !== null);
  return set.every((time, n) => n === 0 || time >= (set[n - 1] ?? time));
}
