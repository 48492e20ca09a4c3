import type { AppRouter } from "@pyrena/api";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { type ApiProblem, problemOf } from "../../trpc/problem.ts";
import { keepCredential } from "../live/credentials.ts";

export type JoinOutcome =
  | { readonly ok: true; readonly roomId: string }
  | {
      readonly ok: false;
      readonly code: ApiProblem["code"];
      readonly suggestion?: string | undefined;
      readonly retryAfterSeconds?: number | undefined;
    };

/** Asks for a place in the room and keeps the credential. */
export async function joinRoom(pin: string, nickname: string): Promise<JoinOutcome> {
  const api = createTRPCClient<AppRouter>({
    links: [httpLink({ url: "/api/trpc", transformer: superjson })],
  });
  try {
    const credential = await api.room.join.mutate({ pin, nickname });
    keepCredential({ ...credential, pin, joinedAt: Date.now() });
    return { ok: true, roomId: credential.roomId };
  } catch (error) {
    const problem = problemOf(error);
    if (!("suggestion" in problem || "retryAfterSeconds" in problem))
      return { ok: false, code: problem.code };
    return {
      ok: false,
      code: problem.code,
      suggestion: problem.suggestion,
      retryAfterSeconds: problem.retryAfterSeconds,
    };
  }
}
