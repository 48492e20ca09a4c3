/**
 * The cycle collector.   [mirrors Modules/gcmodule.c (to 3.12), Python/gc.c (3.13+)]
 *
 * 1. copy every candidate's count, subtract the references that come from inside the candidates;
 * 2. what is left above zero is reachable from outside, and so is all it leads to; the rest is unreachable;
 * 3. clear weak references to it, run finalizers, look again whether one resurrected something;
 * 4. break the cycles: tp_clear on each, and counting does the rest.
 */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { incref, isImmortal } from "../memory/refcount.ts";
import type { CollectionResult, GcHead, GcState, PyObject, Runtime } from "../objects/object.ts";
import { isEmpty, members, merge, moveTo, newRing, size, unlink } from "./generations.ts";
import { notifyCallbacks, saveGarbage } from "./observers.ts";
import { untrackDicts, untrackTuples } from "./untrack.ts";
import { clearRef, type PyWeakref, runCallback, weakrefsOf } from "./weakrefs.ts";

/** gc.DEBUG_SAVEALL */
const debugSaveAll = 32;

/** Collects the generation and all younger ones; returns how many unreachable objects it found. [gc_collect_with_callback] */
export function collect(rt: Runtime, generation: 0 | 1 | 2, isAutomatic: boolean): number {
  const gc = rt.heap.gc;
  const saved = rt.thread.exception;
  rt.thread.exception = null;
  gc.isCollecting = true;
  if (rt.recorder !== null) rt.recorder.gcStart(generation, isAutomatic);
  notifyCallbacks(rt, "start", { generation, collected: 0, candidates: 0 });
  const { found, candidates } = rt.model.gcCollectMain(rt, generation);
  notifyCallbacks(rt, "stop", { generation, collected: found, candidates });
  if (rt.recorder !== null) rt.recorder.gcEnd(generation, found, 0);
  gc.isCollecting = false;
  rt.thread.exception = saved;
  return found;
}

/** The oldest generation whose count is over its threshold. [gc_collect_generations / gc_select_generation] */
export function collectGenerations(rt: Runtime): void {
  const gc = rt.heap.gc;
  for (const i of [2, 1, 0] as const) {
    const generation = gc.generations[i];
    if (generation.count <= generation.threshold) continue;
    // A full collection only pays when enough has come up since the last one.
    if (i === 2 && gc.longLivedPending < gc.longLivedTotal / 4) continue;
    collect(rt, i, true);
    return;
  }
}

/** At an eval-breaker check, when an allocation has asked for it (3.12+). [_Py_RunGC] */
export function collectScheduled(rt: Runtime): void {
  rt.thread.gcScheduled = false;
  const gc = rt.heap.gc;
  if (!gc.isEnabled || gc.isCollecting) return;
  collectGenerations(rt);
}

/** What finds and frees unreachable objects. [gc_collect_main] */
export function gcCollectMain(rt: Runtime, generation: 0 | 1 | 2): CollectionResult {
  const gc = rt.heap.gc;
  const older = generation === 2 ? null : gc.generations[(generation + 1) as 1 | 2];
  if (older !== null) older.count += 1;
  for (let i = 0; i <= generation; i += 1) gc.generations[i as 0 | 1 | 2].count = 0;
  const young = gc.generations[generation].head;
  for (let i = 0; i < generation; i += 1) merge(gc.generations[i as 0 | 1].head, young);
  const old = older === null ? young : older.head;

  const startUp = older === null ? size(gc.startUp) : 0;
  const unreachable = newRing();
  const candidates = deduceUnreachable(rt, young, unreachable) + startUp;
  untrackTuples(rt, young);
  if (older !== null) {
    if (generation === 1) gc.longLivedPending += size(young);
    reportPromotion(rt, young, generation + 1);
    merge(young, old);
  } else {
    reportPromotion(rt, young, 2);
    if (rt.profile.untracksDicts) untrackDicts(rt, young);
    gc.longLivedPending = 0;
    gc.longLivedTotal = size(young) + startUp;
  }
  const found = isEmpty(unreachable) ? 0 : disposeOf(rt, unreachable, old);
  if (generation === 2) rt.heap.clearFreeLists();
  const statistics = gc.generations[generation];
  statistics.collections += 1;
  statistics.collected += found;
  return { found, candidates };
}

/** Frees what nothing reaches, after all that may look at it once more; returns how many objects. */
function disposeOf(rt: Runtime, unreachable: GcHead, old: GcHead): number {
  const heads = members(unreachable);
  for (const head of heads) head.isTentativelyUnreachable = false;
  const freedRefs = handleWeakrefs(rt, unreachable, old);
  finalizeGarbage(rt, unreachable);
  const finallyUnreachable = newRing();
  handleResurrected(rt, unreachable, finallyUnreachable, old);
  const found = freedRefs + size(finallyUnreachable);
  deleteGarbage(rt, rt.heap.gc, finallyUnreachable, old);
  if (rt.recorder !== null) for (const head of heads) if (head.next !== null) reportOld(rt, head, old);
  return found;
}

/** Splits `base`: what cannot be reached from outside ends in `unreachable`. Returns how many were looked at. [deduce_unreachable] */
function deduceUnreachable(rt: Runtime, base: GcHead, unreachable: GcHead): number {
  const candidates = updateRefs(rt, base);
  subtractRefs(base);
  moveUnreachable(base, unreachable);
  return candidates;
}

/** gcRefs starts as the object's own count; returns how many containers there were. [update_refs] */
function updateRefs(rt: Runtime, containers: GcHead): number {
  let count = 0;
  for (let head = containers.next as GcHead; head !== containers; ) {
    const next = head.next as GcHead;
    const o = head.object as PyObject;
    if (rt.profile.hasImmortals && isImmortal(o)) {
      rt.heap.untrack(o);
    } else {
      head.gcRefs = o.refcnt;
      head.isCollecting = true;
    }
    count += 1;
    head = next;
  }
  return count;
}

/** subtract_refs: afterwards `gcRefs` counts only references from outside `containers`. */
function subtractRefs(containers: GcHead): void {
  const visit = (referent: PyObject): void => {
    const head = referent.gc;
    // Older generations are not candidates, so their counts must survive untouched.
    if (head?.isCollecting) head.gcRefs -= 1;
  };
  for (let head = containers.next as GcHead; head !== containers; head = head.next as GcHead) {
    const o = head.object as PyObject;
    o.type.payload.slots.traverse?.(o, visit);
  }
}

/**
 * Scans in list order; an object found with no outside reference is put aside, and comes back to the END of the list when
 * a reachable one turns out to lead to it. That order is the order finalizers run in. [move_unreachable]
 */
function moveUnreachable(young: GcHead, unreachable: GcHead): void {
  const visitReachable = (referent: PyObject): void => {
    const head = referent.gc;
    if (head === null || !head.isCollecting) return;
    if (head.isTentativelyUnreachable) {
      moveTo(head, young);
      head.isTentativelyUnreachable = false;
      head.gcRefs = 1;
    } else if (head.gcRefs === 0) {
      head.gcRefs = 1;
    }
  };
  for (let head = young.next as GcHead; head !== young; ) {
    const o = head.object as PyObject;
    if (head.gcRefs !== 0) {
      o.type.payload.slots.traverse?.(o, visitReachable);
      const next = head.next as GcHead;
      head.isCollecting = false;
      head = next;
    } else {
      const next = head.next as GcHead;
      moveTo(head, unreachable);
      head.isTentativelyUnreachable = true;
      head = next;
    }
  }
}

/**
 * Clears every weak reference to trash before any finalizer can use it, then runs the callbacks. Returns how many references
 * died of their callback: they count as found. [handle_weakrefs]
 */
function handleWeakrefs(rt: Runtime, unreachable: GcHead, old: GcHead): number {
  const toCall: PyWeakref[] = [];
  for (const head of members(unreachable)) {
    const o = head.object as PyObject;
    for (const ref of [...weakrefsOf(o)]) {
      clearRef(rt, ref);
      if (ref.payload.callback === null) continue;
      // A reference that is trash itself dies with its callback uncalled.
      if (ref.gc?.isCollecting === true) continue;
      incref(ref);
      hold(rt, "collector", ref);
      toCall.push(ref);
    }
  }
  let freed = 0;
  for (const ref of toCall) {
    if (ref.payload.callback !== null) runCallback(rt, ref, ref.payload.callback);
    const head = ref.gc;
    dropHeld(rt, "collector", ref);
    if (ref.refcnt === 0) freed += 1;
    else if (head !== null && head.next !== null) {
      moveTo(head, old);
      if (rt.recorder !== null) reportOld(rt, head, old);
    }
  }
  return freed;
}

/** [finalize_garbage] */
function finalizeGarbage(rt: Runtime, unreachable: GcHead): void {
  const seen = newRing();
  while (!isEmpty(unreachable)) {
    const head = unreachable.next as GcHead;
    const o = head.object as PyObject;
    moveTo(head, seen);
    const finalize = o.type.payload.slots.finalize;
    if (head.isFinalized || finalize === undefined) continue;
    // Marked before the call, so that gc.is_finalized() is true inside `__del__`.
    head.isFinalized = true;
    if (rt.recorder !== null) rt.recorder.finalize(o);
    incref(o);
    hold(rt, "collector", o);
    finalize(rt, o);
    dropHeld(rt, "collector", o);
  }
  merge(seen, unreachable);
}

/** [handle_resurrected_objects] */
function handleResurrected(rt: Runtime, unreachable: GcHead, still: GcHead, old: GcHead): void {
  for (const head of members(unreachable)) head.isTentativelyUnreachable = false;
  deduceUnreachable(rt, unreachable, still);
  for (const head of members(still)) head.isTentativelyUnreachable = false;
  if (rt.recorder !== null)
    for (const head of members(unreachable)) rt.recorder.resurrect(head.object as PyObject);
  merge(unreachable, old);
}

/** [delete_garbage] */
function deleteGarbage(rt: Runtime, gc: GcState, collectable: GcHead, old: GcHead): void {
  while (!isEmpty(collectable)) {
    const head = collectable.next as GcHead;
    const o = head.object as PyObject;
    if ((gc.debug & debugSaveAll) !== 0) {
      saveGarbage(rt, o);
    } else {
      const clear = o.type.payload.slots.clear;
      if (clear !== undefined) {
        incref(o);
        hold(rt, "collector", o);
        clear(rt, o);
        dropHeld(rt, "collector", o);
      }
    }
    if (collectable.next === head) {
      // Still alive: it dies later in the cascade, or somebody holds it after all.
      head.isCollecting = false;
      moveTo(head, old);
    }
  }
}

/** The head is in the ring of what survives. */
function reportOld(rt: Runtime, head: GcHead, old: GcHead): void {
  const generation = rt.heap.gc.generations.findIndex((each) => each.head === old);
  rt.recorder?.promote(head.object as PyObject, generation);
}

function reportPromotion(rt: Runtime, survivors: GcHead, generation: number | null): void {
  if (rt.recorder === null) return;
  for (const head of members(survivors)) rt.recorder.promote(head.object as PyObject, generation);
}

/** gc.freeze(): everything tracked goes where no collection looks. */
export function freeze(rt: Runtime): void {
  const gc = rt.heap.gc;
  gc.frozenAtStart += rt.profile.trackedAtStart;
  merge(gc.startUp, gc.permanent);
  for (const generation of gc.generations) {
    merge(generation.head, gc.permanent);
    generation.count = 0;
  }
  reportPromotion(rt, gc.permanent, null);
}

/** gc.unfreeze() */
export function unfreeze(rt: Runtime): void {
  const gc = rt.heap.gc;
  reportPromotion(rt, gc.permanent, 2);
  merge(gc.permanent, gc.generations[2].head);
  gc.frozenAtStart = 0;
}

/** Takes an object that is about to be freed out of whatever ring it is in. */
export function forget(head: GcHead): void {
  if (head.next !== null) unlink(head);
}
