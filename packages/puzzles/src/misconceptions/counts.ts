/** What a wrong rule of counting would answer, read off the holders of the asked object and its history. */
import type { Explanation, Holder, Owner, SlotName, TraceEvent } from "@pyrena/engine";
import type { Subject } from "../examine.ts";
import type { Prediction } from "../key.ts";
import { namespacesOf, variableName } from "../namespaces.ts";
import { happenings } from "../trace-events.ts";

export interface CountedMoment {
  readonly subject: Subject;
  readonly explanation: Explanation;
  readonly step: number;
  readonly when: "before" | "after";
  /** Counted holders that exist only because of the call of getrefcount. */
  readonly temporaries: number;
  readonly isPrinted: boolean;
}

export function countPredictions(moment: CountedMoment): Prediction[] {
  const { explanation, temporaries, isPrinted } = moment;
  const count = explanation.counted.length;
  const held = explanation.counted.filter((holder) => holder.slot.kind !== "stack");
  const names = held.filter((holder) => isName(moment, holder)).length;
  const { deleted, rebound } = history(moment);
  const wrong: [string, number][] = [
    ["M25", names + temporaries],
    ["M26", count + indirect(moment, held)],
    ["M28", count + rebound],
    ["M08", count + explanation.weak.length],
  ];
  // Without a counted argument the habit of adding one is the mistake.
  if (isPrinted) wrong.push(temporaries > 0 ? ["M03", count - temporaries] : ["M30", count + 1]);
  if (deleted > 0) wrong.push(["M27", temporaries]);
  return wrong
    .filter(([, value]) => value !== count)
    .map(([misconception, value]) => ({ misconception, response: { widget: "number", value } }));
}

function isName({ subject }: CountedMoment, held: { owner: Owner; slot: SlotName }): boolean {
  return variableName(held, namespacesOf(subject.recorded)) !== null;
}

/** Counted references to the containers that hold the object. */
function indirect(moment: CountedMoment, held: readonly Holder[]): number {
  const { subject, step, when } = moment;
  const owners = new Set(
    held.flatMap((holder) => {
      const { owner } = holder;
      return owner.kind === "object" && !isName(moment, holder) ? [owner.id] : [];
    }),
  );
  const { edges } = subject.recorded.snapshot(step, when);
  return edges.filter((edge) => edge.isCounted && owners.has(edge.target)).length;
}

/** How often a name let go of the object: by del, or because it was given something else. */
function history(moment: CountedMoment): { deleted: number; rebound: number } {
  const { subject, explanation, step, when } = moment;
  let deleted = 0;
  let rebound = 0;
  const asked = subject.steps[step];
  const limit = (when === "after" ? asked?.end : asked?.begin) ?? 0;
  for (const { event, position, step: doing } of happenings(subject.recorded, "slot-write")) {
    if (position >= limit) break;
    if (!letsGo(event, explanation.object) || !isName(moment, event)) continue;
    if (/(^|;)\s*del\b/.test(subject.lines[doing.range.lineno - 1] ?? "")) deleted += 1;
    else if (event.next !== null) rebound += 1;
  }
  return { deleted, rebound };
}

type SlotWrite = Extract<TraceEvent, { type: "slot-write" }>;

function letsGo(event: SlotWrite, object: number): boolean {
  return event.old === object && event.next !== object;
}
