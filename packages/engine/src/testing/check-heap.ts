/**
 * The heap checker: every count equals the references found by walking.
 *
 * It starts from the runtime's own roots, follows `traverse` and `holds` of everything it meets, adds what frames and
 * evaluation stacks own, and compares. Used in every engine test; a program that passes it has no leak and no
 * use-after-free in the engine itself.
 */
import { isImmortal } from "../memory/refcount.ts";
import type { Frame, PyObject, Runtime, SlotKey } from "../objects/object.ts";

export interface Holder {
  readonly owner: string;
  readonly slot: string;
  readonly key: SlotKey;
}

export interface Violation {
  readonly object: string;
  readonly refcnt: number;
  readonly found: number;
  readonly holders: readonly Holder[];
}

/** The roots a runtime owns that no object holds. */
export interface Roots {
  visit(visit: (o: PyObject, owner: string, slot: string, key: SlotKey) => void): void;
}

/** All objects reachable from the roots whose count is not what the walk found. */
export function checkHeap(rt: Runtime, roots: Roots): Violation[] {
  const found = new Map<PyObject, Holder[]>();
  const pending: PyObject[] = [];
  const visit = (o: PyObject, owner: string, slot: string, key: SlotKey): void => {
    const holders = found.get(o);
    if (holders !== undefined) {
      holders.push({ owner, slot, key });
      return;
    }
    found.set(o, [{ owner, slot, key }]);
    pending.push(o);
  };
  roots.visit(visit);
  for (let frame = rt.thread.frame; frame !== null; frame = frame.back) visitFrame(frame, visit);
  const thread = rt.thread;
  if (thread.exception !== null) visit(thread.exception, "thread", "exception", null);
  if (thread.handled !== null) visit(thread.handled, "thread", "handled exception", null);
  if (thread.handledType !== null) visit(thread.handledType, "thread", "type of handled exception", null);
  if (thread.handledTraceback !== null) visit(thread.handledTraceback, "thread", "handled traceback", null);
  for (const { value, type, traceback } of thread.outerHandled) {
    if (value !== null) visit(value, "thread", "handled exception further out", null);
    if (type !== null) visit(type, "thread", "its type", null);
    if (traceback !== null) visit(traceback, "thread", "its traceback", null);
  }
  for (let o = pending.pop(); o !== undefined; o = pending.pop()) {
    const owner = o.type.payload.name;
    const see = (referent: PyObject, slot: string, key: SlotKey): void => visit(referent, owner, slot, key);
    o.type.payload.slots.traverse?.(o, see);
    o.type.payload.slots.holds?.(o, see);
  }
  return violations(found);
}

function visitFrame(
  frame: Frame,
  visit: (o: PyObject, owner: string, slot: string, key: SlotKey) => void,
): void {
  const owner = `frame of ${frame.unit.name}`;
  // Up to 3.10 the frame is an object, which shows its slots and namespaces itself; from 3.11 they are the function's.
  if (frame.object !== null) {
    visit(frame.object, owner, "frame object", null);
    if (frame.ownsNamespaces) return;
  }
  const locals = frame.unit.localsplus;
  for (let i = 0; i < frame.sp; i += 1) {
    const o = frame.slots[i] ?? null;
    if (o !== null && frame.borrowed[i] === 0) visit(o, owner, locals[i] ?? "evaluation stack", i);
  }
  visit(frame.code, owner, "code", null);
  if (frame.locals !== null) visit(frame.locals, owner, "locals", null);
  if (frame.function !== null) visit(frame.function, owner, "function", null);
}

function violations(found: ReadonlyMap<PyObject, readonly Holder[]>): Violation[] {
  const wrong: Violation[] = [];
  for (const [o, holders] of found) {
    if (isImmortal(o) || o.block < 0 || o.refcnt === holders.length) continue;
    wrong.push({ object: o.type.payload.name, refcnt: o.refcnt, found: holders.length, holders });
  }
  return wrong;
}
