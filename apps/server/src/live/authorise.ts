import { toLiveParticipant } from "@pyrena/api";
import type { Handshake, LiveRefusal } from "@pyrena/contracts";
import {
  type Database,
  selectOptionalParticipantByToken,
  selectOptionalProjectorLinkByToken,
  selectOptionalRoom,
} from "@pyrena/db";
import type { Participant, Viewer } from "@pyrena/live";

/** Who an auth cookie belongs to; null without one. */
export type SessionOf = (headers: Headers) => Promise<{ readonly userId: string } | null>;

export type Authorised =
  | {
      readonly ok: true;
      readonly viewer: Viewer;
      readonly participant: Participant | null;
      /** Set for a projector that came by a link. */
      readonly linkId: string | null;
      /** Set for a host. */
      readonly accountId: string | null;
    }
  | { readonly ok: false; readonly code: LiveRefusal };

/** Checks a handshake against the credential of the audience it names, and against nothing else. */
export async function authorise(
  db: Database,
  sessionOf: SessionOf,
  handshake: Handshake,
  headers: Headers,
): Promise<Authorised> {
  switch (handshake.audience) {
    case "student": {
      const row = await selectOptionalParticipantByToken(db, handshake.room, handshake.token);
      if (row === null) return no("unknown-participant");
      if (row.removedAt !== null) return no("kicked");
      return yes({ audience: "student", participantId: row.id }, toLiveParticipant(row));
    }
    case "projector": {
      const link = await selectOptionalProjectorLinkByToken(db, handshake.room, handshake.token);
      if (link === null || link.revokedAt !== null) return no("link-revoked");
      return {
        ok: true,
        viewer: { audience: "projector" },
        participant: null,
        linkId: link.id,
        accountId: null,
      };
    }
    case "host": {
      const session = await sessionOf(headers);
      if (session === null) return no("not-signed-in");
      const room = await selectOptionalRoom(db, handshake.room);
      if (room === null) return no("unknown-room");
      if (room.hostId !== session.userId) return no("forbidden");
      return { ...yes({ audience: "host" }, null), accountId: session.userId };
    }
  }
}

function yes(viewer: Viewer, participant: Participant | null): Extract<Authorised, { ok: true }> {
  return { ok: true, viewer, participant, linkId: null, accountId: null };
}

function no(code: LiveRefusal): Authorised {
  return { ok: false, code };
}
