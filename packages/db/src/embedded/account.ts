import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync } from "node:fs";
import { cp, mkdir, readFile, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Binaries, binariesIn } from "./binaries.ts";
import { EmbeddedPostgresProblem } from "./problem.ts";

/**
 * PostgreSQL refuses to run as root. Three ways to run it, tried in this order:
 * 1. an ordinary user runs it as it is;
 * 2. root runs it in a user namespace, where it bears another number: no account is made, private folders work;
 * 3. where namespaces are refused, an unprivileged account runs it, from a folder that account can reach.
 */
export interface Account {
  readonly binaries: Binaries;
  /** Where data and log live: the data folder, but for way 3. */
  readonly home: string;
  run(
    program: string,
    args: readonly string[],
    variables?: Readonly<Record<string, string>>,
  ): Promise<Finished>;
}

export interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
}

interface Way {
  readonly prefix: readonly string[];
  readonly ids: { readonly uid?: number; readonly gid?: number };
}

const AS_IS: Way = { prefix: [], ids: {} };

export async function chooseAccount(folder: string, binaries: Binaries): Promise<Account> {
  if (process.getuid?.() !== 0) return account(AS_IS, folder, binaries);
  const unprivileged = await unprivilegedIds();
  const handedOver: Way = { prefix: [], ids: unprivileged };
  const namespaced: Way = {
    prefix: ["unshare", "--user", `--map-user=${unprivileged.uid}`, `--map-group=${unprivileged.gid}`],
    ids: {},
  };
  // Data stay with the account that owns them, even if the machine has learnt or forgotten something since.
  const isHandedOver = [inPlace(folder), elsewhere(folder)].some(holdsData);
  if (!isHandedOver && (await works(namespaced, folder, binaries)))
    return account(namespaced, folder, binaries);
  if (holdsData(folder)) {
    throw new EmbeddedPostgresProblem(
      `The data in ${folder} were made in a user namespace, and this machine refuses those now: allow them, or start as ` +
        "the ordinary user to whom you give the folder.",
    );
  }
  return relocated(handedOver, folder, binaries);
}

/** Where way 3 keeps the data, if its account can reach the data folder, and if not. */
const inPlace = (folder: string) => join(folder, "unprivileged");
const elsewhere = (folder: string) =>
  join(SYSTEM_FOLDER, createHash("sha256").update(folder).digest("hex").slice(0, 16));
const SYSTEM_FOLDER = "/var/lib/pyrena";

const holdsData = (home: string) => existsSync(join(home, "data", "PG_VERSION"));

function account(way: Way, home: string, binaries: Binaries): Account {
  return { binaries, home, run: (program, args, variables) => run(way, [program, ...args], variables) };
}

/** Whether this way may write the folder and execute the binaries. */
async function works(way: Way, folder: string, binaries: Binaries): Promise<boolean> {
  const probe = 'test -w "$1" && test -x "$1" && exec "$2" --version';
  const { exitCode } = await run(way, ["sh", "-c", probe, "sh", folder, binaries.postgres]);
  return exitCode === 0;
}

/** Way 3: in the data folder where the account can reach it, else in a folder of the system with a copy of the binaries. */
async function relocated(way: Way, folder: string, binaries: Binaries): Promise<Account> {
  const near = inPlace(folder);
  await giveFolder(near, way);
  if (await works(way, near, binaries)) return account(way, near, binaries);
  await rmdir(near);

  const home = elsewhere(folder);
  const copy = join(SYSTEM_FOLDER, "postgresql", await fingerprint(binaries));
  await mkdir(copy, { recursive: true, mode: 0o755 });
  await cp(binaries.root, copy, { recursive: true, force: false, verbatimSymlinks: true });
  await giveFolder(home, way);
  if (await works(way, home, binariesIn(copy))) return account(way, home, binariesIn(copy));
  throw new EmbeddedPostgresProblem(
    "PostgreSQL must not run as root, and neither a user namespace nor an unprivileged account works here: " +
      "start as an ordinary user, or set DATABASE_URL.",
  );
}

async function giveFolder(folder: string, way: Way): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (way.ids.uid !== undefined && way.ids.gid !== undefined) chownSync(folder, way.ids.uid, way.ids.gid);
}

async function fingerprint(binaries: Binaries): Promise<string> {
  const { size, mtimeMs } = await stat(binaries.postgres);
  return createHash("sha256").update(`${size} ${mtimeMs}`).digest("hex").slice(0, 16);
}

/** initdb looks its user up by number, so the number has to be one that exists here; no account is logged in to. */
async function unprivilegedIds(): Promise<{ uid: number; gid: number }> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const known = lines
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
  const chosen = known.find(({ name }) => name === "nobody") ?? known[0];
  if (chosen === undefined) {
    throw new EmbeddedPostgresProblem(
      "PostgreSQL must not run as root and this machine has no other account: set DATABASE_URL.",
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
}

/** PostgreSQL reads PG… variables; those of the person at the terminal mean another server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(entries), LC_ALL: "C" };
}

function run(
  way: Way,
  commandLine: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const [command = "", ...rest] = [...way.prefix, ...commandLine];
  return new Promise((resolve) => {
    // The postmaster inherits pg_ctl's output; a pipe would stay open for as long as it runs, so "exit" is what ends the wait.
    const child = spawn(command, rest, {
      ...way.ids,
      cwd: "/",
      env: { ...cleanEnvironment(), ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ exitCode: null, output: error.message }));
    child.on("exit", (exitCode) => {
      // One more turn of the loop, so that what the program said last is in.
      setImmediate(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ exitCode, output: output.trim() });
      });
    });
  });
}
