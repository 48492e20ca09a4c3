/** For authoring: what can be asked of a program, with the key the engine computes for each, from one run. */
import type { Candidate, Candidates, LineOffer, LineRun, PythonVersion, RunMode } from "@pyrena/contracts";
import { examine, type Subject } from "./examine.ts";
import { identity } from "./kinds/identity.ts";
import type { Reading } from "./kinds/kind.ts";
import { leak } from "./kinds/leak.ts";
import { output } from "./kinds/output.ts";
import { refcount } from "./kinds/refcount.ts";
import { answerText } from "./materialise.ts";
import { namespacesOf, variableName } from "./namespaces.ts";
import { printedAt } from "./printed.ts";
import { codeLines, indentOf } from "./source-lines.ts";

const MAX_COUNTED = 80;
const MAX_ROWS = 10;

export function candidates(source: string, python: PythonVersion, mode: RunMode): Candidates {
  const examined = examine({ source, python, mode });
  if (!examined.ok) return { problems: [...examined.problems], output: "", lines: [], candidates: [] };
  const { subject } = examined;
  const lines = codeLines(subject.lines).map((line) => offerOf(subject, line));
  return {
    problems: [],
    output: subject.stdout,
    lines,
    candidates: [
      ...printedCounts(subject),
      ...countedNames(subject, lines),
      ...identityRows(subject),
      ...outputs(subject),
      ...leaks(subject),
    ],
  };
}

function offerOf(subject: Subject, line: number): LineOffer {
  const executions = subject.steps
    .filter((step) => step.range.lineno === line)
    .reduce((most, step) => Math.max(most, step.occurrence), 0);
  return { line, executions, names: executions === 0 ? [] : namesAfter(subject, line) };
}

/** Names bound after the line's first execution: its frame's locals, then globals; only what can be asked about. */
function namesAfter(subject: Subject, line: number): string[] {
  const { recorded } = subject;
  const step = recorded.stepAt({ line, occurrence: 1, when: "after" });
  if (step === null) return [];
  const snapshot = recorded.snapshot(step, "after");
  const frame = subject.steps[step]?.frame;
  const namespaces = namespacesOf(recorded);
  const names = snapshot.edges.flatMap((edge) => {
    if (edge.owner.kind === "frame" && edge.owner.id !== frame) return [];
    const name = variableName(edge, namespaces);
    const isUsers = snapshot.objects.get(edge.target)?.isUsers === true;
    return name !== null && isUsers && isAskable(name) ? [name] : [];
  });
  return [...new Set(names)].slice(0, 30);
}

function isAskable(name: string): boolean {
  return !name.startsWith("__") && name.length <= 80;
}

function once(line: number): LineRun {
  return { line, occurrence: 1 };
}

function offered(reading: Reading, make: (shared: Shared) => Candidate): Candidate[] {
  if (!reading.ok) return [];
  const { prompt, place } = reading.asked;
  return [make({ prompt, place, answerText: answerText(reading.asked).slice(0, 4000) })];
}

type Shared = Pick<Candidate, "prompt" | "place" | "answerText">;

function printedCounts(subject: Subject): Candidate[] {
  return codeLines(subject.lines).flatMap((line) => {
    const name = /getrefcount\(([^()]+)\)/.exec(subject.lines[line - 1] ?? "")?.[1]?.trim();
    if (name === undefined || !isAskable(name)) return [];
    const ask = { form: "printed", name, at: once(line) } as const;
    return offered(refcount.read(subject, ask), (shared) => ({ kind: "refcount", ask, ...shared }));
  });
}

function countedNames(subject: Subject, lines: readonly LineOffer[]): Candidate[] {
  return lines
    .flatMap(({ line, names }) =>
      names.flatMap((name) => {
        const ask = { form: "counted", name, place: { ...once(line), when: "after" } } as const;
        return offered(
          refcount.read(subject, ask),
          (shared): Candidate => ({ kind: "refcount", ask, ...shared }),
        );
      }),
    )
    .slice(0, MAX_COUNTED);
}

function identityRows(subject: Subject): Candidate[] {
  const rows = codeLines(subject.lines)
    .filter((line) => /^(True|False)$/.test((printedAt(subject, once(line)) ?? "").trim()))
    .filter((line) => / is |==/.test(subject.lines[line - 1] ?? ""))
    .slice(0, MAX_ROWS)
    .map(once);
  if (rows.length === 0) return [];
  const ask = { rows };
  return offered(identity.read(subject, ask), (shared) => ({ kind: "identity", ask, ...shared }));
}

function outputs(subject: Subject): Candidate[] {
  const whole = { form: "lines", at: null, distractors: [] } as const;
  const found = offered(output.read(subject, { ...whole, distractors: [] }), (shared) => ({
    kind: "output",
    ask: { ...whole, distractors: [] },
    ...shared,
  }));
  const numbers = codeLines(subject.lines).flatMap((line) => {
    const ask = { form: "number" as const, at: once(line), distractors: [] };
    return offered(output.read(subject, ask), (shared): Candidate => ({ kind: "output", ask, ...shared }));
  });
  return [...found, ...numbers];
}

/** Top-level calls and loops in which objects are born. */
function leaks(subject: Subject): Candidate[] {
  const marks = codeLines(subject.lines).filter((line) => {
    const text = subject.lines[line - 1] ?? "";
    return indentOf(text) === 0 && (/^(for|while)\b/.test(text) || /^(\w+ = )?[\w.]+\(/.test(text));
  });
  return marks.flatMap((line) =>
    (["alive", "keeper"] as const).flatMap((form) => {
      const ask = { form, mark: once(line), types: [] };
      return offered(leak.read(subject, ask), (shared): Candidate => ({ kind: "leak", ask, ...shared }));
    }),
  );
}
