import { z } from "zod";
import { identityAskSchema, leakAskSchema, outputAskSchema, refcountAskSchema } from "./item-draft.ts";
import { problemSchema } from "./problem.ts";
import { lineNumberSchema, placeSchema } from "./python.ts";
import { promptSchema } from "./question.ts";

const shared = { prompt: promptSchema, place: placeSchema.nullable(), answerText: z.string().max(4000) };

/** Something that can be asked of a program, with the key the engine computed. For its author only. */
export const candidateSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("refcount"), ask: refcountAskSchema, ...shared }),
  z.strictObject({ kind: z.literal("leak"), ask: leakAskSchema, ...shared }),
  z.strictObject({ kind: z.literal("identity"), ask: identityAskSchema, ...shared }),
  z.strictObject({ kind: z.literal("output"), ask: outputAskSchema, ...shared }),
]);
export type Candidate = z.infer<typeof candidateSchema>;

/** What one line offers: how often it ran and the names that can be asked about there. */
export const lineOfferSchema = z.strictObject({
  line: lineNumberSchema,
  executions: z.int().min(0),
  names: z.array(z.string().max(80)),
});
export type LineOffer = z.infer<typeof lineOfferSchema>;

export const candidatesSchema = z.strictObject({
  problems: z.array(problemSchema),
  output: z.string(),
  lines: z.array(lineOfferSchema),
  candidates: z.array(candidateSchema),
});
export type Candidates = z.infer<typeof candidatesSchema>;
