/** The collector's state and its rings. [mirrors gc_list_* and _PyGC_InitState in Modules/gcmodule.c, Python/gc.c] */
import { GcHead, type GcState, type Generation } from "../objects/object.ts";
import { startHistories } from "../start-history.ts";
import type { Profile } from "../version.ts";

/** An empty ring: a sentinel linked to itself. */
export function newRing(): GcHead {
  const ring = new GcHead(null);
  ring.prev = ring;
  ring.next = ring;
  return ring;
}

export function newGcState(profile: Profile, nuisance: number, startUp: GcHead): GcState {
  const counts = countsAtStart(profile, nuisance);
  const generation = (i: 0 | 1 | 2): Generation => ({
    head: newRing(),
    count: counts[i],
    threshold: profile.gcThresholds[i],
    // A generation's count is how often the one before it was collected.
    collections: counts[i + 1] ?? 0,
    collected: 0,
    uncollectable: 0,
  });
  return {
    generations: [generation(0), generation(1), generation(2)],
    startUp,
    permanent: newRing(),
    isEnabled: true,
    isCollecting: false,
    isImporting: false,
    debug: 0,
    longLivedTotal: 0,
    longLivedPending: 0,
    frozenAtStart: profile.frozenAtStart,
    callbacks: null,
    garbage: null,
  };
}

/** What start-up left in the counters is nobody's promise: seed 0 is the recorded start-up, another seed another history. */
function countsAtStart(profile: Profile, nuisance: number): readonly [number, number, number] {
  if (nuisance === 0) return startHistories[profile.version].collectorCount;
  return [(nuisance * 97) % 400, (nuisance * 3) % 8, nuisance % 5];
}

export function isEmpty(ring: GcHead): boolean {
  return ring.next === ring;
}

/** Moves one head to the end of another ring. [gc_list_move] */
export function moveTo(head: GcHead, ring: GcHead): void {
  unlink(head);
  append(head, ring);
}

export function append(head: GcHead, ring: GcHead): void {
  const last = ring.prev as GcHead;
  head.prev = last;
  head.next = ring;
  last.next = head;
  ring.prev = head;
}

export function unlink(head: GcHead): void {
  (head.prev as GcHead).next = head.next;
  (head.next as GcHead).prev = head.prev;
  head.prev = null;
  head.next = null;
}

/** Appends all of `from` to `to` and leaves `from` empty. [gc_list_merge] */
export function merge(from: GcHead, to: GcHead): void {
  if (from === to || isEmpty(from)) return;
  const first = from.next as GcHead;
  const last = from.prev as GcHead;
  const tail = to.prev as GcHead;
  tail.next = first;
  first.prev = tail;
  last.next = to;
  to.prev = last;
  from.prev = from;
  from.next = from;
}

export function size(ring: GcHead): number {
  let n = 0;
  for (let head = ring.next as GcHead; head !== ring; head = head.next as GcHead) n += 1;
  return n;
}

/** The heads of a ring as they stand now, for walks that change it. */
export function members(ring: GcHead): GcHead[] {
  const all: GcHead[] = [];
  for (let head = ring.next as GcHead; head !== ring; head = head.next as GcHead) all.push(head);
  return all;
}
