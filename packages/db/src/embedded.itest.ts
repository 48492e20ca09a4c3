import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { isPostgres } from "./embedded/postmaster.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded.ts";

let folder = "";
let running: EmbeddedPostgres[] = [];

beforeEach(async () => {
  // mkdtemp makes it with mode 0700: the folder that only its owner may enter.
  folder = await mkdtemp(join(tmpdir(), "pyrena-embedded-"));
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  running = [];
  await rm(folder, { recursive: true, force: true });
});

async function start(onLost?: (problem: Error) => void): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder, ...(onLost ? { onLost } : {}) });
  running.push(postgres);
  return postgres;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(text);
    return rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, "data", "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error("it did not come to pass");
}

function watcherPids(): number[] {
  return existsSync(join(folder, "leases")) ? readdirSync(join(folder, "leases")).map(Number) : [];
}

describe("the embedded PostgreSQL", () => {
  test("is PostgreSQL 18, needs its password, and keeps the data over a restart", async () => {
    const first = await start();
    expect(await query(first.url, "show server_version")).toEqual([
      { server_version: expect.stringMatching(/^18\./) },
    ]);
    expect(await query(first.url, "show fsync")).toEqual([{ fsync: "on" }]);
    expect((await stat(join(folder, "password"))).mode & 0o777).toBe(0o600);
    const wrong = new URL(first.url);
    wrong.password = "guess";
    await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
    await query(first.url, "create table kept (x int)");
    await query(first.url, "insert into kept values (7)");
    const pid = await postmasterPid();
    await first.stop();
    expect(isPostgres(pid)).toBe(false);

    const second = await start();
    expect(await query(second.url, "select x from kept")).toEqual([{ x: 7 }]);
  });

  test("is shared by two users and stops with the last", async () => {
    const first = await start();
    const second = await start();
    expect(second.url).toBe(first.url);
    const pid = await postmasterPid();
    await first.stop();
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  test("stops by itself when its last user is killed", async () => {
    const postgres = await start();
    const pid = await postmasterPid();
    // The watcher waits on a pipe that this process holds; a second one held by a shell stands for another user.
    const other = spawn("sh", ["-c", "exec sleep 1000"], { stdio: "ignore" });
    await writeFile(join(folder, "leases", String(other.pid)), "");
    await postgres.stop();
    expect(await query(postgres.url, "select 1 as one")).toEqual([{ one: 1 }]);
    other.kill("SIGKILL");
    await new Promise((resolve) => other.once("exit", resolve));
    const again = await start();
    await again.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  test("comes back after kill -9 of the postmaster, with every committed row", async () => {
    const postgres = await start();
    await query(postgres.url, "create table kept (x int)");
    await query(postgres.url, "insert into kept select generate_series(1, 1000)");
    const killed = await postmasterPid();
    process.kill(killed, "SIGKILL");
    await until(async () => {
      try {
        const [row] = await query(postgres.url, "select count(*)::int as n from kept");
        expect(row).toEqual({ n: 1000 });
        return true;
      } catch {
        return false;
      }
    });
    expect(await postmasterPid()).not.toBe(killed);
  });

  test("is watched again after somebody kills the watcher", async () => {
    const postgres = await start();
    const [watcher] = watcherPids();
    process.kill(watcher ?? 0, "SIGKILL");
    await until(() => watcherPids().some((pid) => pid !== watcher));
    const pid = await postmasterPid();
    await postgres.stop();
    expect(isPostgres(pid)).toBe(false);
  });

  test("ignores what a killed start left behind", async () => {
    const { writeFile: write, mkdir } = await import("node:fs/promises");
    await mkdir(join(folder, "data.new"));
    await write(join(folder, "data.new", "half"), "");
    await write(join(folder, "starting"), "999999999");
    const first = await start();
    const pid = await postmasterPid();
    await first.stop();
    // A number that now belongs to another program: this one.
    await write(join(folder, "data", "postmaster.pid"), `${process.pid}\n${folder}\n0\n1\n\n\n`);
    await start();
    expect(await postmasterPid()).not.toBe(pid);
  });

  test("says in one sentence that a folder cannot be written", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(startEmbeddedPostgres({ folder: join(folder, "file", "data") })).rejects.toThrow(
      /^The data folder .* cannot be written \(ENOTDIR\)\.$/,
    );
  });

  // Only root has to hand PostgreSQL to somebody else.
  (process.getuid?.() === 0 ? test : test.skip)("runs where root may make no user namespace", async () => {
    const shim = await mkdtemp(join(tmpdir(), "pyrena-shim-"));
    await writeFile(join(shim, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    // Others may pass through, so nothing has to go to a folder of the system.
    await chmod(folder, 0o711);
    const path = process.env.PATH;
    process.env.PATH = `${shim}:${path}`;
    let home = "";
    try {
      const postgres = await start();
      const [row] = await query(postgres.url, "show data_directory");
      expect(row).toEqual({ data_directory: expect.stringContaining("/data") });
      home = dirname(String((row as { data_directory: string }).data_directory));
      expect((await stat(home)).uid).not.toBe(0);
    } finally {
      process.env.PATH = path;
    }
    // It stays where it is when namespaces are back.
    await Promise.all(running.map((postgres) => postgres.stop()));
    const again = await start();
    expect(await query(again.url, "show data_directory")).toEqual([{ data_directory: join(home, "data") }]);
    await again.stop();
    await rm(home, { recursive: true, force: true });
    await rm(shim, { recursive: true, force: true });
  });
});
