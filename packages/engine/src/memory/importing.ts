/**
 * What importing a module of the library does to the collector's counter and the free lists.
 *
 * CPython's modules make other objects than ours do (it imports more, unmarshals code, runs importlib), and what they leave on the
 * counter decides when the next collection of a program starts. So our own counting rests while a module is loaded, and what
 * CPython was measured to count is counted after it.
 */
import { collectScheduled } from "../gc/collect.ts";
import { builtinsHeldBy } from "../modules/builtin-holders.ts";
import { importCosts } from "../modules/import-costs.ts";
import { dictGetText } from "../objects/dict.ts";
import { isNative } from "../objects/native.ts";
import type { Runtime } from "../objects/object.ts";
import type { PythonVersion } from "../python-version.ts";
import { startHistories } from "../start-history.ts";
import { keep } from "./native-hold.ts";
import { leaveOnFreeList } from "./passing.ts";
import { incref } from "./refcount.ts";

interface Costs {
  readonly own: ReadonlyMap<string, number>;
  readonly brings: ReadonlyMap<string, readonly string[]>;
}

const tables = new Map<PythonVersion, Costs>();
/** Above this, importlib has read a file, and start-up's free lists are used up and filled anew. */
const ownOfFile = 100;

/** Loads a module for the program; `load` may import others. */
export function countedImport<T>(rt: Runtime, name: string, load: () => T): T {
  const { gc } = rt.heap;
  if (gc.isImporting) return load();
  const [young] = gc.generations;
  const count = young.count;
  gc.isImporting = true;
  try {
    return load();
  } finally {
    gc.isImporting = false;
    young.count = count;
    countImport(rt, name);
  }
}

function countImport(rt: Runtime, name: string): void {
  const { own, brings } = costsOf(rt.profile.version);
  // A collection while the program was compiled moves those that come while it imports.
  const hasCollected =
    rt.heap.gc.generations[1].count !== startHistories[rt.profile.version].collectorCount[1];
  let containers = 0;
  for (const each of [...(brings.get(name) ?? []), name]) {
    if (rt.broughtIn.has(each)) continue;
    rt.broughtIn.add(each);
    containers += own.get(each) ?? 0;
    holdBuiltins(rt, each);
  }
  for (let i = 0; i < containers; i += 1) {
    rt.heap.countAllocation();
    // Importing runs Python code, so that a collection asked for comes at once.
    if (rt.thread.gcScheduled) collectScheduled(rt);
  }
  if (containers > ownOfFile) leaveFreeLists(rt, hasCollected);
}

/** Ours do not hold the builtins that CPython's module does. */
function holdBuiltins(rt: Runtime, module: string): void {
  for (const name of builtinsHeldBy(module, rt.profile.version)) {
    const native = dictGetText(rt.builtins, name);
    if (native === null || !isNative(rt, native)) continue;
    incref(native);
    rt.copiedFunctions.push({ module, name, native, copies: 1 });
    keep(rt, `copy of ${module}`, native);
  }
}

function leaveFreeLists(rt: Runtime, hasCollected: boolean): void {
  const { framesAfterImport, freeListsAfterImport, afterCollection } = startHistories[rt.profile.version];
  rt.heap.frames.leave(framesAfterImport);
  const left = hasCollected ? { ...freeListsAfterImport, ...afterCollection } : freeListsAfterImport;
  for (const [typeName, lefts] of Object.entries(left)) {
    const list = rt.heap.freeLists.get(typeName);
    if (list === undefined) continue;
    for (const [items, left] of lefts.entries()) {
      if (left === 0) rt.heap.emptyFreeList(list, items);
      leaveOnFreeList(list, items, Math.max(0, left - (list.blocks[items]?.length ?? 0)));
    }
  }
}

function costsOf(version: PythonVersion): Costs {
  let costs = tables.get(version);
  if (costs === undefined) {
    costs = parse(importCosts[version]);
    tables.set(version, costs);
  }
  return costs;
}

function parse({ own, brings }: { readonly own: string; readonly brings: string }): Costs {
  const words = own.split(" ");
  const pairs = words.flatMap((word, i) => (i % 2 === 0 ? [[word, Number(words[i + 1])] as const] : []));
  const lists = brings.split("; ").map((line) => line.split(": ") as [string, string]);
  return { own: new Map(pairs), brings: new Map(lists.map(([name, names]) => [name, names.split(" ")])) };
}
