import { z } from "zod";
import { kindNameSchema, sourceTextSchema } from "./item-draft.ts";
import { messageValuesSchema } from "./message.ts";
import { lineNumberSchema, placeSchema, pythonVersionSchema, runModeSchema } from "./python.ts";

/**
 * Values of each code:
 * `refcount-printed` { name, line, occurrence } · `refcount-counted` { name, line, occurrence, when } ·
 * `leak-alive` and `leak-keeper` { line, occurrence } · `identity-rows` { count } ·
 * `output-program` {} · `output-line` { line, occurrence }
 */
export const promptCodes = [
  "refcount-printed",
  "refcount-counted",
  "leak-alive",
  "leak-keeper",
  "identity-rows",
  "output-program",
  "output-line",
] as const;
export const promptSchema = z.strictObject({ code: z.enum(promptCodes), values: messageValuesSchema });
export type Prompt = z.infer<typeof promptSchema>;

const Id = z.string().min(1).max(40);

/** The widget a learner answers with, and everything it needs; no part of it depends on the answer. */
export const questionInputSchema = z.discriminatedUnion("widget", [
  z.strictObject({ widget: z.literal("number") }),
  z.strictObject({
    widget: z.literal("true-false"),
    rows: z
      .array(z.strictObject({ id: Id, line: lineNumberSchema, text: z.string().max(300) }))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    widget: z.literal("multi"),
    options: z
      .array(z.strictObject({ id: Id, label: z.string().max(200), line: lineNumberSchema.nullable() }))
      .min(1)
      .max(24),
  }),
  z.strictObject({
    widget: z.literal("choice"),
    options: z
      .array(z.strictObject({ id: Id, label: z.string().max(1000) }))
      .min(2)
      .max(10),
  }),
  z.strictObject({ widget: z.literal("line"), lines: z.array(lineNumberSchema).min(1).max(2000) }),
  z.strictObject({ widget: z.literal("text-lines") }),
]);
export type QuestionInput = z.infer<typeof questionInputSchema>;
export type WidgetName = QuestionInput["widget"];

/** What every learner, projector and host may see before the reveal. Strict: nothing can ride along. */
export const questionSchema = z.strictObject({
  kind: kindNameSchema,
  title: z.string().max(120),
  program: z.strictObject({
    source: sourceTextSchema,
    python: pythonVersionSchema,
    /** The exact version the answer holds for, such as "3.13.18". */
    pythonFull: z.string().max(20),
    mode: runModeSchema,
  }),
  /** Where in the run is asked, for the marker beside the line; null when the whole program is meant. */
  place: placeSchema.nullable(),
  prompt: promptSchema,
  input: questionInputSchema,
});
export type Question = z.infer<typeof questionSchema>;
