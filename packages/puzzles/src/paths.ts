/** How a program could write down an object that no variable names: `Guest.log[0]`, `ship.__defaults__[0]`. */
import type { Edge, ObjectId, Snapshot } from "@pyrena/engine";
import { attributeOf, type Namespaces, variableName } from "./namespaces.ts";

const MAX_DEPTH = 4;

/** The slot of an edge as a program would write it, the shortest way; null when none leads there within a few steps. */
export function pathOfEdge(
  snapshot: Snapshot,
  namespaces: Namespaces,
  edge: Pick<Edge, "owner" | "slot">,
): string | null {
  return written({ snapshot, namespaces }, edge, MAX_DEPTH);
}

interface Heap {
  readonly snapshot: Snapshot;
  readonly namespaces: Namespaces;
}

function search(heap: Heap, id: ObjectId, depth: number): string | null {
  if (depth === 0) return null;
  const edges = heap.snapshot.edges.filter((edge) => edge.target === id && edge.isCounted);
  const paths = edges.flatMap((edge) => written(heap, edge, depth) ?? []);
  return paths.sort((a, b) => a.length - b.length)[0] ?? null;
}

function written(heap: Heap, edge: Pick<Edge, "owner" | "slot">, depth: number): string | null {
  const { owner, slot } = edge;
  const variable = variableName(edge, heap.namespaces);
  if (variable !== null) return variable;
  const attribute = attributeOf(edge, heap.namespaces);
  if (attribute !== null) return after(search(heap, attribute.of, depth - 1), `.${attribute.name}`);
  if (owner.kind !== "object") return null;
  const before = search(heap, owner.id, depth - 1);
  if (slot.kind === "item") return after(before, `[${slot.index}]`);
  if (slot.kind === "value") return after(before, `[${slot.text}]`);
  const isWritable = slot.kind === "part" && /^__(defaults|kwdefaults|self|closure)__$/.test(slot.name);
  return isWritable ? after(before, `.${slot.name}`) : null;
}

function after(before: string | null, rest: string): string | null {
  return before === null ? null : `${before}${rest}`;
}
