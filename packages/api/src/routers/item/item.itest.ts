import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { refuse } from "@pyrena/contracts";
import type { Engine } from "../../context.ts";
import { refcountDraft } from "../../testing/drafts.ts";
import { refusalOf } from "../../testing/refusals.ts";
import { type Caller, createSchool, type School } from "../../testing/school.ts";

let school: School;
let grace: Caller;
beforeAll(async () => {
  school = await createSchool();
  grace = (await school.instructor("Grace")).caller;
});
afterAll(() => school.close());

describe("checking a draft", () => {
  test("returns the question, the key and the counted holders", async () => {
    const report = await grace.item.check({ draft: refcountDraft() });
    expect(report).toMatchObject({
      ok: true,
      question: { kind: "refcount", input: { widget: "number" } },
      // Two names and the argument of the call.
      reveal: { answer: { widget: "number", value: 3 } },
    });
  });

  test("returns a syntax error at its line and keeps nothing", async () => {
    const before = await grace.item.list();
    const report = await grace.item.check({ draft: refcountDraft({ source: "x = []\ny = = x\n" }) });
    expect(report).toMatchObject({ ok: false, problems: [{ code: "syntax-error", line: 2 }] });
    expect(await grace.item.list()).toEqual(before);
  });

  test("returns from an endless loop", async () => {
    const source = "import sys\nx = []\nwhile True:\n    pass\nprint(sys.getrefcount(x))\n";
    const report = await grace.item.check({ draft: refcountDraft({ source }) });
    expect(report).toMatchObject({ ok: false, problems: [{ code: "endless" }] });
  });

  test("finds what can be asked of a program", async () => {
    const { source, python, mode } = refcountDraft();
    const found = await grace.item.candidates({ source, python, mode });
    expect(found.problems).toEqual([]);
    expect(found.candidates.map(({ kind }) => kind)).toContain("refcount");
  });
});

describe("an item", () => {
  test("is created, found, changed into a new version, duplicated and removed", async () => {
    const { itemId, problems } = await grace.item.create({
      draft: refcountDraft({ title: "Needle in the hay" }),
    });
    expect(problems).toEqual([]);
    const found = await grace.item.list({ search: "needle" });
    expect(found).toMatchObject([{ id: itemId, version: 1, isReady: true, origin: "own" }]);

    await grace.item.update({ itemId, draft: refcountDraft({ title: "Another name" }) });
    expect(await grace.item.list({ search: "needle" })).toEqual([]);
    expect(await grace.item.get({ itemId })).toMatchObject({ title: "Another name", version: 2 });

    const copy = await grace.item.duplicate({ itemId, title: "A copy" });
    expect(await grace.item.get({ itemId: copy.itemId })).toMatchObject({
      title: "A copy",
      version: 1,
      isReady: true,
    });

    await grace.item.remove({ itemId });
    expect(await refusalOf(grace.item.get({ itemId }))).toEqual({ code: "item-not-found" });
  });

  test("is kept when the engine cannot ask it, with its problems", async () => {
    const draft = refcountDraft({ title: "Broken", source: "x = (\n" });
    const { itemId, problems } = await grace.item.create({ draft });
    expect(problems).toMatchObject([{ code: "syntax-error" }]);
    const kept = await grace.item.get({ itemId });
    expect(kept).toMatchObject({ isReady: false, draft, problems });
    await grace.item.update({ itemId, draft: refcountDraft({ title: "Mended" }) });
    expect(await grace.item.get({ itemId })).toMatchObject({ isReady: true, problems: [] });
  });

  test("is kept when the engine's clock has to stop its program", async () => {
    const { user } = await school.instructor("Barbara");
    const slow: Engine = {
      materialise: async () => refuse("engine-timeout"),
      candidates: async () => refuse("engine-timeout"),
    };
    const barbara = school.callerWith(user, { engine: slow });
    const draft = refcountDraft({ title: "Slow" });
    expect(await refusalOf(barbara.item.check({ draft }))).toEqual({ code: "engine-timeout" });
    const { itemId } = await barbara.item.create({ draft });
    expect(await barbara.item.get({ itemId })).toMatchObject({ draft, problems: [{ code: "endless" }] });
  });

  test("is searched by words in its program; % and _ mean themselves", async () => {
    const source = "import sys\nwombat_1 = []\nprint(sys.getrefcount(wombat_1))\n";
    const draft = { ...refcountDraft({ title: "Marsupial", source }) };
    const { itemId } = await grace.item.create({ draft });
    expect(await grace.item.list({ search: "WOMBAT_" })).toMatchObject([{ id: itemId }]);
    expect(await grace.item.list({ search: "wombat%1" })).toEqual([]);
  });

  test("is previewed without its key and tried out with it", async () => {
    const { itemId } = await grace.item.create({ draft: refcountDraft() });
    const question = await grace.item.preview({ itemId });
    expect(Object.keys(question).sort()).toEqual(["input", "kind", "place", "program", "prompt", "title"]);
    const right = await grace.item.tryOut({ itemId, response: { widget: "number", value: 3 } });
    expect(right).toMatchObject({ isCorrect: true, score: 1 });
    const wrong = await grace.item.tryOut({ itemId, response: { widget: "number", value: 7 } });
    expect(wrong).toMatchObject({ isCorrect: false, reveal: { answer: { value: 3 } } });
    const misfit = grace.item.tryOut({ itemId, response: { widget: "line", line: 1 } });
    expect(await refusalOf(misfit)).toBe("BAD_REQUEST");
  });

  test("travels as JSON and comes back the same", async () => {
    const { itemId } = await grace.item.create({ draft: refcountDraft({ title: "Traveller" }) });
    const file = await grace.item.exportJson({ itemId });
    await grace.item.remove({ itemId });
    const report = await grace.item.importJson({ file: JSON.stringify(file) });
    expect(report).toMatchObject({ deckId: null, imported: 1, refused: 0, items: [{ outcome: "ready" }] });
    const [found] = await grace.item.list({ search: "Traveller" });
    expect(await grace.item.get({ itemId: found?.id ?? "" })).toMatchObject({
      origin: "import",
      draft: file.items[0],
    });
  });
});
