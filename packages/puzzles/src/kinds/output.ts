/** What does it print? One execution of a line, or the whole program: a number, lines to type, or a choice. */
import type { OutputAsk, Place } from "@pyrena/contracts";
import type { Subject } from "../examine.ts";
import { drawHeap } from "../picture.ts";
import { notReached, outputLines, printedAt } from "../printed.ts";
import { problem } from "../problem.ts";
import { type Printing, printings } from "../trace-events.ts";
import { type Asked, type Explained, type Kind, type Reading, refused } from "./kind.ts";

const MAX_LINES = 60;
const MAX_WIDTH = 300;

/** A choice is read as lines; its options are made when the wrong answers are known (see present.ts). */
export const output: Kind<OutputAsk> = {
  read,
  explain,
  predict: () => [],
  partial: () => [],
};

function read(subject: Subject, { form, at }: OutputAsk): Reading {
  const text = at === null ? subject.stdout : printedAt(subject, at);
  if (text === null) return refused(notReached(at ?? { line: 1, occurrence: 1 }));
  const line = at?.line ?? null;
  const lines = outputLines(text);
  if (lines.length === 0) {
    return refused(problem("prints-nothing", "nothing is printed there", { line }));
  }
  if (lines.length > MAX_LINES || lines.some((one) => one.length > MAX_WIDTH)) {
    return refused(problem("too-much-output", "too much is printed to be typed in", { line }));
  }
  if (form !== "number")
    return { ok: true, asked: { ...question(at), answer: { widget: "text-lines", lines } } };
  if (lines.length !== 1 || !/^\s*-?\d{1,12}\s*$/.test(lines[0] ?? "")) {
    const shown = text.slice(0, 80);
    const message = `${JSON.stringify(shown)} is printed, not one number`;
    return refused(problem("prints-no-number", message, { line, values: { line: line ?? 0, text: shown } }));
  }
  return {
    ok: true,
    asked: { ...question(at, "number"), answer: { widget: "number", value: Number(lines[0]) } },
  };
}

function question(
  at: OutputAsk["at"],
  widget: "number" | "text-lines" = "text-lines",
): Omit<Asked, "answer"> {
  return {
    input: { widget },
    prompt:
      at === null
        ? { code: "output-program", values: {} }
        : { code: "output-line", values: { line: at.line, occurrence: at.occurrence } },
    place: placeOf(at),
  };
}

function placeOf(at: OutputAsk["at"]): Place | null {
  return at === null ? null : { ...at, when: "after" };
}

/** Which line printed what, in order; for one line, the heap just before it prints. */
function explain(subject: Subject, { at }: OutputAsk): Explained {
  const why = joined(printings(subject.recorded))
    .filter((one) => at === null || (one.line === at.line && one.occurrence === at.occurrence))
    .slice(0, 30)
    .map(({ line, occurrence, text, isFinalizer }) =>
      isFinalizer
        ? { code: "output-finalizer" as const, values: { line, text } }
        : { code: "output-line" as const, values: { line, occurrence, text } },
    );
  const picture = at === null ? null : drawHeap(subject, { ...at, when: "before" }, null);
  return { holders: [], why, picture };
}

/** One print call writes its arguments, separators and line end one by one. */
function joined(printing: readonly Printing[]): Printing[] {
  const result: Printing[] = [];
  for (const one of printing) {
    const last = result.at(-1);
    if (last !== undefined && last.line === one.line && last.occurrence === one.occurrence) {
      result[result.length - 1] = { ...last, text: last.text + one.text };
    } else result.push(one);
  }
  return result.map((one) => ({ ...one, text: one.text.replace(/\n$/, "").slice(0, 500) }));
}
