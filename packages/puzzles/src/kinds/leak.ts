/**
 * Spot the leak. The author marks a call or a loop; leaked are the objects born in it that are alive after it and after
 * the last collection the program makes, that is at its end. The keeping line made the surviving edge from outside.
 */
import type { LeakAsk, Problem, Response } from "@pyrena/contracts";
import type { Subject } from "../examine.ts";
import { type Born, bornIn, type Extent, extentOf } from "../extent.ts";
import { lineOrNull } from "../holders.ts";
import type { Key } from "../key.ts";
import { leakPredictions } from "../misconceptions/leaks.ts";
import { drawHeap } from "../picture.ts";
import { notReached } from "../printed.ts";
import { problem } from "../problem.ts";
import { classNames, codeLines } from "../source-lines.ts";
import { type Keeping, keepingOf } from "../survivors.ts";
import { type Asked, type Explained, type Kind, type Reading, refused } from "./kind.ts";

const MAX_OBJECTS = 24;

export const leak: Kind<LeakAsk> = {
  read: (subject, ask) => {
    const found = find(subject, ask);
    if ("problems" in found) return { ok: false, problems: found.problems };
    return ask.form === "alive" ? readAlive(ask, found) : readKeeper(subject, ask, found);
  },
  explain,
  predict: (subject, ask) => {
    const found = find(subject, ask);
    if ("problems" in found || ask.form !== "alive") return [];
    return leakPredictions(subject, found.born).map(({ misconception, alive }) => ({
      misconception,
      response: chosen(found.born, alive),
    }));
  },
  partial,
};

interface Found {
  readonly extent: Extent;
  readonly born: readonly Born[];
  readonly alive: ReadonlySet<number>;
}

function find(subject: Subject, { mark, types }: LeakAsk): Found | { problems: readonly Problem[] } {
  const extent = extentOf(subject, mark);
  if (extent === null) return { problems: [notReached(mark)] };
  const wanted = types.length > 0 ? new Set(types) : classNames(subject.lines);
  const born = bornIn(subject, extent, wanted);
  const values = { line: mark.line, count: born.length };
  if (born.length === 0) {
    const message = `nothing to ask about is made in line ${mark.line}`;
    return { problems: [problem("nothing-born", message, { line: mark.line, values })] };
  }
  if (born.length > MAX_OBJECTS) {
    const message = `${born.length} objects are made there; at most ${MAX_OBJECTS} can be asked about`;
    return { problems: [problem("too-many-objects", message, { line: mark.line, values })] };
  }
  const alive = new Set(subject.recorded.bornAlive(extent.from, extent.end, subject.last));
  return { extent, born, alive };
}

function chosen(born: readonly Born[], alive: ReadonlySet<number>): Response {
  return {
    widget: "multi",
    chosen: born.flatMap((one, index) => (alive.has(one.id) ? [optionId(index)] : [])),
  };
}

function optionId(index: number): string {
  return `o${index + 1}`;
}

function readAlive({ mark }: LeakAsk, { born, alive }: Found): Reading {
  const asked: Asked = {
    input: {
      widget: "multi",
      options: born.map(({ label, line }, index) => ({ id: optionId(index), label, line: lineOrNull(line) })),
    },
    prompt: { code: "leak-alive", values: { ...mark } },
    place: { ...mark, when: "after" },
    answer: chosen(born, alive),
  };
  return { ok: true, asked };
}

function readKeeper(subject: Subject, { mark }: LeakAsk, found: Found): Reading {
  const keeping = keepersOf(subject, found);
  const lines = [...new Set(keeping.map((one) => one.line))].sort((a, b) => a - b);
  const [line, another] = lines;
  if (line === undefined) {
    const message = "no object of the marked statement is held from outside at the end";
    return refused(problem("nothing-leaks", message, { line: mark.line, values: { line: mark.line } }));
  }
  if (another !== undefined) {
    const values = { lines: lines.join(", ") };
    return refused(
      problem("several-keepers", `lines ${values.lines} keep them`, { line: mark.line, values }),
    );
  }
  const asked: Asked = {
    input: { widget: "line", lines: codeLines(subject.lines) },
    prompt: { code: "leak-keeper", values: { ...mark } },
    place: { ...mark, when: "after" },
    answer: { widget: "line", line },
  };
  return { ok: true, asked };
}

function keepersOf(subject: Subject, { born, alive, extent }: Found): readonly Keeping[] {
  const leaked = born.flatMap(({ id }) => (alive.has(id) ? [id] : []));
  return keepingOf(subject, leaked, subject.recorded.bornAlive(extent.from, extent.end, subject.last));
}

function explain(subject: Subject, ask: LeakAsk): Explained {
  const found = find(subject, ask);
  if ("problems" in found) return { holders: [], why: [], picture: null };
  const keeping = keepersOf(subject, found);
  const survivors = found.born.filter((one) => found.alive.has(one.id));
  const kept = new Set(keeping.flatMap((one) => one.leaked));
  const loose = survivors.filter((one) => !kept.has(one.id));
  const why: Explained["why"][number][] = keeping.slice(0, 20).map(({ text, line, leaked }) => ({
    code: "leak-kept",
    values: { object: labels(survivors.filter((one) => leaked.includes(one.id))), holder: text, line },
  }));
  const [keeper] = keeping;
  if (ask.form === "keeper" && keeper !== undefined) {
    why.unshift({ code: "leak-keeper", values: { line: keeper.line, holder: keeper.text } });
  }
  if (survivors.length === 0) why.push({ code: "leak-nothing-kept", values: {} });
  if (loose.length > 0) why.push({ code: "leak-cycle-uncollected", values: { objects: labels(loose) } });
  const holders = keeping.slice(0, 40).map(({ text, line }, index) => ({
    text: text.slice(0, 200),
    line: lineOrNull(line),
    counted: true,
    ordinal: index + 1,
  }));
  const end = subject.steps[subject.last];
  const place = { line: end?.range.lineno ?? 1, occurrence: end?.occurrence ?? 1, when: "after" as const };
  return { holders, why, picture: drawHeap(subject, place, survivors[0]?.id ?? null) };
}

function labels(born: readonly Born[]): string {
  return born
    .map((one) => one.label)
    .join(", ")
    .slice(0, 500);
}

/** Where the kept objects were made is near, but not the line that keeps them. */
function partial(subject: Subject, ask: LeakAsk, asked: Asked): Key["partial"] {
  const found = find(subject, ask);
  if ("problems" in found || asked.answer.widget !== "line") return [];
  const { line: right } = asked.answer;
  const births = new Set(found.born.flatMap((one) => (found.alive.has(one.id) ? [one.line] : [])));
  return [...births]
    .filter((line) => line !== right)
    .slice(0, 5)
    .map((line) => ({ response: { widget: "line", line }, score: 0.6 }));
}
