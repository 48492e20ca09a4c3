import { describe, expect, it } from "@jest/globals";
import { fitsQuestion } from "./fits-question.ts";
import { itemDraftSchema } from "./item-draft.ts";
import { type Question, type QuestionInput, questionSchema } from "./question.ts";
import { responseSchema } from "./response.ts";

function question(input: QuestionInput): Question {
  return {
    kind: "output",
    title: "A question",
    program: { source: "print(1)", python: "3.13", pythonFull: "3.13.18", mode: "script" },
    place: null,
    prompt: { code: "output-program", values: {} },
    input,
  };
}

describe("a question", () => {
  it("refuses anything that is not part of it, at every depth", () => {
    const whole = question({
      widget: "choice",
      options: [
        { id: "a", label: "1" },
        { id: "b", label: "2" },
      ],
    });
    expect(questionSchema.safeParse(whole).success).toBe(true);
    expect(questionSchema.safeParse({ ...whole, answer: "a" }).success).toBe(false);
    const told = {
      widget: "choice",
      options: [
        { id: "a", label: "1", isRight: true },
        { id: "b", label: "2" },
      ],
    };
    expect(questionSchema.safeParse({ ...whole, input: told }).success).toBe(false);
    const program = { ...whole.program, stdout: "1" };
    expect(questionSchema.safeParse({ ...whole, program }).success).toBe(false);
  });
});

describe("a response", () => {
  const rows: QuestionInput = {
    widget: "true-false",
    rows: [
      { id: "r1", line: 1, text: "a is b" },
      { id: "r2", line: 2, text: "a is c" },
    ],
  };
  const options = [
    { id: "o1", label: "Box #1", line: 1 },
    { id: "o2", label: "Box #2", line: 2 },
  ];

  it("fits when it answers with the widget and the ids of the question", () => {
    const fits = (response: unknown, input: QuestionInput) =>
      fitsQuestion(responseSchema.parse(response), question(input));
    expect(fits({ widget: "number", value: 3 }, { widget: "number" })).toBe(true);
    expect(fits({ widget: "number", value: 3 }, rows)).toBe(false);
    expect(fits({ widget: "true-false", values: { r1: true, r2: false } }, rows)).toBe(true);
    expect(fits({ widget: "true-false", values: { r1: true } }, rows)).toBe(false);
    expect(fits({ widget: "true-false", values: { r1: true, r3: true } }, rows)).toBe(false);
    expect(fits({ widget: "multi", chosen: [] }, { widget: "multi", options })).toBe(true);
    expect(fits({ widget: "multi", chosen: ["o1", "o1"] }, { widget: "multi", options })).toBe(false);
    expect(fits({ widget: "multi", chosen: ["o3"] }, { widget: "multi", options })).toBe(false);
    expect(fits({ widget: "line", line: 4 }, { widget: "line", lines: [1, 4] })).toBe(true);
    expect(fits({ widget: "line", line: 2 }, { widget: "line", lines: [1, 4] })).toBe(false);
  });

  it("is refused when it is malformed", () => {
    for (const wrong of [
      { widget: "number", value: 1.5 },
      { widget: "number", value: "3" },
      { widget: "multi", chosen: Array.from({ length: 100 }, (_, index) => `o${index}`) },
      { widget: "text-lines", lines: ["x".repeat(400)] },
      { widget: "number", value: 1, score: 1 },
      { widget: "stars", value: 5 },
      null,
    ]) {
      expect(responseSchema.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("a draft", () => {
  const draft = {
    kind: "refcount",
    title: "Two names",
    topic: "reference-counting",
    source: "a = []\nb = a",
    python: "3.13",
    mode: "script",
    ask: { form: "counted", name: "a", place: { line: 2, occurrence: 1, when: "after" } },
  };

  it("fills in its defaults and holds no answer", () => {
    expect(itemDraftSchema.parse(draft)).toMatchObject({ params: {} });
    expect(itemDraftSchema.safeParse({ ...draft, answer: 2 }).success).toBe(false);
    expect(itemDraftSchema.safeParse({ ...draft, kind: "leak" }).success).toBe(false);
  });

  it("refuses a choice that would add a line, and a program of unbounded length", () => {
    expect(itemDraftSchema.safeParse({ ...draft, params: { a: ["x\ny"] } }).success).toBe(false);
    expect(itemDraftSchema.safeParse({ ...draft, source: "x".repeat(20_001) }).success).toBe(false);
  });
});
