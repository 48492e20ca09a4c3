/**
 * Writes down what the machine tells it: events, cut into steps.
 *
 * What there is when it begins comes from one walk over the heap.
 */
import { isImmortal } from "../memory/refcount.ts";
import { headerBytes, ownBytes } from "../objects/byte-size.ts";
import { isDict } from "../objects/dict.ts";
import type { Frame, PyObject, Recording, Runtime, SharedKeys, SlotKey } from "../objects/object.ts";
import type { ObjectId, Owner, SlotName, Step, Trace, TraceEvent } from "./event.ts";
import { FrameWatch } from "./frame-watch.ts";
import { LibraryRecorder } from "./library-recorder.ts";
import { NativeHands } from "./native-hands.ts";
import { slotKey } from "./slot-key.ts";
import { slotName } from "./slot-name.ts";
import { StartEvents } from "./start-events.ts";
import { activationOf, walkSlots } from "./start-heap.ts";
import { atomText } from "./text.ts";

type OpenStep = { -readonly [K in keyof Step]: Step[K] };

/** The line an activation is at, and the step that began there. */
interface Progress {
  line: number;
  step: OpenStep | null;
}

type AllocEvent = { -readonly [K in keyof Alloc]: Alloc[K] };
type Alloc = TraceEvent & { type: "alloc" };

/** What is known of a new object. */
interface Fresh {
  /** Its size is read off when it is whole. */
  readonly event: AllocEvent;
  /** By slot. */
  readonly told: Map<string, PyObject>;
}

export class Recorder implements Recording {
  private readonly rt: Runtime;
  private readonly isFull: boolean;
  private readonly maxEvents: number;
  private readonly start: StartEvents;
  protected readonly events: TraceEvent[] = [];
  protected readonly steps: OpenStep[] = [];
  private readonly ids = new WeakMap<PyObject, ObjectId>();
  protected readonly frames: FrameWatch;
  private readonly progress = new Map<Frame, Progress>();
  private readonly occurrences = new Map<number, number>();
  /** What native code holds. */
  protected readonly hands = new NativeHands();
  private readonly generations: Map<PyObject, number | null>;
  /** Objects made since the last look at the heap. */
  private readonly fresh = new Map<PyObject, Fresh>();
  /** Objects of which a slot changed since then. */
  private readonly touched = new Set<PyObject>();
  /** Dicts that share their keys, by the keys. */
  private readonly splitDicts = new Map<SharedKeys, Set<PyObject>>();
  private readonly sizes = new WeakMap<PyObject, number>();
  private lastFrame: Frame | null = null;
  /** The program's own objects get small numbers; what was there before is numbered apart. */
  private nextNew = 1;
  private nextKnown = 1_000_000;
  private isTruncated = false;

  /** @param main the module that runs, held by whoever runs it until `runIsOver` */
  constructor(rt: Runtime, main: PyObject, options: { isFull: boolean; maxEvents: number }) {
    this.rt = rt;
    this.isFull = options.isFull;
    this.maxEvents = options.maxEvents;
    this.frames = new FrameWatch(rt, (owner, slot, old, next, isCounted) =>
      this.write(owner, slot, old, next, isCounted),
    );
    const register = {
      known: (o: PyObject) => this.number(o, false),
      sizeOf: (o: PyObject) => this.sizeOf(o),
      hold: (holder: string, o: PyObject) => this.hands.take(holder, o),
    };
    this.start = new StartEvents(rt, register, new Map([[theRun, main]]));
    this.generations = new Map(this.start.generations);
  }

  runIsOver(main: PyObject): void {
    this.nativeRelease(theRun, main);
  }

  /** The finished trace; open steps end here. */
  finish(): Trace {
    for (const step of this.steps) if (step.end < 0) step.end = this.events.length;
    const { start, events, steps, isTruncated } = this;
    return {
      get start() {
        return start.get();
      },
      events,
      steps,
      isTruncated,
    };
  }

  // ---- objects ------------------------------------------------------------------------------------------------

  slotWrite(owner: PyObject, slot: string, key: SlotKey, old: PyObject | null, next: PyObject | null): void {
    // Some say what a dead object held when it is gone already.
    if (this.isTruncated || owner.block === 0) return;
    const name = slotName(slot, key, (o) => this.idOf(o));
    const fresh = this.fresh.get(owner);
    if (fresh === undefined) this.touched.add(owner);
    else if (next === null) fresh.told.delete(slotKey(name));
    else fresh.told.set(slotKey(name), next);
    this.write({ kind: "object", id: this.idOf(owner) }, name, old, next, true);
  }

  alloc(o: PyObject, bytes: number): void {
    const event = this.register(o, bytes, !this.rt.heap.isStatic(o), 0);
    this.fresh.set(o, { event, told: new Map() });
  }

  appear(o: PyObject, heldByStartUp: number): void {
    this.fresh.set(o, { event: this.register(o, 0, false, heldByStartUp), told: new Map() });
  }

  /** A new object is filled before anybody can look, mostly without a word; what it is and holds is read off it. */
  private readFresh(): void {
    for (const [o, { event, told }] of this.fresh) {
      this.fresh.delete(o);
      event.bytes = this.sizeOf(o);
      const frame = activationOf(o);
      if (frame !== null && !frame.isComplete) this.frames.look(frame);
      walkSlots(o, (referent, slot, key) => {
        const name = slotName(slot, key, (each) => this.idOf(each));
        const known = told.get(slotKey(name)) ?? null;
        if (known !== referent) this.write({ kind: "object", id: event.object }, name, known, referent, true);
      });
    }
    for (const o of this.touched) {
      if (o.block === 0) continue;
      const oldBytes = this.sizes.get(o) ?? 0;
      const bytes = this.sizeOf(o);
      if (bytes === oldBytes) continue;
      this.emit({ type: "resize", object: this.idOf(o), oldBytes, newBytes: bytes });
    }
    this.touched.clear();
  }

  keysChange(keys: SharedKeys): void {
    for (const dict of this.splitDicts.get(keys) ?? [])
      if (dict.block !== 0 && !this.fresh.has(dict)) this.touched.add(dict);
  }

  private sizeOf(o: PyObject): number {
    const keys = isDict(o) ? (o.payload.split?.keys ?? null) : null;
    if (keys !== null) {
      const dicts = this.splitDicts.get(keys);
      if (dicts === undefined) this.splitDicts.set(keys, new Set([o]));
      else dicts.add(o);
    }
    const bytes = ownBytes(this.rt, o) + headerBytes(this.rt, o);
    this.sizes.set(o, bytes);
    return bytes;
  }

  /** As `sys.getsizeof` counts, which is read off when whatever goes on is done. */
  resize(o: PyObject): void {
    if (!this.fresh.has(o)) this.touched.add(o);
  }

  dealloc(o: PyObject): void {
    this.emit({ type: "dealloc", object: this.idOf(o) });
    this.fresh.delete(o);
    this.touched.delete(o);
    if (isDict(o)) for (const dicts of this.splitDicts.values()) dicts.delete(o);
    this.generations.delete(o);
  }

  immortalize(o: PyObject): void {
    this.emit({ type: "immortalize", object: this.idOf(o) });
  }

  retype(o: PyObject): void {
    this.emit({ type: "retype", object: this.idOf(o), typeName: o.type.payload.name });
  }

  weakrefCreate(ref: PyObject, referent: PyObject): void {
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

  track(o: PyObject, generation: number): void {
    this.generations.set(o, generation);
    this.emit({ type: "track", object: this.idOf(o), generation });
  }

  untrack(o: PyObject): void {
    this.generations.delete(o);
    this.emit({ type: "untrack", object: this.idOf(o) });
  }

  /** Of all survivors only those that come to another generation are told. */
  promote(o: PyObject, generation: number | null): void {
    if (this.generations.get(o) === generation) return;
    this.generations.set(o, generation);
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
    this.emit({ type: "refcount-asked", object: this.idOf(o), count });
  }

  nativeHold(holder: string, o: PyObject): void {
    const index = this.hands.take(holder, o);
    this.write({ kind: "native", name: holder }, { kind: "item", index }, null, o, true);
  }

  nativeRelease(holder: string, o: PyObject): void {
    const index = this.hands.drop(holder, o);
    if (index !== null) this.write({ kind: "native", name: holder }, { kind: "item", index }, o, null, true);
  }

  rootHold(holder: string, o: PyObject): void {
    this.nativeHold(holder, o);
  }

  rootRelease(holder: string, o: PyObject): void {
    this.nativeRelease(holder, o);
  }

  forLibrary(): Recording {
    if (this.lastFrame !== null) this.sync(this.lastFrame);
    return new LibraryRecorder(this);
  }

  // ---- frames -------------------------------------------------------------------------------------------------

  framePush(frame: Frame): void {
    if (this.lastFrame !== null) this.sync(this.lastFrame);
    this.emit({
      type: "frame-push",
      frame: this.frames.idOf(frame),
      name: frame.unit.name,
      back: this.frames.knownId(frame.back),
      globals: this.idOf(frame.globals),
    });
    this.lastFrame = frame;
    this.sync(frame);
  }

  framePop(frame: Frame): void {
    const id = this.frames.knownId(frame);
    if (id === null) return;
    this.sync(frame);
    const step = this.progress.get(frame)?.step ?? null;
    if (step !== null && step.end < 0) step.end = this.events.length;
    this.emit({ type: "frame-pop", frame: id });
    if (this.lastFrame === frame) this.lastFrame = frame.back;
  }

  /** What changed hands without a word since the last look. */
  private sync(frame: Frame): void {
    if (this.fresh.size > 0 || this.touched.size > 0) this.readFresh();
    this.frames.sync(frame);
  }

  frameOutlives(frame: Frame): void {
    this.frames.look(frame);
  }

  frameClear(frame: Frame): void {
    this.frames.clearing(frame);
  }

  frameReleased(frame: Frame): void {
    this.frames.released(frame);
    this.progress.delete(frame);
  }

  instruction(frame: Frame): void {
    if (this.isTruncated) return;
    if (this.lastFrame !== null && this.lastFrame !== frame) this.sync(this.lastFrame);
    this.lastFrame = frame;
    this.sync(frame);
    const position = frame.unit.positions[frame.pc];
    const progress = this.progressOf(frame);
    if (position === undefined || position.lineno === 0 || position.lineno === progress.line) return;
    progress.line = position.lineno;
    if (progress.step !== null && progress.step.end < 0) progress.step.end = this.events.length;
    progress.step = this.openStep(frame, progress.line);
  }

  private progressOf(frame: Frame): Progress {
    let known = this.progress.get(frame);
    if (known === undefined) {
      known = { line: 0, step: null };
      this.progress.set(frame, known);
    }
    return known;
  }

  private openStep(frame: Frame, line: number): OpenStep {
    const occurrence = (this.occurrences.get(line) ?? 0) + 1;
    this.occurrences.set(line, occurrence);
    const position = frame.unit.positions[frame.pc];
    const step: OpenStep = {
      index: this.steps.length,
      frame: this.frames.idOf(frame),
      frameName: frame.unit.name,
      range: position ?? { lineno: line, colOffset: 0, endLineno: line, endColOffset: 0 },
      occurrence,
      begin: this.events.length,
      end: -1,
    };
    this.steps.push(step);
    return step;
  }

  // ---- events and ids -----------------------------------------------------------------------------------------

  private write(
    owner: Owner,
    slot: SlotName,
    old: PyObject | null,
    next: PyObject | null,
    isCounted: boolean,
  ): void {
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

  protected idOf(o: PyObject): ObjectId {
    return this.ids.get(o) ?? this.register(o, this.sizeOf(o), false, 0).object;
  }

  protected number(o: PyObject, isNew: boolean): ObjectId {
    const id = isNew ? this.nextNew : this.nextKnown;
    if (isNew) this.nextNew += 1;
    else this.nextKnown += 1;
    this.ids.set(o, id);
    return id;
  }

  private register(o: PyObject, bytes: number, isNew: boolean, heldByStartUp: number): AllocEvent {
    const event: AllocEvent = {
      type: "alloc",
      object: this.number(o, isNew),
      typeName: o.type.payload.name,
      bytes,
      address: o.block * 16,
      text: atomText(o),
      isImmortal: isImmortal(o),
      isNew,
      heldByStartUp,
    };
    this.emit(event);
    return event;
  }
}

const theRun = "the run";
