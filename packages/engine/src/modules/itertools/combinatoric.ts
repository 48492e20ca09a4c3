/** product, permutations, combinations, combinations_with_replacement: by counting indices. */
import { decref, newRef } from "../../memory/refcount.ts";
import { raise } from "../../objects/errors.ts";
import { ssizeArgument } from "../../objects/indices.ts";
import { parseArguments } from "../../objects/native-arguments.ts";
import { newWithFields, setField } from "../../objects/native-fields.ts";
import type { PyObject, PyType, Runtime } from "../../objects/object.ts";
import { fillReusedTuple } from "../../objects/reused-tuple.ts";
import { text } from "../../objects/str-object.ts";
import { tupleFrom } from "../../objects/tuple.ts";
import { newTuple, type PyTuple, tupleItems } from "../../objects/tuple-object.ts";
import { type Args, iteratorType, type Names } from "./shape.ts";

interface CombinatoricData {
  /** A tuple of pools, each a tuple. */
  pools: PyObject;
  /** Chosen position in each place's pool. */
  indices: number[];
  /** permutations: how far each place has turned. */
  cycles: number[];
  /** The tuple given out last; null before the first. */
  result: PyObject | null;
  isDone: boolean;
}

const fields = ["pools", "result"] as const;

function newCombinatoric(
  rt: Runtime,
  type: PyType,
  pools: PyObject[],
  indices: number[],
  isDone: boolean,
  cycles: number[] = [],
): PyObject {
  const data: CombinatoricData = { pools: newTuple(rt, pools), indices, cycles, result: null, isDone };
  return newWithFields(rt, type, data, fields);
}

/** Next result: the first one, then whenever `advance` moved the indices. The tuple is reused while nobody else has it. */
function nextBy(advance: (data: CombinatoricData, sizes: readonly number[]) => boolean) {
  return (rt: Runtime, self: PyObject): PyObject | null => {
    const data = self.payload as CombinatoricData;
    if (data.isDone) return null;
    const pools = tupleItems(data.pools);
    const sizes = pools.map((pool) => tupleItems(pool).length);
    if (data.result !== null && !advance(data, sizes)) {
      data.isDone = true;
      return null;
    }
    rt.charge(1 + data.indices.length, 0);
    const items = data.indices.map((at, place) => {
      const pool = pools.length === 1 ? pools[0] : pools[place];
      return newRef(tupleItems(pool as PyObject)[at] as PyObject);
    });
    if (data.result !== null && items.length > 0 && data.result.refcnt === 1)
      return fillReusedTuple(rt, data.result as PyTuple, items);
    const result = newTuple(rt, items);
    setField(rt, self, "result", newRef(result));
    return result;
  };
}

// ---- product -------------------------------------------------------------------------------------------------

function makeProduct(rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null {
  let times = 1;
  const positional = args.length - (names?.length ?? 0);
  for (let i = 0; i < (names?.length ?? 0); i += 1) {
    const name = text((names as Args)[i] as PyObject);
    if (name !== "repeat")
      return raise(rt, "TypeError", `product() got an unexpected keyword argument '${name}'`);
    const given = ssizeArgument(rt, args[positional + i] as PyObject);
    if (given === null) return null;
    if (given < 0) return raise(rt, "ValueError", "repeat argument cannot be negative");
    times = given;
  }
  const once: PyObject[] = [];
  for (const iterable of args.slice(0, positional)) {
    const pool = tupleFrom(rt, iterable);
    if (pool === null) {
      for (const each of once) decref(rt, each);
      return null;
    }
    once.push(pool);
  }
  rt.charge(once.length * times, 8 * once.length * times);
  const pools: PyObject[] = [];
  for (let i = 0; i < times; i += 1) for (const pool of once) pools.push(newRef(pool));
  for (const pool of once) decref(rt, pool);
  const isEmpty = pools.some((pool) => tupleItems(pool).length === 0);
  return newCombinatoric(
    rt,
    type,
    pools,
    pools.map(() => 0),
    isEmpty,
  );
}

function advanceProduct({ indices }: CombinatoricData, sizes: readonly number[]): boolean {
  for (let i = indices.length - 1; i >= 0; i -= 1) {
    const at = (indices[i] as number) + 1;
    if (at < (sizes[i] as number)) {
      indices[i] = at;
      return true;
    }
    indices[i] = 0;
  }
  return false;
}

export const productSpec = iteratorType({
  name: "itertools.product",
  fields,
  make: makeProduct,
  next: nextBy(advanceProduct),
  basicsize: 48,
});

// ---- combinations and permutations ---------------------------------------------------------------------------

type Start = (size: number, places: number) => { indices: number[]; cycles?: number[]; isDone: boolean };

function makeChoice(fname: string, isOptional: boolean, start: Start) {
  const parameters = { names: ["iterable", "r"], required: isOptional ? 1 : 2 };
  return (rt: Runtime, type: PyType, args: Args, names: Names): PyObject | null => {
    const places = parseArguments(rt, fname, parameters, args, names);
    if (places === null) return null;
    const given = places[1] ?? rt.none;
    const pool = tupleFrom(rt, places[0] as PyObject);
    if (pool === null) return null;
    const size = tupleItems(pool).length;
    const r = given === rt.none && isOptional ? size : ssizeArgument(rt, given);
    if (r === null || r < 0) {
      decref(rt, pool);
      return r === null ? null : raise(rt, "ValueError", "r must be non-negative");
    }
    const { indices, cycles = [], isDone } = start(size, Math.min(r, size + (fname.endsWith("t") ? r : 1)));
    return newCombinatoric(rt, type, [pool], indices, isDone || (r > size && !fname.endsWith("t")), cycles);
  };
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

function advanceCombination({ indices }: CombinatoricData, sizes: readonly number[]): boolean {
  const n = sizes[0] as number;
  const r = indices.length;
  let i = r - 1;
  while (i >= 0 && indices[i] === i + n - r) i -= 1;
  if (i < 0) return false;
  indices[i] = (indices[i] as number) + 1;
  for (let j = i + 1; j < r; j += 1) indices[j] = (indices[j - 1] as number) + 1;
  return true;
}

export const combinationsSpec = iteratorType({
  name: "itertools.combinations",
  fields,
  make: makeChoice("combinations", false, (n, r) => ({ indices: upTo(r), isDone: r > n })),
  next: nextBy(advanceCombination),
  basicsize: 56,
});

function advanceReplacement({ indices }: CombinatoricData, sizes: readonly number[]): boolean {
  const n = sizes[0] as number;
  let i = indices.length - 1;
  while (i >= 0 && indices[i] === n - 1) i -= 1;
  if (i < 0) return false;
  indices.fill((indices[i] as number) + 1, i);
  return true;
}

export const replacementSpec = iteratorType({
  name: "itertools.combinations_with_replacement",
  fields,
  make: makeChoice("combinations_with_replacement", false, (n, r) => ({
    indices: new Array<number>(r).fill(0),
    isDone: n === 0 && r > 0,
  })),
  next: nextBy(advanceReplacement),
  basicsize: 56,
});

function advancePermutation({ indices, cycles }: CombinatoricData, sizes: readonly number[]): boolean {
  const n = sizes[0] as number;
  // The places beyond r are kept behind the chosen ones in `cycles`' company: see fullOrder.
  const order = fullOrder.get(indices) ?? upTo(n);
  fullOrder.set(indices, order);
  const r = indices.length;
  for (let i = r - 1; i >= 0; i -= 1) {
    cycles[i] = (cycles[i] as number) - 1;
    if (cycles[i] === 0) {
      const first = order[i] as number;
      order.copyWithin(i, i + 1);
      order[n - 1] = first;
      cycles[i] = n - i;
      continue;
    }
    const j = n - (cycles[i] as number);
    const swapped = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swapped;
    for (let k = 0; k < r; k += 1) indices[k] = order[k] as number;
    return true;
  }
  return false;
}

/** permutations keeps an order of the whole pool of which `indices` is the front. */
const fullOrder = new WeakMap<number[], number[]>();

export const permutationsSpec = iteratorType({
  name: "itertools.permutations",
  fields,
  make: makeChoice("permutations", true, (n, r) => ({
    indices: upTo(r),
    cycles: Array.from({ length: r }, (_, i) => n - i),
    isDone: r > n,
  })),
  next: nextBy(advancePermutation),
  basicsize: 64,
});
