import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const checkout = fileURLToPath(new URL("../..", import.meta.url));

export interface Launched {
  readonly child: ChildProcess;
  readonly url: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
}

export interface LaunchOptions {
  readonly port: number;
  readonly dataFolder: string;
  readonly folder?: string;
  readonly command?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the classroom as a person would, with nothing of this test's environment but the path. */
export function launch(options: LaunchOptions): Launched {
  const { port, dataFolder, folder = checkout, env = {} } = options;
  const [command = "", ...args] = options.command ?? [process.execPath, "scripts/start.mjs"];
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH, HOME, PORT: String(port), DATA_DIR: dataFolder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, like that of a command at a terminal.
    detached: true,
  });
  let text = "";
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = new Promise<number | string>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown")),
  );
  return { child, url: `http://127.0.0.1:${port}`, output: () => text, ended };
}

/** What a terminal does for Ctrl-C: the signal goes to the whole foreground group. */
export function pressCtrlC({ child }: Launched): void {
  process.kill(-(child.pid ?? 0), "SIGINT");
}

export async function untilGreeted(launched: Launched): Promise<void> {
  await until(() => launched.output().includes("Stop it with Ctrl-C") || launched.child.exitCode !== null);
  if (launched.child.exitCode !== null) throw new Error(`it did not start:\n${launched.output()}`);
}

export async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2400; tries += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error("it did not come to pass");
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, "0.0.0.0", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object" ? resolve(address.port) : reject(),
      );
    });
  });
}

/** The process, all its descendants, and PostgreSQL with its watcher, which have no parent any more. */
export function processesOf(pid: number, dataFolder: string): number[] {
  return [
    ...new Set([pid, ...databaseProcesses(dataFolder)].flatMap((root) => [root, ...descendants(root)])),
  ];
}

export function postmasterPid(dataFolder: string): number | null {
  const file = join(dataFolder, "postgres", "data", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

export function isRunning(pid: number): boolean {
  const stat = statOf(pid);
  // A zombie only waits for its parent to look.
  return stat !== null && stat.state !== "Z";
}

function databaseProcesses(dataFolder: string): number[] {
  const leases = join(dataFolder, "postgres", "leases");
  const watchers = existsSync(leases) ? readdirSync(leases).map(Number) : [];
  const postmaster = postmasterPid(dataFolder);
  return postmaster === null ? watchers : [...watchers, postmaster];
}

export function descendants(root: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)?.parent === root);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function statOf(pid: number): { readonly state: string; readonly parent: number } | null {
  try {
    // The second field is the program's name in parentheses, which may hold anything.
    const [state = "", parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\)\s*/s, "")
      .split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}
