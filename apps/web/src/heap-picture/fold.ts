import type { HeapPicture, PictureObject } from "@pyrena/contracts";

/**
 * The objects a reader can find: those that a name or a stack leads to, the asked one with all that holds it, and what
 * is being lost. An object that lives on elsewhere, in the interpreter's own modules, would only raise questions.
 */
export function withinSight(whole: HeapPicture): HeapPicture {
  const picture = withoutBookkeeping(whole);
  const owner = ownersOfSlots(picture.objects);
  const named = picture.edges.filter((edge) => !owner.has(edge.from)).map((edge) => edge.to);
  const forwards = closure(named, (id) =>
    picture.edges.filter((edge) => owner.get(edge.from) === id).map((edge) => edge.to),
  );
  const asked = picture.objects.filter((object) => object.isAsked).map((object) => object.id);
  const backwards = closure(asked, (id) =>
    picture.edges.flatMap((edge) => (edge.to === id ? (owner.get(edge.from) ?? []) : [])),
  );
  const isSeen = (object: PictureObject) =>
    object.state !== "alive" || forwards.has(object.id) || backwards.has(object.id);
  return keepObjects(picture, picture.objects.filter(isSeen));
}

/** What a class keeps for the interpreter's own use; every class has it and no lesson is about it. */
const bookkeeping = new Set([
  "__static_attributes__",
  "__firstlineno__",
  "__module__",
  "__qualname__",
  "__doc__",
]);

function withoutBookkeeping(picture: HeapPicture): HeapPicture {
  const objects = picture.objects.map((object) => ({
    ...object,
    slots: object.slots.filter((slot) => !bookkeeping.has(slot.name)),
  }));
  return keepObjects(picture, objects);
}

function closure(start: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

function keepObjects(picture: HeapPicture, objects: readonly PictureObject[]): HeapPicture {
  const kept = new Set(objects.map((object) => object.id));
  const slots = new Set([...picture.frames, ...objects].flatMap((box) => box.slots.map((slot) => slot.id)));
  const edges = picture.edges.filter((edge) => kept.has(edge.to) && slots.has(edge.from));
  return { ...picture, objects: [...objects], edges };
}

/**
 * At most `limit` objects: the asked one first, then its neighbours, then theirs. The rest is counted, not drawn, so
 * that a picture on a projector stays readable from the last row.
 */
export function foldPicture(picture: HeapPicture, limit: number): HeapPicture {
  if (picture.objects.length <= limit) return picture;
  const distance = distances(picture);
  const far = picture.objects.length + 1;
  const ranked = [...picture.objects].sort(
    (a, b) => (distance.get(a.id) ?? far) - (distance.get(b.id) ?? far) || a.number - b.number,
  );
  const nearest = new Set(ranked.slice(0, limit));
  const kept = keepObjects(
    picture,
    picture.objects.filter((object) => nearest.has(object)),
  );
  return { ...kept, folded: picture.folded + picture.objects.length - kept.objects.length };
}

/** Steps from the asked object, along arrows in either direction. */
function distances(picture: HeapPicture): ReadonlyMap<string, number> {
  const owner = ownersOfSlots(picture.objects);
  const neighbours = new Map<string, string[]>();
  const link = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const edge of picture.edges) {
    const source = owner.get(edge.from);
    if (!source) continue;
    link(source, edge.to);
    link(edge.to, source);
  }
  const first = picture.objects.find((object) => object.isAsked) ?? picture.objects[0];
  const found = new Map<string, number>(first ? [[first.id, 0]] : []);
  const queue = [...found.keys()];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const next of neighbours.get(id) ?? []) {
      if (found.has(next)) continue;
      found.set(next, (found.get(id) ?? 0) + 1);
      queue.push(next);
    }
  }
  return found;
}

/** Which object a slot belongs to; slots of frames are absent. */
export function ownersOfSlots(objects: readonly PictureObject[]): ReadonlyMap<string, string> {
  return new Map(objects.flatMap((object) => object.slots.map((slot) => [slot.id, object.id] as const)));
}
