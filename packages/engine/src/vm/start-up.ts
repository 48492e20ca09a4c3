/**
 * The objects of start-up, kept for the next run.   [what Py_Initialize leaves behind: static types, singletons, builtins]
 *
 * They are the same in every run of a version and seed, so a run that ends gives them back as it found them: every count,
 * every slot and every link as start-up had made it, and nothing of what the run hung on them. A run never sees another.
 */
import { append } from "../gc/generations.ts";
import type { MadeAtStart } from "../memory/heap.ts";
import { isImmortal } from "../memory/refcount.ts";
import { type Nuisance, nuisanceKey, nuisanceKinds } from "../nuisance.ts";
import { newDictDataAtStart, type Types } from "../objects/bootstrap.ts";
import { type DictData, type PyDict, reindex } from "../objects/dict-table.ts";
import { attributesOf } from "../objects/instance-attributes.ts";
import { isNative, type NativeData } from "../objects/native.ts";
import {
  type Caches,
  type CopiedFunction,
  type GcHead,
  hasFlag,
  type PyObject,
  type PyType,
  type Runtime,
  TypeFlag,
} from "../objects/object.ts";
import type { PythonVersion } from "../python-version.ts";

/** What start-up made, as the interpreter refers to it. */
export interface StartObjects {
  readonly types: Types;
  readonly none: PyObject;
  readonly true: PyObject;
  readonly false: PyObject;
  readonly ellipsis: PyObject;
  readonly notImplemented: PyObject;
  readonly modules: PyDict;
  readonly builtins: PyDict;
  readonly builtinsModule: PyObject;
}

export interface StartUp {
  readonly objects: StartObjects;
  /** What has a count that moves, and what start-up's own references to each come to. */
  readonly counted: readonly PyObject[];
  readonly counts: readonly number[];
  /** What may be given attributes or weak references. */
  readonly withAttributes: readonly PyObject[];
  /** Ring of the containers among them, and its members. */
  readonly ring: GcHead;
  readonly heads: readonly GcHead[];
  readonly natives: readonly { readonly data: NativeData; self: PyObject | null; module: PyObject | null }[];
  readonly types: readonly { readonly type: PyType; readonly subclasses: number }[];
  /** Entries of `builtins`. */
  readonly keys: readonly (PyObject | null)[];
  readonly values: readonly (PyObject | null)[];
  readonly caches: Caches;
  /** Those of `builtins`. */
  readonly copiedFunctions: readonly CopiedFunction[];
  /** How many of the interned names are start-up's. */
  readonly names: number;
  /** Where the address of the next static object comes from. */
  readonly nextStatic: number;
  readonly freeLists: MadeAtStart["freeLists"];
  /** Where it waits for its next run; null for one that is made for a single run. */
  readonly shelf: StartUp[] | null;
}

/** Those nobody is using, by version and seed. */
const waiting = new Map<string, StartUp[]>();
/** Seeds above this one are drawn once and not again. */
const highestKeptSeed = 16;

/** A start-up as new, or null when one has to be made. */
export function takeStartUp(python: PythonVersion, nuisance: Nuisance): StartUp | null {
  return shelfOf(python, nuisance)?.pop() ?? null;
}

function shelfOf(python: PythonVersion, nuisance: Nuisance): StartUp[] | null {
  if (nuisanceKinds.some((kind) => nuisance[kind] > highestKeptSeed)) return null;
  const key = `${python} ${nuisanceKey(nuisance)}`;
  let shelf = waiting.get(key);
  if (shelf === undefined) {
    shelf = [];
    waiting.set(key, shelf);
  }
  return shelf;
}

/** The run is over, and nothing of it is used any more. */
export function giveStartUp(start: StartUp): void {
  if (start.shelf === null) return;
  restore(start);
  start.shelf.push(start);
}

/** Notes what start-up made, before a program has run. */
export function rememberStartUp(rt: StartObjects & Runtime, made: MadeAtStart): StartUp {
  const { all, ring, nextStatic, freeLists } = made;
  const { types, none, ellipsis, notImplemented, modules, builtins, builtinsModule } = rt;
  const { keys, values } = builtins.payload;
  const counted = all.filter((o) => !isImmortal(o));
  return {
    objects: {
      types,
      none,
      true: rt.true,
      false: rt.false,
      ellipsis,
      notImplemented,
      modules,
      builtins,
      builtinsModule,
    },
    counted,
    counts: counted.map((o) => o.refcnt),
    withAttributes: all.filter(mayHaveAttributes),
    ring,
    heads: all.flatMap((o) => (o.gc === null ? [] : [o.gc])),
    natives: all.flatMap((o) => (isNative(rt, o) ? [{ ...heldBy(o.payload), data: o.payload }] : [])),
    // A version that lacks a type has an empty entry for it.
    types: Object.values(types).flatMap((type) =>
      type === undefined ? [] : [{ type, subclasses: type.payload.subclasses.length }],
    ),
    keys: [...keys],
    values: [...values],
    caches: copyCaches(rt.caches),
    copiedFunctions: [...rt.copiedFunctions],
    names: rt.caches.interned.size,
    nextStatic,
    freeLists,
    shelf: shelfOf(rt.profile.version, rt.nuisance),
  };
}

function mayHaveAttributes(o: PyObject): boolean {
  return hasFlag(o.type, TypeFlag.HasDict) || hasFlag(o.type, TypeFlag.HasWeakrefs);
}

function heldBy({ self, module }: NativeData): Pick<NativeData, "self" | "module"> {
  return { self, module };
}

/** The ready-made objects as start-up left them; the table of interned strings is handed on, not copied. */
export function copyCaches(caches: Caches): Caches {
  return {
    ...caches,
    smallInts: [...caches.smallInts],
    latin1: caches.latin1.slice(),
    byteChars: caches.byteChars.slice(),
    classDescriptors: new Map(caches.classDescriptors),
  };
}

function restore(start: StartUp): void {
  const { counted, counts, ring, objects } = start;
  for (let i = 0; i < counted.length; i += 1) (counted[i] as PyObject).refcnt = counts[i] as number;
  for (const o of start.withAttributes) o.attrs = null;
  ring.next = ring;
  ring.prev = ring;
  for (const head of start.heads) {
    head.isCollecting = false;
    head.isTentativelyUnreachable = false;
    head.isFinalized = false;
    append(head, ring);
  }
  for (const { data, self, module } of start.natives) {
    data.self = self;
    data.module = module;
  }
  for (const { type, subclasses } of start.types) restoreType(type, subclasses);
  restoreNamespaces(start);
  attributesOf(objects.builtinsModule).dict = objects.builtins;
  forgetNames(start);
}

/** Takes off a type what the run hung on it: entries made when somebody looked, subclasses. */
function restoreType(type: PyType, subclasses: number): void {
  const data = type.payload;
  // Entries are made by look-ups, so that a type nobody looked into is as it was; emptying a Map costs like a new one.
  if (data.lookups.size > 0) data.lookups = new Map();
  data.dict = null;
  if (data.subclasses.length > subclasses) data.subclasses.length = subclasses;
  // What a machine remembers about the type does not hold in the next run.
  data.versionTag += 1;
}

/** `sys.modules` is empty; `builtins` is as it was, which it nearly always still is. */
function restoreNamespaces({ objects, keys, values }: StartUp): void {
  const { modules, builtins } = objects;
  modules.payload = newDictDataAtStart(modules.payload.version + 1);
  const d = builtins.payload;
  if (isSame(d, keys, values)) return;
  const fresh = newDictDataAtStart(d.version + 1);
  fresh.keys = [...keys];
  fresh.values = [...values];
  fresh.hashes = keys.map(() => null);
  fresh.used = keys.length;
  fresh.usable -= keys.length;
  builtins.payload = fresh;
  reindex(fresh);
}

function isSame(
  d: DictData,
  keys: readonly (PyObject | null)[],
  values: readonly (PyObject | null)[],
): boolean {
  if (d.keys.length !== keys.length || d.split !== null || d.byHash !== null || !d.isUnicode) return false;
  for (let i = 0; i < keys.length; i += 1)
    if (d.keys[i] !== keys[i] || d.values[i] !== values[i]) return false;
  return true;
}

/** Drops the names the run interned, which came after start-up's own. */
function forgetNames({ caches, names }: StartUp): void {
  let left = names;
  for (const text of caches.interned.keys()) {
    left -= 1;
    if (left < 0) caches.interned.delete(text);
  }
}
