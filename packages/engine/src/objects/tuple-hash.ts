/** How tuples mix the hashes of their items since 3.8: a simplified xxHash.   [mirrors tuple_hash, Objects/tupleobject.c] */

const prime1 = 11400714785074694791n;
const prime2 = 14029467366897019727n;
const prime5 = 2870177450012600261n;
const mask = (1n << 64n) - 1n;

/** @param lengthTerm what the length adds at the end (slices leave it out with 0) */
export function mixHashes(hashes: readonly (number | bigint)[], lengthTerm: bigint): number | bigint {
  let acc = prime5;
  for (const hash of hashes) {
    acc = (acc + BigInt.asUintN(64, BigInt(hash)) * prime2) & mask;
    acc = ((acc << 31n) | (acc >> 33n)) & mask;
    acc = (acc * prime1) & mask;
  }
  acc = (acc + lengthTerm) & mask;
  if (acc === mask) return 1546275796;
  return narrow(BigInt.asIntN(64, acc));
}

export function tupleHash(hashes: readonly (number | bigint)[]): number | bigint {
  return mixHashes(hashes, BigInt(hashes.length) ^ (prime5 ^ 3527539n));
}

/** A number where a double holds it exactly. */
export function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
