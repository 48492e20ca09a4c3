/** Which objects a picture shows: what the program made and can name, and what hides between them. */
import type { ObjectId, ObjectRecord, Snapshot } from "@pyrena/engine";

const MAX_OBJECTS = 24;

/** Always there in a program, rarely what is asked about; shown only when they hold something shown. */
const SCENERY = new Set([
  "function",
  "type",
  "module",
  "code",
  "builtin_function_or_method",
  "getset_descriptor",
]);
const ATOMS = new Set(["int", "float", "str", "bool", "bytes", "NoneType", "complex", "ellipsis"]);

export function shownObjects(
  snapshot: Snapshot,
  asked: ObjectId | null,
): { shown: ReadonlySet<ObjectId>; folded: number } {
  const candidates = [...snapshot.objects.values()]
    .filter((record) => record.isUsers && record.diedAtStep === null && !ATOMS.has(record.typeName))
    .sort((a, b) => a.bornAtStep - b.bornAtStep || a.id - b.id);
  const wanted = new Set(candidates.filter((one) => !SCENERY.has(one.typeName)).map((one) => one.id));
  addHolders(snapshot, wanted);
  if (asked !== null) wanted.add(asked);
  const ordered = byNearness(snapshot, [...wanted], asked);
  const shown = new Set(ordered.slice(0, MAX_OBJECTS));
  return { shown, folded: ordered.length - shown.size };
}

/** A class with a list, a function with a default or a cell: scenery that holds something is part of the story. */
function addHolders(snapshot: Snapshot, wanted: Set<ObjectId>): void {
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { owner, target, isCounted, slot } of snapshot.edges) {
      if (!isCounted || owner.kind !== "object" || !wanted.has(target) || slot.kind === "global") continue;
      const holder = snapshot.objects.get(owner.id);
      if (holder !== undefined && isStory(holder)) wanted.add(owner.id);
    }
  }
}

function isStory({ isUsers, typeName, diedAtStep }: ObjectRecord): boolean {
  return isUsers && diedAtStep === null && typeName !== "module" && typeName !== "code";
}

/** When there are too many, those nearest to the asked object stay. */
function byNearness(snapshot: Snapshot, ids: readonly ObjectId[], asked: ObjectId | null): ObjectId[] {
  if (asked === null || ids.length <= MAX_OBJECTS) return [...ids];
  const distance = new Map<ObjectId, number>([[asked, 0]]);
  for (let round = 1; round <= 4; round += 1) {
    for (const { owner, target } of snapshot.edges) {
      if (owner.kind !== "object") continue;
      if (distance.get(target) === round - 1 && !distance.has(owner.id)) distance.set(owner.id, round);
      if (distance.get(owner.id) === round - 1 && !distance.has(target)) distance.set(target, round);
    }
  }
  return [...ids].sort((a, b) => (distance.get(a) ?? 9) - (distance.get(b) ?? 9));
}
