import { expect, test } from "@jest/globals";
import { characterByName } from "./unicode-names.ts";

test.each([
  ["BULLET", "•"],
  ["euro sign", "€"],
  ["DIGIT SEVEN", "7"],
  ["LATIN SMALL LETTER Q", "q"],
  ["LATIN CAPITAL LETTER U WITH DIAERESIS", "Ü"],
  ["LATIN SMALL LETTER S WITH CARON", "š"],
  ["GREEK SMALL LETTER OMEGA", "ω"],
  ["GREEK CAPITAL LETTER SIGMA", "Σ"],
  ["GREEK SMALL LETTER RHO", "ρ"],
  ["SNAKE", "🐍"],
])("%s is %s", (name, char) => {
  expect(characterByName(name)).toBe(char);
});

test.each([
  "",
  "LETTER",
  "LATIN SMALL LETTER",
  "LATIN SMALL LETTER Q WITH CARON",
  "GREEK SMALL LETTER Q",
  "NO SUCH NAME",
])("%p is not in the list", (name) => {
  expect(characterByName(name)).toBeUndefined();
});
