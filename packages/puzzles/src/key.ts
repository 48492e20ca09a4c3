/** The answer key of one variant: computed, stored as JSON on the server, never sent before the reveal. */
import {
  heapPictureSchema,
  holderSchema,
  kindNameSchema,
  pythonVersionSchema,
  reasonSchema,
  responseSchema,
} from "@pyrena/contracts";
import { z } from "zod";

const misconceptionId = z.string().regex(/^M\d{2}$/);

/** Raised when the engine may compute other keys than before, so that stored ones can be told from new ones. */
export const ENGINE_VERSION = "1";

export const keySchema = z.strictObject({
  kind: kindNameSchema,
  python: pythonVersionSchema,
  /** Of the engine that computed it: a better engine may compute another key for the same variant. */
  engineVersion: z.string().min(1).max(40),
  answer: responseSchema,
  /** Wrong answers worth something, such as the number without the argument of the call. */
  partial: z.array(z.strictObject({ response: responseSchema, score: z.number().gt(0).lt(1) })).max(10),
  /** What somebody who holds a wrong rule answers; only answers that differ from the right one. */
  predictions: z.array(z.strictObject({ misconception: misconceptionId, response: responseSchema })).max(40),
  holders: z.array(holderSchema).max(100),
  why: z.array(reasonSchema).max(40),
  notes: z.array(reasonSchema).max(10),
  picture: heapPictureSchema.nullable(),
});
export type Key = z.infer<typeof keySchema>;
export type Prediction = Key["predictions"][number];
