import { type AttemptView, fitsQuestion, idSchema, saveDraftSchema, submitSchema } from "@pyrena/contracts";
import { admitSubmission, mayBegin, showsFeedback, type Terms, worthNow } from "@pyrena/coursework";
import {
  type AssignmentRow,
  type AttemptRow,
  type ClassRow,
  insertAttempt,
  insertSitting,
  insertSubmission,
  selectAccommodations,
  selectAssignmentItems,
  selectAttempts,
  selectOptionalAttempt,
  selectOptionalSitting,
  selectOptionalVariant,
  updateDraft,
} from "@pyrena/db";
import { grade, keySchema, reveal } from "@pyrena/puzzles/grading";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { refusal } from "../../errors.ts";
import { classEnd, creditOf, termsOf } from "../../homework.ts";
import { freshSeed } from "../../items.ts";
import { assignmentStudentProcedure, attemptProcedure } from "../../trpc.ts";
import { variantFor } from "../../variants.ts";

/** The first look: a time limit counts from here. Done twice it changes nothing. */
export const start = assignmentStudentProcedure.mutation(async ({ ctx }): Promise<{ startedAt: Date }> => {
  const terms = await ownTerms(ctx, ctx.class, ctx.assignment);
  const may = mayBegin(terms, { startedAt: null }, 0, ctx.now());
  if (!may.ok) throw refusal(may.code);
  return { startedAt: (await sit(ctx)).startedAt };
});

/** Begins the next attempt at an item, or opens the one that is under way: two devices work on the same one. */
export const begin = assignmentStudentProcedure
  .input(z.object({ itemId: idSchema, purpose: z.enum(["graded", "practice"]).default("graded") }))
  .mutation(async ({ ctx, input: { itemId, purpose } }): Promise<{ attemptId: string }> => {
    const place = { assignmentId: ctx.assignment.id, userId: ctx.user.id };
    const item = (await selectAssignmentItems(ctx.db, [ctx.assignment.id])).find(({ id }) => id === itemId);
    if (item === undefined) throw refusal("item-not-found");
    const terms = await ownTerms(ctx, ctx.class, ctx.assignment);
    const attemptsAtItem = async () =>
      (await selectAttempts(ctx.db, place.assignmentId, place.userId)).filter(
        (attempt) => attempt.assignmentItemId === itemId && attempt.purpose === purpose,
      );
    for (;;) {
      const attempts = await attemptsAtItem();
      const open = attempts.find(({ submission }) => submission === null);
      if (open !== undefined) return { attemptId: open.id };
      await requireMayBegin(ctx, terms, { purpose, attempts: attempts.length, itemId });
      if (purpose === "graded") await sit(ctx);
      const variantId = await variantFor(ctx, item);
      const next = {
        assignmentItemId: itemId,
        userId: ctx.user.id,
        purpose,
        ordinal: attempts.length + 1,
        variantId,
      };
      // Refused when another page of the same student was first: then its attempt is opened.
      await insertAttempt(ctx.db, next);
    }
  });

export const attempt = attemptProcedure.query(
  ({ ctx }): Promise<AttemptView> => view(ctx, ctx.class, ctx.assignment, ctx.attempt),
);

/** Keeps unsent work. Refused when another device has saved since this page last looked, so that neither is overwritten. */
export const saveDraft = attemptProcedure
  .input(saveDraftSchema)
  .mutation(async ({ ctx, input: { draft, seen } }): Promise<{ version: number; savedAt: Date }> => {
    const saved = await updateDraft(ctx.db, ctx.attempt.id, { draft, seen });
    if (saved !== null) return saved;
    throw refusal(ctx.attempt.submission === null ? "draft-outdated" : "already-submitted");
  });

/**
 * Hands in the answer that ends the attempt. The server's clock decides, at receipt. The answer comes back only after its commit;
 * the same answer sent again is acknowledged again and stored once.
 */
export const submit = attemptProcedure
  .input(submitSchema)
  .mutation(async ({ ctx, input: { idempotencyKey, response } }): Promise<AttemptView> => {
    const receivedAt = ctx.now();
    if (ctx.attempt.submission === null) {
      if (ctx.attempt.purpose === "graded") await requireInTime(ctx, receivedAt);
      const variant = await storedVariant(ctx, ctx.attempt.variantId);
      if (!fitsQuestion(response, variant.question)) throw refusal("wrong-widget");
      await insertSubmission(ctx.db, {
        attemptId: ctx.attempt.id,
        ...{ idempotencyKey, response },
        receivedAt: new Date(receivedAt),
        variantKeyId: variant.keyId,
        grade: grade(response, variant.key),
      });
    }
    const stored = await selectOptionalAttempt(ctx.db, ctx.attempt.id);
    if (stored?.submission?.idempotencyKey !== idempotencyKey) throw refusal("already-submitted");
    return view(ctx, ctx.class, ctx.assignment, stored);
  });

type StudentContext = Pick<Context, "db" | "now"> & { readonly user: { readonly id: string } };
type AttemptContext = StudentContext & { readonly class: ClassRow; readonly assignment: AssignmentRow };

function sit(ctx: AttemptContext) {
  const place = { assignmentId: ctx.assignment.id, userId: ctx.user.id };
  return insertSitting(ctx.db, place, { seed: freshSeed(), startedAt: new Date(ctx.now()) });
}

async function requireInTime(ctx: AttemptContext, receivedAt: number): Promise<void> {
  const terms = await ownTerms(ctx, ctx.class, ctx.assignment);
  const sitting = await selectOptionalSitting(ctx.db, {
    assignmentId: ctx.assignment.id,
    userId: ctx.user.id,
  });
  const admitted = admitSubmission(terms, { startedAt: sitting?.startedAt.getTime() ?? null }, receivedAt);
  if (!admitted.ok) throw refusal(admitted.code);
}

/** Practice is for afterwards: when nothing graded can be begun any more, and the answers may be seen anyway. */
async function requireMayBegin(
  ctx: AttemptContext,
  terms: Terms,
  {
    purpose,
    attempts,
    itemId,
  }: { readonly purpose: string; readonly attempts: number; readonly itemId: string },
): Promise<void> {
  const place = { assignmentId: ctx.assignment.id, userId: ctx.user.id };
  const sitting = await selectOptionalSitting(ctx.db, place);
  const work = { startedAt: sitting?.startedAt.getTime() ?? null };
  if (purpose === "graded") {
    const may = mayBegin(terms, work, attempts, ctx.now());
    if (!may.ok) throw refusal(may.code);
    return;
  }
  const graded = (await selectAttempts(ctx.db, place.assignmentId, place.userId)).filter(
    (one) => one.assignmentItemId === itemId && one.purpose === "graded",
  );
  if (
    graded.some(({ submission }) => submission === null) ||
    mayBegin(terms, work, graded.length, ctx.now()).ok
  )
    throw refusal("attempt-open");
  if (!(await mayShow(ctx, ctx.class, ctx.assignment))) throw refusal("not-allowed");
}

async function view(
  ctx: StudentContext,
  own: ClassRow,
  assignment: AssignmentRow,
  row: AttemptRow,
): Promise<AttemptView> {
  const terms = await ownTerms(ctx, own, assignment);
  const variant = await storedVariant(ctx, row.variantId);
  const { submission } = row;
  const isShown = row.purpose === "practice" || (await mayShow(ctx, own, assignment));
  return {
    ...{ id: row.id, assignmentId: assignment.id, itemId: row.assignmentItemId, ordinal: row.ordinal },
    purpose: row.purpose,
    question: variant.question,
    ...{ draft: row.draft, draftVersion: row.draftVersion, draftSavedAt: row.draftSavedAt },
    worth: worthNow(terms, row.ordinal - 1, ctx.now()),
    submission:
      submission === null
        ? null
        : {
            response: submission.response,
            receivedAt: submission.receivedAt,
            credit: row.purpose === "graded" ? creditOf(terms, submission.receivedAt) : 1,
            outcome: isShown
              ? {
                  score: submission.score,
                  isCorrect: submission.isCorrect,
                  reveal: reveal(variant.question, variant.key),
                }
              : null,
          },
  };
}

async function mayShow(ctx: StudentContext, own: ClassRow, assignment: AssignmentRow): Promise<boolean> {
  const records = await selectAccommodations(ctx.db, own.id);
  const terms = termsOf(assignment, own.timeZone, ctx.user.id, records);
  return showsFeedback(terms, classEnd(assignment, own, records), ctx.now());
}

async function ownTerms(ctx: StudentContext, own: ClassRow, assignment: AssignmentRow): Promise<Terms> {
  return termsOf(
    assignment,
    own.timeZone,
    ctx.user.id,
    await selectAccommodations(ctx.db, own.id, ctx.user.id),
  );
}

async function storedVariant(ctx: Pick<Context, "db">, variantId: string) {
  const variant = await selectOptionalVariant(ctx.db, variantId);
  if (variant === null) throw new Error(`attempt without variant ${variantId}`);
  return { ...variant, key: keySchema.parse(variant.key) };
}
