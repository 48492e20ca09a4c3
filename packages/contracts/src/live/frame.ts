import { z } from "zod";
import { idSchema } from "../ids.ts";
import { instant } from "./primitives.ts";
import { liveRefusalSchema } from "./refusal.ts";
import {
  countsSchema,
  hostViewSchema,
  projectorViewSchema,
  reactionCountsSchema,
  studentRoomSchema,
  studentSelfSchema,
} from "./view.ts";

/** Socket.IO event name of everything the server says unasked; the payload is one of the frames below. */
export const FRAME = "frame";

/** Every frame says which version of the room it shows and what time it is at the server. */
const stamp = { version: z.number().int().nonnegative(), serverTime: instant };

/** Only numbers changed. Sent at most a few times a second. */
const counts = z.strictObject({ type: z.literal("counts"), ...stamp, counts: countsSchema });

/** The page already holds this version: the reconnect cost one small frame. */
const current = z.strictObject({ type: z.literal("current"), ...stamp, counts: countsSchema });

/** The connection is over and must not be retried with the same credential. */
const gone = z.strictObject({ type: z.literal("gone"), ...stamp, code: liveRefusalSchema });

export const studentFrameSchema = z.discriminatedUnion("type", [
  /** Everything: on every connect that is not answered by `current`. */
  z.strictObject({ type: z.literal("view"), ...stamp, room: studentRoomSchema, self: studentSelfSchema }),
  /** The class's part changed; one broadcast for all students. */
  z.strictObject({ type: z.literal("room"), ...stamp, room: studentRoomSchema }),
  /** The student's own part changed. */
  z.strictObject({ type: z.literal("self"), ...stamp, self: studentSelfSchema }),
  counts,
  current,
  gone,
]);
export type StudentFrame = z.infer<typeof studentFrameSchema>;

export const projectorFrameSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("view"), ...stamp, view: projectorViewSchema }),
  counts,
  current,
  gone,
]);
export type ProjectorFrame = z.infer<typeof projectorFrameSchema>;

export const hostFrameSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("view"), ...stamp, view: hostViewSchema }),
  counts,
  current,
  z.strictObject({
    type: z.literal("reactions"),
    ...stamp,
    roundId: idSchema.nullable(),
    reactions: reactionCountsSchema,
  }),
  gone,
]);
export type HostFrame = z.infer<typeof hostFrameSchema>;

export type LiveFrame = StudentFrame | ProjectorFrame | HostFrame;
