/** The hash of a frozenset: the same whatever the order of its slots.   [frozenset_hash, Objects/setobject.c] */
import type { PyObject, Runtime } from "./object.ts";
import { type Hash, type PySet, setEntries } from "./set-object.ts";
import { narrow } from "./tuple-hash.ts";

const mask = (1n << 64n) - 1n;

export function frozenHash(_rt: Runtime, self: PyObject): Hash {
  const data = (self as PySet).payload;
  if (data.hash !== null) return data.hash;
  let hash = 0n;
  for (const [, one] of setEntries(self)) hash ^= shuffleBits(BigInt.asUintN(64, BigInt(one)));
  hash ^= ((BigInt(data.used) + 1n) * 1927868237n) & mask;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & mask;
  data.hash = hash === mask ? 590923713 : narrow(BigInt.asIntN(64, hash));
  return data.hash;
}

/** Spreads hashes that are close together. */
function shuffleBits(hash: bigint): bigint {
  return ((hash ^ 89869747n ^ ((hash << 16n) & mask)) * 3644798167n) & mask;
}
