/**
 * Every counted reference there is, found by walking: what the interpreter's roots, frames, thread state and every live
 * object show of themselves.
 *
 * Objects the watcher has seen being made are walked whether anything leads to them or not, so that a forgotten object is
 * found, and one in the middle of its dealloc counts for what it still holds.
 */
import { isDict } from "../objects/dict.ts";
import { isTypeOrSubtype } from "../objects/errors.ts";
import type {
  Frame,
  HandledException,
  PyObject,
  PyType,
  Runtime,
  SharedKeys,
  SlotKey,
} from "../objects/object.ts";

/** A reference: who owns it, which object that is if it is one, and in which slot. */
export type See = (
  referent: PyObject,
  owner: string,
  by: PyObject | null,
  slot: string,
  key: SlotKey,
) => void;

/** What the walk cannot reach by itself. */
export interface Known {
  /** Objects that are not freed yet. */
  readonly made: Iterable<PyObject>;
  /** References of native code's local variables. */
  readonly held: ReadonlyMap<PyObject, readonly string[]>;
  /** Activations on the thread's stack. */
  readonly running: Iterable<Frame>;
  /** Activations off the thread's stack that still own something. */
  readonly leaving: Iterable<Frame>;
  /** Whether the slot of a dying object counts no more. */
  isGone(by: PyObject, slot: string, key: SlotKey): boolean;
}

/** Calls `see` once per counted reference; returns every object met. */
export function walkReferences(rt: Runtime, known: Known, see: See): ReadonlySet<PyObject> {
  const met = new Set<PyObject>(known.made);
  const root = (o: PyObject | null, owner: string, slot: string): void => {
    if (o === null) return;
    met.add(o);
    see(o, owner, null, slot, null);
  };
  rt.visitRoots(root);
  for (const [o, holders] of known.held) for (const holder of holders) root(o, holder, "held");
  visitThread(rt, root);
  const frames = new Set([...known.running, ...known.leaving]);
  for (let frame = rt.thread.frame; frame !== null; frame = frame.back) frames.add(frame);
  for (const frame of frames) visitFrame(frame, root);
  const tables = new KeyTables();
  let by = rt.none;
  const visit = (o: PyObject, slot: string, key: SlotKey): void => {
    if (by.refcnt === 0 && known.isGone(by, slot, key)) return;
    met.add(o);
    see(o, by.type.payload.name, by, slot, key);
  };
  // A set's iteration reaches what is added on the way. A freed object somebody refers to owns nothing.
  for (const o of met) {
    by = o;
    if (o.block === 0) continue;
    const { traverse, holds } = o.type.payload.slots;
    traverse?.(o, visit);
    holds?.(o, visit);
    tables.add(rt, o);
  }
  tables.visit(root);
  return met;
}

/** Tables of shared keys: those classes show, and those dicts and instances use. */
export class KeyTables {
  private readonly known = new Set<SharedKeys>();

  add(rt: Runtime, o: PyObject): void {
    const keys = isDict(o) ? (o.payload.split?.keys ?? null) : (o.attrs?.keys ?? null);
    if (keys !== null) this.known.add(keys);
    const isClass = isTypeOrSubtype(o.type, rt.types.type);
    const shown = isClass ? ((o as PyType).payload.heap?.sharedKeys ?? null) : null;
    if (shown !== null) this.known.add(shown);
  }

  /** A table counts its names once, whoever uses it. */
  visit(root: Root): void {
    for (const keys of this.known) for (const name of keys.names) root(name, "shared keys", "attribute name");
  }
}

type Root = (o: PyObject | null, owner: string, slot: string) => void;

function visitThread(rt: Runtime, root: Root): void {
  const { thread } = rt;
  root(thread.exception, "thread", "exception being raised");
  const handled = { value: thread.handled, type: thread.handledType, traceback: thread.handledTraceback };
  visitHandled(handled, "exception being handled", root);
  for (const outer of thread.outerHandled) visitHandled(outer, "exception handled further out", root);
}

function visitHandled({ value, type, traceback }: HandledException, slot: string, root: Root): void {
  root(value, "thread", slot);
  root(type, "thread", `type of ${slot}`);
  root(traceback, "thread", `traceback of ${slot}`);
}

/** What a running activation owns; a generator's is the generator's. */
function visitFrame(frame: Frame, root: Root): void {
  const owner = `frame of ${frame.unit.name}`;
  if (frame.generator !== null) return;
  if (frame.owner !== "object") root(frame.object, owner, "frame object");
  // Up to 3.10 the frame object shows its slots and namespaces itself; from 3.11 they are the activation's.
  if (frame.object !== null && (frame.ownsNamespaces || frame.owner === "object")) return;
  const locals = frame.unit.localsplus;
  for (let i = 0; i < frame.slots.length; i += 1)
    if (frame.borrowed[i] === 0) root(frame.slots[i] ?? null, owner, locals[i] ?? "evaluation stack");
  root(frame.code, owner, "code");
  root(frame.locals, owner, "locals");
  root(frame.function, owner, "function");
  if (!frame.ownsNamespaces) return;
  root(frame.globals, owner, "globals");
  root(frame.builtins, owner, "builtins");
}
