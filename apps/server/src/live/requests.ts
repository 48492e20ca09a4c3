import {
  hostRequestSchema,
  type LiveAck,
  projectorRequestSchema,
  studentRequestSchema,
} from "@pyrena/contracts";
import type { Database } from "@pyrena/db";
import { rosterRows, type Viewer } from "@pyrena/live";
import { nanoid } from "nanoid";
import type { z } from "zod";
import { auditCommand } from "./audit.ts";
import { type Command, toEvent } from "./command.ts";
import type { RequestBudget } from "./limits.ts";
import { type RoomRunner, refused } from "./runner.ts";
import type { Variants } from "./variants.ts";

/** Who asks, and of which room; settled when the connection was admitted. */
export interface Asker {
  readonly roomId: string;
  readonly viewer: Viewer;
  /** The host's account; null for everybody else. */
  readonly accountId: string | null;
  readonly runner: RoomRunner;
  readonly budget: RequestBudget;
}

export interface RequestContext {
  readonly db: Database;
  readonly variants: Variants;
}

/** Parses a request by the schema of its audience, and answers it. */
export async function answerRequest(
  asker: Asker,
  request: unknown,
  context: RequestContext,
): Promise<LiveAck> {
  if (!asker.budget.take(Date.now())) return refused("rate-limited");
  const { viewer, runner } = asker;
  switch (viewer.audience) {
    case "student": {
      const parsed = studentRequestSchema.safeParse(request);
      if (!parsed.success) return notUnderstood(request);
      return answerStudent(viewer.participantId, runner, parsed.data);
    }
    case "projector": {
      const parsed = projectorRequestSchema.safeParse(request);
      return parsed.success ? clock() : notUnderstood(request);
    }
    case "host": {
      const parsed = hostRequestSchema.safeParse(request);
      return parsed.success ? answerHost(asker, parsed.data, context) : notUnderstood(request);
    }
  }
}

async function answerStudent(
  participantId: string,
  runner: RoomRunner,
  request: z.infer<typeof studentRequestSchema>,
): Promise<LiveAck> {
  switch (request.type) {
    case "clock":
      return clock();
    case "react":
      runner.react(participantId, request.reaction);
      return { ok: true };
    case "answer": {
      const { answerId, roundId, ballot, response, confidence = null } = request;
      return runner.answer({ answerId, roundId, ballot, participantId, response, confidence });
    }
  }
}

async function answerHost(
  asker: Asker,
  request: z.infer<typeof hostRequestSchema>,
  context: RequestContext,
): Promise<LiveAck> {
  const { runner } = asker;
  switch (request.type) {
    case "clock":
      return clock();
    case "peek":
      return runner.peek();
    case "roster":
      return { ok: true, participants: rosterRows(runner.snapshot) };
    default:
      return carryOut(asker, request, context);
  }
}

async function carryOut(
  { roomId, accountId, runner }: Asker,
  command: Command,
  { db, variants }: RequestContext,
): Promise<LiveAck> {
  if ("participantId" in command && !runner.snapshot.participants.has(command.participantId)) {
    return refused("unknown-participant");
  }
  const needs = { variants, now: Date.now(), newId: nanoid };
  const ack = await runner.dispatch((state) => toEvent(state, command, needs));
  if (ack.ok && accountId !== null) await auditCommand(db, { roomId, actorId: accountId, command });
  return ack;
}

const clock = (): LiveAck => ({ ok: true, serverTime: Date.now() });

/** A host's or another audience's request is forbidden; anything else is malformed. */
function notUnderstood(request: unknown): LiveAck {
  return refused(
    hostRequestSchema.safeParse(request).success || studentRequestSchema.safeParse(request).success
      ? "forbidden"
      : "malformed",
  );
}
