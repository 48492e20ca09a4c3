import { z } from "zod";
import { lineNumberSchema } from "./python.ts";

const Id = z.string().min(1).max(40);

/** One learner's answer, by widget. Whether its ids belong to the question is checked by `fitsQuestion`. */
export const responseSchema = z.discriminatedUnion("widget", [
  z.strictObject({ widget: z.literal("number"), value: z.int().min(-999_999_999_999).max(999_999_999_999) }),
  z.strictObject({ widget: z.literal("true-false"), values: z.record(Id, z.boolean()) }),
  z.strictObject({ widget: z.literal("multi"), chosen: z.array(Id).max(24) }),
  z.strictObject({ widget: z.literal("choice"), chosen: Id }),
  z.strictObject({ widget: z.literal("line"), line: lineNumberSchema }),
  z.strictObject({ widget: z.literal("text-lines"), lines: z.array(z.string().max(300)).max(60) }),
]);
export type Response = z.infer<typeof responseSchema>;
