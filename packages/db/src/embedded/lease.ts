import { type ChildProcess, spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresProblem } from "./problem.ts";

/**
 * The postmaster outlives whoever started it, so somebody has to stop it when a Node process is killed with -9.
 * Each Node process that uses it holds a lease: a watcher, which is a shell waiting on a pipe. When the process ends, in
 * whatever way, the pipe closes; the watcher gives its lease back and, if it was the last, stops the postmaster.
 *
 * `rmdir` decides who is last: it is atomic, and fails while another lease is there.
 */
const WATCHER = `
leases=$1 data=$2
until mkdir -p "$leases" && : > "$leases/$$"; do :; done 2>/dev/null
echo ready
read -r _
rm -f "$leases/$$"
for lease in "$leases"/*; do
  [ -e "$lease" ] && ! kill -0 "\${lease##*/}" 2>/dev/null && rm -f "$lease"
done
rmdir "$leases" 2>/dev/null || exit 0
read -r pid < "$data/postmaster.pid" || exit 0
[ ! -d /proc/self ] || grep -q postgres "/proc/$pid/cmdline" || exit 0
kill -INT "$pid"
` as const;

export interface Lease {
  /** Gives the lease back; resolves when the watcher is done, not when the postmaster is. */
  release(): Promise<void>;
}

export async function takeLease(folder: string, dataFolder: string): Promise<Lease> {
  let released = false;
  let watcher = await startWatcher(folder, dataFolder);
  const keepWatched = (child: ChildProcess) => {
    child.once("exit", () => {
      if (released) return;
      // Somebody killed the watcher: without another, a later kill of this process would leave the postmaster behind.
      startWatcher(folder, dataFolder).then(
        (next) => {
          watcher = next;
          keepWatched(next);
        },
        () => undefined,
      );
    });
  };
  keepWatched(watcher);
  return {
    async release() {
      if (released) return;
      released = true;
      const ended = new Promise((resolve) => watcher.once("exit", resolve));
      if (watcher.exitCode !== null || watcher.signalCode !== null) return;
      watcher.ref();
      watcher.stdin?.end();
      await ended;
    },
  };
}

/** Leases held at this moment, stale ones included. */
export async function countLeases(folder: string): Promise<number> {
  return (await readdir(join(folder, "leases")).catch(() => [])).length;
}

function startWatcher(folder: string, dataFolder: string): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    // Detached: Ctrl-C at the terminal goes to the whole foreground group, and the watcher must outlive it.
    const child = spawn(
      "sh",
      ["-c", WATCHER, "pyrena-postgres-watcher", join(folder, "leases"), dataFolder],
      {
        detached: true,
        cwd: "/",
        stdio: ["pipe", "pipe", "ignore"],
      },
    );
    child.once("error", (error) =>
      reject(
        new EmbeddedPostgresProblem(`No shell to watch over PostgreSQL: ${error.message}`, { cause: error }),
      ),
    );
    child.stdout?.once("data", () => {
      child.stdout?.destroy();
      // A process that is otherwise done may end; the pipe closes with it.
      child.unref();
      if (child.stdin && "unref" in child.stdin && typeof child.stdin.unref === "function")
        child.stdin.unref();
      resolve(child);
    });
  });
}
