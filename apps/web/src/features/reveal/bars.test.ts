import { describe, expect, test } from "@jest/globals";
import type { BallotTally, BucketTally, Question, QuestionInput } from "@pyrena/contracts";
import { histogram } from "./bars.ts";

function ask(input: QuestionInput): Question {
  return {
    kind: "output",
    title: "t",
    program: { source: "x = 1", python: "3.13", pythonFull: "3.13.18", mode: "script" },
    place: null,
    prompt: { code: "output-program", values: {} },
    input,
  };
}

const bucket = (id: string, count: number, isCorrect = false): BucketTally => ({
  id,
  label: id,
  count,
  isCorrect,
});

function tally(buckets: BucketTally[]): BallotTally {
  return { ballot: 1, answered: buckets.reduce((sum, { count }) => sum + count, 0), correct: 0, buckets };
}

describe("histogram", () => {
  test("free answers stand by how many gave them, and the longest bar is full", () => {
    const { bars } = histogram(tally([bucket("2", 3), bucket("3", 6, true)]), ask({ widget: "number" }), {
      id: "3",
      label: "3",
    });
    expect(bars.map(({ label, share, option }) => [label, share, option])).toEqual([
      ["3", 1, null],
      ["2", 0.5, null],
    ]);
  });

  test("options keep their order, also those that nobody chose", () => {
    const options = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));
    const { bars } = histogram(tally([bucket("c", 2), bucket("a", 1)]), ask({ widget: "choice", options }), {
      id: "b",
      label: "B",
    });
    expect(bars.map(({ id, count, option, isCorrect }) => [id, count, option, isCorrect])).toEqual([
      ["a", 1, 0, false],
      ["b", 0, 1, true],
      ["c", 2, 2, false],
    ]);
  });

  test("many answers fold, but never the right one", () => {
    const wrong = Array.from({ length: 20 }, (_, index) => bucket(String(index + 10), 5));
    const { bars, folded } = histogram(tally([...wrong, bucket("3", 1, true)]), ask({ widget: "number" }), {
      id: "3",
      label: "3",
    });
    expect(bars).toHaveLength(8);
    expect(bars.some((bar) => bar.isCorrect)).toBe(true);
    expect(folded).toBe(13 * 5);
  });

  test("the right answer has its bar although nobody gave it", () => {
    const { bars } = histogram(tally([bucket("2", 3)]), ask({ widget: "number" }), { id: "3", label: "3" });
    expect(bars.map(({ label, count, isCorrect }) => [label, count, isCorrect])).toEqual([
      ["2", 3, false],
      ["3", 0, true],
    ]);
  });

  test("a class that did not answer has empty bars, not broken ones", () => {
    const { bars } = histogram(tally([bucket("3", 0, true)]), ask({ widget: "number" }), {
      id: "3",
      label: "3",
    });
    expect(bars).toMatchObject([{ share: 0 }]);
  });
});
