/** Strings and tuples: what the compiler shares, what is built at run time, and what `sys.intern` brings together. */
import { bankItem, lineOf } from "../item.ts";

const strings = `import sys
a = "{{word}}"
b = "{{word}}"
half = "{{word}}"[:{{cut}}]
c = half + "{{word}}"[{{cut}}:]
print(a is b)
print(c == a)
print(c is a)
print(sys.intern(c) is sys.intern(a))
print(half is a[:{{cut}}])
print(a[:] is a)`;

export const builtOrWritten = bankItem("built-or-written", {
  kind: "identity",
  title: "Written down or put together",
  topic: "object-caching",
  source: strings,
  python: "3.13",
  mode: "script",
  params: { word: ["garden", "window", "two words", "rain-bow"], cut: ["1", "3"] },
  ask: {
    rows: [
      "print(a is b)",
      "print(c is a)",
      "print(sys.intern(c) is sys.intern(a))",
      "print(half is a[:{{cut}}])",
      "print(a[:] is a)",
    ].map((text) => ({ line: lineOf(strings, text), occurrence: 1 })),
  },
});

const tuples = `point = ({{x}}, {{y}})
other = {{make}}
row = [{{x}}, {{y}}]
print(point is ({{x}}, {{y}}))
print(point is other)
print(point[:] is point)
print(row[:] is row)
print(tuple(row) is tuple(row))
print({{empty}} is ())`;

export const tuplesAndLists = bankItem("tuples-and-lists", {
  kind: "identity",
  title: "Tuples that are one",
  topic: "object-caching",
  source: tuples,
  python: "3.13",
  mode: "script",
  params: {
    x: ["1000"],
    y: ["2.5"],
    make: ["tuple([{{x}}, {{y}}])", "tuple(point)", "point + ()", "point[:1] + point[1:]"],
    empty: ["tuple([])", "point[2:]", "tuple([()])"],
  },
  ask: {
    rows: [
      "print(point is ({{x}}, {{y}}))",
      "print(point is other)",
      "print(point[:] is point)",
      "print(row[:] is row)",
      "print({{empty}} is ())",
    ].map((text) => ({ line: lineOf(tuples, text), occurrence: 1 })),
  },
});
