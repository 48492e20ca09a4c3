/** Which objects would be alive if some kind of holder held nothing, or if locals were never let go. */
import type { Edge, ObjectId, Snapshot } from "@pyrena/engine";
import type { Subject } from "../examine.ts";
import type { Born } from "../extent.ts";
import { attributeOf, type Namespaces, namespacesOf, variableName } from "../namespaces.ts";
import { reachable } from "../survivors.ts";

export interface AlivePrediction {
  readonly misconception: string;
  readonly alive: ReadonlySet<ObjectId>;
}

interface Heap {
  readonly snapshot: Snapshot;
  readonly namespaces: Namespaces;
}

type Cut = (edge: Edge, heap: Heap) => boolean;

/** The edges that do not exist for somebody who holds the rule. */
const CUTS: Readonly<Record<string, Cut>> = {
  M10: ({ slot }) => slot.kind === "part" && /^__(kw)?defaults__$/.test(slot.name),
  M24: (edge, { snapshot, namespaces }) => {
    const attribute = attributeOf(edge, namespaces);
    return typeOf(snapshot, attribute?.of) === "type" && isContainer(snapshot, edge.target);
  },
  M36: ({ owner }, { snapshot }) => owner.kind === "object" && typeOf(snapshot, owner.id) === "method",
  M37: ({ owner }, { snapshot }) => owner.kind === "object" && typeOf(snapshot, owner.id) === "cell",
  // A frame that does not run is that of a paused generator.
  M38: ({ owner }, { snapshot }) =>
    owner.kind === "frame" && !snapshot.frames.some((frame) => frame.id === owner.id),
  M83: (edge, { namespaces }) =>
    edge.slot.kind === "value" &&
    variableName(edge, namespaces) === null &&
    attributeOf(edge, namespaces) === null,
};

function typeOf(snapshot: Snapshot, id: ObjectId | undefined): string {
  return id === undefined ? "" : (snapshot.objects.get(id)?.typeName ?? "");
}

function isContainer(snapshot: Snapshot, id: ObjectId): boolean {
  return ["list", "dict", "set"].includes(snapshot.objects.get(id)?.typeName ?? "");
}

export function leakPredictions(subject: Subject, born: readonly Born[]): AlivePrediction[] {
  const snapshot = subject.recorded.snapshot(subject.last, "after");
  const heap = { snapshot, namespaces: namespacesOf(subject.recorded) };
  const reached = (isCut: (edge: Edge) => boolean) => reachable(snapshot, heap.namespaces.globals, isCut);
  const all = new Set(born.map((one) => one.id));
  const cut = Object.entries(CUTS).map(([misconception, isCut]) => ({
    misconception,
    alive: reached((edge) => isCut(edge, heap)),
  }));
  return [
    { misconception: "M31", alive: all },
    { misconception: "M32", alive: new Set() },
    { misconception: "M06", alive: reached(() => false) },
    ...cut,
  ];
}
