import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, rm, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Account } from "./account.ts";
import { EmbeddedPostgresProblem } from "./problem.ts";

/** One cluster of data and the process that serves it. */
export interface Cluster {
  readonly account: Account;
  /** Initialised by initdb, under `account.home`. */
  readonly data: string;
  readonly password: string;
  /** False for tests only: no fsync. */
  readonly isDurable: boolean;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export const SUPERUSER = "pyrena";

/** initdb into a folder beside, then one rename: a kill in the middle leaves nothing half-made. */
export async function initialise(cluster: Cluster): Promise<void> {
  if (existsSync(join(cluster.data, "PG_VERSION"))) return;
  const { account } = cluster;
  const unfinished = join(account.home, "data.new");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(account.home, { recursive: true, mode: 0o700 });
  const args = [
    ...["-D", unfinished, "-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile=/dev/stdin", "-E", "UTF8"],
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    ...(cluster.isDurable ? [] : ["--no-sync"]),
  ];
  // Through a pipe of the shell: a file would have to be readable by the account, and arguments can be seen by everybody.
  const piped = ["-c", 'printf "%s\\n" "$PYRENA_PASSWORD" | "$@"', "sh", account.binaries.initdb, ...args];
  const { exitCode, output } = await account.run("sh", piped, { PYRENA_PASSWORD: cluster.password });
  if (exitCode !== 0) throw new EmbeddedPostgresProblem(`initdb failed: ${lastLine(output)}`);
  await rename(unfinished, cluster.data);
}

/** The postmaster that serves these data, if one is alive; a pid file left by a killed one is removed. */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
  const file = join(data, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (isPostgres(pid)) return { pid, port };
  await rm(file, { force: true });
  return null;
}

/** Whether that process is alive and a PostgreSQL: after a reboot the number may belong to anybody. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (!existsSync("/proc/self")) return true;
  try {
    // A zombie has no command line any more, and serves nothing.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

/** What a failed start means: another port may do, or the remains of a killed server are still going. */
export type StartOutcome = "started" | "port-taken" | "busy";

export async function startPostmaster(cluster: Cluster, port: number): Promise<StartOutcome> {
  const { account, data } = cluster;
  const log = join(account.home, "log");
  await truncate(log).catch(() => undefined);
  const settings = [
    "listen_addresses=127.0.0.1",
    // No socket file: the default folder belongs to the system, and a path in a deep data folder is too long for one.
    "unix_socket_directories=",
    "log_checkpoints=off",
    ...(cluster.isDurable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
  const args = ["start", "-w", "-t", "60", "-s", "-D", data, "-l", log, "-o", options];
  const { exitCode, output } = await account.run(account.binaries.pgCtl, args);
  if (exitCode === 0) return "started";
  const said = `${output}\n${await readFile(log, "utf8").catch(() => "")}`;
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return "port-taken";
  if (/pre-existing shared memory|lock file .* already exists|another server might be running/.test(said))
    return "busy";
  throw new EmbeddedPostgresProblem(`PostgreSQL did not start: ${complaint(said)} (log: ${log})`);
}

/** A port of this machine that is free now; whoever binds it may still find it taken. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(),
      );
    });
  });
}

function complaint(said: string): string {
  const lines = said.split("\n").filter((line) => /(FATAL|ERROR|error):/.test(line));
  return lastLine(lines.length > 0 ? lines.join("\n") : said);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
