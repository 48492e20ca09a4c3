/** Which objects would be alive if some kind of holder held nothing, or if locals were never let go. */
import type { Edge, ObjectId, Snapshot } from "@pyrena/engine";
import type { Subject } from "../examine.ts";
import type { Born } from "../extent.ts";
import { reachable } from "../survivors.ts";

export interface AlivePrediction {
  readonly misconception: string;
  readonly alive: ReadonlySet<ObjectId>;
}

type Cut = (edge: Edge, snapshot: Snapshot) => boolean;

/** The edges that do not exist for somebody who holds the rule. */
const CUTS: Readonly<Record<string, Cut>> = {
  M10: ({ slot }) => slot.kind === "part" && /^__(kw)?defaults__$/.test(slot.name),
  M24: ({ slot, target, owner }, snapshot) =>
    slot.kind === "attribute" && typeOf(snapshot, owner) === "type" && isContainer(snapshot, target),
  M36: ({ owner }, snapshot) => typeOf(snapshot, owner) === "method",
  M37: ({ owner }, snapshot) => typeOf(snapshot, owner) === "cell",
  M38: ({ owner }, snapshot) => typeOf(snapshot, owner) === "generator",
  M83: ({ slot, owner }, snapshot) => slot.kind === "value" && typeOf(snapshot, owner) === "dict",
};

function typeOf(snapshot: Snapshot, owner: Edge["owner"]): string {
  return owner.kind === "object" ? (snapshot.objects.get(owner.id)?.typeName ?? "") : "";
}

function isContainer(snapshot: Snapshot, id: ObjectId): boolean {
  return ["list", "dict", "set"].includes(snapshot.objects.get(id)?.typeName ?? "");
}

export function leakPredictions(subject: Subject, born: readonly Born[]): AlivePrediction[] {
  const snapshot = subject.recorded.snapshot(subject.last, "after");
  const all = new Set(born.map((one) => one.id));
  const cut = Object.entries(CUTS).map(([misconception, isCut]) => ({
    misconception,
    alive: reachable(snapshot, (edge) => isCut(edge, snapshot)),
  }));
  return [
    { misconception: "M31", alive: all },
    { misconception: "M32", alive: new Set() },
    { misconception: "M06", alive: reachable(snapshot, () => false) },
    ...cut,
  ];
}
