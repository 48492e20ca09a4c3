import { idSchema, instant, questionSchema, revealSchema, roomSettingsSchema } from "@pyrena/contracts";
import { z } from "zod";

/** An entry of the room's deck. Its variants were made and stored before the room could ask them. */
export const deckEntrySchema = z.strictObject({
  entryId: idSchema,
  itemVersionId: idSchema,
  title: z.string(),
  kind: z.string(),
  /** Seconds; undefined takes the room's setting, null is "no timer". */
  timeLimit: z.number().int().positive().nullable().optional(),
  variantId: idSchema,
  /** Same question with other values, for the revote; null where the item has nothing to vary. */
  twinVariantId: idSchema.nullable(),
});
export type DeckEntry = z.infer<typeof deckEntrySchema>;

const at = instant;
const timeLimit = z.number().int().positive().nullable();

/**
 * What happens in a room, in its own order. Time, ids and questions arrive inside the event, so that the same events
 * always make the same room. A stored event is never edited: a new need gets a new type or an optional field.
 */
export const roomEventSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("room-opened"),
    at,
    title: z.string(),
    pin: z.string(),
    settings: roomSettingsSchema,
    deck: z.array(deckEntrySchema),
  }),
  z.strictObject({ type: z.literal("entry-added"), at, entry: deckEntrySchema }),
  z.strictObject({
    type: z.literal("question-opened"),
    at,
    roundId: idSchema,
    entryId: idSchema,
    variantId: idSchema,
    question: questionSchema,
    timeLimit,
  }),
  z.strictObject({ type: z.literal("question-closed"), at, cause: z.enum(["host", "time"]) }),
  /** `outage`: the server was away while the question was open. */
  z.strictObject({
    type: z.literal("question-extended"),
    at,
    byMs: z.number().int().positive(),
    cause: z.enum(["host", "outage"]),
  }),
  z.strictObject({ type: z.literal("discussion-opened"), at }),
  z.strictObject({
    type: z.literal("revote-opened"),
    at,
    variantId: idSchema,
    question: questionSchema,
    timeLimit,
  }),
  z.strictObject({ type: z.literal("revealed"), at, reveal: revealSchema }),
  z.strictObject({ type: z.literal("scoreboard-shown"), at }),
  z.strictObject({ type: z.literal("round-skipped"), at }),
  z.strictObject({ type: z.literal("round-voided"), at, roundId: idSchema, isVoid: z.boolean() }),
  z.strictObject({ type: z.literal("room-locked"), at, isLocked: z.boolean() }),
  z.strictObject({ type: z.literal("participant-removed"), at, participantId: idSchema }),
  z.strictObject({
    type: z.literal("participant-renamed"),
    at,
    participantId: idSchema,
    nickname: z.string(),
  }),
  z.strictObject({ type: z.literal("room-ended"), at }),
]);
export type RoomEvent = z.infer<typeof roomEventSchema>;
export type EventOf<T extends RoomEvent["type"]> = Extract<RoomEvent, { type: T }>;
