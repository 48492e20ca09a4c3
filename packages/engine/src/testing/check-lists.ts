/**
 * The collector's lists: links run both ways, each tracked object is in exactly one of them, and a collection has left
 * none of its marks behind.
 */
import type { GcHead, PyObject, Runtime } from "../objects/object.ts";

/** What is wrong, in words. */
export function checkLists(rt: Runtime, made: Iterable<PyObject>): string[] {
  const { gc } = rt.heap;
  const wrong: string[] = [];
  const members = new Set<PyObject>();
  gc.generations.forEach(({ head }, i) => {
    walkRing(head, `generation ${i}`, members, wrong);
  });
  walkRing(gc.permanent, "permanent generation", members, wrong);
  // Meanwhile a collection has unreachable objects in a list of its own, and its marks on the candidates.
  if (gc.isCollecting) return wrong;
  for (const o of members) {
    const head = o.gc as GcHead;
    if (head.isCollecting || head.isTentativelyUnreachable)
      wrong.push(`a collection has left its mark on ${o.type.payload.name}`);
  }
  for (const o of made)
    if (o.gc !== null && o.gc.next !== null && !members.has(o))
      wrong.push(`${o.type.payload.name} is linked but in no list`);
  return wrong;
}

function walkRing(ring: GcHead, name: string, members: Set<PyObject>, wrong: string[]): void {
  for (let head = ring; ; ) {
    const next = head.next;
    if (next === null || next.prev !== head) {
      wrong.push(`${name}: a broken link after ${head.object?.type.payload.name ?? "its head"}`);
      return;
    }
    if (next === ring) return;
    const o = next.object;
    if (o === null || o.gc !== next || o.block === 0) {
      wrong.push(`${name}: a member that is no live object`);
      return;
    }
    if (members.has(o)) {
      wrong.push(`${o.type.payload.name} is in two lists`);
      return;
    }
    members.add(o);
    head = next;
  }
}
