import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { refcountDraft } from "../../testing/drafts.ts";
import { refusalOf } from "../../testing/refusals.ts";
import { type Caller, createSchool, type School } from "../../testing/school.ts";

let school: School;
let grace: Caller;
let itemIds: string[];
beforeAll(async () => {
  school = await createSchool();
  grace = (await school.instructor("Grace")).caller;
  itemIds = [];
  for (const title of ["One", "Two", "Three"]) {
    itemIds.push((await grace.item.create({ draft: refcountDraft({ title }) })).itemId);
  }
});
afterAll(() => school.close());

async function titlesIn(deckId: string): Promise<string[]> {
  return (await grace.deck.get({ deckId })).entries.map(({ item }) => item.title);
}

describe("a deck", () => {
  test("holds items in an order that can be changed", async () => {
    const { deckId } = await grace.deck.create({ title: "Order", itemIds });
    expect(await titlesIn(deckId)).toEqual(["One", "Two", "Three"]);
    const ids = (await grace.deck.get({ deckId })).entries.map(({ id }) => id);
    await grace.deck.reorder({ deckId, entryIds: [...ids].reverse() });
    expect(await titlesIn(deckId)).toEqual(["Three", "Two", "One"]);
    // A page that had not yet seen an entry does not lose it.
    await grace.deck.reorder({ deckId, entryIds: [ids[0] ?? ""] });
    expect(await titlesIn(deckId)).toEqual(["One", "Three", "Two"]);
  });

  test("may hold an item twice, and loses one place at a time", async () => {
    const [first = ""] = itemIds;
    const { deckId } = await grace.deck.create({ title: "Twice", itemIds: [first] });
    await grace.deck.addItem({ deckId, itemId: first });
    const { entries } = await grace.deck.get({ deckId });
    expect(entries).toHaveLength(2);
    await grace.deck.removeItem({ deckId, entryId: entries[0]?.id ?? "" });
    expect(await titlesIn(deckId)).toEqual(["One"]);
    expect(await grace.deck.list()).toContainEqual(expect.objectContaining({ id: deckId, items: 1 }));
  });

  test("is renamed, duplicated and removed; its items stay", async () => {
    const { deckId } = await grace.deck.create({ title: "Old", itemIds });
    await grace.deck.rename({ deckId, title: "New", description: "Two\nlines" });
    const copy = await grace.deck.duplicate({ deckId });
    expect(await grace.deck.get(copy)).toMatchObject({ title: "New", description: "Two\nlines", items: 3 });
    await grace.deck.remove({ deckId });
    expect(await refusalOf(grace.deck.get({ deckId }))).toEqual({ code: "deck-not-found" });
    expect(await titlesIn(copy.deckId)).toEqual(["One", "Two", "Three"]);
  });

  test("takes no item of another instructor", async () => {
    const other = (await school.instructor("Edsger")).caller;
    const create = other.deck.create({ title: "Theft", itemIds });
    expect(await refusalOf(create)).toEqual({ code: "item-not-found" });
  });
});

describe("a deck's file", () => {
  test("brings the deck back, with a report", async () => {
    const { deckId } = await grace.deck.create({ title: "Travels", description: "Far", itemIds });
    const file = await grace.deck.exportJson({ deckId });
    const report = await grace.deck.importJson({ file: JSON.stringify(file) });
    expect(report).toMatchObject({ imported: 3, refused: 0 });
    expect(report.deckId).not.toBe(deckId);
    expect(await grace.deck.exportJson({ deckId: report.deckId ?? "" })).toEqual(file);
  });

  test("loses no good item to a bad one", async () => {
    const items = [
      refcountDraft({ title: "Good" }),
      { ...refcountDraft({ title: "Wrong version" }), python: "2.7" },
      refcountDraft({ title: "Broken program", source: "x = (\n" }),
      "not an item",
    ];
    const file = JSON.stringify({ format: "pyrena-deck", version: 1, title: "Mixed", items });
    const report = await grace.deck.importJson({ file });
    expect(report).toMatchObject({
      imported: 2,
      refused: 2,
      items: [
        { outcome: "ready", title: "Good" },
        { outcome: "refused", number: 2, title: "Wrong version", issues: [{ path: "python" }] },
        { outcome: "with-problems", title: "Broken program", problems: [{ code: "syntax-error" }] },
        { outcome: "refused", number: 4, title: null },
      ],
    });
    expect(await titlesIn(report.deckId ?? "")).toEqual(["Good", "Broken program"]);
  });

  test.each([
    ["no JSON at all", "{", ""],
    ["another format", '{"format":"kahoot","version":1,"title":"x","items":[]}', "format"],
    ["a newer version", '{"format":"pyrena-deck","version":2,"title":"x","items":[]}', "version"],
    ["no title", '{"format":"pyrena-deck","version":1,"items":[]}', "title"],
  ])("is refused with the place of the fault: %s", async (_, file, path) => {
    expect(await refusalOf(grace.deck.importJson({ file }))).toMatchObject({
      code: "import-malformed",
      issues: [{ path }],
    });
  });
});
