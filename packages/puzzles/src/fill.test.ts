import { describe, expect, it } from "@jest/globals";
import { type ItemDraftInput, itemDraftSchema } from "@pyrena/contracts";
import { fill } from "./fill.ts";

function draft(more: Partial<Extract<ItemDraftInput, { kind: "refcount" }>>) {
  return itemDraftSchema.parse({
    kind: "refcount",
    title: "About {{name}}",
    topic: "reference-counting",
    source: "{{name}} = []",
    python: "3.13",
    mode: "script",
    params: { name: ["cup", "pen", "hat"] },
    ask: { form: "counted", name: "{{name}}", place: { line: 1, occurrence: 1, when: "after" } },
    ...more,
  });
}

describe("fill", () => {
  it("makes the same variant from the same seed and reaches every choice with others", () => {
    const once = fill(draft({}), "seed");
    expect(fill(draft({}), "seed")).toEqual(once);
    const sources = Array.from({ length: 60 }, (_, seed) => fill(draft({}), String(seed)));
    expect(new Set(sources.map((one) => (one.ok ? one.draft.source : "")))).toEqual(
      new Set(["cup = []", "pen = []", "hat = []"]),
    );
  });

  it("fills title and ask too, and leaves no parameters behind", () => {
    const filled = fill(draft({ params: { name: ["cup"] } }), "1");
    expect(filled).toMatchObject({
      ok: true,
      draft: { title: "About cup", ask: { name: "cup" }, params: {} },
      params: { name: "cup" },
    });
  });

  it("fills placeholders within a choice", () => {
    const filled = fill(draft({ source: "{{b}}", params: { name: ["cup"], b: ["x = [{{name}}]"] } }), "1");
    expect(filled).toMatchObject({ ok: true, draft: { source: "x = [cup]" } });
  });

  it("says at which line a placeholder has no parameter", () => {
    const filled = fill(draft({ source: "a = 1\nb = {{nmae}}" }), "1");
    expect(filled).toMatchObject({
      ok: false,
      problems: [{ code: "unknown-parameter", line: 2, column: 4, values: { name: "nmae" } }],
    });
  });

  it("leaves doubled braces alone in a program without parameters", () => {
    const filled = fill(draft({ source: 'a = f"{{b}}"', params: {} }), "1");
    expect(filled).toMatchObject({ ok: true, draft: { source: 'a = f"{{b}}"' } });
  });
});
