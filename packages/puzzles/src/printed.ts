/** What the program printed, by the execution of the line that did it. */
import type { LineRun, Problem } from "@pyrena/contracts";
import type { Subject } from "./examine.ts";
import { problem } from "./problem.ts";
import { printings } from "./trace-events.ts";

/** The text one execution of a line printed itself, or null when the line does not run that often. */
export function printedAt(subject: Subject, { line, occurrence }: LineRun): string | null {
  if (subject.recorded.stepAt({ line, occurrence, when: "before" }) === null) return null;
  return printings(subject.recorded)
    .filter((one) => one.line === line && one.occurrence === occurrence)
    .map((one) => one.text)
    .join("");
}

export function notReached({ line, occurrence }: LineRun): Problem {
  const message = `line ${line} does not run ${occurrence} times`;
  return problem("line-not-reached", message, { line, values: { line, occurrence } });
}

/** Printed text as lines, without the end of the last one. */
export function outputLines(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
