import { expect, test } from "@jest/globals";
import { codeSize } from "./code-size.ts";

test.each([
  ["a = []\nb = a\n", "text-25"],
  [`${"x".repeat(35)}\n`, "text-20"],
  ["a = 1\n".repeat(12), "text-20"],
  ["a = 1\n".repeat(16), "text-16"],
  ["x".repeat(80), "text-16"],
  ["a = 1\n".repeat(19), "text-14"],
])("a program keeps the largest size that fits", (source, size) => {
  expect(codeSize(source)).toBe(size);
});
