import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  descendants,
  freePort,
  isHealthy,
  isRunning,
  type Launched,
  launch,
  postmasterPid,
  pressCtrlC,
  processesOf,
  until,
  untilGreeted,
} from "./launcher.ts";

const PATIENCE_MS = 300_000;

let dataFolder: string;
let port: number;
let launched: Launched[] = [];
beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), "pyrena-start-"));
  port = await freePort();
});
afterEach(async () => {
  for (const { child, ended } of launched) {
    child.kill("SIGTERM");
    await ended;
  }
  launched = [];
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(options: { command?: readonly string[]; env?: Record<string, string> } = {}) {
  const running = launch({ port, dataFolder, ...options });
  launched.push(running);
  await untilGreeted(running);
  return running;
}

function refused(env: Record<string, string> = {}, folder = dataFolder): Launched {
  const running = launch({ port, dataFolder: folder, env });
  launched.push(running);
  return running;
}

const postgresOf = (postmaster: number | null): number[] =>
  postmaster === null ? [] : [postmaster, ...descendants(postmaster)];
const pidOf = ({ child }: Launched): number => child.pid ?? 0;
const loginIn = (output: string) => /Password +(\S+)/.exec(output)?.[1];

describe("npm start", () => {
  test(
    "says where it is and how to sign in, and stops with Ctrl-C and everything with it",
    async () => {
      const running = await start({ command: ["npm", "start"] });
      expect(running.output()).toContain(`http://localhost:${port}`);
      expect(running.output()).toMatch(/demo@pyrena\.example/);
      expect(await isHealthy(running.url)).toBe(true);
      const signIn = await fetch(`${running.url}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: running.url },
        body: JSON.stringify({ email: "demo@pyrena.example", password: loginIn(running.output()) }),
      });
      expect(signIn.status).toBe(200);

      const processes = processesOf(pidOf(running), dataFolder);
      expect(processes.length).toBeGreaterThan(4);
      pressCtrlC(running);
      await until(() => !processes.some(isRunning));
    },
    PATIENCE_MS,
  );

  test(
    "leaves nothing behind when it is killed, and goes on afterwards",
    async () => {
      const first = await start();
      const processes = processesOf(pidOf(first), dataFolder);
      first.child.kill("SIGKILL");
      await until(() => !processes.some(isRunning));
      const second = await start();
      expect(loginIn(second.output())).toBe(loginIn(first.output()));
    },
    PATIENCE_MS,
  );

  test(
    "adopts a PostgreSQL that alone survived",
    async () => {
      const first = await start();
      const postmaster = postmasterPid(dataFolder);
      const others = processesOf(pidOf(first), dataFolder).filter(
        (pid) => !postgresOf(postmaster).includes(pid),
      );
      for (const pid of others) process.kill(pid, "SIGKILL");
      await until(() => !others.some(isRunning));
      const second = await start();
      expect(postmasterPid(dataFolder)).toBe(postmaster);
      expect(loginIn(second.output())).toBe(loginIn(first.output()));
    },
    PATIENCE_MS,
  );

  test(
    "ends when npm is killed",
    async () => {
      const running = await start({ command: ["npm", "start"] });
      const processes = processesOf(pidOf(running), dataFolder);
      running.child.kill("SIGKILL");
      await until(() => !processes.some(isRunning));
    },
    PATIENCE_MS,
  );

  test(
    "brings PostgreSQL back when it is killed",
    async () => {
      const running = await start();
      const killed = postmasterPid(dataFolder) ?? 0;
      process.kill(killed, "SIGKILL");
      await until(() => postmasterPid(dataFolder) !== killed);
      await until(() => isHealthy(running.url));
    },
    PATIENCE_MS,
  );

  test("names a taken port", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "0.0.0.0", resolve));
    const running = refused();
    expect(await running.ended).toBe(1);
    other.close();
    expect(running.output().trim()).toBe(
      `Port ${port} is taken by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`,
    );
  });

  test("names a data folder that cannot be written", async () => {
    const file = join(dataFolder, "file");
    writeFileSync(file, "");
    const running = refused({}, join(file, "data"));
    expect(await running.ended).toBe(1);
    expect(running.output().trim()).toBe(
      `The data folder ${file}/data cannot be written (ENOTDIR): make it writable, or set DATA_DIR.`,
    );
  });

  test("names a port that is none", async () => {
    const running = refused({ PORT: "http" });
    expect(await running.ended).toBe(1);
    expect(running.output().trim()).toBe('PORT is "http", which is not a port number between 1 and 65535.');
  });

  test(
    "names a database that is not there",
    async () => {
      const nobody = await freePort();
      const running = refused({ DATABASE_URL: `postgres://pyrena:x@127.0.0.1:${nobody}/pyrena` });
      expect(await running.ended).toBe(1);
      expect(running.output()).toMatch(
        /The database cannot be reached \(.*ECONNREFUSED.*\): look at DATABASE_URL\./,
      );
      expect(running.output()).not.toMatch(/\n\s+at /);
    },
    PATIENCE_MS,
  );
});
