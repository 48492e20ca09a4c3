import { describe, expect, it } from "@jest/globals";
import type { Response } from "@pyrena/contracts";
import { grade } from "./grade.ts";
import type { Key } from "./key.ts";

function keyOf(answer: Response, more: Partial<Key> = {}): Key {
  return {
    kind: "output",
    python: "3.13",
    engineVersion: "test",
    answer,
    partial: [],
    predictions: [],
    holders: [],
    why: [],
    notes: [],
    picture: null,
    ...more,
  };
}

const number = (value: number): Response => ({ widget: "number", value });
const lines = (...text: string[]): Response => ({ widget: "text-lines", lines: text });
const multi = (...chosen: string[]): Response => ({ widget: "multi", chosen });

describe("grade", () => {
  it("gives a number everything, its stated part, or nothing", () => {
    const key = keyOf(number(3), { partial: [{ response: number(2), score: 0.5 }] });
    expect(grade(number(3), key)).toMatchObject({ score: 1, correct: true });
    expect(grade(number(2), key)).toMatchObject({ score: 0.5, correct: false });
    expect(grade(number(7), key)).toMatchObject({ score: 0, correct: false });
  });

  it("takes a right row back for each wrong one, but never goes below nothing", () => {
    const answer: Response = { widget: "true-false", values: { r1: true, r2: false, r3: true, r4: true } };
    const given = (r1: boolean, r2: boolean, r3: boolean, r4: boolean): Response => ({
      widget: "true-false",
      values: { r1, r2, r3, r4 },
    });
    expect(grade(given(true, false, true, true), keyOf(answer)).score).toBe(1);
    expect(grade(given(true, false, true, false), keyOf(answer)).score).toBe(0.5);
    expect(grade(given(true, true, true, false), keyOf(answer)).score).toBe(0);
    expect(grade(given(false, true, false, false), keyOf(answer)).score).toBe(0);
    expect(grade(given(true, false, false, true), keyOf(answer)).parts).toContainEqual({
      id: "r3",
      score: 0,
    });
  });

  it("measures chosen objects by what both chose over what either chose", () => {
    expect(grade(multi("o1", "o2"), keyOf(multi("o2", "o1")))).toMatchObject({ score: 1, correct: true });
    expect(grade(multi("o1"), keyOf(multi("o1", "o2"))).score).toBe(0.5);
    expect(grade(multi("o3"), keyOf(multi("o1", "o2"))).score).toBe(0);
    expect(grade(multi(), keyOf(multi())).correct).toBe(true);
    expect(grade(multi("o1"), keyOf(multi())).score).toBe(0);
  });

  it("forgives blanks and the case of Python's own words, not a missing or swapped line", () => {
    const key = keyOf(lines("freed cup", "True", "freed hat"));
    expect(grade(lines(" freed  cup ", "true", "freed hat", ""), key).correct).toBe(true);
    expect(grade(lines("freed cup", "freed hat"), key).score).toBeCloseTo(2 / 3, 2);
    expect(grade(lines("True", "freed cup", "freed hat"), key)).toMatchObject({ correct: false });
    expect(grade(lines("Freed cup", "True", "freed hat"), key).correct).toBe(false);
  });

  it("corrects lines that can only be True or False for guessing", () => {
    const key = keyOf(lines("True", "False"));
    expect(grade(lines("True", "True"), key).score).toBe(0);
    expect(grade(lines("False", "True"), key).score).toBe(0);
  });

  it("never gives everything for an answer that is not the right one", () => {
    const wanted = Array.from({ length: 40 }, (_, index) => `line ${index}`);
    const almost = [...wanted, "one more"];
    expect(grade(lines(...almost), keyOf(lines(...wanted))).score).toBeLessThan(1);
  });

  it("keeps score and evidence apart", () => {
    const predictions = [
      { misconception: "M03", response: number(2) },
      { misconception: "M25", response: number(1) },
    ];
    expect(grade(number(2), keyOf(number(3), { predictions })).evidence).toEqual([
      { misconception: "M03", predicted: true },
      { misconception: "M25", predicted: false },
    ]);
  });

  it("gives nothing for an answer with another widget", () => {
    expect(grade(lines("3"), keyOf(number(3)))).toMatchObject({ score: 0, correct: false });
  });
});
