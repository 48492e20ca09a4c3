/**
 * Every wrong answer a known wrong rule gives to a question: from the trace, from the program run under the rule, and for
 * rules the engine does not have from rewritten programs.
 */
import type { Response } from "@pyrena/contracts";
import { ruleIds } from "@pyrena/engine";
import { type Examined, examine, type Subject } from "./examine.ts";
import type { Prediction } from "./key.ts";
import type { Asked, Kind } from "./kinds/kind.ts";
import { rewrites } from "./misconceptions/rewrites.ts";
import { canonical, sameAnswer } from "./response-text.ts";

export function predictionsOf<A>(kind: Kind<A>, subject: Subject, ask: A, asked: Asked): Prediction[] {
  const found = [
    ...kind.predict(subject, ask, asked),
    ...underRules(kind, subject, ask),
    ...rewritten(kind, subject, ask),
  ];
  return distinct(found.filter((one) => !sameAnswer(one.response, asked.answer)));
}

function underRules<A>(kind: Kind<A>, subject: Subject, ask: A): Prediction[] {
  return ruleIds.flatMap((misconception) => {
    const response = answerOf(kind, examine(subject, [misconception]), ask);
    return response === null ? [] : [{ misconception, response }];
  });
}

function rewritten<A>(kind: Kind<A>, subject: Subject, ask: A): Prediction[] {
  return Object.entries(rewrites).flatMap(([misconception, rewrite]) => {
    const source = rewrite(subject.source);
    const response = source === null ? null : answerOf(kind, examine({ ...subject, source }), ask);
    return response === null ? [] : [{ misconception, response }];
  });
}

/** null: the program does not come to its end that way, so that there is nothing to answer. */
function answerOf<A>(kind: Kind<A>, examined: Examined, ask: A): Response | null {
  if (!examined.ok) return null;
  const reading = kind.read(examined.subject, ask);
  return reading.ok ? reading.asked.answer : null;
}

/** One prediction per rule; the trace knows better than a rewriting. */
function distinct(predictions: readonly Prediction[]): Prediction[] {
  const seen = new Set<string>();
  return predictions.filter(({ misconception }) => {
    if (seen.has(misconception)) return false;
    seen.add(misconception);
    return true;
  });
}

/** The texts of the wrong answers, most often predicted first: the distractors of a choice. */
export function wrongTexts(predictions: readonly Prediction[]): string[] {
  const votes = new Map<string, number>();
  for (const { response } of predictions) {
    const text = canonical(response);
    votes.set(text, (votes.get(text) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1]).map(([text]) => text);
}
