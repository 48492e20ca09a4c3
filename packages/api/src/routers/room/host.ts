import { idSchema, type LiveRefusal, type RoomSettings, type RoomSummary } from "@pyrena/contracts";
import { insertAuditEvent, selectParticipants, selectRooms } from "@pyrena/db";
import { z } from "zod";
import { refusal } from "../../errors.ts";
import { ownItem } from "../../ownership.ts";
import { stockUp } from "../../spares.ts";
import { instructorProcedure, roomHostProcedure } from "../../trpc.ts";
import { prepare, storeEntry } from "./entries.ts";

/** The instructor's rooms, newest first. */
export const list = instructorProcedure.query(
  ({ ctx }): Promise<RoomSummary[]> => selectRooms(ctx.db, ctx.user.id),
);

export interface HostedRoom extends RoomSummary {
  readonly settings: RoomSettings;
  /** Where students go, the best address first; the PIN is already in it. */
  readonly joinUrls: readonly string[];
}

export const get = roomHostProcedure.query(async ({ ctx }): Promise<HostedRoom> => {
  const { id, pin, title, deckId, createdAt, endedAt, settings } = ctx.room;
  const participants = await selectParticipants(ctx.db, id);
  return {
    ...{ id, pin, title, deckId, createdAt, endedAt, settings },
    participants: participants.filter(({ removedAt }) => removedAt === null).length,
    joinUrls: ctx.joinUrls().map((url) => `${url.replace(/\/$/, "")}/join/${pin}`),
  };
});

/** Adds an item that need not be in the deck to the running room; the host's page then opens it like any other. */
export const pushItem = roomHostProcedure
  .input(z.object({ itemId: idSchema }))
  .mutation(async ({ ctx, input }): Promise<{ entryId: string }> => {
    const item = await ownItem(ctx, input.itemId);
    const prepared = await prepare(ctx, item);
    if (!prepared.ok) throw refusal("item-has-problems");
    const entry = await storeEntry(ctx.db, prepared.entry);
    const pushed = await ctx.live.dispatch(ctx.room.id, { type: "entry-added", at: Date.now(), entry });
    if (!pushed.ok) throw refusal(fromLive(pushed.code));
    stockUp(ctx, [item]);
    await insertAuditEvent(ctx.db, {
      actorId: ctx.user.id,
      action: "item-pushed",
      subject: `room:${ctx.room.id}`,
      detail: { itemId: item.id, entryId: entry.entryId },
    });
    return { entryId: entry.entryId };
  });

function fromLive(code: LiveRefusal): "room-ended" | "room-unavailable" {
  return code === "room-ended" ? "room-ended" : "room-unavailable";
}
