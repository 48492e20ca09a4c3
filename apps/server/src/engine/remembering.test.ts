import { expect, test } from "@jest/globals";
import type { Engine } from "@pyrena/api";
import { accept, type ItemDraft, type Result, refuse } from "@pyrena/contracts";
import { remembering } from "./remembering.ts";

const DRAFT: ItemDraft = {
  kind: "output",
  title: "Hello",
  topic: "Printing",
  source: "print('hello')\n",
  python: "3.13",
  mode: "script",
  params: {},
  ask: { form: "lines", at: null, distractors: [] },
};
const VARIED: ItemDraft = { ...DRAFT, params: { n: ["1", "2"] } };

/** Counts what reaches the pool. */
function counting(refusals = 0) {
  const seeds: string[] = [];
  const engine: Engine = {
    async materialise(_draft, seed) {
      seeds.push(seed);
      return seeds.length <= refusals ? refuse("engine-busy") : accept({ ok: false, problems: [] });
    },
    async candidates(): Promise<Result<never, "engine-busy">> {
      return refuse("engine-busy");
    },
  };
  return { seeds, engine: remembering(engine) };
}

test("a draft without parameters is computed once", async () => {
  const { seeds, engine } = counting();
  await engine.materialise(DRAFT, "one", "ana");
  await engine.materialise({ ...DRAFT }, "two", "ben");
  expect(seeds).toEqual(["one"]);
});

test("any other text is computed anew", async () => {
  const { seeds, engine } = counting();
  await engine.materialise(DRAFT, "one", "ana");
  await engine.materialise({ ...DRAFT, source: "print('bye')\n" }, "two", "ana");
  await engine.materialise({ ...DRAFT, python: "3.8" }, "three", "ana");
  expect(seeds).toEqual(["one", "two", "three"]);
});

test("a draft with parameters is computed for every seed", async () => {
  const { seeds, engine } = counting();
  await engine.materialise(VARIED, "one", "ana");
  await engine.materialise(VARIED, "two", "ana");
  expect(seeds).toEqual(["one", "two"]);
});

test("a refusal is not remembered", async () => {
  const { seeds, engine } = counting(1);
  expect(await engine.materialise(DRAFT, "one", "ana")).toMatchObject({ ok: false });
  expect(await engine.materialise(DRAFT, "two", "ana")).toMatchObject({ ok: true });
  expect(seeds).toEqual(["one", "two"]);
});
