/** Same object? True or False for several lines that print the answer, in a file or as typed at a prompt. */
import type { IdentityAsk, LineRun, Problem, Reason } from "@pyrena/contracts";
import type { Subject } from "../examine.ts";
import { identityPredictions } from "../misconceptions/sameness.ts";
import { drawHeap } from "../picture.ts";
import { notReached, printedAt } from "../printed.ts";
import { problem } from "../problem.ts";
import type { Asked, Explained, Kind, Reading } from "./kind.ts";

export const identity: Kind<IdentityAsk> = {
  read,
  explain,
  predict: (subject, ask, asked) =>
    asked.answer.widget === "true-false" ? identityPredictions(subject, ask.rows, asked.answer.values) : [],
  partial: () => [],
};

export function rowId(index: number): string {
  return `r${index + 1}`;
}

function read(subject: Subject, { rows }: IdentityAsk): Reading {
  const problems: Problem[] = [];
  const values: Record<string, boolean> = {};
  for (const [index, row] of rows.entries()) {
    const said = answerOf(subject, row);
    if (typeof said === "boolean") values[rowId(index)] = said;
    else problems.push(said);
  }
  if (problems.length > 0) return { ok: false, problems };
  const asked: Asked = {
    input: {
      widget: "true-false",
      rows: rows.map((row, index) => ({ id: rowId(index), line: row.line, text: lineText(subject, row) })),
    },
    prompt: { code: "identity-rows", values: { count: rows.length } },
    place: null,
    answer: { widget: "true-false", values },
  };
  return { ok: true, asked };
}

function lineText(subject: Subject, { line }: LineRun): string {
  return (subject.lines[line - 1] ?? "").trim().slice(0, 300);
}

function answerOf(subject: Subject, row: LineRun): boolean | Problem {
  const text = printedAt(subject, row);
  if (text === null) return notReached(row);
  if (text.trim() === "True") return true;
  if (text.trim() === "False") return false;
  const message = `line ${row.line} prints ${JSON.stringify(text.slice(0, 80))}, not True or False`;
  return problem("prints-no-boolean", message, {
    line: row.line,
    values: { line: row.line, text: text.slice(0, 80) },
  });
}

/** Only a plain `is` says that there is one object; equal ids may belong to two that lived one after the other. */
function reasonOf(line: number, text: string, isTrue: boolean): Reason {
  if (/ is (?!not\b)/.test(text) && !/\bid\(/.test(text)) {
    return { code: isTrue ? "identity-one-object" : "identity-two-objects", values: { line, text } };
  }
  return { code: "identity-row", values: { line, text, answer: isTrue ? "True" : "False" } };
}

function explain(subject: Subject, { rows }: IdentityAsk, asked: Asked): Explained {
  const { answer } = asked;
  const why = rows.map((row, index) => {
    const isTrue = answer.widget === "true-false" && answer.values[rowId(index)] === true;
    return reasonOf(row.line, lineText(subject, row), isTrue);
  });
  const last = rows.at(-1);
  const picture = last === undefined ? null : drawHeap(subject, { ...last, when: "after" }, null);
  return { holders: [], why, picture };
}
