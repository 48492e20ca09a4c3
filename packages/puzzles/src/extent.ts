/** The marked call or loop of a leak question: which steps belong to it, and what was born in them. */
import type { LineRun } from "@pyrena/contracts";
import type { ObjectId, Recorded, Step } from "@pyrena/engine";
import type { Subject } from "./examine.ts";
import { attributeOf, namespacesOf } from "./namespaces.ts";
import { statementEnd } from "./source-lines.ts";
import { happenings } from "./trace-events.ts";

export interface Extent {
  readonly from: number;
  readonly to: number;
  /** The step among them that ends last: after it everything of the statement has happened. */
  readonly end: number;
}

/** From the statement's first step to the last one before its frame goes on behind it, or ends. */
export function extentOf(subject: Subject, mark: LineRun): Extent | null {
  const from = subject.recorded.stepAt({ ...mark, when: "before" });
  const first = from === null ? undefined : subject.steps[from];
  if (from === null || first === undefined) return null;
  const lastLine = statementEnd(subject.lines, mark.line);
  const isBehind = ({ frame, range }: Step) =>
    frame === first.frame && (range.lineno < mark.line || range.lineno > lastLine);
  const limit = endOfFrame(subject, first);
  const next = subject.steps.findIndex(
    (step, index) => index > from && (isBehind(step) || step.begin >= limit),
  );
  const to = next === -1 ? subject.steps.length - 1 : next - 1;
  const inside = subject.steps.slice(from, to + 1);
  const latest = inside.reduce((found, step) => (step.end > found.end ? step : found), first);
  return { from, to, end: latest.index };
}

/** Where the line that called the step's frame ends; nothing after it belongs to that frame. */
function endOfFrame(subject: Subject, first: Step): number {
  const around = subject.steps.filter(
    (step) => step.begin < first.begin && step.end >= first.end && step.frame !== first.frame,
  );
  return around.at(-1)?.end ?? Number.POSITIVE_INFINITY;
}

export interface Born {
  readonly id: ObjectId;
  readonly typeName: string;
  readonly line: number;
  readonly label: string;
}

/** Objects of these types made in the extent, dead or alive, in order of birth; labelled by their `name` where they have one. */
export function bornIn(subject: Subject, extent: Extent, types: ReadonlySet<string>): Born[] {
  const names = givenNames(subject.recorded);
  const perType = new Map<string, number>();
  return happenings(subject.recorded, "alloc").flatMap(({ event, step }) => {
    if (step.index < extent.from || step.index > extent.to) return [];
    if (!event.isNew || !types.has(event.typeName)) return [];
    const { object: id, typeName } = event;
    const number = (perType.get(typeName) ?? 0) + 1;
    perType.set(typeName, number);
    const label = `${typeName} ${names.get(id) ?? `#${number}`}`;
    return [{ id, typeName, line: step.range.lineno, label: label.slice(0, 200) }];
  });
}

/** What each object's attribute `name` was first set to, as Python shows it. */
function givenNames(recorded: Recorded): Map<ObjectId, string> {
  const namespaces = namespacesOf(recorded);
  const texts = new Map<ObjectId, string>();
  const names = new Map<ObjectId, string>();
  const { start, events } = recorded.trace;
  // A name may be a string that was there before the program, as 'map' is.
  for (const event of start)
    if (event.type === "alloc" && event.text !== null) texts.set(event.object, event.text);
  for (const event of events) {
    if (event.type === "alloc" && event.text !== null) texts.set(event.object, event.text);
    if (event.type !== "slot-write" || event.next === null) continue;
    const attribute = attributeOf(event, namespaces);
    const text = attribute?.name === "name" ? texts.get(event.next) : undefined;
    if (attribute !== null && text !== undefined && !names.has(attribute.of)) names.set(attribute.of, text);
  }
  return names;
}
