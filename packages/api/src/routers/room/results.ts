import type { RoomResults } from "@pyrena/contracts";
import { refusal } from "../../errors.ts";
import { roomResults } from "../../results.ts";
import { participantProcedure, roomHostProcedure } from "../../trpc.ts";

/** Everybody's results, for the host. */
export const results = roomHostProcedure.query(({ ctx }): Promise<RoomResults> => roomResults(ctx, ctx.room));

/** The caller's own part of the results, once the room has ended. */
export const myResults = participantProcedure.query(async ({ ctx }): Promise<RoomResults> => {
  if (ctx.room.endedAt === null) throw refusal("results-not-ready");
  const all = await roomResults(ctx, ctx.room);
  return {
    ...all,
    students: all.students.filter(({ participantId }) => participantId === ctx.participant.id),
  };
});

/** Who this token is: a shared computer asks "not you?" before it goes on. */
export const me = participantProcedure.query(({ ctx }) => ({
  participantId: ctx.participant.id,
  nickname: ctx.participant.nickname,
  title: ctx.room.title,
  isEnded: ctx.room.endedAt !== null,
}));
