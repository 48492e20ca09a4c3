/** Who keeps what at the end: edges from outside, and what is reached when some kinds of edges are left out. */
import type { Edge, ObjectId, Snapshot } from "@pyrena/engine";
import type { Subject } from "./examine.ts";
import { holderText } from "./holders.ts";
import { namespacesOf } from "./namespaces.ts";

export interface Keeping {
  /** The holder, as the engine names it. */
  readonly text: string;
  readonly line: number;
  /** The leaked objects it leads to. */
  readonly leaked: readonly ObjectId[];
}

/**
 * The counted edges that come from outside the marked statement's objects and lead, through them, to a leaked one.
 * `inside` is everything born in the statement that is alive, lists and bound methods included.
 */
export function keepingOf(
  subject: Subject,
  leaked: readonly ObjectId[],
  inside: readonly ObjectId[],
): Keeping[] {
  const snapshot = subject.recorded.snapshot(subject.last, "after");
  const within = new Set(inside);
  const isInside = ({ owner }: Edge) => owner.kind === "object" && within.has(owner.id);
  const edges = snapshot.edges.filter((edge) => edge.isCounted && within.has(edge.target));
  const inner = edges.filter(isInside);
  return edges
    .filter((edge) => !isInside(edge) && !isTemporary(edge))
    .flatMap((edge) => {
      const reached = reach([edge.target], inner);
      const found = leaked.filter((id) => reached.has(id));
      return found.length === 0
        ? []
        : [{ text: textOf(subject, snapshot, edge), line: edge.line, leaked: found }];
    });
}

function isTemporary({ slot }: Edge): boolean {
  return slot.kind === "stack";
}

function textOf(subject: Subject, snapshot: Snapshot, edge: Edge): string {
  const explanation = subject.recorded.explain(edge.target, subject.last, "after");
  const holder = explanation?.counted.find(
    (one) => JSON.stringify([one.owner, one.slot]) === JSON.stringify([edge.owner, edge.slot]),
  );
  return holder === undefined ? "" : holderText(holder, snapshot, namespacesOf(subject.recorded));
}

function reach(from: readonly ObjectId[], edges: readonly Edge[]): Set<ObjectId> {
  const next = new Map<ObjectId, ObjectId[]>();
  for (const { owner, target } of edges) {
    if (owner.kind === "object") next.set(owner.id, [...(next.get(owner.id) ?? []), target]);
  }
  const seen = new Set(from);
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const target of next.get(id) ?? []) {
      if (!seen.has(target)) {
        seen.add(target);
        open.push(target);
      }
    }
  }
  return seen;
}

/** Everything a frame, a module or the interpreter leads to, when the edges for which `isCut` holds are not followed. */
export function reachable(
  snapshot: Snapshot,
  globals: ObjectId | null,
  isCut: (edge: Edge) => boolean,
): Set<ObjectId> {
  const edges = snapshot.edges.filter((edge) => edge.isCounted && !isCut(edge));
  const born = new Set(edges.map((edge) => edge.target));
  // The interpreter holds the module, and whatever else nobody in the snapshot holds.
  const roots = edges.flatMap(({ owner, target }) =>
    owner.kind !== "object" || owner.id === globals || !born.has(owner.id) ? [target] : [],
  );
  return reach([...new Set(roots)], edges);
}
