import { pgTable, text, unique } from "drizzle-orm/pg-core";
import { user } from "./auth.ts";
import { createdAt, id, instant } from "./columns.ts";
import { room } from "./room.ts";

/** A student in one room. No account is needed: the token in their browser is the whole credential. */
export const participant = pgTable(
  "participant",
  {
    id: id(),
    roomId: text("room_id")
      .notNull()
      .references(() => room.id, { onDelete: "cascade" }),
    nickname: text("nickname").notNull(),
    /** nicknameKey() of contracts: two names with one key would look like one person. */
    nicknameKey: text("nickname_key").notNull(),
    /** SHA-256 of the token. */
    tokenHash: text("token_hash").notNull().unique(),
    /** Set when they were signed in: an instructor trying the room, later a roster's student. */
    userId: text("user_id").references(() => user.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** Set when the host removed them; their answers stay. */
    removedAt: instant("removed_at"),
  },
  (table) => [unique("participant_nickname").on(table.roomId, table.nicknameKey)],
);
