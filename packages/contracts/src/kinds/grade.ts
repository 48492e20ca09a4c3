import { z } from "zod";

/** The judgement of one response. `evidence` says which wrong rules predicted it and which did not. */
export const gradeSchema = z.strictObject({
  score: z.number().min(0).max(1),
  correct: z.boolean(),
  parts: z.array(z.strictObject({ id: z.string().max(40), score: z.number().min(0).max(1) })).max(60),
  evidence: z
    .array(z.strictObject({ misconception: z.string().regex(/^M\d{2}$/), predicted: z.boolean() }))
    .max(40),
});
export type Grade = z.infer<typeof gradeSchema>;

/** A bar of the class histogram: responses with the same id count as one. */
export const bucketSchema = z.strictObject({ id: z.string().max(1000), label: z.string().max(1000) });
export type Bucket = z.infer<typeof bucketSchema>;
