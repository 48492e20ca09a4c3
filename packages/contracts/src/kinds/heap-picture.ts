import { z } from "zod";
import { lineNumberSchema } from "./python.ts";

const Id = z.string().min(1).max(60);
const Text = z.string().max(200);

/** A place an arrow can start from. `text` is a short value shown inline when no arrow is drawn. */
export const pictureSlotSchema = z.strictObject({ id: Id, name: Text, text: Text.nullable() });
export type PictureSlot = z.infer<typeof pictureSlotSchema>;

/** A module, a running function, a suspended generator, or the "hands" of the evaluation stack. */
export const pictureFrameSchema = z.strictObject({
  id: Id,
  kind: z.enum(["module", "function", "class", "generator", "stack", "hidden"]),
  title: Text,
  line: lineNumberSchema.nullable(),
  slots: z.array(pictureSlotSchema).max(60),
});
export type PictureFrame = z.infer<typeof pictureFrameSchema>;

export const pictureObjectSchema = z.strictObject({
  id: Id,
  type: Text,
  /** The small number people call it by: `list #2`. */
  number: z.int().min(1),
  count: z.union([z.int().min(0), z.literal("immortal")]),
  text: Text.nullable(),
  slots: z.array(pictureSlotSchema).max(40),
  state: z.enum(["alive", "unreachable", "finalizing", "freed", "resurrected"]),
  /** The line it was made on, where known. */
  bornLine: lineNumberSchema.nullable(),
  /** The object the question is about. */
  isAsked: z.boolean(),
});
export type PictureObject = z.infer<typeof pictureObjectSchema>;

export const pictureEdgeSchema = z.strictObject({
  /** Id of a slot. */
  from: Id,
  /** Id of an object. */
  to: Id,
  kind: z.enum(["counted", "weak", "temporary", "borrowed"]),
  /** Position among the counted holders of its target, in order of arrival; null when it does not count. */
  ordinal: z.int().min(1).nullable(),
  line: lineNumberSchema.nullable(),
});
export type PictureEdge = z.infer<typeof pictureEdgeSchema>;

/** The heap at one step, as far as the program's own objects go. */
export const heapPictureSchema = z.strictObject({
  frames: z.array(pictureFrameSchema).max(40),
  objects: z.array(pictureObjectSchema).max(60),
  edges: z.array(pictureEdgeSchema).max(400),
  /** How many further objects were folded away to keep the picture readable. */
  folded: z.int().min(0),
});
export type HeapPicture = z.infer<typeof heapPictureSchema>;
