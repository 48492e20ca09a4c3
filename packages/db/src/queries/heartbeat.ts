import { eq } from "drizzle-orm";
import type { Database } from "../client.ts";
import { heartbeat } from "../schema/index.ts";

export async function writeHeartbeat(db: Database, service: string, at: Date): Promise<void> {
  await db
    .insert(heartbeat)
    .values({ service, at })
    .onConflictDoUpdate({ target: heartbeat.service, set: { at } });
}

/** The last instant at which the service is known to have worked. */
export async function selectOptionalHeartbeat(db: Database, service: string): Promise<Date | null> {
  const [row] = await db.select({ at: heartbeat.at }).from(heartbeat).where(eq(heartbeat.service, service));
  return row?.at ?? null;
}
