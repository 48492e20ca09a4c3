import {
  type Candidates,
  type CheckReport,
  fitsQuestion,
  idSchema,
  itemDraftSchema,
  type PreviewGrade,
  pythonVersionSchema,
  type Question,
  responseSchema,
  runModeSchema,
  sourceTextSchema,
} from "@pyrena/contracts";
import { grade, reveal } from "@pyrena/puzzles/grading";
import { TRPCError } from "@trpc/server";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { CHECK_SEED } from "../../items.ts";
import { type InstructorContext, ownItem, unwrap } from "../../ownership.ts";
import { instructorProcedure } from "../../trpc.ts";

/** Runs the engine on a draft that need not be saved: the question with its key and reasons, or the problems with their lines. */
export const check = instructorProcedure
  .input(z.strictObject({ draft: itemDraftSchema }))
  .mutation(async ({ ctx, input }): Promise<CheckReport> => {
    const result = unwrap(await ctx.engine.materialise(input.draft, CHECK_SEED, ctx.user.id));
    if (!result.ok) return result;
    const { question, key, params } = result.variant;
    return { ok: true, question, reveal: reveal(question, key), params: { ...params } };
  });

/** What can be asked of this program: its places, the names there, and ready questions with their keys. */
export const candidates = instructorProcedure
  .input(z.strictObject({ source: sourceTextSchema, python: pythonVersionSchema, mode: runModeSchema }))
  .mutation(async ({ ctx, input }): Promise<Candidates> => {
    return unwrap(await ctx.engine.candidates(input, ctx.user.id));
  });

const previewSeed = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/** The item as a student sees it: the question alone. Another seed shows another variant. */
export const preview = instructorProcedure
  .input(z.strictObject({ itemId: idSchema, seed: previewSeed.default(CHECK_SEED) }))
  .query(async ({ ctx, input }): Promise<Question> => (await variantOf(ctx, input)).question);

/** Grades an answer given in the preview; nothing is stored. */
export const tryOut = instructorProcedure
  .input(
    z.strictObject({ itemId: idSchema, seed: previewSeed.default(CHECK_SEED), response: responseSchema }),
  )
  .mutation(async ({ ctx, input }): Promise<PreviewGrade> => {
    const { question, key } = await variantOf(ctx, input);
    const { response } = input;
    if (!fitsQuestion(response, question)) {
      throw new TRPCError({ code: "BAD_REQUEST", message: "the answer does not fit the question" });
    }
    const { score, correct } = grade(response, key);
    return { score, isCorrect: correct, response, reveal: reveal(question, key) };
  });

async function variantOf(ctx: InstructorContext, input: { readonly itemId: string; readonly seed: string }) {
  const { draft } = await ownItem(ctx, input.itemId);
  const result = unwrap(await ctx.engine.materialise(draft, input.seed, ctx.user.id));
  if (!result.ok) throw refusal("item-has-problems");
  return result.variant;
}
