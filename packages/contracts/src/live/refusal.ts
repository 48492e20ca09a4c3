import { z } from "zod";

/** Every way the live room says no. The page renders a sentence per code; `message` is for logs and developers. */
export const LIVE_REFUSALS = [
  // the connection
  "protocol-mismatch",
  "malformed",
  "not-signed-in",
  "forbidden",
  "unknown-room",
  "kicked",
  "link-revoked",
  "rate-limited",
  "too-many-connections",
  // the moment
  "room-ended",
  "room-locked",
  "wrong-phase",
  "stale-version",
  "stale-round",
  "too-late",
  "already-answered",
  "wrong-widget",
  // the thing meant
  "unknown-entry",
  "unknown-round",
  "unknown-participant",
  "nickname-empty",
  "nickname-too-long",
  "nickname-forbidden-characters",
  "nickname-taken",
  // the server
  "unavailable",
] as const;
export const liveRefusalSchema = z.enum(LIVE_REFUSALS);
export type LiveRefusal = z.infer<typeof liveRefusalSchema>;

export const refusedSchema = z.strictObject({
  ok: z.literal(false),
  code: liveRefusalSchema,
  message: z.string(),
});
export type Refused = z.infer<typeof refusedSchema>;

/** The one shape in which the live room refuses, in acks as in connection errors. */
export function refuseLive(code: LiveRefusal, message: string): Refused {
  return { ok: false, code, message };
}
