/**
 * Grading: a pure function of response and key. Two channels, kept apart: the score is for the student, the evidence
 * says which wrong rules predicted this answer.
 */
import type { Grade, Response } from "@pyrena/contracts";
import type { Key } from "./key.ts";
import { canonical, normaliseLines, sameAnswer } from "./response-text.ts";

type Scored = Pick<Grade, "score" | "parts">;
type ResponseOf<W extends Response["widget"]> = Extract<Response, { widget: W }>;

export function grade(response: Response, key: Key): Grade {
  const correct = sameAnswer(response, key.answer);
  const scored = correct ? full(key.answer) : capped(score(response, key));
  const evidence = key.predictions.map(({ misconception, response: predicted }) => ({
    misconception,
    predicted: sameAnswer(response, predicted),
  }));
  return { ...scored, correct, evidence };
}

/** Only the right answer is worth everything, whatever the rounding says. */
function capped(scored: Scored): Scored {
  return { ...scored, score: Math.min(0.95, Math.max(0, Math.round(scored.score * 1000) / 1000)) };
}

function score(response: Response, key: Key): Scored {
  const { answer } = key;
  if (response.widget !== answer.widget) return { score: 0, parts: [] };
  if (response.widget === "true-false" && answer.widget === "true-false") return rows(response, answer);
  if (response.widget === "multi" && answer.widget === "multi") return overlap(response, answer);
  if (response.widget === "text-lines" && answer.widget === "text-lines") return lines(response, answer);
  const partial = key.partial.find((one) => sameAnswer(one.response, response));
  return single(partial?.score ?? 0);
}

function single(value: number): Scored {
  return { score: value, parts: [{ id: "answer", score: value }] };
}

function full(answer: Response): Scored {
  const ids =
    answer.widget === "true-false"
      ? Object.keys(answer.values)
      : answer.widget === "text-lines"
        ? normaliseLines(answer.lines).map((_, index) => `line-${index + 1}`)
        : ["answer"];
  return { score: 1, parts: ids.map((id) => ({ id, score: 1 })) };
}

/** True or false can be guessed, so each wrong row takes one right row back; never below nothing. */
function rows(response: ResponseOf<"true-false">, answer: ResponseOf<"true-false">): Scored {
  const parts = Object.entries(answer.values).map(([id, value]) => ({
    id,
    score: response.values[id] === value ? 1 : 0,
  }));
  return { score: guessCorrected(parts.map((part) => part.score === 1)), parts };
}

function guessCorrected(hits: readonly boolean[]): number {
  const right = hits.filter(Boolean).length;
  return Math.max(0, (2 * right - hits.length) / Math.max(1, hits.length));
}

/** Jaccard: what both chose, over what either chose. */
function overlap(response: ResponseOf<"multi">, answer: ResponseOf<"multi">): Scored {
  const wanted = new Set(answer.chosen);
  const given = new Set(response.chosen);
  const either = new Set([...wanted, ...given]);
  const both = [...either].filter((id) => wanted.has(id) && given.has(id));
  const parts = [...either].sort().map((id) => ({ id, score: both.includes(id) ? 1 : 0 }));
  return { score: either.size === 0 ? 1 : both.length / either.size, parts };
}

/** Printed lines: the longest common subsequence over the longer of both; pure True/False lines are guess-corrected. */
function lines(response: ResponseOf<"text-lines">, answer: ResponseOf<"text-lines">): Scored {
  const wanted = normaliseLines(answer.lines);
  const given = normaliseLines(response.lines);
  const parts = wanted.map((line, index) => ({
    id: `line-${index + 1}`,
    score: given[index] === line ? 1 : 0,
  }));
  const isGuessable = wanted.every((line) => line === "True" || line === "False");
  if (isGuessable && given.length === wanted.length) {
    return { score: guessCorrected(parts.map((part) => part.score === 1)), parts };
  }
  const longer = Math.max(wanted.length, given.length, 1);
  return { score: commonSubsequence(wanted, given) / longer, parts };
}

function commonSubsequence(one: readonly string[], other: readonly string[]): number {
  let above = new Array<number>(other.length + 1).fill(0);
  for (const item of one) {
    const row = [0];
    for (const [index, candidate] of other.entries()) {
      const best = Math.max(row[index] ?? 0, above[index + 1] ?? 0);
      row.push(item === candidate ? (above[index] ?? 0) + 1 : best);
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** The canonical text of the right answer, for storing beside counts. */
export function canonicalAnswer(key: Key): string {
  return canonical(key.answer);
}
