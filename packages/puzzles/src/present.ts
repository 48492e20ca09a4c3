/** A choice: the right text among the wrong ones, in an order that the seed decides and that tells nothing. */
import type { OutputAsk, Problem, QuestionInput } from "@pyrena/contracts";
import type { Prediction } from "./key.ts";
import type { Asked } from "./kinds/kind.ts";
import { wrongTexts } from "./predictions.ts";
import { problem } from "./problem.ts";
import { canonical, normaliseLines } from "./response-text.ts";
import { randomFrom, shuffled } from "./seed.ts";

const MAX_OPTIONS = 5;

export type Presented =
  | { readonly ok: true; readonly asked: Asked; readonly predictions: readonly Prediction[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function asChoice(
  ask: OutputAsk,
  asked: Asked,
  predictions: readonly Prediction[],
  seed: string,
): Presented {
  const right = canonical(asked.answer);
  const authors = ask.distractors.map((text) => normaliseLines(text.split("\n")).join("\n"));
  const wrong = [...new Set([...wrongTexts(predictions), ...authors])].filter((text) => text !== right);
  if (wrong.length === 0) {
    const message = "no wrong answer is known: add one, or ask for the lines";
    return { ok: false, problems: [problem("too-few-options", message, { line: ask.at?.line ?? null })] };
  }
  const texts = shuffled([right, ...wrong.slice(0, MAX_OPTIONS - 1)], randomFrom(`${seed} options`));
  const idOf = (text: string) => `c${texts.indexOf(text) + 1}`;
  const input: QuestionInput = {
    widget: "choice",
    options: texts.map((text) => ({ id: idOf(text), label: text.slice(0, 1000) })),
  };
  const answer = { widget: "choice", chosen: idOf(right) } as const;
  const mapped = predictions.flatMap(({ misconception, response }): Prediction[] => {
    const text = canonical(response);
    return texts.includes(text)
      ? [{ misconception, response: { widget: "choice", chosen: idOf(text) } }]
      : [];
  });
  return { ok: true, asked: { ...asked, input, answer }, predictions: mapped };
}
