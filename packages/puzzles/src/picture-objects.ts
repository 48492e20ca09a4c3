/** Which objects a picture shows: what the program's variables lead to, and what is alive though nothing leads to it. */
import type { Edge, ObjectId, ObjectRecord, Snapshot } from "@pyrena/engine";
import { attributeOf, type Namespaces, variableName } from "./namespaces.ts";

const MAX_OBJECTS = 24;

/** Always there in a program and rarely asked about; shown only when they lead to something of interest. */
const SCENERY = new Set(["function", "type", "cell", "builtin_function_or_method"]);
export const ATOMS = new Set([
  "int",
  "float",
  "str",
  "bool",
  "bytes",
  "NoneType",
  "complex",
  "ellipsis",
  "range",
]);
/** Fixed references of built-in types that are part of the story; the others are the interpreter's own business. */
const STORY_PARTS =
  /^(__self__|__defaults__|__kwdefaults__|__closure__|__dict__|cell|sequence|args|__traceback__)$/;

export interface Shown {
  readonly shown: ReadonlySet<ObjectId>;
  readonly folded: number;
}

export interface Wanted {
  readonly namespaces: Namespaces;
  readonly asked: ObjectId | null;
  /** What the interpreter can reach. */
  readonly reached: ReadonlySet<ObjectId>;
}

export function shownObjects(snapshot: Snapshot, { namespaces, asked, reached }: Wanted): Shown {
  const graph = graphOf(snapshot, namespaces);
  const visited = closure(graph, rootsOf(snapshot, namespaces));
  const wanted = new Set([...visited].filter((id) => isInteresting(graph, id)));
  for (const record of snapshot.objects.values())
    if (!reached.has(record.id) && isAbandoned(graph, record)) wanted.add(record.id);
  if (asked !== null) wanted.add(asked);
  const ordered = byNearness(graph, [...wanted], asked);
  const shown = new Set(
    ordered.slice(0, MAX_OBJECTS).sort((a, b) => birth(snapshot, a) - birth(snapshot, b)),
  );
  return { shown, folded: ordered.length - shown.size };
}

function birth(snapshot: Snapshot, id: ObjectId): number {
  return snapshot.objects.get(id)?.bornAtStep ?? 0;
}

interface Graph {
  readonly snapshot: Snapshot;
  readonly namespaces: Namespaces;
  /** From an object to what it leads to; a `__dict__` counts as its owner. */
  readonly next: ReadonlyMap<ObjectId, readonly ObjectId[]>;
}

function graphOf(snapshot: Snapshot, namespaces: Namespaces): Graph {
  const next = new Map<ObjectId, ObjectId[]>();
  for (const { owner, slot, target } of snapshot.edges) {
    if (owner.kind !== "object" || (slot.kind === "part" && !STORY_PARTS.test(slot.name))) continue;
    if (isInternal(attributeOf({ owner, slot }, namespaces)?.name)) continue;
    const holder = namespaces.owners.get(owner.id) ?? owner.id;
    const drawn = namespaces.owners.has(target) ? null : target;
    if (drawn === null || !isUsers(snapshot, drawn)) continue;
    next.set(holder, [...(next.get(holder) ?? []), drawn]);
  }
  return { snapshot, namespaces, next };
}

/** What the interpreter itself keeps under names like `__static_attributes__`. */
function isInternal(name: string | undefined): boolean {
  return name !== undefined && /^__\w+__$/.test(name);
}

function isUsers(snapshot: Snapshot, id: ObjectId): boolean {
  const record = snapshot.objects.get(id);
  return record?.isUsers === true && !ATOMS.has(record.typeName);
}

/** Whatever a variable, an evaluation stack or a built-in function at work holds. */
function rootsOf(snapshot: Snapshot, namespaces: Namespaces): ObjectId[] {
  const isRoot = (edge: Edge) =>
    variableName(edge, namespaces) !== null || edge.slot.kind === "stack" || edge.owner.kind === "native";
  return snapshot.edges.flatMap((edge) =>
    isRoot(edge) && isUsers(snapshot, edge.target) ? [edge.target] : [],
  );
}

function closure({ next }: Graph, roots: readonly ObjectId[]): Set<ObjectId> {
  const seen = new Set(roots);
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const target of next.get(id) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return seen;
}

function isInteresting(graph: Graph, id: ObjectId): boolean {
  if (!isScenery(graph, id)) return true;
  return [...closure(graph, [id])].some((other) => !isScenery(graph, other));
}

/** The tuple of a closure or of defaults is scenery as well: it is interesting for what is in it. */
function isScenery({ snapshot }: Graph, id: ObjectId): boolean {
  const typeName = snapshot.objects.get(id)?.typeName ?? "";
  if (SCENERY.has(typeName)) return true;
  return snapshot.edges.some(
    ({ target, slot }) =>
      target === id && slot.kind === "part" && /^__(closure|kwdefaults|defaults)__$/.test(slot.name),
  );
}

/** Alive although nothing leads there: part of a cycle that waits for the collector. */
function isAbandoned({ snapshot, namespaces }: Graph, { id, typeName, refcnt }: ObjectRecord): boolean {
  // Whatever is alive without a holder in the trace belongs to a built-in module.
  if (refcnt === null || refcnt === 0) return false;
  if (!isUsers(snapshot, id) || SCENERY.has(typeName) || typeName === "tuple") return false;
  return id !== namespaces.globals && !namespaces.owners.has(id);
}

/** When there are too many, those nearest to the asked object stay. */
function byNearness({ next }: Graph, ids: readonly ObjectId[], asked: ObjectId | null): ObjectId[] {
  if (asked === null || ids.length <= MAX_OBJECTS) return [...ids];
  const distance = new Map<ObjectId, number>([[asked, 0]]);
  for (let round = 1; round <= 4; round += 1) {
    for (const [owner, targets] of next) {
      for (const target of targets) {
        if (distance.get(target) === round - 1 && !distance.has(owner)) distance.set(owner, round);
        if (distance.get(owner) === round - 1 && !distance.has(target)) distance.set(target, round);
      }
    }
  }
  return [...ids].sort((a, b) => (distance.get(a) ?? 9) - (distance.get(b) ?? 9));
}
