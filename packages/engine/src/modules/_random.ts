/** The generator under `random`.   [mirrors Modules/_randommodule.c] */
import { newRef } from "../memory/refcount.ts";
import { hash, indexValue } from "../objects/abstract.ts";
import { raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float-object.ts";
import { intArgument, ssizeArgument } from "../objects/indices.ts";
import { hasFlag, type PyObject, type Runtime, TypeFlag } from "../objects/object.ts";
import { tupleItems } from "../objects/tuple-object.ts";
import { method, noArgs, oneArg, type TypeSpec } from "../objects/typespec.ts";
import { addTypes } from "./module-types.ts";
import type { ModuleSpec } from "./modulespec.ts";
import { newTwister, nextBits, nextDouble, type TwisterState } from "./random/mersenne-twister.ts";

interface RandomData {
  state: TwisterState;
}

const data = (o: PyObject): RandomData => o.payload as RandomData;

/** The words of |value|, least significant first; one zero word for 0. */
function wordsOf(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 32n)
    words.push(Number(rest & 0xffff_ffffn));
  return words.length === 0 ? [0] : words;
}

/** Without an argument CPython asks the system; here the nuisance seed answers. */
function seedWords(rt: Runtime, o: PyObject | undefined): number[] | null {
  if (o === undefined || o === rt.none) return [0x5eed, rt.nuisance.clock];
  if (hasFlag(o.type, TypeFlag.IntSubclass)) {
    const value = indexValue(rt, o);
    return value === null ? null : wordsOf(BigInt(value));
  }
  const hashed = hash(rt, o);
  return hashed === null ? null : wordsOf(BigInt.asUintN(64, BigInt(hashed)));
}

function seed(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  const words = seedWords(rt, args[0]);
  if (words === null) return null;
  data(self).state = newTwister(words);
  return newRef(rt.none);
}

function getrandbits(rt: Runtime, self: PyObject, o: PyObject): PyObject | null {
  const count = rt.profile.chrTakesAnyInt ? ssizeArgument(rt, o) : intArgument(rt, o);
  if (count === null) return null;
  if (count < 0) return raise(rt, "ValueError", "number of bits must be non-negative");
  rt.charge(count / 32, count / 8);
  const bits = nextBits(data(self).state, count);
  const small = Number(bits);
  return rt.newInt(Number.isSafeInteger(small) ? small : bits);
}

function getstate(rt: Runtime, self: PyObject): PyObject {
  const { words, index } = data(self).state;
  return rt.newTuple([...words, index].map((word) => rt.newInt(word)));
}

function setstate(rt: Runtime, self: PyObject, state: PyObject): PyObject | null {
  const items = tupleItems(state);
  if (items.length !== 625) return raise(rt, "ValueError", "state vector is the wrong size");
  const numbers = items.map((item) => Number((item as PyObject<number | bigint>).payload));
  data(self).state = { words: Uint32Array.from(numbers.slice(0, 624)), index: numbers[624] as number };
  return newRef(rt.none);
}

export const randomSpec: TypeSpec = {
  name: "_random.Random",
  pyName: "Random",
  module: "_random",
  flags: TypeFlag.BaseType,
  basicsize: 2520,
  slots: {
    dealloc: (rt, self) => rt.heap.free(self),
    new: (rt, type, args) => {
      const words = seedWords(rt, args[0]);
      if (words === null) return null;
      return rt.heap.create<RandomData>(type, { state: newTwister(words) });
    },
  },
  methods: [
    noArgs("random", (rt, self) => newFloat(rt, nextDouble(data(self).state))),
    method("seed", seed, { min: 0, max: 1 }),
    oneArg("getrandbits", getrandbits),
    noArgs("getstate", getstate),
    oneArg("setstate", setstate),
  ],
};

export const randomCModule: ModuleSpec = {
  name: "_random",
  populate: (rt, _module, set) => {
    addTypes(rt, [randomSpec], set);
    return true;
  },
};
