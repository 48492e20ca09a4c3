import { z } from "zod";
import { messageValuesSchema } from "./message.ts";
import { lineNumberSchema } from "./python.ts";

/** Why a draft cannot be asked. The page renders by code; `message` is what the engine or CPython itself says. */
export const problemCodes = [
  "syntax-error",
  "unsupported",
  "endless",
  "too-much-memory",
  "too-much-output",
  "too-deep",
  "raises",
  "indeterminate",
  "unknown-parameter",
  "line-not-reached",
  "name-not-bound",
  "immortal",
  "prints-no-number",
  "prints-no-boolean",
  "prints-nothing",
  "nothing-born",
  "nothing-leaks",
  "several-keepers",
  "too-many-objects",
  "too-few-options",
] as const;
export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

export const problemSchema = z.strictObject({
  code: problemCodeSchema,
  line: lineNumberSchema.nullable(),
  column: z.int().min(0).nullable(),
  message: z.string().max(2000),
  values: messageValuesSchema,
});
export type Problem = z.infer<typeof problemSchema>;
