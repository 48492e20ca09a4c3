/** Reference counting as every lesson begins it: a list under two names, deleted one by one (1, 2, 1, 0). */
import { bankItem, lineOf, onceAt } from "../item.ts";

const names = { a: ["basket"], b: ["lunch"] };

const oneGoes = `{{a}} = ["apple", "pear"]
{{b}} = {{a}}
{{step}}
del {{a}}
print(len({{b}}))`;

export const oneNameGoes = bankItem("one-name-goes", {
  kind: "refcount",
  title: "One of two names goes",
  topic: "reference-counting",
  source: oneGoes,
  python: "3.13",
  mode: "script",
  params: {
    ...names,
    step: [
      "spare = {{a}}",
      "spare = {{a}}[:]",
      "spare = [{{a}}, {{b}}]",
      "spare = {{a}} + {{b}}",
      "spare = ({{b}},)",
    ],
  },
  ask: {
    form: "counted",
    name: "{{b}}",
    place: { line: lineOf(oneGoes, "del {{a}}"), occurrence: 1, when: "after" },
  },
});

const upAndDown = `import sys
import weakref

class {{type}}(list):
    pass

{{a}} = {{type}}(["apple"])
watch = weakref.ref({{a}})
print(sys.getrefcount({{a}}))
{{b}} = {{a}}
print(sys.getrefcount({{b}}))
{{drop}}
print(sys.getrefcount({{b}}))
{{b}} = {{last}}
print(watch() is None)`;

export const upAndDownAgain = bankItem("up-and-down-again", {
  kind: "output",
  title: "Up and down again",
  topic: "reference-counting",
  source: upAndDown,
  python: "3.13",
  mode: "script",
  params: {
    ...names,
    type: ["Basket"],
    drop: ["del {{a}}", "{{a}} = None", "{{a}}.append({{b}}[0])", "{{a}} = {{b}}"],
    last: ["None", "[{{b}}]", "list({{b}})"],
  },
  ask: { form: "lines" },
});

const namesOnly = `import sys

{{a}} = ["milk"]
{{first}}
{{second}}
del {{a}}
{{last}}
print(sys.getrefcount({{b}}))`;

export const printedAfterMoves = bankItem("printed-after-moves", {
  kind: "refcount",
  title: "What does getrefcount say?",
  topic: "reference-counting",
  source: namesOnly,
  python: "3.13",
  mode: "script",
  params: {
    ...names,
    first: ["{{b}} = {{a}}", "{{b}} = box = {{a}}"],
    second: ["pair = [{{a}}, {{a}}]", "pair = {'old': {{a}}}", "pair = {{a}} * 2", "pair = {{a}}, [{{b}}]"],
    last: ["pair = None", "pair = list(pair)", "copy = pair"],
  },
  ask: { form: "printed", name: "{{b}}", at: onceAt(namesOnly, "print(sys.getrefcount({{b}}))") },
});
