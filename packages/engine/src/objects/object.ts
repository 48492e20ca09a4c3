/**
 * The object: a count, a type and a payload.   [mirrors Include/object.h, Include/cpython/object.h]
 *
 * Every Python object is an instance of this one JS class, so that all the code that counts references reads the same
 * shape; what makes a list a list is its payload (decision 0001). `PyObject<ListData>` is a list; `isList(o)` narrows.
 *
 * Ownership, everywhere in the engine, is CPython's convention:
 * - a function that returns an object returns a NEW reference the caller now owns, unless its name begins with
 *   `borrowed` or `peek`;
 * - parameters are BORROWED: the callee increfs what it keeps, unless its doc says it STEALS the reference;
 * - `null` from a function of type `PyObject | null` (or `false` from a status function) means: an exception is set on
 *   `rt.thread`. It travels up as a value; JavaScript's `throw` is for bugs of the engine alone.
 *
 * The shapes in this file refer to each other in a ring (an object has a type, a type has slots, a slot gets the runtime,
 * the runtime has objects). They are tied here, in one file, so that no import anywhere else has to be circular.
 */

import type { CodeUnit } from "../compiler/code.ts";
import type { MemoryTracer } from "../memory/tracer.ts";
import type { Nuisance } from "../nuisance.ts";
import type { Profile } from "../version.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";

export class PyObject<P = unknown> {
  /** Counted references; IMMORTAL marks an object whose count never moves. */
  refcnt = 1;
  type: PyType;
  payload: P;
  /** The allocator's block, in units of 16 bytes from the address base; 0 for a static object (see memory/obmalloc.ts). */
  block = 0;
  /** The collector's header; null for a type without Py_TPFLAGS_HAVE_GC. */
  gc: GcHead | null = null;
  /** Instance dict or inline values, `__slots__` and the weakref list; null where the type has none of them. */
  attrs: InstanceAttributes | null = null;

  /** Only memory/heap.ts constructs objects. */
  constructor(type: PyType, payload: P) {
    this.type = type;
    this.payload = payload;
  }
}

export type PyType = PyObject<TypeData>;

/**
 * The collector's header in front of a container.   [PyGC_Head, Include/internal/pycore_gc.h]
 * A generation is a doubly linked ring of these, in CPython's order; the order decides which finalizer runs first.
 */
export class GcHead {
  /** null in a ring's own sentinel. */
  readonly object: PyObject | null;
  /** null in both links: not tracked. */
  prev: GcHead | null = null;
  next: GcHead | null = null;
  /** During a collection: references from outside the candidates. */
  gcRefs = 0;
  isCollecting = false;
  isTentativelyUnreachable = false;
  /** `__del__` has run (PEP 442: at most once). */
  isFinalized = false;

  constructor(object: PyObject | null) {
    this.object = object;
  }
}

/** What an instance carries beside its payload. Every non-null reference in here is owned but those in `weakrefs`. */
export interface InstanceAttributes {
  /** The instance's `__dict__` once it is a dict object of its own; null while values are inline or there is none yet. */
  dict: PyObject | null;
  /** Inline or split values by the index of `keys`; null entries are unset. */
  values: (PyObject | null)[] | null;
  keys: SharedKeys | null;
  /** Indices of `values` in the order they were set; null: it is the order of the indices. */
  order: number[] | null;
  /** The block of a values array of its own (3.11, 3.12); 0 when there is none. */
  valuesBlock: number;
  /** Values of `__slots__` in storage order. */
  slots: (PyObject | null)[] | null;
  /** Weak references to this object, newest first; borrowed. */
  weakrefs: PyObject[] | null;
}

/** A split table: what a dict with shared keys and an instance with values have in common. [PyDictValues] */
export type SplitTable = Pick<InstanceAttributes, "keys" | "values" | "order" | "valuesBlock">;

/** The key table the instances of one class share.   [PyDictKeysObject of kind DICT_KEYS_SPLIT] */
export interface SharedKeys {
  /** Owned by the class's key table; a name stays once it came. */
  readonly names: PyObject[];
  readonly indexByName: Map<string, number>;
  /** Names that may still be added; a new instance gets `names.length + usable` slots. [dk_usable] */
  usable: number;
  /** log2 of the index table's slots (≤ 3.10, where it may grow). */
  log2Size: number;
  /** The block of the key table, where it came from a dict; 0 otherwise. */
  block: number;
  /** The class and every split dict that uses the keys; at 0 the names go. [dk_refcnt] */
  refs: number;
}

/** Type flags, CPython's Py_TPFLAGS_* that the engine needs. */
export const TypeFlag = {
  HeapType: 1 << 0,
  BaseType: 1 << 1,
  HaveGc: 1 << 2,
  IntSubclass: 1 << 3,
  ListSubclass: 1 << 4,
  TupleSubclass: 1 << 5,
  BytesSubclass: 1 << 6,
  StrSubclass: 1 << 7,
  DictSubclass: 1 << 8,
  BaseExceptionSubclass: 1 << 9,
  TypeSubclass: 1 << 10,
  SetSubclass: 1 << 11,
  FloatSubclass: 1 << 12,
  /** Instances carry a `__dict__` (tp_dictoffset or managed dict). */
  HasDict: 1 << 13,
  /** Instances can be weakly referenced. */
  HasWeakrefs: 1 << 14,
  MethodDescriptor: 1 << 15,
  Abstract: 1 << 16,
  Immutable: 1 << 17,
  Sequence: 1 << 18,
  Mapping: 1 << 19,
  DisallowInstantiation: 1 << 20,
  /** Instances are called without a tuple for their arguments. */
  HasVectorcall: 1 << 22,
  /** Dict or weakref list kept in front of the instance (3.11+: Py_TPFLAGS_MANAGED_DICT, 3.12+ _WEAKREF). */
  ManagedAttributes: 1 << 21,
} as const;

export interface TypeData {
  name: string;
  qualname: string;
  module: string;
  flags: number;
  /** Bytes of one instance without the gc header, as `tp_basicsize` of the modelled CPython (64-bit). */
  basicsize: number;
  itemsize: number;
  base: PyType | null;
  /** The `__bases__` and `__mro__` tuples; owned. */
  bases: PyObject | null;
  mro: PyObject | null;
  /** The MRO for the engine's own look-ups, same members as `mro`; borrowed. */
  mroTypes: readonly PyType[];
  /** The type's `__dict__` (a PyDict); owned. */
  dict: PyObject | null;
  /** Direct subclasses in order of creation; weak, not counted. */
  subclasses: PyType[];
  /** Entries of a built-in type's dict that nobody has looked at yet; null for heap types and complete dicts. */
  lazy: LazyEntries | null;
  /** What look-ups of this type found, by name; borrowed, dropped whenever the type or one of its bases changes. */
  lookups: Map<string, PyObject | null>;
  /** Changes with every change of the type or its bases; for the machine's inline caches. */
  versionTag: number;
  slots: TypeSlots;
  /** Memory kept ready for the next object of exactly this type; memory/freelist.ts makes it. */
  freeList: FreeList | null;
  /** Extra state of a heap type (names of `__slots__`, shared keys, name objects …). */
  heap: HeapTypeData | null;
}

export interface FreeList {
  readonly capacity: number;
  /** Blocks by number of items (tuples keep a list per length), index 0 for all others; the last one is reused first. */
  readonly blocks: number[][];
  /** How many blocks start-up leaves, by number of items. */
  readonly atStart: readonly number[];
  /** How many of them nobody has taken. They get their address when they are taken. */
  readonly leftAtStart: number[];
}

/** Makes entries of a built-in type's dict on demand. */
export interface LazyEntries {
  /** Puts the entry into the type's dict; null when there is none of that name. Borrowed. */
  make(rt: Runtime, type: PyType, name: string): PyObject | null;
  /** Makes all that are missing, in the order of the type's declaration. */
  makeAll(rt: Runtime, type: PyType): void;
}

/** Names of a library module's namespace that are made on demand (objects/lazy-names.ts). */
export interface LazyNames {
  names(): Iterable<string>;
  /** Puts the name into the namespace unless it is there; borrowed. Null when there is none of that name. */
  make(rt: Runtime, name: string): PyObject | null;
}

export interface HeapTypeData {
  nameObject: PyObject;
  qualnameObject: PyObject;
  /** Names of `__slots__` in the order of their storage, or null without `__slots__`. */
  slotNames: readonly string[] | null;
  /** How instances keep their attributes: no `__dict__`; a dict pointer; values with a dict on demand, apart or inline. */
  readonly dictKind: "none" | "pointer" | "values" | "inline";
  /** All `__slots__` of the class and its bases. */
  readonly slotCount: number;
  /** Key table of the instances' dicts; null when they have none. [ht_cached_keys] */
  sharedKeys: SharedKeys | null;
  /** The `__slots__` object; owned, or null. [ht_slots] */
  slotsObject: PyObject | null;
}

export type Unary = (rt: Runtime, self: PyObject) => PyObject | null;
/** Binary slots get both operands and return `rt.notImplemented` (a new reference) when they do not know the pair. */
export type Binary = (rt: Runtime, left: PyObject, right: PyObject) => PyObject | null;
/** `args` are borrowed; the names of the last `names.length` of them follow in `names`. [vectorcall] */
export type Call = (
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
) => PyObject | null;

export const compareOps = ["<", "<=", "==", "!=", ">", ">="] as const;
export type CompareOp = (typeof compareOps)[number];

/** Called for every reference an object owns: the referent and the slot it sits in. */
export type Visit = (referent: PyObject, slot: string, key: SlotKey) => void;
/** An index, a name, or the key object of a mapping. */
export type SlotKey = number | string | PyObject | null;

/**
 * What a type can do, under the C names. A missing slot is inherited when the type is made ready.
 * `dealloc` runs at count 0; `traverse` shows the collector what CPython's tp_traverse shows it, `holds` any further
 * counted references (those tp_traverse skips), so that the heap checker sees all of them.
 */
export interface TypeSlots {
  dealloc?: (rt: Runtime, self: PyObject) => void;
  finalize?: (rt: Runtime, self: PyObject) => void;
  traverse?: (self: PyObject, visit: Visit) => void;
  /** What gc.get_referents shows, where that is more than is counted here: the types of start-up are not. */
  referents?: (self: PyObject, visit: Visit) => void;
  holds?: (self: PyObject, visit: Visit) => void;
  clear?: (rt: Runtime, self: PyObject) => void;
  /** `__sizeof__` without the gc header. */
  sizeof?: (rt: Runtime, self: PyObject) => number;

  new?: (
    rt: Runtime,
    type: PyType,
    args: readonly PyObject[],
    names: readonly PyObject[] | null,
  ) => PyObject | null;
  init?: (
    rt: Runtime,
    self: PyObject,
    args: readonly PyObject[],
    names: readonly PyObject[] | null,
  ) => boolean;
  call?: Call;
  repr?: Unary;
  str?: Unary;
  /** −1 n.a.: a failed hash returns null. Hashes are bigint-free: signed 64-bit values that fit a double are numbers. */
  hash?: (rt: Runtime, self: PyObject) => number | bigint | null;
  richcompare?: (rt: Runtime, self: PyObject, other: PyObject, op: CompareOp) => PyObject | null;
  getattro?: (rt: Runtime, self: PyObject, name: PyObject) => PyObject | null;
  /** `value` null deletes. */
  setattro?: (rt: Runtime, self: PyObject, name: PyObject, value: PyObject | null) => boolean;
  iter?: Unary;
  /** null without an exception set: exhausted. */
  iternext?: Unary;
  descrGet?: (
    rt: Runtime,
    self: PyObject,
    instance: PyObject | null,
    owner: PyObject | null,
  ) => PyObject | null;
  descrSet?: (rt: Runtime, self: PyObject, instance: PyObject, value: PyObject | null) => boolean;

  bool?: (rt: Runtime, self: PyObject) => boolean | null;
  /** A bigint beyond what a number holds exactly. */
  length?: (rt: Runtime, self: PyObject) => number | bigint | null;
  contains?: (rt: Runtime, self: PyObject, item: PyObject) => boolean | null;
  /** sq_item: `index` already adjusted for a negative one. */
  item?: (rt: Runtime, self: PyObject, index: number) => PyObject | null;
  subscript?: Binary;
  assSubscript?: (rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null) => boolean;
  concat?: Binary;
  repeat?: (rt: Runtime, self: PyObject, count: number) => PyObject | null;
  inplaceConcat?: Binary;
  inplaceRepeat?: (rt: Runtime, self: PyObject, count: number) => PyObject | null;

  add?: Binary;
  subtract?: Binary;
  multiply?: Binary;
  matrixMultiply?: Binary;
  trueDivide?: Binary;
  floorDivide?: Binary;
  remainder?: Binary;
  divmod?: Binary;
  power?: (rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject) => PyObject | null;
  lshift?: Binary;
  rshift?: Binary;
  and?: Binary;
  xor?: Binary;
  or?: Binary;
  inplaceAdd?: Binary;
  inplaceSubtract?: Binary;
  inplaceMultiply?: Binary;
  inplaceMatrixMultiply?: Binary;
  inplaceTrueDivide?: Binary;
  inplaceFloorDivide?: Binary;
  inplaceRemainder?: Binary;
  inplacePower?: (rt: Runtime, base: PyObject, exponent: PyObject, modulus: PyObject) => PyObject | null;
  inplaceLshift?: Binary;
  inplaceRshift?: Binary;
  inplaceAnd?: Binary;
  inplaceXor?: Binary;
  inplaceOr?: Binary;
  negative?: Unary;
  positive?: Unary;
  absolute?: Unary;
  invert?: Unary;
  int?: Unary;
  float?: Unary;
  index?: Unary;

  await?: Unary;
  aiter?: Unary;
  anext?: Unary;
}

export function hasFlag(type: PyType, flag: number): boolean {
  return (type.payload.flags & flag) !== 0;
}

// ---- the machine that runs objects ---------------------------------------------------------------------------

/** The payload of a code object: the compiler's unit with its constants and names as objects. */
export interface CodeData {
  unit: CodeUnit;
  /** Owned. */
  readonly consts: readonly PyObject[];
  /** Interned; owned. */
  readonly names: readonly PyObject[];
  readonly localsplusNames: readonly PyObject[];
  /** `co_name`, `co_qualname` and `co_filename`; owned. */
  readonly nameObject: PyObject;
  readonly qualnameObject: PyObject;
  readonly filenameObject: PyObject;
  /** The frame kept for the next call (≤ 3.10, co_zombieframe); owned. */
  zombie: PyObject | null;
  /** How often each call of native code has run, up to two (3.12+). */
  callRuns: Uint8Array | null;
  /** Finished activations to be used again, linked by `back`; they own nothing. */
  idle: Frame | null;
  /** How many positional arguments fill all parameters; −1 where a call must be bound name by name. */
  readonly plainArgcount: number;
  /** What instructions remember of their last execution; made when the code first looks something up. */
  caches: InlineCaches | null;
  /** What warm instructions have settled on, by position; never holds a reference. (vm/specialize.ts) */
  adaptive: Map<number, unknown> | null;
}

/**
 * What one instruction found the last time, and how to tell that it would find the same again. Nothing in here is a
 * reference that counts, and nothing a program can see depends on it.   [mirrors _PyLoadGlobalCache, _PyAttrCache]
 */
export interface InlineCaches {
  /** By index of the name. */
  readonly globals: GlobalCache[];
  /** By instruction. */
  readonly attributes: AttributeCache[];
}

/** Where a global name was found. */
export interface GlobalCache {
  /** The keys of the namespace's table; null: nothing is known. */
  readonly keys: readonly (PyObject | null)[] | null;
  /** The entry; −1: not among the globals while `added` stands, so see the builtins. */
  readonly at: number;
  readonly added: number;
  readonly builtinKeys: readonly (PyObject | null)[] | null;
  readonly builtinAt: number;
}

/** How an attribute was found on an instance of `type`. */
export interface AttributeCache {
  /** null: nothing is known. */
  readonly type: PyType | null;
  readonly versionTag: number;
  /** The shared keys of the instance's values; null: the instance has none. */
  readonly keys: SharedKeys | null;
  /** A value of the instance; −1: a method of the type, while the keys have only `size` names. */
  readonly index: number;
  readonly size: number;
  /** Borrowed; alive while the type's version stands. */
  readonly method: PyObject | null;
}

/**
 * An activation. `slots` holds the locals, cells and free variables, then the evaluation stack; `sp` is the index of the
 * first free stack slot. A slot whose `borrowed` byte is 1 does not own its reference (3.14+).
 */
export interface Frame {
  /** Owned, as is locals. */
  readonly code: PyObject<CodeData>;
  readonly unit: CodeUnit;
  globals: PyObject;
  builtins: PyObject;
  /** The namespace of a module or class body; null in a function. */
  locals: PyObject | null;
  slots: (PyObject | null)[];
  borrowed: Uint8Array;
  sp: number;
  /** Index of the instruction being executed. */
  pc: number;
  back: Frame | null;
  /** The Python-visible frame object once somebody asked for it (always, up to 3.10); null before. */
  object: PyObject | null;
  /** The function being run, owned by the frame from 3.11; null for module bodies. */
  function: PyObject | null;
  generator: PyObject | null;
  /** Where the call under way began: on its return everything from here up is released (≤ 3.10) or is gone already. */
  callBase: number;
  /** The evaluation loop returns to its JavaScript caller when this frame does. */
  isEntry: boolean;
  /** Who clears the slots: the evaluation loop, the generator, or the frame object that outlived its call. */
  owner: "thread" | "generator" | "object";
  /** The frame has returned or was cleared. */
  isComplete: boolean;
  /** ≤ 3.10: globals and builtins are counted; from 3.11 they are its function's. */
  readonly ownsNamespaces: boolean;
  /** The function's tuple of cells, until COPY_FREE_VARS has taken them; borrowed. */
  closure: PyObject | null;
}

/** An exception being handled; all owned. Up to 3.10 its type and traceback are counted beside it. [_PyErr_StackItem] */
export interface HandledException {
  value: PyObject | null;
  type: PyObject | null;
  traceback: PyObject | null;
}

/** The engine runs one thread.   [PyThreadState] */
export interface ThreadState {
  frame: Frame | null;
  /** The exception being raised, owned; null when none is set. */
  exception: PyObject | null;
  /** The exception this generator or the thread's own code is handling, owned. For `sys.exc_info()` see topmostHandled. */
  handled: PyObject | null;
  /** Its type and traceback, counted beside it up to 3.10; owned. */
  handledType: PyObject | null;
  handledTraceback: PyObject | null;
  /** What those who resumed the running generators are handling, innermost last. */
  readonly outerHandled: HandledException[];
  recursionDepth: number;
  recursionLimit: number;
  /** Containers whose repr is being made, owned, innermost last. [Py_Repr] */
  readonly reprs: PyObject[];
  /** Nested deallocations of containers, and those put off because they were nested too deep. [trashcan] */
  trashDepth: number;
  readonly trashLater: PyObject[];
  /** Set by an allocation from 3.12: run the collector at the next eval-breaker check. */
  gcScheduled: boolean;
  /** The tuple an exception class is being called with; borrowed. */
  callTuple: PyObject | null;
  /** The tuple the running native function got its arguments in; borrowed. */
  packedTuple: PyObject | null;
}

/** The exception being handled here or, in a generator that handles none, by whoever resumed it; borrowed. */
export function topmostHandled(thread: ThreadState): PyObject | null {
  if (thread.handled !== null) return thread.handled;
  for (let i = thread.outerHandled.length - 1; i >= 0; i -= 1) {
    const value = thread.outerHandled[i]?.value ?? null;
    if (value !== null) return value;
  }
  return null;
}

export interface Generation {
  /** The ring's sentinel. */
  readonly head: GcHead;
  /** Generation 0: allocations minus deallocations; the others: collections of the next younger one. */
  count: number;
  threshold: number;
  collections: number;
  collected: number;
  uncollectable: number;
}

/** [struct _gc_runtime_state, Include/internal/pycore_interp.h] */
export interface GcState {
  readonly generations: readonly [Generation, Generation, Generation];
  /**
   * Containers start-up made, of the oldest generation. The interpreter holds all of them to its end, so no collection
   * has to look whether they are reachable.
   */
  readonly startUp: GcHead;
  /** What gc.freeze() put out of reach. */
  readonly permanent: GcHead;
  isEnabled: boolean;
  isCollecting: boolean;
  /** A module of the library is being loaded: allocations do not count, see memory/importing.ts. */
  isImporting: boolean;
  debug: number;
  longLivedTotal: number;
  longLivedPending: number;
  /** What 3.12's start-up freezes; `gc.unfreeze()` lets it go. */
  frozenAtStart: number;
  /** `gc.callbacks` and `gc.garbage`, lists; owned, null before the gc module exists. */
  callbacks: PyObject | null;
  garbage: PyObject | null;
}

/** Allocation, as the object layer sees it; memory/heap.ts implements it. Sizes are bytes of the modelled CPython. */
export interface Heap {
  /**
   * A new object of `type` with `payload`, refcnt 1, not tracked. Its memory is the gc header, pre-header and basicsize
   * plus `items` × itemsize plus `extraBytes` (inline values). Increfs a heap type (its instances own a reference to it).
   * [PyObject_Malloc, _PyObject_GC_New(Var), the type's free list]
   */
  create<P>(type: PyType, payload: P, items?: number, extraBytes?: number): PyObject<P>;
  /**
   * `create` for an exact int or float: the JS object of one that died is used again, which spares V8 both the garbage
   * and the bookkeeping for a young object in an old stack.
   */
  createNumber<P extends number | bigint>(type: PyType, payload: P, items: number): PyObject<P>;
  /** `create` for a frame object of a version that keeps dead ones for later (≤ 3.10). */
  createFrame<P extends { room: number }>(type: PyType, payload: P, slots: number): PyObject<P>;
  /** `free` for it: onto the free list of frames. */
  freeFrame(o: PyObject, room: number): void;
  /** `free` for what `createNumber` made, and for instances of subclasses. */
  freeNumber(o: PyObject, items: number): void;
  /**
   * A static object: immortal from 3.12, counted before, outside the allocator. `holder`: the table of start-up that has
   * its first reference.
   */
  createStatic<P>(type: PyType, payload: P, holder?: string): PyObject<P>;
  /** A mortal object of start-up: refcnt 1, outside the allocator, of the collector's oldest generation. */
  createAtStart<P>(type: PyType, payload: P): PyObject<P>;
  /**
   * tp_free: gives the block back (or to the type's free list; `items` as in `create`). The reference a heap type's
   * instance owns to its type is the caller's to drop (memory/dealloc.ts does).
   */
  free(o: PyObject, items?: number): void;
  readonly gc: GcState;
  /** tracemalloc, while it is on. */
  tracer: MemoryTracer | null;
  track(o: PyObject): void;
  untrack(o: PyObject): void;
  isTracked(o: PyObject): boolean;
  /** Throws when the blocks of a pool do not add up. */
  checkPools(): void;
  /** Whether the object is one of start-up's, outside the allocator. */
  isStatic(o: PyObject): boolean;
  /** Memory that is no object: a list's item array, a dict's keys. Returns its block; size 0 gives 0. [PyMem_Malloc] */
  allocRaw(bytes: number): number;
  /** Whether a raw block lies outside the allocator, like all that the library makes. */
  isOutside(block: number): boolean;
  freeRaw(block: number, bytes: number): void;
  /** Moves a raw block as realloc would: stays in place when the size class is the same. */
  reallocRaw(block: number, oldBytes: number, newBytes: number): number;
  /** Blocks handed out and not given back. [sys.getallocatedblocks] */
  readonly allocatedBlocks: number;
  /** Bytes handed out and not given back. */
  readonly usedBytes: number;
  /** By name of the built-in type. */
  readonly freeLists: ReadonlyMap<string, FreeList>;
  /** Dead frames kept for the next ones (≤ 3.10). */
  readonly frames: { leave(rooms: readonly number[]): void };
  readonly longestFreeTuple: number;
  /** One more container: may run a collection (≤ 3.11) or ask for one. [_PyObject_GC_Alloc, _PyObject_GC_Link] */
  countAllocation(): void;
  /** The free list of the built-in type of that name, or null where this version has none. */
  newFreeList(typeName: string): FreeList | null;
  /** A block of `bytes` that start-up left on the list, or 0; for CPython it was handed out before the program. */
  takeLeftAtStart(list: FreeList, items: number, bytes: number): number;
  /** Puts `count` blocks for objects of `items` items on the type's free list, where it has one. */
  fillFreeList(type: PyType, items: number, count: number): void;
  /** Gives back the blocks the list keeps for objects of `items` items. */
  emptyFreeList(list: FreeList, items: number): void;
  /** Empties all free lists, as a full collection does. */
  clearFreeLists(): void;
  /**
   * Until `endLibrary`, what is made is the library's: of start-up, beside the program's allocator and its collector's
   * count. Returns what `endLibrary` wants back.
   */
  beginLibrary(): boolean;
  endLibrary(wasLibrary: boolean): void;
  /** The number `id()` gives. */
  addressOf(o: PyObject): number;
}

/** Thrown by `charge` when a limit is crossed; the only exception of JavaScript that the engine's driver expects. */
export class LimitExceeded extends Error {
  readonly limit: "steps" | "bytes" | "objects" | "depth" | "output";
  constructor(limit: LimitExceeded["limit"]) {
    super(`limit crossed: ${limit}`);
    this.limit = limit;
  }
}

/** Thrown where a program needs something that CPython has and the engine does not model: refused by name, never guessed. */
export class Unsupported extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`not modelled: ${what}`);
    this.what = what;
  }
}

/** Objects CPython keeps ready-made; all owned by the runtime. */
export interface Caches {
  /** −5 … profile.largestSmallInt; index 0 is −5. */
  readonly smallInts: PyObject[];
  /** One-character strings U+0000 … U+00FF and one-byte bytes. */
  readonly latin1: PyObject[];
  readonly byteChars: PyObject[];
  emptyStr: PyObject | null;
  emptyBytes: PyObject | null;
  emptyTuple: PyObject | null;
  /** The singleton `frozenset()` up to 3.9. */
  emptyFrozenset: PyObject | null;
  /** 3.15+: the descriptors of `__dict__` and `__weakref__` that all classes share; owned. */
  readonly classDescriptors: Map<string, PyObject>;
  /** Interned strings by text; borrowed (an interned string that dies leaves the table). */
  readonly interned: Map<string, PyObject>;
}

export interface ExitCall {
  readonly callable: PyObject;
  readonly args: readonly PyObject[];
  readonly names: readonly PyObject[] | null;
}

/** What an opcode does, outside the evaluation loop; false: an exception is set. */
export type OpFunction = (rt: Runtime, frame: Frame, arg: number) => boolean;

/** Points of the memory model that are plain functions; src/rules/points.ts lists them with those that are not. */
export interface MemoryModel {
  /** What `sys.getrefcount` answers. [sys_getrefcount_impl] */
  getRefcount(rt: Runtime, o: PyObject): number;
  /** Collects the generation and all younger ones. [gc_collect_main] */
  gcCollectMain(rt: Runtime, generation: 0 | 1 | 2): CollectionResult;
}

export interface CollectionResult {
  readonly found: number;
  readonly candidates: number;
}

/** One interpreter: everything a run owns. Passed as `rt` to whatever may allocate, count, raise or call. */
/** A function that copies of its module's dict hold as well. [m_copy, interp->builtins_copy] */
export interface CopiedFunction {
  readonly module: string;
  readonly name: string;
  readonly native: PyObject;
  readonly copies: number;
}

export interface Runtime {
  readonly profile: Profile;
  readonly mode: "script" | "repl";
  /** Draws everything CPython does not promise; 0 equals the recorded interpreter. */
  readonly nuisance: Nuisance;
  readonly heap: Heap;
  readonly thread: ThreadState;
  readonly types: Readonly<Record<BuiltinTypeName, PyType>>;
  readonly caches: Caches;
  readonly none: PyObject;
  readonly true: PyObject;
  readonly false: PyObject;
  readonly ellipsis: PyObject;
  readonly notImplemented: PyObject;
  /** `sys.modules` and the builtins module's dict; both PyDict. */
  readonly modules: PyObject;
  readonly builtins: PyObject;
  /** By namespace: library names nobody has looked at yet. */
  readonly lazyNames: Map<PyObject, LazyNames>;
  recorder: Recording | null;
  readonly model: MemoryModel;
  /** Handlers of the opcodes a wrong rule has taken over, by opcode number; empty without rules. */
  readonly ruledOps: readonly OpFunction[];
  /** Constructors for the layers below the types' own files: see LAYERS in errors.ts. */
  newStr(text: string): PyObject;
  /** Steals the items. */
  newTuple(items: PyObject[]): PyObject;
  /** Steals the items. */
  newList(items: PyObject[]): PyObject;
  newInt(value: number | bigint): PyObject;
  /** The dict of a call's keywords; values and names are borrowed. [_PyStack_AsDict] */
  newKeywords(values: readonly PyObject[], names: readonly PyObject[]): PyObject;
  /** A bound method (objects/method.ts); both borrowed. */
  newMethod(callable: PyObject, self: PyObject): PyObject;
  newFloat(value: number): PyObject;
  newComplex(real: number, imag: number): PyObject;
  /** A str of its own even where a shared one exists (`str(5)`). */
  newFreshStr(text: string): PyObject;
  /** The text `traceback.print_exception` would print, ending in a newline. (vm/traceback text) */
  formatException(exception: PyObject): string;
  sourceLine(filename: string, lineno: number): string;
  /** The interned string with this text, a new reference (memory/interned.ts). */
  intern(text: string): PyObject;
  /** `locals()` of the running frame, as this version makes it; a new reference. (vm/locals) */
  currentLocals(): PyObject | null;
  /** Shows every counted reference the runtime itself owns: `sys.modules`, types, singletons, caches. */
  visitRoots(visit: (o: PyObject, owner: string, slot: string) => void): void;
  /** Library modules that CPython would have loaded by now, beyond start-up's. */
  readonly broughtIn: Set<string>;
  /** What `atexit` runs, oldest first; all references owned. */
  readonly exitCalls: ExitCall[];
  /** The file the program is; null at the prompt. */
  readonly script: { readonly filename: string; readonly source: string } | null;
  /** What start-up's copies of module dicts hold. */
  readonly copiedFunctions: CopiedFunction[];
  /** Whether the interpreter is shutting down. */
  isFinalizing: boolean;
  /** sys.displayhook: prints the repr and sets `_`; false: an exception is set. */
  display(value: PyObject): boolean;
  /** The frame object `depth` calls up (0 is the running Python frame), a new reference; null when there is none. */
  frameObjectAt(depth: number): PyObject | null;
  /** Charged before the work is done; throws LimitExceeded. */
  charge(steps: number, bytes: number): void;
  writeStdout(text: string): void;
  writeStderr(text: string): void;
  /** `sys.modules[name]`, imported when it is not there yet: a new reference, or null with an exception. */
  importModule(name: string): PyObject | null;
  /** An import statement; `fromlist` is a tuple or None. (vm/import.ts) */
  /** What `from module import name` takes: a new reference. (vm/import.ts) */
  importedName(module: PyObject, name: string): PyObject | null;
  importLevel(name: string, globals: PyObject | null, fromlist: PyObject, level: number): PyObject | null;
  /** Compiles source text to a code object, or raises its SyntaxError. (vm/machine.ts) */
  compileText(source: string, filename: string, mode: "exec" | "eval" | "single"): PyObject | null;
  /** Runs code in namespaces; all borrowed. (vm/call.ts) */
  runCode(code: PyObject<CodeData>, globals: PyObject, locals: PyObject): PyObject | null;
  /** Runs a function's code with `namespace` as its locals: a class body. (vm/call.ts) */
  runFunctionBody(func: PyObject, namespace: PyObject): PyObject | null;
  readonly builtinsModule: PyObject;
  /**
   * Calls a Python function with references of the stack itself, when the running instruction is specialised for that;
   * undefined when it is not. (vm/specialize.ts)
   */
  callFromStack(
    op: "LOAD_ATTR" | "BINARY_SUBSCR",
    func: PyObject,
    self: PyObject,
    count: number,
    extra: readonly PyObject[],
  ): PyObject | null | undefined;
  /** Runs a frame to its end: a new reference to what it returned, or null with an exception set. (vm/eval.ts) */
  evalFrame(frame: Frame): PyObject | null;
}

/**
 * What the machine tells a recorder while it runs. `rt.recorder` is null when nobody listens, so that an untraced run
 * pays one null check. Frames and evaluation stacks are not reported write by write: the recorder compares a frame's
 * slots before each instruction and wherever it is asked about the heap.
 */
export interface Recording {
  /** A counted reference in a container's slot changed hands; null is an empty slot. */
  slotWrite(owner: PyObject, slot: string, key: SlotKey, old: PyObject | null, next: PyObject | null): void;
  alloc(o: PyObject, bytes: number): void;
  /**
   * One of start-up's objects is made because somebody asks for it. `heldByStartUp`: references to it that lie in no slot
   * and never go.
   */
  appear(o: PyObject, heldByStartUp: number): void;
  /** Who listens while a library module is made, whose code runs as if it had before the program began. */
  forLibrary(): Recording | null;
  /** Its size changed, or may have. */
  resize(o: PyObject): void;
  /** Shared keys got a name, a spare slot less or another user: every dict that uses them may have another size. */
  keysChange(keys: SharedKeys): void;
  dealloc(o: PyObject): void;
  /** It has another class from now on. */
  retype(o: PyObject): void;
  /** Its count will not move any more. */
  immortalize(o: PyObject): void;
  weakrefCreate(ref: PyObject, referent: PyObject): void;
  weakrefClear(ref: PyObject, referent: PyObject): void;
  finalize(o: PyObject): void;
  resurrect(o: PyObject): void;
  track(o: PyObject, generation: number): void;
  untrack(o: PyObject): void;
  /** null: gc.freeze() has put it where no collection looks. */
  promote(o: PyObject, generation: number | null): void;
  gcStart(generation: number, isAutomatic: boolean): void;
  gcEnd(generation: number, collected: number, uncollectable: number): void;
  poolTake(pool: number, sizeClass: number): void;
  poolGive(pool: number): void;
  arenaTake(arena: number): void;
  arenaGive(arena: number): void;
  open(o: PyObject, name: string): void;
  close(o: PyObject, name: string): void;
  print(text: string): void;
  raise(exception: PyObject): void;
  /** sys.getrefcount is about to answer. */
  refcountAsked(o: PyObject, count: number): void;
  /** Native code holds a counted reference in a C local variable while it calls back into Python. */
  nativeHold(holder: string, o: PyObject): void;
  nativeRelease(holder: string, o: PyObject): void;
  /** One of the runtime's own tables, which `visitRoots` shows, got a reference or lost it. */
  rootHold(holder: string, o: PyObject): void;
  rootRelease(holder: string, o: PyObject): void;
  framePush(frame: Frame): void;
  /** The frame stops running: it returned, or a generator suspended. */
  framePop(frame: Frame): void;
  /** The frame has returned, and its frame object keeps what it owns. */
  frameOutlives(frame: Frame): void;
  /** The frame's references are released for good. */
  frameClear(frame: Frame): void;
  /** The frame owns nothing any more. */
  frameReleased(frame: Frame): void;
  /** Before each instruction: `frame.slots` is compared with what was last seen, and a new line opens a step. */
  instruction(frame: Frame): void;
}
