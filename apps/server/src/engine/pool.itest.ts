import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { ItemDraft } from "@pyrena/contracts";
import { createLogger } from "../log.ts";
import { createEnginePool, type EnginePool } from "./pool.ts";

const app = join(import.meta.dirname, "../..");
const workerFile = join(app, "dist/engine-worker.js");
const log = createLogger("silent");
const pools: EnginePool[] = [];

function pool(options: { timeoutMs?: number; heapMb?: number } = {}): EnginePool {
  const made = createEnginePool({ workerFile, threads: 2, log, ...options });
  pools.push(made);
  return made;
}

beforeAll(() => {
  execFileSync(process.execPath, [join(app, "build.mjs")]);
}, 60_000);
afterAll(() => Promise.all(pools.map((made) => made.close())));

function printed(source: string, line: number): ItemDraft {
  return {
    kind: "refcount",
    title: "Two names",
    topic: "Reference counting",
    source,
    python: "3.13",
    mode: "script",
    params: {},
    ask: { form: "printed", name: "a", at: { line, occurrence: 1 } },
  };
}

const TWO_NAMES = printed("import sys\na = []\nb = a\nprint(sys.getrefcount(a))\n", 4);
const ENDLESS = "n = 0\nwhile True:\n    n = n + 1\n";
const BOMB = "a = 'x' * 100_000_000_000\n";
const HOARD = "a = []\nwhile True:\n    a.append([a])\n";

describe("the engine's worker pool", () => {
  test("computes a key", async () => {
    const made = await pool().materialise(TWO_NAMES, "seed", "ana");
    expect(made).toMatchObject({
      ok: true,
      value: { ok: true, variant: { key: { answer: { widget: "number", value: 3 } } } },
    });
  }, 30_000);

  test("says what can be asked of a program", async () => {
    const found = await pool().candidates(
      { source: TWO_NAMES.source, python: "3.13", mode: "script" },
      "ana",
    );
    expect(found).toMatchObject({ ok: true, value: { problems: [], output: "3\n" } });
    expect(found.ok && found.value.candidates.length).toBeGreaterThan(0);
  }, 30_000);

  test("ends an endless program with a problem, and goes on", async () => {
    const engine = pool();
    const found = await engine.candidates({ source: ENDLESS, python: "3.13", mode: "script" }, "ana");
    expect(found.ok ? found.value.problems.map(({ code }) => code) : [found.code]).toEqual(["endless"]);
    expect(await engine.materialise(TWO_NAMES, "seed", "ana")).toMatchObject({ ok: true });
  }, 60_000);

  test("ends a task that outlives its clock, and goes on", async () => {
    const engine = pool({ timeoutMs: 1 });
    const found = await engine.candidates({ source: ENDLESS, python: "3.13", mode: "script" }, "ana");
    expect(found).toMatchObject({ ok: false, code: "engine-timeout" });
  }, 30_000);

  test("refuses a program that asks for a huge object, and goes on", async () => {
    const engine = pool();
    const found = await engine.candidates({ source: BOMB, python: "3.13", mode: "script" }, "ana");
    expect(found.ok && found.value.problems).toHaveLength(1);
    expect(await engine.materialise(TWO_NAMES, "seed", "ana")).toMatchObject({ ok: true });
  }, 60_000);

  test("survives a program that fills its thread's heap, and says so", async () => {
    const engine = pool({ heapMb: 32 });
    const found = await engine.candidates({ source: HOARD, python: "3.13", mode: "script" }, "ana");
    expect(found).toMatchObject({ ok: true, value: { problems: [{ code: "too-much-memory" }] } });
    expect(await engine.materialise(TWO_NAMES, "seed", "ana")).toMatchObject({ ok: true });
  }, 60_000);

  test("refuses what goes beyond one account's line, while another account is served", async () => {
    const engine = pool();
    const flood = Array.from({ length: 300 }, (_, index) =>
      engine.materialise(TWO_NAMES, `seed ${index}`, "flooder"),
    );
    const other = await engine.materialise(TWO_NAMES, "seed", "ben");
    expect(other).toMatchObject({ ok: true, value: { ok: true } });
    const outcomes = await Promise.all(flood);
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.code === "engine-busy").length,
    ).toBeGreaterThan(100);
    expect(outcomes.filter((outcome) => outcome.ok).length).toBeGreaterThan(100);
  }, 120_000);
});
