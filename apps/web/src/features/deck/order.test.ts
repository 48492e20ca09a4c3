import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { moved } from "./order.ts";

test("moves one element and keeps the others in order", () => {
  expect(moved(["a", "b", "c", "d"], 3, 1)).toEqual(["a", "d", "b", "c"]);
  expect(moved(["a", "b"], 0, 2)).toEqual(["a", "b"]);
});

test("loses and doubles nothing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), fc.nat(20), (list, from, to) => {
      const result = moved(list, from, to);
      expect([...result].sort()).toEqual([...list].sort());
      if (from < list.length && to < list.length) expect(result[to]).toBe(list[from]);
    }),
  );
});
