import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { PgDatabase } from "drizzle-orm/pg-core";
import pg from "pg";
import * as schema from "./schema/index.ts";

/** The pool or a transaction: every query takes either. */
export type Database = PgDatabase<NodePgQueryResultHKT, typeof schema>;

export interface DatabaseClient {
  readonly db: Database;
  /** For what drizzle does not cover: LISTEN, health checks. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface ClientOptions {
  readonly url: string;
  readonly maxConnections?: number;
  /** PostgreSQL's notices and the loss of an idle connection; neither is an error of the caller. */
  readonly onNotice?: (message: string) => void;
}

export function connect({
  url,
  maxConnections = 10,
  onNotice = () => undefined,
}: ClientOptions): DatabaseClient {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: "pyrena",
  });
  pool.on("connect", (client) => client.on("notice", (notice) => onNotice(notice.message ?? "")));
  // Without a listener a database that restarts would end this process; the next query opens a new connection.
  pool.on("error", (error) => onNotice(`idle connection lost: ${error.message}`));
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}

/** Any number; the same in every process, so that two of them do not migrate at once. */
const MIGRATION_LOCK = 7_291_003;

/** Brings the database to the newest schema. Safe to call from several processes at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await pool.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(pool), { migrationsFolder: migrationsFolder() });
  } finally {
    // Ends the one connection, and the lock with it.
    await pool.end();
  }
}

/** Changes whenever the migrations do. */
export function migrationsFingerprint(): string {
  const journal = readFileSync(join(migrationsFolder(), "meta", "_journal.json"), "utf8");
  const hash = createHash("sha256").update(journal);
  for (const [, tag] of journal.matchAll(/"tag": "([^"]+)"/g)) {
    hash.update(readFileSync(join(migrationsFolder(), `${tag}.sql`)));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Found through the package, because the server that calls this is bundled into another folder. */
function migrationsFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@pyrena/db/package.json")), "migrations");
}
