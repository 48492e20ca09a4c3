/**
 * Writes down what the machine tells it: events, cut into steps.
 *
 * Containers report their slots themselves. Frames do not: before each instruction the recorder compares the running
 * frame's slots with what it saw last, which costs the untraced machine nothing. Objects that existed before the program
 * began get their holders from one walk over the heap, looked up when the program first refers to them.
 */
import { isImmortal } from "../memory/refcount.ts";
import type { Frame, PyObject, Recording, Runtime, SlotKey } from "../objects/object.ts";
import { type HeldBy, walkHolders } from "./baseline.ts";
import type { FrameId, ObjectId, Owner, SlotName, Step, Trace, TraceEvent } from "./event.ts";
import { slotName } from "./slot-name.ts";
import { atomText } from "./text.ts";

interface FrameState {
  readonly id: FrameId;
  readonly seen: (PyObject | null)[];
  readonly wasBorrowed: Uint8Array;
  readonly parts: Map<string, PyObject>;
  line: number;
  step: OpenStep | null;
}

type OpenStep = { -readonly [K in keyof Step]: Step[K] };

export class Recorder implements Recording {
  private readonly rt: Runtime;
  private readonly isFull: boolean;
  private readonly maxEvents: number;
  protected readonly events: TraceEvent[] = [];
  private readonly steps: OpenStep[] = [];
  protected readonly ids = new Map<PyObject, ObjectId>();
  private readonly expanded = new Set<PyObject>();
  private readonly baseline: Map<PyObject, HeldBy[]>;
  private readonly frames = new Map<Frame, FrameState>();
  private readonly occurrences = new Map<number, number>();
  private readonly held = new Map<string, PyObject[]>();
  private lastFrame: Frame | null = null;
  private lastException: PyObject | null = null;
  private lastHandled: PyObject | null = null;
  /** The program's own objects get small numbers; what was there before is numbered apart. */
  private nextNew = 1;
  private nextKnown = 1_000_000;
  private nextFrame = 1;
  private isTruncated = false;

  constructor(rt: Runtime, options: { isFull: boolean; maxEvents: number }) {
    this.rt = rt;
    this.isFull = options.isFull;
    this.maxEvents = options.maxEvents;
    this.baseline = walkHolders(rt);
  }

  /** The finished trace; open steps end here. */
  finish(): Trace {
    for (const step of this.steps) if (step.end < 0) step.end = this.events.length;
    return { events: this.events, steps: this.steps, isTruncated: this.isTruncated };
  }

  // ---- objects ------------------------------------------------------------------------------------------------

  slotWrite(owner: PyObject, slot: string, key: SlotKey, old: PyObject | null, next: PyObject | null): void {
    if (this.isTruncated) return;
    if (old !== null) this.forgetBaseline(old, owner, slot, key);
    const name = slotName(slot, key, (o) => this.idOf(o));
    this.write({ kind: "object", id: this.idOf(owner) }, name, old, next, true);
  }

  alloc(o: PyObject, bytes: number): void {
    // A new JS object each time, so it cannot be known yet.
    this.register(o, bytes, true);
  }

  resize(o: PyObject, oldBytes: number, newBytes: number): void {
    this.emit({ type: "resize", object: this.idOf(o), oldBytes, newBytes });
  }

  dealloc(o: PyObject): void {
    this.emit({ type: "dealloc", object: this.idOf(o) });
    this.ids.delete(o);
  }

  weakrefCreate(ref: PyObject, referent: PyObject): void {
    this.expand(referent);
    this.emit({ type: "weakref-create", ref: this.idOf(ref), referent: this.idOf(referent) });
  }

  weakrefClear(ref: PyObject, referent: PyObject): void {
    this.emit({ type: "weakref-clear", ref: this.idOf(ref), referent: this.idOf(referent) });
  }

  finalize(o: PyObject): void {
    this.emit({ type: "finalize", object: this.idOf(o) });
  }

  resurrect(o: PyObject): void {
    this.emit({ type: "resurrect", object: this.idOf(o) });
  }

  track(o: PyObject): void {
    this.emit({ type: "track", object: this.idOf(o) });
  }

  untrack(o: PyObject): void {
    this.emit({ type: "untrack", object: this.idOf(o) });
  }

  promote(o: PyObject, generation: number): void {
    this.emit({ type: "promote", object: this.idOf(o), generation });
  }

  gcStart(generation: number, isAutomatic: boolean): void {
    this.emit({ type: "gc-start", generation, isAutomatic });
  }

  gcEnd(generation: number, collected: number, uncollectable: number): void {
    this.emit({ type: "gc-end", generation, collected, uncollectable });
  }

  poolTake(pool: number, sizeClass: number): void {
    if (this.isFull) this.emit({ type: "pool-take", pool, sizeClass });
  }

  poolGive(pool: number): void {
    if (this.isFull) this.emit({ type: "pool-give", pool });
  }

  arenaTake(arena: number): void {
    if (this.isFull) this.emit({ type: "arena-take", arena });
  }

  arenaGive(arena: number): void {
    if (this.isFull) this.emit({ type: "arena-give", arena });
  }

  open(o: PyObject, name: string): void {
    this.emit({ type: "open", object: this.idOf(o), name });
  }

  close(o: PyObject, name: string): void {
    this.emit({ type: "close", object: this.idOf(o), name });
  }

  print(text: string): void {
    this.emit({ type: "print", text });
  }

  raise(exception: PyObject): void {
    this.emit({ type: "raise", object: this.idOf(exception), typeName: exception.type.payload.name });
  }

  refcountAsked(o: PyObject, count: number): void {
    if (this.lastFrame !== null) this.sync(this.lastFrame);
    this.expand(o);
    this.emit({ type: "refcount-asked", object: this.idOf(o), count });
  }

  nativeHold(holder: string, o: PyObject): void {
    const list = this.held.get(holder) ?? [];
    this.held.set(holder, list);
    list.push(o);
    this.write({ kind: "native", name: holder }, { kind: "item", index: list.length - 1 }, null, o, true);
  }

  nativeRelease(holder: string, o: PyObject): void {
    const list = this.held.get(holder) ?? [];
    const at = list.lastIndexOf(o);
    if (at < 0) return;
    list.splice(at, 1);
    this.write({ kind: "native", name: holder }, { kind: "item", index: at }, o, null, true);
  }

  // ---- frames -------------------------------------------------------------------------------------------------

  framePush(frame: Frame): void {
    if (this.lastFrame !== null) this.sync(this.lastFrame);
    const known = this.frames.get(frame);
    const state = known ?? this.newFrameState(frame);
    const back = frame.back === null ? null : (this.frames.get(frame.back)?.id ?? null);
    this.emit({
      type: "frame-push",
      frame: state.id,
      name: frame.unit.name,
      back,
      globals: this.idOf(frame.globals),
    });
    this.lastFrame = frame;
    this.sync(frame);
  }

  framePop(frame: Frame): void {
    const state = this.frames.get(frame);
    if (state === undefined) return;
    this.sync(frame);
    if (state.step !== null && state.step.end < 0) state.step.end = this.events.length;
    this.emit({ type: "frame-pop", frame: state.id });
    if (this.lastFrame === frame) this.lastFrame = frame.back;
  }

  /** The frame is gone for good: everything it owned was released. */
  frameClear(frame: Frame): void {
    const state = this.frames.get(frame);
    if (state === undefined) return;
    const owner: Owner = { kind: "frame", id: state.id };
    for (let i = 0; i < state.seen.length; i += 1) {
      const old = state.seen[i] ?? null;
      if (old !== null) this.write(owner, stackName(frame, i), old, null, state.wasBorrowed[i] === 0);
    }
    for (const [name, old] of state.parts) this.write(owner, { kind: "part", name }, old, null, true);
    this.frames.delete(frame);
  }

  frameReleased(): void {}

  instruction(frame: Frame): void {
    if (this.isTruncated) return;
    if (this.lastFrame !== null && this.lastFrame !== frame) this.sync(this.lastFrame);
    this.lastFrame = frame;
    const state = this.sync(frame);
    const position = frame.unit.positions[frame.pc];
    if (position === undefined || position.lineno === 0 || position.lineno === state.line) return;
    state.line = position.lineno;
    if (state.step !== null && state.step.end < 0) state.step.end = this.events.length;
    state.step = this.openStep(frame, state);
  }

  private openStep(frame: Frame, state: FrameState): OpenStep {
    const occurrence = (this.occurrences.get(state.line) ?? 0) + 1;
    this.occurrences.set(state.line, occurrence);
    const position = frame.unit.positions[frame.pc];
    const step: OpenStep = {
      index: this.steps.length,
      frame: state.id,
      frameName: frame.unit.name,
      range: position ?? { lineno: state.line, colOffset: 0, endLineno: state.line, endColOffset: 0 },
      occurrence,
      begin: this.events.length,
      end: -1,
    };
    this.steps.push(step);
    return step;
  }

  private newFrameState(frame: Frame): FrameState {
    const state: FrameState = {
      id: this.nextFrame,
      seen: new Array<PyObject | null>(frame.slots.length).fill(null),
      wasBorrowed: new Uint8Array(frame.slots.length),
      parts: new Map(),
      line: 0,
      step: null,
    };
    this.nextFrame += 1;
    this.frames.set(frame, state);
    const owner: Owner = { kind: "frame", id: state.id };
    const parts: [string, PyObject | null][] = [
      ["code", frame.code],
      ["globals", frame.globals],
      ["builtins", frame.builtins],
      ["locals", frame.locals],
      ["function", frame.function],
    ];
    for (const [name, o] of parts) {
      if (o === null) continue;
      state.parts.set(name, o);
      this.write(owner, { kind: "part", name }, null, o, true);
    }
    return state;
  }

  /** Reports every slot of the frame that changed since it was last looked at, and the thread's exceptions. */
  private sync(frame: Frame): FrameState {
    const state = this.frames.get(frame) ?? this.newFrameState(frame);
    const { seen, wasBorrowed } = state;
    for (let i = 0; i < seen.length; i += 1) {
      const next = (i < frame.sp || i < frame.unit.localsplus.length ? frame.slots[i] : null) ?? null;
      const borrowed = frame.borrowed[i] ?? 0;
      const old = seen[i] ?? null;
      if (next === old && (next === null || borrowed === wasBorrowed[i])) continue;
      const owner: Owner = { kind: "frame", id: state.id };
      this.write(owner, stackName(frame, i), old, next, borrowed === 0);
      seen[i] = next;
      wasBorrowed[i] = borrowed;
    }
    this.syncThread();
    return state;
  }

  private syncThread(): void {
    const { exception, handled } = this.rt.thread;
    if (exception !== this.lastException) {
      this.write(raisedOwner, { kind: "part", name: "exception" }, this.lastException, exception, true);
      this.lastException = exception;
    }
    if (handled !== this.lastHandled) {
      this.write(handledOwner, { kind: "part", name: "exception" }, this.lastHandled, handled, true);
      this.lastHandled = handled;
    }
  }

  // ---- events and ids -----------------------------------------------------------------------------------------

  private write(
    owner: Owner,
    slot: SlotName,
    old: PyObject | null,
    next: PyObject | null,
    isCounted: boolean,
  ): void {
    if (next !== null) this.expand(next);
    this.emit({
      type: "slot-write",
      owner,
      slot,
      old: old === null ? null : this.idOf(old),
      next: next === null ? null : this.idOf(next),
      isCounted,
    });
  }

  private emit(event: TraceEvent): void {
    if (this.events.length >= this.maxEvents) this.isTruncated = true;
    else this.events.push(event);
  }

  private idOf(o: PyObject): ObjectId {
    return this.ids.get(o) ?? this.register(o, 0, false);
  }

  private register(o: PyObject, bytes: number, isNew: boolean): ObjectId {
    const id = isNew ? this.nextNew : this.nextKnown;
    if (isNew) this.nextNew += 1;
    else this.nextKnown += 1;
    this.ids.set(o, id);
    this.emit({
      type: "alloc",
      object: id,
      typeName: o.type.payload.name,
      bytes,
      address: o.block * 16,
      text: atomText(o),
      isImmortal: isImmortal(o),
      isNew,
    });
    return id;
  }

  /** First time the program refers to something that was there before: who held it already? */
  private expand(o: PyObject): void {
    if (this.expanded.has(o)) return;
    this.expanded.add(o);
    const holders = this.baseline.get(o);
    if (holders === undefined || isImmortal(o)) return;
    const id = this.idOf(o);
    for (const { owner, native, slot, key } of holders) {
      this.emit({
        type: "slot-write",
        owner: owner === null ? { kind: "native", name: native } : { kind: "object", id: this.idOf(owner) },
        slot: slotName(slot, key, (k) => this.idOf(k)),
        old: null,
        next: id,
        isCounted: true,
      });
    }
  }

  private forgetBaseline(o: PyObject, owner: PyObject, slot: string, key: SlotKey): void {
    const holders = this.baseline.get(o);
    if (holders === undefined || this.expanded.has(o)) return;
    const at = holders.findIndex((h) => h.owner === owner && h.slot === slot && h.key === key);
    if (at >= 0) holders.splice(at, 1);
  }
}

const raisedOwner: Owner = { kind: "native", name: "exception being raised" };
const handledOwner: Owner = { kind: "native", name: "exception being handled" };

function stackName(frame: Frame, i: number): SlotName {
  const name = frame.unit.localsplus[i];
  return name === undefined
    ? { kind: "stack", index: i - frame.unit.localsplus.length }
    : { kind: "local", name };
}
