/**
 * One interpreter put together: heap, types, singletons, `builtins`, `sys.modules`.   [mirrors pycore_init_types, pycore_init_builtins]
 *
 * Making one is cheap: what the versions share is shared, and objects of start-up are made when somebody looks.
 */
import { collectGenerations } from "../gc/collect.ts";
import { ObjectHeap } from "../memory/heap.ts";
import { smallRequestThreshold } from "../memory/obmalloc.ts";
import { newRef } from "../memory/refcount.ts";
import { builtinsModule } from "../modules/builtins.ts";
import type { Nuisance } from "../nuisance.ts";
import { createTypes, newDictAtStart, type Types } from "../objects/bootstrap.ts";
import { dictSet, newDict, type PyDict } from "../objects/dict.ts";
import { newMethod } from "../objects/function-object.ts";
import { newInt } from "../objects/int-object.ts";
import { newList } from "../objects/list-object.ts";
import {
  type Caches,
  type CodeData,
  type CopiedFunction,
  type ExitCall,
  type Frame,
  type LazyNames,
  LimitExceeded,
  type MemoryModel,
  type OpFunction,
  type PyObject,
  type PyType,
  type Recording,
  type Runtime,
  type ThreadState,
} from "../objects/object.ts";
import { newFreshStr, newStr, newStrData, sharedStr } from "../objects/str-object.ts";
import { newTuple } from "../objects/tuple-object.ts";
import type { PythonVersion } from "../python-version.ts";
import type { Limits } from "../run-types.ts";
import { type Profile, profiles } from "../version.ts";
import { createModule } from "./create-module.ts";
import { displayHook } from "./display.ts";
import { cpythonModel } from "./memory-model.ts";
import { copyCaches, giveStartUp, rememberStartUp, type StartUp, takeStartUp } from "./start-up.ts";

type CompileMode = "exec" | "eval" | "single";

/** What the machine that runs code does for the objects; vm/ puts it together. */
export interface Machine {
  evalFrame(rt: Runtime, frame: Frame): PyObject | null;
  importModule(rt: Runtime, name: string): PyObject | null;
  importLevel(
    rt: Runtime,
    name: string,
    globals: PyObject | null,
    fromlist: PyObject,
    level: number,
  ): PyObject | null;
  importedName(rt: Runtime, module: PyObject, name: string): PyObject | null;
  compileText(rt: Runtime, source: string, filename: string, mode: CompileMode): PyObject | null;
  runCode(rt: Runtime, code: PyObject<CodeData>, globals: PyObject, locals: PyObject): PyObject | null;
  runFunctionBody(rt: Runtime, func: PyObject, namespace: PyObject): PyObject | null;
  currentLocals(rt: Runtime): PyObject | null;
  formatException(rt: Runtime, exception: PyObject): string;
  /** A line of a file that is there to be read, or "". [linecache.getline] */
  sourceLine(filename: string, lineno: number): string;
  frameObjectAt(rt: Runtime, depth: number): PyObject | null;
  callFromStack(
    rt: Runtime,
    op: "LOAD_ATTR" | "BINARY_SUBSCR",
    func: PyObject,
    self: PyObject,
    count: number,
    extra: readonly PyObject[],
  ): PyObject | null | undefined;
}

export interface RuntimeOptions {
  readonly python: PythonVersion;
  readonly mode: "script" | "repl";
  readonly limits: Limits;
  readonly nuisance: Nuisance;
  readonly machine: Machine;
  readonly script?: Runtime["script"];
  /** What a wrong rule has replaced. */
  readonly ruling?: Ruling | null;
}

/** Replaced points of the memory model, as rules/ruling.ts puts them together. */
export interface Ruling {
  readonly profile: Profile;
  readonly model: MemoryModel;
  readonly ops: readonly OpFunction[];
}

export function createRuntime(options: RuntimeOptions): Interpreter {
  return new Interpreter(options);
}

export class Interpreter implements Runtime {
  readonly profile: Profile;
  readonly mode: "script" | "repl";
  readonly nuisance: Nuisance;
  readonly heap: ObjectHeap;
  readonly thread: ThreadState;
  readonly types: Types;
  readonly caches: Caches;
  readonly none: PyObject;
  readonly true: PyObject;
  readonly false: PyObject;
  readonly ellipsis: PyObject;
  readonly notImplemented: PyObject;
  readonly modules: PyDict;
  readonly builtins: PyDict;
  readonly builtinsModule: PyObject;
  readonly model: MemoryModel;
  readonly ruledOps: readonly OpFunction[];
  readonly lazyNames = new Map<PyObject, LazyNames>();
  recorder: Recording | null = null;
  readonly copiedFunctions: CopiedFunction[];
  isFinalizing = false;
  readonly broughtIn = new Set<string>();
  readonly script: Runtime["script"];
  readonly exitCalls: ExitCall[] = [];
  /** Bytecode instructions and charged work so far. */
  steps = 0;
  private readonly limits: Limits;
  private readonly machine: Machine;
  /** null once handed on. */
  private start: StartUp | null;
  private outputLeft: number;
  private readonly out: string[] = [];
  private readonly err: string[] = [];

  constructor(options: RuntimeOptions) {
    const { limits, machine, mode, nuisance } = options;
    const ruling = options.ruling ?? null;
    const profile = ruling?.profile ?? profiles[options.python];
    this.profile = profile;
    this.model = ruling?.model ?? cpythonModel;
    this.ruledOps = ruling?.ops ?? [];
    this.mode = mode;
    this.nuisance = nuisance;
    this.script = options.script ?? null;
    this.limits = limits;
    this.machine = machine;
    this.outputLeft = limits.output;
    // A wrong rule changes start-up's own types, so that nobody else may have them.
    const kept = ruling === null ? takeStartUp(profile.version, nuisance) : null;
    this.copiedFunctions = kept === null ? [] : [...kept.copiedFunctions];
    this.heap = new ObjectHeap(profile, limits, nuisance, kept);
    this.thread = newThreadState();
    this.caches = kept === null ? newCaches() : copyCaches(kept.caches);
    this.types = kept?.objects.types ?? createTypes(this.heap, profile);
    const { heap, types } = this;
    this.none = kept?.objects.none ?? heap.createStatic(types.NoneType, null);
    this.true = kept?.objects.true ?? heap.createStatic<number>(types.bool, 1);
    this.false = kept?.objects.false ?? heap.createStatic<number>(types.bool, 0);
    this.ellipsis = kept?.objects.ellipsis ?? heap.createStatic(types.ellipsis, null);
    this.notImplemented = kept?.objects.notImplemented ?? heap.createStatic(types.NotImplementedType, null);
    this.modules = kept?.objects.modules ?? newDictAtStart(this);
    this.builtins = kept?.objects.builtins ?? newDictAtStart(this);
    this.builtinsModule =
      kept?.objects.builtinsModule ?? createModule(this, builtinsModule, this.builtins, false);
    const start = kept ?? this.endStart();
    this.start = ruling === null ? start : null;
    occupyPools(heap, nuisance.addresses);
    if (profile.leavesHolesAtStart) leaveHoles(heap);
    heap.collector = this;
  }

  private endStart(): StartUp {
    if (!this.profile.hasImmortals) this.setSharedCounts();
    return rememberStartUp(this, this.heap.endStart());
  }

  /** Hands the objects of start-up on. The interpreter must have ended, and nothing of its heap be looked at again. */
  release(): void {
    if (this.start !== null) giveStartUp(this.start);
    this.start = null;
  }

  /** Where singletons and types are still counted, start-up holds thousands of references to them; how many is no fact. */
  private setSharedCounts(): void {
    const count = 4000 + ((this.nuisance.counts * 7919) % 1000);
    for (const o of [this.none, this.true, this.false, this.ellipsis, this.notImplemented]) o.refcnt = count;
    for (const [, type] of entriesOf(this.types)) {
      type.refcnt = count;
      for (const tuple of [type.payload.bases, type.payload.mro]) if (tuple !== null) tuple.refcnt = 1;
    }
  }

  /** Up to 3.11 the collector runs inside the allocation; from 3.12 at the next eval-breaker check. */
  crossThreshold(): void {
    if (this.profile.gcAtEvalBreaker) this.thread.gcScheduled = true;
    else collectGenerations(this);
  }

  get stdout(): string {
    return this.out.join("");
  }

  get stderr(): string {
    return this.err.join("");
  }

  newStr(text: string): PyObject {
    return newStr(this, text);
  }

  newFreshStr(text: string): PyObject {
    return newFreshStr(this, text);
  }

  newTuple(items: PyObject[]): PyObject {
    return newTuple(this, items);
  }

  newList(items: PyObject[]): PyObject {
    return newList(this, items);
  }

  newKeywords(values: readonly PyObject[], names: readonly PyObject[]): PyObject {
    const dict = newDict(this);
    names.forEach((name, i) => {
      dictSet(this, dict, name, values[i] as PyObject);
    });
    return dict;
  }

  newInt(value: number | bigint): PyObject {
    return newInt(this, value);
  }

  newFloat(value: number): PyObject {
    return this.heap.createNumber<number>(this.types.float, value, 0);
  }

  newComplex(real: number, imag: number): PyObject {
    return this.heap.create(this.types.complex, { real, imag });
  }

  newMethod(callable: PyObject, self: PyObject): PyObject {
    return newMethod(this, callable, self);
  }

  /** A name the interpreter itself uses: one of start-up's strings unless the program interned it first. */
  intern(text: string): PyObject {
    const known = this.caches.interned.get(text) ?? sharedName(this, text);
    if (known !== null && known !== undefined) return newRef(known);
    const name = this.heap.createStatic(this.types.str, newStrData(text));
    name.payload.isInterned = true;
    // Start-up keeps a reference, so that the name outlives every program's use of it.
    if (!this.profile.hasImmortals) name.refcnt = 1;
    if (this.recorder !== null) this.recorder.appear(name, this.profile.hasImmortals ? 0 : 1);
    this.caches.interned.set(text, name);
    return newRef(name);
  }

  charge(steps: number, bytes: number): void {
    this.steps += steps;
    if (this.steps > this.limits.steps) throw new LimitExceeded("steps");
    if (bytes > 0 && this.heap.allocator.usedBytes + bytes > this.limits.bytes)
      throw new LimitExceeded("bytes");
  }

  writeStdout(text: string): void {
    this.takeOutput(text);
    this.out.push(text);
    if (this.recorder !== null) this.recorder.print(text);
  }

  writeStderr(text: string): void {
    this.takeOutput(text);
    this.err.push(text);
  }

  private takeOutput(text: string): void {
    this.outputLeft -= text.length;
    if (this.outputLeft < 0) throw new LimitExceeded("output");
  }

  display(value: PyObject): boolean {
    return displayHook(this, value);
  }

  evalFrame(frame: Frame): PyObject | null {
    return this.machine.evalFrame(this, frame);
  }

  importModule(name: string): PyObject | null {
    return this.machine.importModule(this, name);
  }

  importedName(module: PyObject, name: string): PyObject | null {
    return this.machine.importedName(this, module, name);
  }

  importLevel(name: string, globals: PyObject | null, fromlist: PyObject, level: number): PyObject | null {
    return this.machine.importLevel(this, name, globals, fromlist, level);
  }

  compileText(source: string, filename: string, mode: CompileMode): PyObject | null {
    return this.machine.compileText(this, source, filename, mode);
  }

  runCode(code: PyObject<CodeData>, globals: PyObject, locals: PyObject): PyObject | null {
    return this.machine.runCode(this, code, globals, locals);
  }

  runFunctionBody(func: PyObject, namespace: PyObject): PyObject | null {
    return this.machine.runFunctionBody(this, func, namespace);
  }

  currentLocals(): PyObject | null {
    return this.machine.currentLocals(this);
  }

  sourceLine(filename: string, lineno: number): string {
    return this.machine.sourceLine(filename, lineno);
  }

  formatException(exception: PyObject): string {
    return this.machine.formatException(this, exception);
  }

  frameObjectAt(depth: number): PyObject | null {
    return this.machine.frameObjectAt(this, depth);
  }

  callFromStack(
    op: "LOAD_ATTR" | "BINARY_SUBSCR",
    func: PyObject,
    self: PyObject,
    count: number,
    extra: readonly PyObject[],
  ): PyObject | null | undefined {
    return this.machine.callFromStack(this, op, func, self, count, extra);
  }

  private visitCaches(visit: (o: PyObject, cache: string) => void): void {
    const { smallInts, latin1, byteChars, emptyStr, emptyBytes, emptyTuple, emptyFrozenset } = this.caches;
    // The tables have holes where nobody has asked yet.
    smallInts.forEach((o) => {
      visit(o, "cache of small ints");
    });
    for (const table of [latin1, byteChars])
      table.forEach((o) => {
        visit(o, "cache of single characters");
      });
    for (const o of [emptyStr, emptyBytes, emptyTuple, emptyFrozenset])
      if (o !== null) visit(o, "cache of empty values");
    for (const o of this.caches.classDescriptors.values()) visit(o, "shared descriptors");
  }

  visitRoots(visit: (o: PyObject, owner: string, slot: string) => void): void {
    for (const { callable, args, names } of this.exitCalls)
      for (const o of [callable, ...args, ...(names ?? [])]) visit(o, "atexit", "callback");
    for (const { module, native, copies } of this.copiedFunctions)
      for (let i = 0; i < copies; i += 1) visit(native, "interpreter", `copy of ${module}`);
    visit(this.modules, "interpreter", "sys.modules");
    visit(this.builtins, "interpreter", "builtins");
    visit(this.builtinsModule, "interpreter", "builtins module");
    this.visitCaches((o, cache) => visit(o, "interpreter", cache));
    const { callbacks, garbage } = this.heap.gc;
    if (callbacks !== null) visit(callbacks, "interpreter", "gc.callbacks");
    if (garbage !== null) visit(garbage, "interpreter", "gc.garbage");
    for (const [name, type] of entriesOf(this.types)) {
      const { dict, mro, bases } = type.payload;
      if (dict !== null) visit(dict, `class ${name}`, "__dict__");
      if (mro !== null) visit(mro, `class ${name}`, "__mro__");
      if (bases !== null) visit(bases, `class ${name}`, "__bases__");
    }
  }
}

/** The types this version has; those of other versions have an empty entry. */
function entriesOf(types: Types): [string, PyType][] {
  return Object.entries(types).filter(([, type]) => type !== undefined);
}

/** Start-up leaves something in a pool of every size class, so that none is given back when a program frees its last block. */
function occupyPools(heap: ObjectHeap, layout: number): void {
  for (let bytes = 16; bytes <= smallRequestThreshold; bytes += 16) {
    const taken = 1 + ((layout * (5 + bytes / 16)) % 7);
    for (let i = 0; i < taken; i += 1) heap.allocator.alloc(bytes);
  }
}

/** Blocks that start-up gave back one after the other: the last one is handed out first. */
function leaveHoles(heap: ObjectHeap): void {
  const run: number[] = [];
  for (let i = 0; i < 120; i += 1) run.push(heap.allocator.alloc(64));
  for (const block of run) heap.allocator.free(block);
}

/** One-character names are the shared strings, where a literal is too. */
function sharedName(rt: Interpreter, text: string): PyObject | null {
  if (text.length > 1 || (text !== "" && rt.profile.strayLetters.includes(text))) return null;
  return sharedStr(rt, text);
}

function newThreadState(): ThreadState {
  return {
    frame: null,
    exception: null,
    handled: null,
    handledType: null,
    handledTraceback: null,
    outerHandled: [],
    recursionDepth: 0,
    recursionLimit: 1000,
    reprs: [],
    trashDepth: 0,
    trashLater: [],
    gcScheduled: false,
    callTuple: null,
    packedTuple: null,
  };
}

function newCaches(): Caches {
  return {
    smallInts: [],
    latin1: [],
    byteChars: [],
    emptyStr: null,
    emptyBytes: null,
    emptyTuple: null,
    emptyFrozenset: null,
    classDescriptors: new Map(),
    interned: new Map(),
  };
}
