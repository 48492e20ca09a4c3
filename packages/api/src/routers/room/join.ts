import {
  joinRoomSchema,
  normaliseNickname,
  type ParticipantCredential,
  type RoomLobby,
  typedPinSchema,
} from "@pyrena/contracts";
import { insertParticipant, newToken, type RoomRow, selectOptionalRoomByPin } from "@pyrena/db";
import { nanoid } from "nanoid";
import { z } from "zod";
import type { Context } from "../../context.ts";
import { refusal } from "../../errors.ts";
import { publicProcedure } from "../../trpc.ts";

/** What the join page shows once the PIN is typed. */
export const lookup = publicProcedure
  .input(z.strictObject({ pin: typedPinSchema }))
  .query(async ({ ctx, input }): Promise<RoomLobby> => {
    const room = await roomByPin(ctx, input.pin);
    const state = await ctx.live.state(room.id);
    return { roomId: room.id, title: room.title, isLocked: state.phase !== "unopened" && state.isLocked };
  });

/**
 * Joins by PIN and nickname, with no account. Joins are not counted per address: a school has only one, and thirty of its
 * students join in the same minute. Wrong PINs are.
 */
export const join = publicProcedure
  .input(joinRoomSchema)
  .mutation(async ({ ctx, input }): Promise<ParticipantCredential> => {
    const room = await roomByPin(ctx, input.pin);
    const name = normaliseNickname(input.nickname);
    if (!name.ok) throw refusal(name.code);
    const state = await ctx.live.state(room.id);
    if (state.phase === "ended") throw refusal("room-ended");
    if (state.phase !== "unopened" && state.isLocked) throw refusal("room-locked");

    const credential = { roomId: room.id, participantId: nanoid(), nickname: name.value, token: newToken() };
    const joined = await insertParticipant(ctx.db, {
      id: credential.participantId,
      roomId: room.id,
      nickname: credential.nickname,
      token: credential.token,
      userId: ctx.user?.id ?? null,
    });
    if (!joined.ok) throw refusal(joined.code, { suggestion: joined.detail.suggestion });
    await ctx.live.participantJoined(room.id, credential.participantId);
    return credential;
  });

async function roomByPin(ctx: Context, pin: string): Promise<RoomRow> {
  const retryAfterSeconds = ctx.wrongPins.retryAfter(ctx.clientAddress);
  // A right PIN is let through even then: a class must not be kept out because one of them guesses.
  const room = await selectOptionalRoomByPin(ctx.db, pin);
  if (room !== null) return room;
  if (retryAfterSeconds > 0) throw refusal("too-many-attempts", { retryAfterSeconds });
  ctx.wrongPins.fail(ctx.clientAddress);
  throw refusal("room-not-found");
}
