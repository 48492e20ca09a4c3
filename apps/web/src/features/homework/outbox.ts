/** What this browser keeps of an attempt, so that a reload, a dead battery or a lost network takes nothing. */
import { type Response, responseSchema } from "@pyrena/contracts";
import { z } from "zod";
import { draftSchema } from "../question/draft.ts";

/** Unsent work: shown until the server has a newer one. */
export const keptWorkSchema = z.object({
  draft: draftSchema,
  /** The server's version this was typed on top of. */
  seen: z.number().int(),
});
export type KeptWork = z.infer<typeof keptWorkSchema>;

/** An answer on its way. It goes out again, with the same key, until the server has said what became of it. */
export const outboxSchema = z.object({ idempotencyKey: z.string(), response: responseSchema });
export interface Outbox {
  readonly idempotencyKey: string;
  readonly response: Response;
}

export const workKey = (attemptId: string) => `pyrena:homework:${attemptId}:work`;
export const outboxKey = (attemptId: string) => `pyrena:homework:${attemptId}:outbox`;
