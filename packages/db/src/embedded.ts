import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { chooseAccount } from "./embedded/account.ts";
import { findBinaries } from "./embedded/binaries.ts";
import { countLeases, type Lease, takeLease } from "./embedded/lease.ts";
import {
  type Cluster,
  findPostmaster,
  freePort,
  initialise,
  isPostgres,
  type Postmaster,
  SUPERUSER,
  startPostmaster,
} from "./embedded/postmaster.ts";
import { codeOf, EmbeddedPostgresProblem, problemFrom } from "./embedded/problem.ts";
import { withStartLock } from "./embedded/start-lock.ts";

export { EmbeddedPostgresProblem } from "./embedded/problem.ts";

/**
 * A real PostgreSQL of our own, used when DATABASE_URL is not set.
 *
 * The postmaster belongs to the data folder rather than to a process: whoever comes first starts it, later ones adopt it, the
 * last one to leave stops it (embedded/lease.ts). Killed processes leave nothing that the next start does not put right.
 */
export interface EmbeddedPostgres {
  /** Connection string to the named database. */
  readonly url: string;
  /** Gives up this process's part; resolves when the postmaster has stopped, or at once if others still use it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Everything lives in here: data, log, password. Made with mode 0700 if missing. */
  readonly folder: string;
  readonly database?: string;
  /** False for tests: no fsync. */
  readonly isDurable?: boolean;
  /** False for tests: a postmaster that dies stays dead. */
  readonly isRevived?: boolean;
  /** One line of progress at a time. */
  readonly log?: (line: string) => void;
  /** The postmaster died and could not be brought back. */
  readonly onLost?: (problem: EmbeddedPostgresProblem) => void;
}

const START_DEADLINE_MS = 90_000;
const WATCH_INTERVAL_MS = 250;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  await makeFolder(folder);
  const cluster = await prepare(folder, options.isDurable ?? true);
  const lease = await takeLease(folder, cluster.data);
  try {
    const postmaster = await withStartLock(folder, () => bringUp(cluster, options));
    const database = options.database ?? "pyrena";
    await ensureDatabase(urlOf(cluster, postmaster.port, "postgres"), database);
    const watch = keepAlive(folder, cluster, postmaster, options);
    return {
      url: urlOf(cluster, postmaster.port, database),
      stop: () => stop({ folder, cluster, lease, endWatch: watch }),
    };
  } catch (error) {
    await lease.release();
    throw problemFrom(error);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, "writable"), "");
    await rm(join(folder, "writable"), { force: true });
  } catch (error) {
    throw new EmbeddedPostgresProblem(
      `The data folder ${folder} cannot be written (${codeOf(error) ?? error}).`,
      {
        cause: error,
      },
    );
  }
}

async function prepare(folder: string, isDurable: boolean): Promise<Cluster> {
  const account = await chooseAccount(folder, await findBinaries());
  return { account, data: join(account.home, "data"), password: await ownPassword(folder), isDurable };
}

/** Random, made with the folder and readable by its owner only. */
async function ownPassword(folder: string): Promise<string> {
  const file = join(folder, "password");
  const fresh = randomBytes(24).toString("base64url");
  // "wx" fails where the file exists, so two processes that start at once agree on the first one's.
  await writeFile(file, fresh, { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  return readFile(file, "utf8");
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Adopts the living postmaster or starts one, and returns when it accepts connections. */
async function bringUp(
  cluster: Cluster,
  options: EmbeddedPostgresOptions,
  fixedPort?: number,
): Promise<Postmaster> {
  const deadline = Date.now() + START_DEADLINE_MS;
  await initialise(cluster);
  for (let attempt = 0; Date.now() < deadline; attempt += 1) {
    const living = await findPostmaster(cluster.data);
    if (living !== null) {
      if (await accepts(urlOf(cluster, living.port, "postgres"))) return living;
      if (attempt === 0) options.log?.("PostgreSQL is recovering or stopping; waiting for it");
    } else {
      const outcome = await startPostmaster(cluster, fixedPort ?? (await freePort()));
      if (outcome === "started") continue;
    }
    await sleep(50);
  }
  throw new EmbeddedPostgresProblem(
    `PostgreSQL did not answer within ${START_DEADLINE_MS / 1000} s (log: ${join(cluster.account.home, "log")}).`,
  );
}

/** False while it starts, recovers or stops; anything else that is wrong is thrown. */
async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "28P01")
      throw new EmbeddedPostgresProblem("PostgreSQL refuses the password kept in the data folder.");
    const cannotYet =
      code === undefined || code === "57P03" || code === "ECONNREFUSED" || code === "ECONNRESET";
    if (cannotYet) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(maintenanceUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) !== "42P04" && codeOf(error) !== "23505") throw error;
  } finally {
    await client.end();
  }
}

/** Starts the postmaster again, on the port that is in use by the pool, if somebody kills it. */
function keepAlive(
  folder: string,
  cluster: Cluster,
  first: Postmaster,
  options: EmbeddedPostgresOptions,
): () => Promise<void> {
  let current = first;
  let repair: Promise<void> | null = null;
  const revive = async () => {
    options.log?.("PostgreSQL has gone; starting it again");
    current = await withStartLock(folder, () => bringUp(cluster, options, first.port));
  };
  if (options.isRevived === false) return async () => undefined;
  const timer = setInterval(() => {
    if (repair !== null || isPostgres(current.pid)) return;
    repair = revive()
      .catch((error: unknown) => options.onLost?.(problemFrom(error)))
      .finally(() => {
        repair = null;
      });
  }, WATCH_INTERVAL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await repair;
  };
}

async function stop(parts: {
  folder: string;
  cluster: Cluster;
  lease: Lease;
  endWatch: () => Promise<void>;
}): Promise<void> {
  await parts.endWatch();
  const postmaster = await findPostmaster(parts.cluster.data);
  await parts.lease.release();
  // Its pid file goes a moment before it does, so it is the process that is waited for.
  while (postmaster !== null && isPostgres(postmaster.pid) && (await countLeases(parts.folder)) === 0)
    await sleep(10);
}
