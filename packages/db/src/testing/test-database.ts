import { createHash, randomBytes } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect, type Database, migrateDatabase, migrationsFingerprint } from "../client.ts";
import { startEmbeddedPostgres } from "../embedded.ts";

/** A database of its own for one suite, migrated and empty. */
export interface TestDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly url: string;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

/**
 * All suites share one cluster without fsync, in a folder per user and checkout. It is started by whoever comes first and
 * stopped by the lease of the last process, so no suite waits for another's start.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = await startEmbeddedPostgres({
    folder: clusterFolder(),
    isDurable: false,
    isRevived: false,
  });
  const maintenance = new pg.Client({ connectionString: databaseUrl(cluster.url, "postgres") });
  await maintenance.connect();
  const name = `suite_${process.pid}_${randomBytes(6).toString("hex")}`;
  try {
    const template = await ensureTemplate(maintenance, cluster.url);
    await maintenance.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await maintenance.end();
  }
  const url = databaseUrl(cluster.url, name);
  const client = connect({ url });
  return { db: client.db, pool: client.pool, url, close: () => drop(cluster.url, name, client.close) };
}

async function drop(clusterUrl: string, name: string, closeClient: () => Promise<void>): Promise<void> {
  await closeClient();
  const maintenance = new pg.Client({ connectionString: databaseUrl(clusterUrl, "postgres") });
  await maintenance.connect();
  await maintenance.query(`drop database if exists ${name} with (force)`);
  await maintenance.end();
}

const TEMPLATE_LOCK = 7_291_004;

/** The migrated template of these migrations; built under another name, so that it is never seen half-migrated. */
async function ensureTemplate(maintenance: pg.Client, clusterUrl: string): Promise<string> {
  const template = `template_${migrationsFingerprint()}`;
  await maintenance.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await maintenance.query("select 1 from pg_database where datname = $1", [template]);
    if (rowCount === 0) await buildTemplate(maintenance, clusterUrl, template);
  } finally {
    await maintenance.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
  return template;
}

async function buildTemplate(maintenance: pg.Client, clusterUrl: string, template: string): Promise<void> {
  await dropLeftovers(maintenance);
  await maintenance.query("create database template_unfinished");
  await migrateDatabase(databaseUrl(clusterUrl, "template_unfinished"));
  await maintenance.query(`alter database template_unfinished rename to ${template}`);
}

/** Databases of suites that were killed, and templates of older migrations. */
async function dropLeftovers(maintenance: pg.Client): Promise<void> {
  const { rows } = await maintenance.query<{ datname: string }>(
    "select datname from pg_database where datname like 'suite\\_%' or datname like 'template\\_%'",
  );
  for (const { datname } of rows) {
    const [, pid] = /^suite_(\d+)_/.exec(datname) ?? [];
    if (pid !== undefined && isAlive(Number(pid))) continue;
    await maintenance.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function clusterFolder(): string {
  const checkout = createHash("sha256")
    .update(import.meta.url)
    .digest("hex")
    .slice(0, 12);
  return join(tmpdir(), `pyrena-test-${userInfo().uid}-${checkout}`);
}

function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}
