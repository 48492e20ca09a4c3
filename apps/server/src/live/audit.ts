import { type Database, insertAuditEvent } from "@pyrena/db";
import type { Command } from "./command.ts";

/** What a host does that changes somebody's points or takes them out of the room; the rest is in the room's events. */
const AUDITED = {
  void: "round-voided",
  skip: "round-skipped",
  kick: "participant-removed",
  rename: "participant-renamed",
} as const;

/** Puts a command that was carried out into the audit log, with who gave it: the room's events do not say. */
export async function auditCommand(
  db: Database,
  { roomId, actorId, command }: { roomId: string; actorId: string; command: Command },
): Promise<void> {
  switch (command.type) {
    case "void":
    case "skip":
    case "kick":
    case "rename": {
      const { type, ...detail } = command;
      await insertAuditEvent(db, { actorId, action: AUDITED[type], subject: `room:${roomId}`, detail });
      return;
    }
    default:
      return;
  }
}
