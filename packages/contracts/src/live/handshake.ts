import { z } from "zod";
import { idSchema, tokenSchema } from "../ids.ts";
import { LIVE_PROTOCOL } from "./primitives.ts";

const common = {
  protocol: z.literal(LIVE_PROTOCOL),
  room: idSchema,
  /** Version of the last view this page holds; the server answers with less when nothing changed since. */
  seen: z.number().int().nonnegative().optional(),
};

/**
 * What a socket says about itself in `auth`. One connection is one audience, and it is checked against that
 * audience's credential alone: the participant's token, the projector link's token, or the session cookie.
 */
export const handshakeSchema = z.discriminatedUnion("audience", [
  z.strictObject({ audience: z.literal("student"), ...common, token: tokenSchema }),
  z.strictObject({ audience: z.literal("projector"), ...common, token: tokenSchema }),
  z.strictObject({ audience: z.literal("host"), ...common }),
]);
export type Handshake = z.infer<typeof handshakeSchema>;
