/**
 * What wrong rules of identity would answer. Each asked `a is b` is replaced by a look at both sides, and the program
 * runs again: what the sides are decides which rule says what.
 */
import type { LineRun } from "@pyrena/contracts";
import { examine, type Subject } from "../examine.ts";
import type { Prediction } from "../key.ts";
import { printedAt } from "../printed.ts";

interface Sides {
  readonly typeName: string;
  readonly areEqual: boolean;
  readonly text: string;
}

type Rule = (isSame: boolean, sides: Sides) => boolean;

const RULES: Readonly<Record<string, Rule>> = {
  M04: (_isSame, { areEqual }) => areEqual,
  M05: (isSame, sides) => isSame || (sides.typeName === "int" && sides.areEqual),
  M42: (isSame, sides) => isSame && !(sides.typeName === "int" && isLarge(sides.text)),
  M43: (isSame, sides) => isSame || (sides.typeName === "str" && sides.areEqual),
  M46: (isSame, { text }) => isSame && text !== "()",
  M47: (isSame, sides) => isSame || (sides.typeName === "float" && sides.areEqual),
};

function isLarge(text: string): boolean {
  const value = Number(text);
  return value < -5 || value > 256;
}

const PRINTED = /^(\s*)print\((.+?) is (?!not\b)(.+)\)$/;
/** As typed at a prompt, which shows the value by itself. */
const SHOWN = /^(\s*)(.+?) is (?!not\b)(.+)$/;

export function identityPredictions(
  subject: Subject,
  rows: readonly LineRun[],
  answer: Readonly<Record<string, boolean>>,
): Prediction[] {
  const sides = sidesOf(subject, rows);
  const predictions = Object.entries(RULES).map(([misconception, rule]) => {
    const values = Object.entries(answer).map(([id, isSame], index) => {
      const seen = sides[index];
      return [id, seen === undefined || seen === null ? isSame : rule(isSame, seen)] as const;
    });
    return asPrediction(misconception, Object.fromEntries(values));
  });
  return [...predictions, asPrediction("M44", neverReused(subject, rows, answer))];
}

function asPrediction(misconception: string, values: Record<string, boolean>): Prediction {
  return { misconception, response: { widget: "true-false", values } };
}

/** Who believes that an id is never given again says that equal ids of two objects cannot be. */
function neverReused(
  subject: Subject,
  rows: readonly LineRun[],
  answer: Readonly<Record<string, boolean>>,
): Record<string, boolean> {
  const entries = Object.entries(answer).map(([id, isSame], index) => {
    const text = subject.lines[(rows[index]?.line ?? 0) - 1] ?? "";
    return [id, isSame && !text.includes("id(")] as const;
  });
  return Object.fromEntries(entries);
}

function sidesOf(subject: Subject, rows: readonly LineRun[]): readonly (Sides | null)[] {
  const lines = [...subject.lines];
  for (const { line } of rows) {
    const match = PRINTED.exec(lines[line - 1] ?? "") ?? SHOWN.exec(lines[line - 1] ?? "");
    if (match === null) continue;
    const [, indent, one, other] = match;
    lines[line - 1] = `${indent}print(type(${one}).__name__, (${one}) == (${other}), repr(${one}))`;
  }
  const examined = examine({ ...subject, source: lines.join("\n") });
  if (!examined.ok) return [];
  return rows.map((row) => parseSides(printedAt(examined.subject, row)));
}

function parseSides(printed: string | null): Sides | null {
  const match = /^(\S+) (True|False) (.*)$/.exec((printed ?? "").trim());
  if (match === null) return null;
  return { typeName: match[1] ?? "", areEqual: match[2] === "True", text: match[3] ?? "" };
}
