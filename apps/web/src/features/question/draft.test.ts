import { describe, expect, test } from "@jest/globals";
import type { Question, QuestionInput, Response } from "@pyrena/contracts";
import { type Draft, draftOf, emptyDraft, pressKey, responseOf } from "./draft.ts";

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

const inputs: QuestionInput[] = [
  { widget: "number" },
  {
    widget: "true-false",
    rows: [
      { id: "a", line: 1, text: "x is x" },
      { id: "b", line: 2, text: "x is y" },
    ],
  },
  { widget: "multi", options: [{ id: "a", label: "A", line: null }] },
  {
    widget: "choice",
    options: [
      { id: "a", label: "1" },
      { id: "b", label: "2" },
    ],
  },
  { widget: "line", lines: [1, 3] },
  { widget: "text-lines" },
];

describe("a draft", () => {
  test.each(inputs)("of $widget is no answer while it is empty", (input) => {
    expect(responseOf(emptyDraft(input), ask(input))).toBeNull();
  });

  test.each<[QuestionInput, Draft, Response]>([
    [inputs[0]!, { widget: "number", text: "0" }, { widget: "number", value: 0 }],
    [inputs[0]!, { widget: "number", text: "-12" }, { widget: "number", value: -12 }],
    [
      inputs[1]!,
      { widget: "true-false", values: { a: false, b: true } },
      { widget: "true-false", values: { a: false, b: true } },
    ],
    [inputs[2]!, { widget: "multi", chosen: [], isNone: true }, { widget: "multi", chosen: [] }],
    [inputs[3]!, { widget: "choice", chosen: "a" }, { widget: "choice", chosen: "a" }],
    [inputs[4]!, { widget: "line", line: 3 }, { widget: "line", line: 3 }],
    [inputs[5]!, { widget: "text-lines", text: "1\n\n2\n" }, { widget: "text-lines", lines: ["1", "", "2"] }],
  ])("becomes the answer it shows, and back", (input, draft, response) => {
    expect(responseOf(draft, ask(input))).toEqual(response);
    expect(responseOf(draftOf(response), ask(input))).toEqual(response);
  });

  test("is no answer when a row is missing or an option is not offered", () => {
    expect(responseOf({ widget: "true-false", values: { a: true } }, ask(inputs[1]!))).toBeNull();
    expect(responseOf({ widget: "choice", chosen: "z" }, ask(inputs[3]!))).toBeNull();
    expect(responseOf({ widget: "line", line: 2 }, ask(inputs[4]!))).toBeNull();
    expect(responseOf({ widget: "number", text: "-" }, ask(inputs[0]!))).toBeNull();
  });
});

describe("the number pad", () => {
  test.each([
    ["", "7", "7"],
    ["0", "5", "5"],
    ["12", "erase", "1"],
    ["12", "-", "-12"],
    ["-12", "-", "12"],
    ["123456789012", "3", "123456789012"],
  ])("%j then %j shows %j", (before, key, after) => {
    expect(pressKey(before, key)).toBe(after);
  });
});
