/** Object caching: ints from -5 to 256 exist once, and equal constants of one compile unit are one object anyway. */
import { bankItem, lineOf } from "../item.ts";

const edge = `a = int("{{low}}")
b = int("{{low}}")
c = int("{{high}}")
d = int("{{high}}")
print(a is b)
print(c is d)
print({{high}} is {{high}})
print(c - 1 is d - 1)
print(c + 1 is d + 1)`;

const rows = (source: string, texts: readonly string[]) =>
  texts.map((text) => ({ line: lineOf(source, text), occurrence: 1 }));

export const edgeOfTheCache = bankItem("edge-of-the-cache", {
  kind: "identity",
  title: "The edge of the shelf",
  topic: "object-caching",
  source: edge,
  python: "3.13",
  mode: "script",
  params: { low: ["256", "255", "-5", "100"], high: ["257", "300", "1000"] },
  ask: {
    rows: rows(edge, [
      "print(a is b)",
      "print(c is d)",
      "print({{high}} is {{high}})",
      "print(c - 1 is d - 1)",
      "print(c + 1 is d + 1)",
    ]),
  },
});

export const edgeOfTheNewCache = bankItem("edge-of-the-new-cache", {
  kind: "identity",
  title: "The edge of the shelf has moved",
  topic: "object-caching",
  source: edge,
  python: "3.15",
  mode: "script",
  params: { low: ["256", "-5"], high: ["257", "1000", "1025", "1024", "2000"] },
  ask: {
    rows: rows(edge, [
      "print(a is b)",
      "print(c is d)",
      "print({{high}} is {{high}})",
      "print(c - 1 is d - 1)",
      "print(c + 1 is d + 1)",
    ]),
  },
});

const typed = `a = {{n}}
b = {{n}}
a is b
c = {{n}}; d = {{n}}
c is d
def f(): return {{n}}
f() is f()
f() is a`;

export const typedAtThePrompt = bankItem("typed-at-the-prompt", {
  kind: "identity",
  title: "Typed at the prompt",
  topic: "object-caching",
  source: typed,
  python: "3.13",
  mode: "repl",
  params: { n: ["257", "1000", "256", "3.5", "'two words'", "'word'"] },
  ask: { rows: rows(typed, ["a is b", "c is d", "f() is f()", "f() is a"]) },
});
