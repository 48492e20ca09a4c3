/**
 * Creating and freeing objects: size, block, free list, collector's counter.
 * [mirrors PyObject_Malloc, _PyObject_GC_New, _PyObject_GC_Link, PyObject_GC_Del]
 */
import { append, newGcState, newRing } from "../gc/generations.ts";
import type { Nuisance } from "../nuisance.ts";
import {
  type FreeList,
  GcHead,
  type GcState,
  type Heap,
  LimitExceeded,
  PyObject,
  type PyType,
  type Recording,
  TypeFlag,
} from "../objects/object.ts";
import type { Profile } from "../version.ts";
import { FrameList } from "./frame-list.ts";
import {
  clearFreeList,
  freeListFor,
  keepFree,
  resetFreeList,
  takeFree,
  takeLeftAtStart,
} from "./freelist.ts";
import { SmallObjectAllocator } from "./obmalloc.ts";
import { IMMORTAL, incref } from "./refcount.ts";
import type { MemoryTracer } from "./tracer.ts";

const gcHeaderBytes = 16;
const mostSpareNumbers = 256;
const firstStatic = 0x10_000;

export interface HeapLimits {
  /** Live bytes and objects a program may own. */
  readonly bytes: number;
  readonly objects: number;
}

/** What the heap noted while start-up was allocating. */
export interface MadeAtStart {
  /** In order of creation. */
  readonly all: readonly PyObject[];
  /** The containers among them. */
  readonly ring: GcHead;
  /** The next static object's address. */
  readonly nextStatic: number;
  /** By name of the type. */
  readonly freeLists: Map<string, FreeList>;
}

interface Collector {
  /** Runs (≤ 3.11) or schedules (3.12+) a collection of the young generation. */
  crossThreshold(): void;
}

export class ObjectHeap implements Heap {
  readonly allocator: SmallObjectAllocator;
  readonly gc: GcState;
  recorder: Recording | null = null;
  /** tracemalloc, while it is on. */
  tracer: MemoryTracer | null = null;
  /** Set when the runtime is put together. No closure: V8 would keep a finished run's heap for the sake of it. */
  collector: Collector | null = null;
  liveObjects = 0;
  private readonly profile: Profile;
  private readonly limits: HeapLimits;
  /** Ints and floats that died: JS objects to be used again. Their blocks went back long ago. */
  private readonly spareNumbers: PyObject[] = [];
  private spareCount = 0;
  /** By name of the built-in type. */
  readonly freeLists: Map<string, FreeList>;
  readonly frames = new FrameList();
  /** Where shared objects are still counted, how often start-up refers to them is no fact: the nuisance seed moves it. */
  private readonly staticCount: number;
  /** Static objects live outside the allocator; their addresses count up from here. */
  private nextStatic: number;
  /** Whether what is made is the library's; the ring its containers go to when they are tracked. */
  private isLibrary = false;
  private newest: GcHead;
  /** While start-up runs: what it has made. */
  private madeAtStart: PyObject[] | null = null;

  /** @param start a start-up to go on from; null: it is still to come, until `endStart` */
  constructor(
    profile: Profile,
    limits: HeapLimits,
    nuisance: Nuisance,
    start: Omit<MadeAtStart, "all"> | null,
  ) {
    this.profile = profile;
    this.staticCount = profile.hasImmortals
      ? IMMORTAL
      : profile.staticRefcount + ((nuisance.counts * 7919) % 1000);
    this.limits = limits;
    this.allocator = new SmallObjectAllocator(
      addressBase(nuisance.addresses),
      profile.arenaBytes,
      profile.poolBytes,
    );
    this.gc = newGcState(profile, nuisance.history, start?.ring ?? newRing());
    this.newest = this.gc.generations[0].head;
    this.nextStatic = start?.nextStatic ?? firstStatic + (nuisance.addresses % 512) * 0x100;
    this.freeLists = start?.freeLists ?? new Map();
    if (start === null) this.madeAtStart = [];
    for (const list of this.freeLists.values()) resetFreeList(list);
  }

  /** Start-up is over: what it made, and from where a next run goes on. */
  endStart(): MadeAtStart {
    const all = this.madeAtStart ?? [];
    this.madeAtStart = null;
    // A block would be of this run's allocator, which the next run does not have.
    if (this.allocator.allocatedBlocks > 0) throw new Error("start-up took a block");
    return { all, ring: this.gc.startUp, nextStatic: this.nextStatic, freeLists: this.freeLists };
  }

  create<P>(type: PyType, payload: P, items = 0, extraBytes = 0): PyObject<P> {
    const data = type.payload;
    const flags = data.flags;
    const o = new PyObject<P>(type, payload);
    if ((flags & TypeFlag.HeapType) !== 0) incref(type);
    if (this.isLibrary) return this.createInLibrary(o, this.instanceBytes(type, items) + extraBytes);
    const freeList = data.freeList;
    const kept = freeList === null ? 0 : this.takeKept(freeList, items, this.instanceBytes(type, items));
    if (kept !== 0) {
      o.block = kept;
      if ((flags & TypeFlag.HaveGc) !== 0) o.gc = new GcHead(o);
      this.tracer?.reuse(kept);
    } else {
      o.block = this.allocate(this.instanceBytes(type, items) + extraBytes);
      if ((flags & TypeFlag.HaveGc) !== 0) {
        o.gc = new GcHead(o);
        this.countAllocation();
      }
    }
    this.liveObjects += 1;
    if (this.liveObjects > this.limits.objects) throw new LimitExceeded("objects");
    if (this.recorder !== null) this.recorder.alloc(o, this.instanceBytes(type, items) + extraBytes);
    return o;
  }

  createFrame<P extends { room: number }>(type: PyType, payload: P, slots: number): PyObject<P> {
    payload.room = slots;
    const kept = this.isLibrary ? null : this.frames.take();
    if (kept === null) return this.create(type, payload, slots);
    const o = new PyObject<P>(type, payload);
    const bytes = this.instanceBytes(type, kept.room);
    o.block = kept.block === 0 ? this.allocator.allocApart(bytes) : kept.block;
    o.gc = new GcHead(o);
    this.tracer?.reuse(o.block);
    if (kept.room >= slots) payload.room = kept.room;
    else o.block = this.reallocRaw(o.block, bytes, this.instanceBytes(type, slots));
    this.liveObjects += 1;
    if (this.liveObjects > this.limits.objects) throw new LimitExceeded("objects");
    if (this.recorder !== null) this.recorder.alloc(o, this.instanceBytes(type, payload.room));
    return o;
  }

  createNumber<P extends number | bigint>(type: PyType, payload: P, items: number): PyObject<P> {
    const data = type.payload;
    const own = data.basicsize + items * data.itemsize;
    const bytes = data.itemsize === 0 || own > this.profile.leastIntBytes ? own : this.profile.leastIntBytes;
    const left = this.spareCount - 1;
    if (left < 0 || this.recorder !== null || this.isLibrary)
      return this.create(type, payload, items, bytes - own);
    const o = this.spareNumbers[left] as PyObject<P>;
    this.spareCount = left;
    o.refcnt = 1;
    o.type = type;
    o.payload = payload;
    const kept = data.freeList === null ? 0 : this.takeKept(data.freeList, items, bytes);
    if (kept === 0) o.block = this.allocate(bytes);
    else {
      o.block = kept;
      this.tracer?.reuse(kept);
    }
    this.liveObjects += 1;
    if (this.liveObjects > this.limits.objects) throw new LimitExceeded("objects");
    return o;
  }

  freeNumber(o: PyObject, items: number): void {
    const { flags, freeList } = o.type.payload;
    const isKept = (flags & TypeFlag.HeapType) === 0 && this.recorder === null;
    if (!isKept || o.block < this.nextStatic || this.spareCount >= mostSpareNumbers) {
      this.free(o, items);
      return;
    }
    this.liveObjects -= 1;
    if (freeList === null || !keepFree(freeList, items, o.block)) this.release(o.block);
    o.block = 0;
    this.spareNumbers[this.spareCount] = o;
    this.spareCount += 1;
  }

  beginLibrary(): boolean {
    const wasLibrary = this.isLibrary;
    this.isLibrary = true;
    this.newest = this.gc.generations[2].head;
    return wasLibrary;
  }

  endLibrary(wasLibrary: boolean): void {
    this.isLibrary = wasLibrary;
    this.newest = this.gc.generations[wasLibrary ? 2 : 0].head;
  }

  private createInLibrary<P>(o: PyObject<P>, bytes: number): PyObject<P> {
    o.block = this.takeStatic();
    if ((o.type.payload.flags & TypeFlag.HaveGc) !== 0) o.gc = new GcHead(o);
    if (this.recorder !== null) this.recorder.alloc(o, bytes);
    return o;
  }

  private takeStatic(): number {
    const block = this.nextStatic;
    this.nextStatic += 8;
    return block;
  }

  createStatic<P>(type: PyType, payload: P, holder: string | null = null): PyObject<P> {
    const o = new PyObject<P>(type, payload);
    o.refcnt = this.staticCount;
    o.block = this.takeStatic();
    if (this.recorder !== null && holder !== null) {
      this.recorder.appear(o, o.refcnt - 1);
      this.recorder.rootHold(holder, o);
    }
    if (this.madeAtStart !== null) this.madeAtStart.push(o);
    return o;
  }

  createAtStart<P>(type: PyType, payload: P): PyObject<P> {
    const o = this.createStatic(type, payload);
    o.refcnt = 1;
    if ((type.payload.flags & TypeFlag.HaveGc) !== 0) {
      o.gc = new GcHead(o);
      append(o.gc, this.madeAtStart === null ? this.gc.generations[2].head : this.gc.startUp);
    }
    if (this.recorder !== null) {
      this.recorder.appear(o, 0);
      if (o.gc !== null) this.recorder.track(o, 2);
    }
    return o;
  }

  free(o: PyObject, items = 0): void {
    const data = o.type.payload;
    if (this.recorder !== null) this.recorder.dealloc(o);
    if (o.gc !== null && o.gc.next !== null) this.untrack(o);
    if (o.block < this.nextStatic) return;
    this.liveObjects -= 1;
    const freeList = data.freeList;
    if (freeList === null || !this.isKeptSize(items) || !keepFree(freeList, items, o.block)) {
      this.release(o.block);
      if (o.gc !== null && this.gc.generations[0].count > 0) this.gc.generations[0].count -= 1;
    }
    o.block = 0;
  }

  freeFrame(o: PyObject, room: number): void {
    if (o.block < this.nextStatic || !this.frames.keep(o.block, room)) {
      this.free(o, room);
      return;
    }
    if (this.recorder !== null) this.recorder.dealloc(o);
    if (o.gc !== null && o.gc.next !== null) this.untrack(o);
    this.liveObjects -= 1;
    o.block = 0;
  }

  track(o: PyObject): void {
    const head = o.gc;
    if (head === null || head.next !== null) return;
    const ring = this.newest;
    const last = ring.prev as GcHead;
    head.prev = last;
    head.next = ring;
    last.next = head;
    ring.prev = head;
    if (this.recorder !== null) this.recorder.track(o, ring === this.gc.generations[0].head ? 0 : 2);
  }

  untrack(o: PyObject): void {
    const head = o.gc;
    if (head === null || head.next === null) return;
    (head.prev as GcHead).next = head.next;
    head.next.prev = head.prev;
    head.prev = null;
    head.next = null;
    head.isCollecting = false;
    if (this.recorder !== null) this.recorder.untrack(o);
  }

  /** Whether the object is one of start-up's, outside the allocator. */
  isStatic(o: PyObject): boolean {
    return o.block > 0 && o.block < this.nextStatic;
  }

  /** Throws when the blocks of a pool do not add up. */
  checkPools(): void {
    this.allocator.check();
  }

  isTracked(o: PyObject): boolean {
    return o.gc !== null && o.gc.next !== null;
  }

  allocRaw(bytes: number): number {
    return bytes === 0 ? 0 : this.allocate(bytes);
  }

  isOutside(block: number): boolean {
    return this.isLibrary || block < this.nextStatic;
  }

  freeRaw(block: number, _bytes: number): void {
    if (block !== 0) this.release(block);
  }

  reallocRaw(block: number, oldBytes: number, newBytes: number): number {
    if (block === 0) return this.allocRaw(newBytes);
    if (newBytes === 0) {
      this.release(block);
      return 0;
    }
    if (this.isLibrary || block < this.nextStatic) {
      // The table of a library's namespace: it stays outside while the library fills it, and moves in when a program does.
      const moved = this.allocate(newBytes);
      this.release(block);
      return moved;
    }
    if (this.allocator.reallocStays(oldBytes, newBytes)) {
      this.tracer?.resize(block, block, newBytes);
      return block;
    }
    const moved = this.take(newBytes);
    this.tracer?.resize(block, moved, newBytes);
    this.allocator.free(block);
    return moved;
  }

  addressOf(o: PyObject): number {
    return o.block * 16 + this.addressOffset(o);
  }

  get usedBytes(): number {
    return this.allocator.usedBytes;
  }

  get allocatedBlocks(): number {
    // For CPython, what is left on the free lists since start-up is handed out.
    let blocks = this.allocator.allocatedBlocks;
    for (const { leftAtStart } of this.freeLists.values())
      for (const left of leftAtStart) blocks += left ?? 0;
    return blocks + this.frames.unmade;
  }

  newFreeList(typeName: string): FreeList | null {
    const list = freeListFor(this.profile, typeName);
    if (list === null) return null;
    this.freeLists.set(typeName, list);
    return list;
  }

  /** A block from the free list, or 0: one that the program put there, else one that start-up left. */
  private takeKept(list: FreeList, items: number, bytes: number): number {
    const kept = takeFree(list, items);
    return kept === 0 ? this.takeLeftAtStart(list, items, bytes) : kept;
  }

  takeLeftAtStart(list: FreeList, items: number, bytes: number): number {
    if (!takeLeftAtStart(list, items)) return 0;
    return this.allocator.allocApart(bytes);
  }

  /** Puts `count` blocks for objects of `items` items on the type's free list, where it has one. */
  fillFreeList(type: PyType, items: number, count: number): void {
    const freeList = type.payload.freeList;
    if (freeList === null || !this.isKeptSize(items)) return;
    for (let i = 0; i < count; i += 1) {
      const block = this.allocate(this.instanceBytes(type, items));
      if (!keepFree(freeList, items, block)) {
        this.release(block);
        return;
      }
    }
  }

  emptyFreeList(list: FreeList, items: number): void {
    for (const block of list.blocks[items]?.splice(0) ?? []) this.release(block);
  }

  /** A full collection empties the free lists. [clear_freelists] */
  clearFreeLists(): void {
    for (const list of this.freeLists.values()) clearFreeList(list, (block) => this.release(block));
    this.frames.clear((block) => this.release(block));
  }

  /** Bytes the allocator is asked for when an instance of `type` is made. */
  instanceBytes(type: PyType, items: number): number {
    const { flags, basicsize, itemsize } = type.payload;
    let bytes = basicsize + items * itemsize;
    if ((flags & TypeFlag.HaveGc) !== 0) bytes += gcHeaderBytes;
    if ((flags & TypeFlag.ManagedAttributes) !== 0) bytes += this.profile.preHeaderBytes;
    return bytes;
  }

  /** `id()` points behind the headers, which only matters for the distance of unlike objects. */
  private addressOffset(o: PyObject): number {
    const managed =
      (o.type.payload.flags & TypeFlag.ManagedAttributes) !== 0 ? this.profile.preHeaderBytes : 0;
    return (o.gc === null ? 0 : gcHeaderBytes) + managed;
  }

  private take(bytes: number): number {
    const block = this.allocator.alloc(bytes);
    if (this.allocator.usedBytes > this.limits.bytes) throw new LimitExceeded("bytes");
    return block;
  }

  private allocate(bytes: number): number {
    if (this.isLibrary) return this.takeStatic();
    const block = this.take(bytes);
    if (this.tracer !== null) this.tracer.alloc(block, bytes);
    return block;
  }

  private release(block: number): void {
    if (block < this.nextStatic) return;
    if (this.tracer !== null) this.tracer.free(block);
    this.allocator.free(block);
  }

  get longestFreeTuple(): number {
    return this.profile.longestFreeTuple;
  }

  private isKeptSize(items: number): boolean {
    return items <= this.profile.longestFreeTuple;
  }

  /** The collector's counter; running or scheduling a collection when it crosses the threshold. */
  countAllocation(): void {
    const gc = this.gc;
    const young = gc.generations[0];
    young.count += 1;
    if (
      young.count > young.threshold &&
      young.threshold !== 0 &&
      gc.isEnabled &&
      !gc.isCollecting &&
      !gc.isImporting
    )
      this.collector?.crossThreshold();
  }
}

/** Seed 0 is a fixed place; any other one moves the heap. In units of 16 bytes. */
function addressBase(seed: number): number {
  const step = seed === 0 ? 0 : ((seed * 2_654_435_761) % 4096) + 1;
  return 0x200_0000 + step * 0x1_0000;
}
