import { describe, expect, it } from "@jest/globals";
import {
  type ItemDraft,
  type ItemDraftInput,
  itemDraftSchema,
  questionSchema,
  revealSchema,
} from "@pyrena/contracts";
import { materialise } from "./materialise.ts";
import { reveal } from "./reveal.ts";

type Ask<K extends ItemDraft["kind"]> = Extract<ItemDraftInput, { kind: K }>["ask"];

function make<K extends ItemDraft["kind"]>(
  kind: K,
  source: string,
  ask: Ask<K>,
  more: Partial<ItemDraftInput> = {},
) {
  const draft = {
    kind,
    title: "A question",
    topic: "test",
    source,
    python: "3.13",
    mode: "script",
    ask,
    ...more,
  };
  return materialise(itemDraftSchema.parse(draft), "seed");
}

function variant<K extends ItemDraft["kind"]>(
  kind: K,
  source: string,
  ask: Ask<K>,
  more: Partial<ItemDraftInput> = {},
) {
  const made = make(kind, source, ask, more);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.variant;
}

function codes(made: ReturnType<typeof materialise>): unknown {
  return made.ok ? "ok" : made.problems.map(({ code, line }) => [code, line]);
}

const counted = (name: string, line: number, when: "before" | "after" = "after", occurrence = 1) =>
  ({ form: "counted", name, place: { line, occurrence, when } }) as const;

describe("a counted refcount", () => {
  const seed = "a = []\nb = a\ndel a\nb = None";

  it("is 1, 2, 1 for a list under two names, and then there is nothing to ask about", () => {
    const answer = (name: string, line: number) => variant("refcount", seed, counted(name, line)).key.answer;
    expect(answer("a", 1)).toEqual({ widget: "number", value: 1 });
    expect(answer("a", 2)).toEqual({ widget: "number", value: 2 });
    expect(answer("b", 3)).toEqual({ widget: "number", value: 1 });
    expect(codes(make("refcount", seed, counted("a", 3)))).toEqual([["name-not-bound", 3]]);
    expect(codes(make("refcount", seed, counted("b", 4)))).toEqual([["immortal", 4]]);
  });

  it("names its holders with the lines that made them, and the picture has as many arrow heads", () => {
    const source = 'ring = ["gold"]\nbox = [ring, ring]\nroom = {"here": ring}\nprint(len(room))';
    const { key } = variant("refcount", source, counted("ring", 3));
    expect(key.holders).toEqual([
      { text: "name ring", line: 1, counted: true, ordinal: 1 },
      { text: "box[0]", line: 2, counted: true, ordinal: 2 },
      { text: "box[1]", line: 2, counted: true, ordinal: 3 },
      { text: "room['here']", line: 3, counted: true, ordinal: 4 },
    ]);
    const asked = key.picture?.objects.find((object) => object.isAsked);
    const heads = key.picture?.edges.filter((edge) => edge.to === asked?.id && edge.kind === "counted");
    expect(asked?.count).toBe(4);
    expect(heads?.map((edge) => edge.ordinal).sort()).toEqual([1, 2, 3, 4]);
  });

  it("tells which wrong rule answers what", () => {
    const source = "ring = []\nbox = [ring]\nlid = box\nprint(ring)";
    const { predictions } = variant("refcount", source, counted("ring", 3)).key;
    const values = Object.fromEntries(
      predictions.map(({ misconception, response }) => [
        misconception,
        response.widget === "number" && response.value,
      ]),
    );
    expect(values).toMatchObject({ M25: 1, M26: 4 });
  });

  it("counts the k-th execution, before or after", () => {
    const source = "team = []\ntrail = []\nfor step in range(3):\n    trail.append(team)";
    const value = (occurrence: number, when: "before" | "after") =>
      variant("refcount", source, counted("team", 4, when, occurrence)).key.answer;
    expect(value(1, "before")).toEqual({ widget: "number", value: 1 });
    expect(value(1, "after")).toEqual({ widget: "number", value: 2 });
    expect(value(3, "after")).toEqual({ widget: "number", value: 4 });
    expect(codes(make("refcount", source, counted("team", 4, "after", 4)))).toEqual([
      ["line-not-reached", 4],
    ]);
  });
});

describe("a printed refcount", () => {
  const source = "import sys\ndef f(p):\n    print(sys.getrefcount(p))\ng = []\nf(g)";
  const ask = { form: "printed", name: "p", at: { line: 3, occurrence: 1 } } as const;

  it("is what that version prints, and says what others print", () => {
    const on = (python: "3.10" | "3.13" | "3.14") => variant("refcount", source, ask, { python });
    expect(on("3.10").key.answer).toEqual({ widget: "number", value: 4 });
    expect(on("3.13").key.answer).toEqual({ widget: "number", value: 3 });
    expect(on("3.14").key.answer).toEqual({ widget: "number", value: 2 });
    expect(on("3.13").question.program.pythonFull).toBe("3.13.18");
    expect(on("3.13").key.notes).toContainEqual({
      code: "versions-differ",
      values: { versions: "3.8, 3.9, 3.10", answer: "4" },
    });
  });

  it("gives half for the number without the call's own reference", () => {
    const { key } = variant("refcount", source, ask);
    expect(key.partial).toEqual([{ response: { widget: "number", value: 2 }, score: 0.5 }]);
  });

  it("is refused where no number is printed", () => {
    const at = { line: 1, occurrence: 1 };
    expect(codes(make("refcount", "print('a')", { form: "printed", name: "a", at }))).toEqual([
      ["prints-no-number", 1],
    ]);
  });
});

describe("a leak", () => {
  const source = `kept = []
class Box:
    def __init__(self, name):
        self.name = name
def work():
    for name in ("a", "b"):
        box = Box(name)
        if name == "b":
            kept.append(box)
work()
print("end")`;

  it("is what was born in the marked call and is alive at the end", () => {
    const { question, key } = variant("leak", source, { form: "alive", mark: { line: 10, occurrence: 1 } });
    expect(question.input).toEqual({
      widget: "multi",
      options: [
        { id: "o1", label: "Box 'a'", line: 7 },
        { id: "o2", label: "Box 'b'", line: 7 },
      ],
    });
    expect(key.answer).toEqual({ widget: "multi", chosen: ["o2"] });
    expect(key.why).toEqual([
      { code: "leak-kept", values: { object: "Box 'b'", holder: "kept[0]", line: 9 } },
    ]);
  });

  it("is kept by the line that made the edge from outside", () => {
    const { key } = variant("leak", source, { form: "keeper", mark: { line: 10, occurrence: 1 } });
    expect(key.answer).toEqual({ widget: "line", line: 9 });
    expect(key.partial).toEqual([{ response: { widget: "line", line: 7 }, score: 0.6 }]);
  });

  it("is refused where nothing is born or kept, or several lines keep it", () => {
    expect(codes(make("leak", source, { form: "alive", mark: { line: 11, occurrence: 1 } }))).toEqual([
      ["nothing-born", 11],
    ]);
    const clean = source.replace("            kept.append(box)", "            box = None");
    expect(codes(make("leak", clean, { form: "keeper", mark: { line: 10, occurrence: 1 } }))).toEqual([
      ["nothing-leaks", 10],
    ]);
    const twice = source.replace('print("end")', "other = kept[0]");
    expect(codes(make("leak", twice, { form: "keeper", mark: { line: 10, occurrence: 1 } }))).toEqual([
      ["several-keepers", 10],
    ]);
  });

  it("counts a cycle as alive until a collection takes it", () => {
    const cycle = `import gc
class Node:
    pass
def ring():
    a = Node()
    b = Node()
    a.next = b
    b.next = a
ring()
pass`;
    const mark = { line: 9, occurrence: 1 };
    expect(variant("leak", cycle, { form: "alive", mark }).key).toMatchObject({
      answer: { widget: "multi", chosen: ["o1", "o2"] },
      why: [{ code: "leak-cycle-uncollected" }],
    });
    const collected = cycle.replace("\npass", "\ngc.collect()");
    expect(variant("leak", collected, { form: "alive", mark }).key.answer).toEqual({
      widget: "multi",
      chosen: [],
    });
  });
});

describe("identity", () => {
  const source = "a = 257\nb = 257\nprint(a is b)";

  it("differs between a file and the prompt", () => {
    const rows = [{ line: 3, occurrence: 1 }];
    expect(variant("identity", source, { rows }).key.answer).toMatchObject({ values: { r1: true } });
    const typed = source.replace("print(a is b)", "a is b");
    expect(variant("identity", typed, { rows }, { mode: "repl" }).key.answer).toMatchObject({
      values: { r1: false },
    });
  });

  it("is refused for a line that prints something else", () => {
    expect(codes(make("identity", "print(1)", { rows: [{ line: 1, occurrence: 1 }] }))).toEqual([
      ["prints-no-boolean", 1],
    ]);
  });
});

describe("output", () => {
  it("offers the right text among wrong ones, in an order the seed decides", () => {
    const source = "import gc\ngc.disable()\na = []\na.append(a)\ndel a\nprint(gc.collect())";
    const at = { line: 6, occurrence: 1 };
    const { question, key } = variant("output", source, { form: "choice", at, distractors: ["2", "1"] });
    const options = question.input.widget === "choice" ? question.input.options : [];
    expect(options.map((option) => option.label).sort()).toEqual(["0", "1", "2"]);
    const chosen = key.answer.widget === "choice" ? key.answer.chosen : "";
    expect(options.find((option) => option.id === chosen)?.label).toBe("1");
  });

  it("is refused when nothing is printed, or no wrong answer is known", () => {
    expect(codes(make("output", "a = 1", { form: "lines" }))).toEqual([["prints-nothing", null]]);
    expect(codes(make("output", "print(1)", { form: "choice" }))).toEqual([["too-few-options", null]]);
  });
});

describe("a program that cannot be asked about", () => {
  const ask = counted("a", 1);

  it("is refused with its line", () => {
    expect(codes(make("refcount", "a = []\nb = (", ask))).toEqual([["syntax-error", 2]]);
    expect(codes(make("refcount", "a = []\nwhile True:\n    pass", ask))).toEqual([
      ["endless", expect.any(Number)],
    ]);
    expect(codes(make("refcount", "a = []\nb = c", ask))).toEqual([["raises", 2]]);
    expect(codes(make("refcount", "a = []\nb = 'x' * 10 ** 9", ask))).toEqual([["too-much-memory", 2]]);
    expect(codes(make("refcount", "a = []\nimport socket", ask))).toEqual([["unsupported", 2]]);
  });

  it("is refused when the answer depends on what CPython does not promise", () => {
    const made = make("output", "a = []\nprint(id(a))", { form: "lines" });
    expect(codes(made)).toEqual([["indeterminate", 2]]);
  });
});

describe("question and reveal", () => {
  it("are strict and keep the key apart", () => {
    const { question, key } = variant("refcount", "a = []\nb = a", counted("a", 2));
    expect(questionSchema.safeParse({ ...question, key }).success).toBe(false);
    expect(JSON.stringify(question)).not.toContain("answer");
    const shown = reveal(question, key);
    expect(revealSchema.parse(shown)).toEqual(shown);
    expect(shown.answerText).toBe("2");
  });

  it("are the same for the same seed", () => {
    const ask = counted("a", 2);
    expect(make("refcount", "a = []\nb = a", ask)).toEqual(make("refcount", "a = []\nb = a", ask));
  });
});

describe("what is large", () => {
  it("is cut where it is shown, not refused", () => {
    const source = "a = []\nmany = [a] * 500\nprint(len(many))";
    const { question, key } = variant("refcount", source, counted("a", 2));
    expect(key.answer).toEqual({ widget: "number", value: 501 });
    expect(key.holders).toHaveLength(100);
    expect(revealSchema.safeParse(reveal(question, key)).error).toBeUndefined();
    const wide = variant("output", "for i in range(50):\n    print('x' * 290)", { form: "lines" });
    expect(revealSchema.safeParse(reveal(wide.question, wide.key)).error).toBeUndefined();
  });
});
