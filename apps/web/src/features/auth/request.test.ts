import { expect, test } from "@jest/globals";
import { safeNext } from "./request.ts";

test.each([
  ["/rooms", "/rooms"],
  ["/host/abc?x=1", "/host/abc?x=1"],
  ["//elsewhere.example", "/decks"],
  ["https://elsewhere.example", "/decks"],
  ["/\\elsewhere.example", "/decks"],
  ["", "/decks"],
  [null, "/decks"],
])("%s leads to %s", (next, path) => {
  expect(safeNext(next)).toBe(path);
});
