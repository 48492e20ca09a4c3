import { describe, expect, test } from "@jest/globals";
import { decref, newRef } from "../memory/refcount.ts";
import type { PythonVersion } from "../python-version.ts";
import { newRuntime } from "../testing/new-runtime.ts";
import {
  dictContains,
  dictDelete,
  dictGetText,
  dictItems,
  dictSet,
  dictSetText,
  dictSize,
  newDict,
} from "./dict.ts";
import type { PyObject, Runtime } from "./object.ts";

const sizeOf = (rt: Runtime, o: PyObject): number => o.type.payload.slots.sizeof?.(rt, o) ?? 0;

/** `sys.getsizeof` without the collector's header, after each of `n` insertions that change it. */
function growth(python: PythonVersion, n: number, key: (rt: Runtime, i: number) => PyObject): number[] {
  const rt = newRuntime(python);
  const dict = newDict(rt);
  const sizes = new Set([sizeOf(rt, dict)]);
  for (let i = 0; i < n; i += 1) {
    const k = key(rt, i);
    dictSet(rt, dict, k, rt.none);
    decref(rt, k);
    sizes.add(sizeOf(rt, dict));
  }
  return [...sizes];
}

const intKey = (rt: Runtime, i: number): PyObject => rt.newInt(i);
const strKey = (rt: Runtime, i: number): PyObject => rt.newStr(`key ${i}`);

describe("the size of a dict", () => {
  test("follows CPython's tables up to 3.10", () => {
    const sizes = [64, 232, 360, 640, 1176, 2272, 4696].map((bytes) => bytes - 16);
    expect(growth("3.8", 90, intKey)).toEqual(sizes);
    expect(growth("3.10", 90, strKey)).toEqual(sizes);
  });

  test("is smaller from 3.11 while all keys are str", () => {
    expect(growth("3.12", 90, intKey)).toEqual([48, 208, 336, 616, 1152, 2248, 4672]);
    expect(growth("3.12", 90, strKey)).toEqual([48, 168, 256, 448, 816, 1568, 3312]);
  });

  test.each([
    ["3.10", 232],
    ["3.12", 352],
    ["3.13", 224],
  ] as const)("%s: one key that is no str makes a table of %d bytes", (python, bytes) => {
    const rt = newRuntime(python);
    const dict = newDict(rt);
    dictSetText(rt, dict, "a", rt.none);
    const one = rt.newInt(1);
    dictSet(rt, dict, one, rt.none);
    expect(sizeOf(rt, dict) + 16).toBe(bytes);
  });
});

describe("keys", () => {
  test("keep their order around holes", () => {
    const rt = newRuntime("3.13");
    const dict = newDict(rt);
    for (let i = 0; i < 12; i += 1) dictSetText(rt, dict, `k${i}`, rt.none);
    for (const name of ["k0", "k5", "k11"]) dictDelete(rt, dict, rt.intern(name));
    dictSetText(rt, dict, "k5", rt.true);
    expect(dictItems(dict).map(([key]) => (key.payload as { text: string }).text)).toEqual([
      "k1",
      "k2",
      "k3",
      "k4",
      "k6",
      "k7",
      "k8",
      "k9",
      "k10",
      "k5",
    ]);
    expect(dictSize(dict)).toBe(10);
    expect(dictGetText(dict, "k5")).toBe(rt.true);
  });

  test("of equal value are one key", () => {
    const rt = newRuntime("3.13");
    const dict = newDict(rt);
    dictSet(rt, dict, rt.newInt(1), rt.none);
    dictSet(rt, dict, rt.newFloat(1), rt.true);
    expect(dictSize(dict)).toBe(1);
    expect(dictContains(rt, dict, rt.true)).toBe(true);
  });

  test("and values are counted once each, and given back", () => {
    const rt = newRuntime("3.13");
    const dict = newDict(rt);
    const key = rt.newFloat(2.5);
    const value = rt.newFloat(3.5);
    dictSet(rt, dict, key, value);
    dictSet(rt, dict, key, value);
    expect([key.refcnt, value.refcnt]).toEqual([2, 2]);
    newRef(dict);
    decref(rt, dict);
    decref(rt, dict);
    expect([key.refcnt, value.refcnt]).toEqual([1, 1]);
  });
});
