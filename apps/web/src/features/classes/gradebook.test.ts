import { describe, expect, test } from "@jest/globals";
import type { Gradebook, GradebookCell } from "@pyrena/contracts";
import { gradebookCsv, ordered } from "./gradebook.ts";

const scored = (score: number): GradebookCell => ({ state: "scored", score });
const row = (name: string, cell: GradebookCell, total: number | null) => ({
  ...{ userId: `id-${name}`, name, email: `${name}@example.test` },
  cells: [cell],
  total,
});
const gradebook: Gradebook = {
  columns: [{ id: "hw1", title: "Counts", dueAt: null, isDue: false }],
  rows: [
    row("Zoe", scored(0.5), 0.5),
    row("Ada", { state: "missing" }, null),
    row("Ben", scored(1), 1),
    row("Cem", { state: "excused" }, null),
  ],
};
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe("the gradebook's rows", () => {
  test("go by name, by a column or by the total, what has no number last both ways", () => {
    expect(names(ordered(gradebook, { by: "name", isFalling: false }, ""))).toEqual([
      "Ada",
      "Ben",
      "Cem",
      "Zoe",
    ]);
    expect(names(ordered(gradebook, { by: "hw1", isFalling: false }, ""))).toEqual([
      "Zoe",
      "Ben",
      "Ada",
      "Cem",
    ]);
    expect(names(ordered(gradebook, { by: "total", isFalling: true }, ""))).toEqual([
      "Ben",
      "Zoe",
      "Ada",
      "Cem",
    ]);
  });

  test("are found by name or address", () => {
    expect(names(ordered(gradebook, { by: "name", isFalling: false }, " bEN@"))).toEqual(["Ben"]);
  });
});

describe("the export", () => {
  test("names its ids and leaves what is missing empty", () => {
    const [head, zoe, ada] = gradebookCsv(gradebook).split("\r\n");
    expect(head).toBe("user_id,name,email,Counts [hw1],total");
    expect(zoe).toBe("id-Zoe,Zoe,Zoe@example.test,50,50");
    expect(ada).toBe("id-Ada,Ada,Ada@example.test,,");
  });

  test.each(["=1+1", "+1", "-1", "@x", "\tx"])("makes no formula of %j", (name) => {
    const csv = gradebookCsv({ ...gradebook, rows: [row(name, scored(1), 1)] });
    expect(csv).toContain(`,'${name},`);
  });

  test("quotes what would break a line", () => {
    const csv = gradebookCsv({ ...gradebook, rows: [row('A, "B"\nC', scored(1), 1)] });
    expect(csv).toContain('"A, ""B""\nC"');
  });
});
