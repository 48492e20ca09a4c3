/**
 * What activations and the thread hold.
 *
 * Containers report their slots themselves. Frames do not: before each instruction the running frame's slots are compared
 * with what they were, which costs the untraced machine nothing.
 */
import type { Frame, PyObject, Runtime } from "../objects/object.ts";
import type { FrameId, Owner, SlotName } from "./event.ts";

/** Reports one slot that changed hands. */
export type WriteSlot = (
  owner: Owner,
  slot: SlotName,
  old: PyObject | null,
  next: PyObject | null,
  isCounted: boolean,
) => void;

interface Watched {
  readonly id: FrameId;
  readonly owner: Owner;
  readonly seen: (PyObject | null)[];
  readonly wasBorrowed: Uint8Array;
  /** In the order of `partNames`. */
  readonly parts: (PyObject | null)[];
}

const partNames = ["code", "globals", "builtins", "locals", "function", "frame object"] as const;

export class FrameWatch {
  private readonly rt: Runtime;
  private readonly write: WriteSlot;
  private readonly frames = new Map<Frame, Watched>();
  /** Activations that are over and have not let go of everything yet. */
  private readonly leaving = new Set<Frame>();
  private thread: (PyObject | null)[] = [];
  private nextId = 1;

  constructor(rt: Runtime, write: WriteSlot) {
    this.rt = rt;
    this.write = write;
  }

  idOf(frame: Frame): FrameId {
    return this.watched(frame).id;
  }

  knownId(frame: Frame | null): FrameId | null {
    return frame === null ? null : (this.frames.get(frame)?.id ?? null);
  }

  clearing(frame: Frame): void {
    if (this.frames.has(frame)) this.leaving.add(frame);
  }

  /** The frame owns nothing any more. */
  released(frame: Frame): void {
    const watched = this.frames.get(frame);
    if (watched === undefined) return;
    this.syncSlots(frame, watched);
    for (const [i, old] of watched.parts.entries()) this.writePart(watched, i, old, null);
    this.frames.delete(frame);
    this.leaving.delete(frame);
  }

  /** Reports every slot of the frame that changed since it was last looked at, and the thread's exceptions. */
  sync(frame: Frame): void {
    this.syncFrame(frame);
    if (this.leaving.size > 0) for (const each of this.leaving) this.syncFrame(each);
    this.syncThread();
  }

  /** Every reference of a watched activation or of the thread as it is now. */
  visit(see: (owner: Owner, slot: SlotName, o: PyObject, isCounted: boolean) => void): void {
    for (const [frame, { owner, parts }] of this.frames) {
      frame.slots.forEach((o, i) => {
        if (o !== null) see(owner, stackName(frame, i), o, frame.borrowed[i] === 0);
      });
      for (const [i, o] of parts.entries())
        if (o !== null) see(owner, { kind: "part", name: partNames[i] ?? "" }, o, true);
    }
    this.walkThread((_at, owner, slot, o) => {
      if (o !== null) see(owner, slot, o, true);
    });
  }

  /** An activation may be known by its frame object or generator before it runs. */
  look(frame: Frame): void {
    this.syncFrame(frame);
  }

  private syncFrame(frame: Frame): void {
    const watched = this.watched(frame);
    this.syncParts(frame, watched);
    this.syncSlots(frame, watched);
  }

  private watched(frame: Frame): Watched {
    const known = this.frames.get(frame);
    if (known !== undefined) return known;
    const id = this.nextId;
    this.nextId += 1;
    const { length } = frame.slots;
    const watched: Watched = {
      id,
      owner: { kind: "frame", id },
      seen: new Array<PyObject | null>(length).fill(null),
      wasBorrowed: new Uint8Array(length),
      parts: partNames.map(() => null),
    };
    this.frames.set(frame, watched);
    return watched;
  }

  private syncSlots(frame: Frame, { owner, seen, wasBorrowed }: Watched): void {
    const { slots, borrowed } = frame;
    for (let i = 0; i < seen.length; i += 1) {
      const next = slots[i] ?? null;
      const old = seen[i] ?? null;
      const isBorrowed = borrowed[i] ?? 0;
      if (next === old && (next === null || isBorrowed === wasBorrowed[i])) continue;
      this.write(owner, stackName(frame, i), old, next, isBorrowed === 0);
      seen[i] = next;
      wasBorrowed[i] = isBorrowed;
    }
  }

  private syncParts(frame: Frame, watched: Watched): void {
    const { parts } = watched;
    const namespaces = frame.ownsNamespaces;
    this.part(watched, 0, frame.code);
    this.part(watched, 1, namespaces ? frame.globals : null);
    this.part(watched, 2, namespaces ? frame.builtins : null);
    this.part(watched, 3, frame.locals);
    this.part(watched, 4, frame.function);
    // A generator shows its frame object itself; a frame object that outlived the call owns the frame.
    const isOwn = frame.generator === null && frame.owner !== "object";
    this.part(watched, 5, isOwn ? frame.object : null);
    if (parts.length !== partNames.length) throw new Error("a part without a name");
  }

  private part(watched: Watched, i: number, next: PyObject | null): void {
    const old = watched.parts[i] ?? null;
    if (old === next) return;
    this.writePart(watched, i, old, next);
    watched.parts[i] = next;
  }

  private writePart({ owner }: Watched, i: number, old: PyObject | null, next: PyObject | null): void {
    if (old === next) return;
    this.write(owner, { kind: "part", name: partNames[i] ?? "" }, old, next, true);
  }

  private syncThread(): void {
    const { thread } = this;
    let length = 0;
    this.walkThread((at, owner, slot, o) => {
      length = at + 1;
      const old = thread[at] ?? null;
      if (old === o) return;
      this.write(owner, slot, old, o, true);
      thread[at] = o;
    });
    for (; thread.length > length; thread.pop()) {
      const old = thread.at(-1) ?? null;
      const slot = outerSlot(thread.length - 1);
      if (old !== null) this.write(outerOwner, slot, old, null, true);
    }
  }

  /** What is being raised and handled; further out each place has a number. */
  private walkThread(see: (at: number, owner: Owner, slot: SlotName, o: PyObject | null) => void): void {
    const { exception, handled, handledType, handledTraceback, outerHandled } = this.rt.thread;
    see(0, raisedOwner, exceptionSlot, exception);
    see(1, handledOwner, exceptionSlot, handled);
    see(2, handledOwner, typeSlot, handledType);
    see(3, handledOwner, tracebackSlot, handledTraceback);
    let at = 4;
    for (const { value, type, traceback } of outerHandled) {
      see(at, outerOwner, outerSlot(at), value);
      see(at + 1, outerOwner, outerSlot(at + 1), type);
      see(at + 2, outerOwner, outerSlot(at + 2), traceback);
      at += 3;
    }
  }
}

const raisedOwner: Owner = { kind: "native", name: "exception being raised" };
const handledOwner: Owner = { kind: "native", name: "exception being handled" };
const outerOwner: Owner = { kind: "native", name: "exception handled further out" };
const exceptionSlot: SlotName = { kind: "part", name: "exception" };
const typeSlot: SlotName = { kind: "part", name: "type" };
const tracebackSlot: SlotName = { kind: "part", name: "traceback" };

function outerSlot(at: number): SlotName {
  return { kind: "item", index: at };
}

function stackName(frame: Frame, i: number): SlotName {
  const name = frame.unit.localsplus[i];
  return name === undefined
    ? { kind: "stack", index: i - frame.unit.localsplus.length }
    : { kind: "local", name };
}
