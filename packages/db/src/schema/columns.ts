import { json, text, timestamp } from "drizzle-orm/pg-core";
import { nanoid } from "nanoid";

/** Ids are random and made by the process that inserts, so a row can be named before it is stored. */
export const id = () => text("id").primaryKey().$defaultFn(nanoid);

/** Every instant is stored with its zone and to the microsecond; JavaScript sees milliseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/**
 * A document that passed its zod schema on the way in. `json`, not `jsonb`: a Python program may print NUL and lone
 * surrogates, which jsonb refuses, and nothing is ever searched inside.
 */
export const document = (name: string) => json(name).$type<unknown>();
