import type { ProjectorLink } from "@pyrena/contracts";
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../client.ts";
import { auditEvent, invitation, projectorLink } from "../schema/index.ts";
import { hashToken } from "../token.ts";

export async function insertProjectorLink(
  db: Database,
  roomId: string,
  token: string,
): Promise<ProjectorLink> {
  const [row] = await db
    .insert(projectorLink)
    .values({ roomId, tokenHash: hashToken(token) })
    .returning(linkColumns);
  if (row === undefined) throw new Error("insert returned no row");
  return row;
}

export async function revokeProjectorLink(db: Database, roomId: string, linkId: string): Promise<void> {
  await db
    .update(projectorLink)
    .set({ revokedAt: new Date() })
    .where(
      and(eq(projectorLink.id, linkId), eq(projectorLink.roomId, roomId), isNull(projectorLink.revokedAt)),
    );
}

export async function selectProjectorLinks(db: Database, roomId: string): Promise<ProjectorLink[]> {
  return db
    .select(linkColumns)
    .from(projectorLink)
    .where(eq(projectorLink.roomId, roomId))
    .orderBy(asc(projectorLink.createdAt));
}

/** The link with this token, whether or not it was revoked. */
export async function selectOptionalProjectorLinkByToken(
  db: Database,
  roomId: string,
  token: string,
): Promise<ProjectorLink | null> {
  const [row] = await db
    .select(linkColumns)
    .from(projectorLink)
    .where(and(eq(projectorLink.tokenHash, hashToken(token)), eq(projectorLink.roomId, roomId)));
  return row ?? null;
}

const linkColumns = {
  id: projectorLink.id,
  createdAt: projectorLink.createdAt,
  revokedAt: projectorLink.revokedAt,
};

export interface NewInvitation {
  readonly token: string;
  readonly createdBy: string;
  readonly note: string;
  readonly expiresAt: Date;
}

export async function insertInvitation(db: Database, { token, ...values }: NewInvitation): Promise<string> {
  const [row] = await db
    .insert(invitation)
    .values({ ...values, tokenHash: hashToken(token) })
    .returning({ id: invitation.id });
  if (row === undefined) throw new Error("insert returned no row");
  return row.id;
}

/** Whether it can still be used. */
export async function selectInvitationIsOpen(db: Database, token: string): Promise<boolean> {
  const rows = await db.select({ id: invitation.id }).from(invitation).where(openInvitation(token));
  return rows.length > 0;
}

/** Spends it; false when it was spent, expired or never there. Two at once: one wins. */
export async function spendInvitation(db: Database, token: string, userId: string): Promise<boolean> {
  const rows = await db
    .update(invitation)
    .set({ usedAt: new Date(), usedBy: userId })
    .where(openInvitation(token))
    .returning({ id: invitation.id });
  return rows.length > 0;
}

const openInvitation = (token: string) =>
  and(
    eq(invitation.tokenHash, hashToken(token)),
    isNull(invitation.usedAt),
    gt(invitation.expiresAt, new Date()),
  );

export interface NewAuditEvent {
  /** Null for the system itself. */
  readonly actorId: string | null;
  readonly action: string;
  /** As `room:<id>`. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export async function insertAuditEvent(
  db: Database,
  { detail = {}, ...values }: NewAuditEvent,
): Promise<void> {
  await db.insert(auditEvent).values({ ...values, detail });
}
