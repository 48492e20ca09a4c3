import { describe, expect, it } from "@jest/globals";

import { hashHigh, hashKeyFor, hashLow, sipHash } from "./siphash.ts";

/** Recorded with PYTHONHASHSEED=0 from CPython 3.10.13 (siphash24) and 3.12.1 (siphash13), and =7 from 3.12.1. */
const inputs = ["a", "abc", "", "hello world", "x".repeat(23), "bytes!!", "12345678"];
const recorded24 = [
  "-7583489610679606711",
  "4596069200710135518",
  "0",
  "6266945022561323786",
  "-4456977980083124254",
  "9091669871126901514",
  "6766637294834280856",
];
const recorded13 = [
  "4644417185603328019",
  "-4594863902769663758",
  "0",
  "-5642461784034726774",
  "8690035849599637275",
  "-2180736466527748923",
  "3785724242978802311",
];
const recordedSeed7 = [
  "6412522626967419924",
  "-7459679063432183616",
  "0",
  "24464887450313091",
  "4317177058901783831",
  "4900188275919255525",
  "2473231513986047293",
];

const bytes = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));

describe("sipHash", () => {
  it.each([
    [2, 0, recorded24],
    [1, 0, recorded13],
    [1, 7, recordedSeed7],
  ] as const)("gives CPython's values with %i rounds and seed %i", (rounds, seed, expected) => {
    const key = hashKeyFor(seed);
    expect(inputs.map((s) => String(sipHash(bytes(s), key, rounds)))).toEqual([...expected]);
  });

  it("splits a hash into halves whichever way it is held", () => {
    for (const hash of [5, -2, -7, 2 ** 40 + 3, -(2 ** 40) - 3, -7583489610679606711n, 2n ** 62n + 9n]) {
      const whole = (BigInt(hashHigh(hash)) << 32n) | BigInt(hashLow(hash));
      expect(BigInt.asIntN(64, whole)).toBe(BigInt(hash));
    }
  });
});
