import { accept, nicknameKey, type Result, refuse, suggestNickname } from "@pyrena/contracts";
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { isUniqueViolation } from "../errors.ts";
import { participant } from "../schema/index.ts";
import { hashToken } from "../token.ts";

export interface ParticipantRow {
  readonly id: string;
  readonly roomId: string;
  readonly nickname: string;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
}

export interface NewParticipant {
  readonly id: string;
  readonly roomId: string;
  /** Already normalised. */
  readonly nickname: string;
  readonly token: string;
  readonly userId: string | null;
}

/** Refused with a name that is free when another in the room has this one. */
export async function insertParticipant(
  db: Database,
  { token, ...values }: NewParticipant,
): Promise<Result<ParticipantRow, "nickname-taken", { readonly suggestion: string }>> {
  try {
    const [row] = await db.transaction((tx) =>
      tx
        .insert(participant)
        .values({ ...values, tokenHash: hashToken(token), nicknameKey: nicknameKey(values.nickname) })
        .returning(columns),
    );
    if (row === undefined) throw new Error("insert returned no row");
    return accept(row);
  } catch (error) {
    if (!isUniqueViolation(error, "participant_nickname")) throw error;
    return refuse("nickname-taken", { suggestion: await freeNickname(db, values) });
  }
}

async function freeNickname(
  db: Database,
  { roomId, nickname }: Pick<NewParticipant, "roomId" | "nickname">,
): Promise<string> {
  const names = await db
    .select({ key: participant.nicknameKey })
    .from(participant)
    .where(eq(participant.roomId, roomId));
  return suggestNickname(nickname, new Set(names.map(({ key }) => key)));
}

/** The participant whose browser holds this token, whether or not they were removed. */
export async function selectOptionalParticipantByToken(
  db: Database,
  roomId: string,
  token: string,
): Promise<ParticipantRow | null> {
  const [row] = await db
    .select(columns)
    .from(participant)
    .where(and(eq(participant.tokenHash, hashToken(token)), eq(participant.roomId, roomId)));
  return row ?? null;
}

export async function selectOptionalParticipant(
  db: Database,
  roomId: string,
  participantId: string,
): Promise<ParticipantRow | null> {
  const [row] = await db
    .select(columns)
    .from(participant)
    .where(and(eq(participant.id, participantId), eq(participant.roomId, roomId)));
  return row ?? null;
}

/** In the order in which they came, removed ones included. */
export async function selectParticipants(db: Database, roomId: string): Promise<ParticipantRow[]> {
  return db
    .select(columns)
    .from(participant)
    .where(eq(participant.roomId, roomId))
    .orderBy(asc(participant.createdAt), asc(participant.id));
}

const columns = {
  id: participant.id,
  roomId: participant.roomId,
  nickname: participant.nickname,
  createdAt: participant.createdAt,
  removedAt: participant.removedAt,
};
