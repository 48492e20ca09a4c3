import type { HeapPicture, PictureObject } from "@pyrena/contracts";

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

function keepObjects(picture: HeapPicture, objects: readonly PictureObject[]): HeapPicture {
  const kept = new Set(objects.map((object) => object.id));
  const slots = new Set([...picture.frames, ...objects].flatMap((box) => box.slots.map((slot) => slot.id)));
  const edges = picture.edges.filter((edge) => kept.has(edge.to) && slots.has(edge.from));
  return { ...picture, objects: [...objects], edges };
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
