import { link, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, EmbeddedPostgresProblem } from "./problem.ts";

/** Longer than any start takes: a lock older than this was left by a process that no longer exists. */
const STALE_AFTER_MS = 120_000;

/** Locks held by this very process: after a reboot a stale one may bear our own number. */
const held = new Set<string>();

/** One process at a time initialises or starts a postmaster; a lock left by a killed process is taken over. */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, "starting");
  const deadline = Date.now() + 2 * STALE_AFTER_MS;
  while (!(await tryLock(file))) {
    if (Date.now() > deadline)
      throw new EmbeddedPostgresProblem(`Another start holds ${file} and does not finish.`);
    await sleep(50);
  }
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    await rm(file, { force: true });
  }
}

async function tryLock(file: string): Promise<boolean> {
  const own = `${file}.${process.pid}`;
  // Written first and linked then, so that the lock never exists without its holder's number in it.
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (await isStale(file)) await rm(file, { force: true });
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const [holder, { mtimeMs }] = [Number(await readFile(file, "utf8")), await stat(file)];
    if (holder === process.pid) return !held.has(file);
    return !isAlive(holder) || Date.now() - mtimeMs > STALE_AFTER_MS;
  } catch {
    // It went away while we looked.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
