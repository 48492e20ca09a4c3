import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** When this service last worked, written every second while it does. After an outage the gap is given back to the class. */
export const heartbeat = pgTable("heartbeat", {
  service: text("service").primaryKey(),
  at: instant("at").notNull(),
});
