import { idSchema, tokenSchema } from "@pyrena/contracts";
import { selectOptionalParticipantByToken, selectOptionalRoom } from "@pyrena/db";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import type { Context } from "./context.ts";
import { problemOf, refusal } from "./errors.ts";
import type { ProcedureMeta } from "./permissions.ts";

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => {
      const domain = problemOf(error);
      // What went wrong inside is for the log; a stack or a query in the answer would be a map for an attacker.
      const message = error.code === "INTERNAL_SERVER_ERROR" ? "internal error" : shape.message;
      const { stack: _, ...data } = shape.data;
      return { ...shape, message, data: { ...data, domain } };
    },
  });

export const { router, createCallerFactory, mergeRouters } = t;

export const publicProcedure = t.procedure.meta({ permission: "public" });

export const instructorProcedure = t.procedure.meta({ permission: "instructor" }).use(({ ctx, next }) => {
  if (ctx.user === null) throw refusal("sign-in-required");
  return next({ ctx: { user: ctx.user } });
});

/** Adds the room, which belongs to the caller. A room of another is not found: its existence is nobody's business. */
export const roomHostProcedure = t.procedure
  .meta({ permission: "room-host" })
  .input(z.object({ roomId: idSchema }))
  .use(async ({ ctx, input, next }) => {
    if (ctx.user === null) throw refusal("sign-in-required");
    const room = await selectOptionalRoom(ctx.db, input.roomId);
    if (room === null || room.hostId !== ctx.user.id) throw refusal("room-not-found");
    return next({ ctx: { user: ctx.user, room } });
  });

/** Adds the room and the participant whose token this is. */
export const participantProcedure = t.procedure
  .meta({ permission: "participant" })
  .input(z.object({ roomId: idSchema, token: tokenSchema }))
  .use(async ({ ctx, input, next }) => {
    const room = await selectOptionalRoom(ctx.db, input.roomId);
    const participant = await selectOptionalParticipantByToken(ctx.db, input.roomId, input.token);
    if (room === null || participant === null) throw refusal("participant-unknown");
    if (participant.removedAt !== null) throw refusal("participant-removed");
    return next({ ctx: { room, participant } });
  });
