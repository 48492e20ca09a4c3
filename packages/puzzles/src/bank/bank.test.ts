import { describe, expect, it } from "@jest/globals";
import { questionSchema, type Response, revealSchema } from "@pyrena/contracts";
import { fill } from "../fill.ts";
import { grade } from "../grade.ts";
import { keySchema } from "../key.ts";
import { materialise, type Variant } from "../materialise.ts";
import { responseText } from "../response-text.ts";
import { reveal } from "../reveal.ts";
import { compare } from "./agreement.ts";
import { type BankItem, bank } from "./index.ts";
import { readRecording, recordedFor } from "./recording.ts";

const SEEDS = 200;

const TOPICS = [
  "private-heap",
  "dynamic-allocation",
  "reference-counting",
  "cycle-collector",
  "gc-collect",
  "memory-pools",
  "object-caching",
  "memory-leaks",
  "files-left-open",
  "weak-references",
  "with",
  "practice-globals",
  "practice-generators",
  "practice-comprehensions",
  "practice-release",
  "practice-profiling",
];

/** Some wrong answer to the question, near the right one. */
function wrongAnswer({ key, question }: Variant): Response {
  const { answer } = key;
  const { input } = question;
  switch (answer.widget) {
    case "number":
      return { ...answer, value: answer.value + 1 };
    case "true-false":
      return { ...answer, values: { ...answer.values, r1: answer.values.r1 !== true } };
    case "multi":
      return {
        ...answer,
        chosen: answer.chosen.includes("o1") ? answer.chosen.slice(1) : ["o1", ...answer.chosen],
      };
    case "choice":
      return { ...answer, chosen: answer.chosen === "c1" ? "c2" : "c1" };
    case "line":
      return {
        ...answer,
        line: (input.widget === "line" ? input.lines : []).find((line) => line !== answer.line) ?? 0,
      };
    case "text-lines":
      return { ...answer, lines: [...answer.lines, "and one more"] };
  }
}

const made = new Map<string, readonly Variant[]>();

/** Every variant that 200 seeds make, each once: many seeds pick the same parameters. */
function variantsOf({ slug, draft }: BankItem): readonly Variant[] {
  const before = made.get(slug);
  if (before !== undefined) return before;
  const variants = new Map<string, Variant>();
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const filled = fill(draft, String(seed));
    const params = JSON.stringify(filled.ok ? filled.params : filled.problems);
    if (variants.has(params)) continue;
    const result = materialise(draft, String(seed));
    if (!result.ok) throw new Error(`${slug} ${params}: ${JSON.stringify(result.problems)}`);
    variants.set(params, result.variant);
  }
  made.set(slug, [...variants.values()]);
  return [...variants.values()];
}

describe("the bank", () => {
  it("has at least twenty items and covers every topic of the lesson", () => {
    expect(bank.length).toBeGreaterThanOrEqual(20);
    expect(new Set(bank.map((item) => item.slug)).size).toBe(bank.length);
    expect(TOPICS.filter((topic) => !bank.some((item) => item.draft.topic === topic))).toEqual([]);
  });

  it.each(bank.map((item) => [item.slug, item] as const))("%s holds over 200 seeds", (slug, item) => {
    const recording = readRecording(slug);
    const variants = variantsOf(item);
    const answers = new Set<string>();
    for (const variant of variants) {
      expect(questionSchema.parse(variant.question)).toEqual(variant.question);
      expect(keySchema.parse(JSON.parse(JSON.stringify(variant.key)))).toEqual(variant.key);
      expect(revealSchema.safeParse(reveal(variant.question, variant.key)).error).toBeUndefined();
      expect(grade(variant.key.answer, variant.key)).toMatchObject({ score: 1, correct: true });
      const wrong = grade(wrongAnswer(variant), variant.key);
      expect(wrong.correct).toBe(false);
      expect(wrong.score).toBeLessThan(1);
      if (item.draft.kind === "refcount") {
        const counted = variant.key.holders.filter((holder) => holder.counted);
        expect(variant.key.answer).toEqual({ widget: "number", value: counted.length });
        expect(counted.filter((holder) => holder.text.includes("#") || holder.line === null)).toEqual([]);
      }
      answers.add(responseText(variant.key.answer, variant.question));

      const recorded = recordedFor(recording, variant.params, item.draft.python);
      expect(recorded?.source).toBe(variant.question.program.source);
      if (recorded === undefined) continue;
      const { computed, recorded: printed } = compare(item.draft, variant, recorded.result);
      expect({ params: variant.params, answer: computed }).toEqual({
        params: variant.params,
        answer: printed,
      });
    }
    // A revote needs a twin, and a twin with the same answer could be copied.
    expect(answers.size).toBeGreaterThan(1);
  });

  it("says wrong answers that at least one wrong rule predicts", () => {
    const silent = bank.filter((item) =>
      variantsOf(item).every((variant) => variant.key.predictions.length === 0),
    );
    // Some questions are about one number of one program; most must tell wrong rules apart.
    expect(silent.length).toBeLessThanOrEqual(bank.length / 8);
  });
});
