import { z } from "zod";
import { heapPictureSchema } from "./heap-picture.ts";
import { messageValuesSchema } from "./message.ts";
import { lineNumberSchema } from "./python.ts";
import { responseSchema } from "./response.ts";

/** One holder of the asked object, in order of arrival. Only counted holders have an ordinal. */
export const holderSchema = z.strictObject({
  text: z.string().max(200),
  line: lineNumberSchema.nullable(),
  counted: z.boolean(),
  ordinal: z.int().min(1).nullable(),
});
export type Holder = z.infer<typeof holderSchema>;

/**
 * Reasons, rendered by code. Values:
 * `refcount-holders` { count, name } · `refcount-argument-counts` { count, printed } · `refcount-argument-borrowed` { printed } ·
 * `refcount-immortal` { name } · `leak-kept` { object, holder, line } · `leak-nothing-kept` {} · `leak-keeper` { line, holder } ·
 * `leak-cycle-uncollected` { objects } · `identity-row` { line, text, answer } · `identity-one-object` { line, text } ·
 * `identity-two-objects` { line, text } · `output-line` { line, occurrence, text } · `output-finalizer` { line, text } · `versions-differ` { versions, answer }
 */
export const reasonCodes = [
  "refcount-holders",
  "refcount-argument-counts",
  "refcount-argument-borrowed",
  "refcount-immortal",
  "leak-kept",
  "leak-nothing-kept",
  "leak-keeper",
  "leak-cycle-uncollected",
  "identity-row",
  "identity-one-object",
  "identity-two-objects",
  "output-line",
  "output-finalizer",
  "versions-differ",
] as const;
export const reasonSchema = z.strictObject({ code: z.enum(reasonCodes), values: messageValuesSchema });
export type Reason = z.infer<typeof reasonSchema>;

/** A wrong answer and the wrong rule it suggests. */
export const misconceptionNoteSchema = z.strictObject({
  /** The histogram bucket it belongs to. */
  bucket: z.string().max(1000),
  responseText: z.string().max(1000),
  id: z.string().regex(/^M\d{2}$/),
  title: z.string().max(120),
  refutation: z.string().max(1000),
});
export type MisconceptionNote = z.infer<typeof misconceptionNoteSchema>;

/** What everybody sees once the host reveals. */
export const revealSchema = z.strictObject({
  answer: responseSchema,
  answerText: z.string().max(4000),
  /** The histogram bucket of the right answer. */
  answerBucket: z.string().max(1000),
  holders: z.array(holderSchema).max(100),
  why: z.array(reasonSchema).max(40),
  notes: z.array(reasonSchema).max(10),
  misconceptions: z.array(misconceptionNoteSchema).max(20),
  picture: heapPictureSchema.nullable(),
});
export type Reveal = z.infer<typeof revealSchema>;
