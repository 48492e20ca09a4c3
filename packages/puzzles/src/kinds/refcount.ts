/** Predict the refcount: what `sys.getrefcount` prints there, or how many counted references an object has there. */
import type { Place, RefcountAsk } from "@pyrena/contracts";
import type { Explanation } from "@pyrena/engine";
import type { Subject } from "../examine.ts";
import { holdersOf } from "../holders.ts";
import type { Key, Prediction } from "../key.ts";
import { countPredictions } from "../misconceptions/counts.ts";
import { namespacesOf } from "../namespaces.ts";
import { drawHeap } from "../picture.ts";
import { notReached, printedAt } from "../printed.ts";
import { problem } from "../problem.ts";
import { type Asked, type Explained, type Kind, type Reading, refused } from "./kind.ts";

type Printed = Extract<RefcountAsk, { form: "printed" }>;
type Counted = Extract<RefcountAsk, { form: "counted" }>;

export const refcount: Kind<RefcountAsk> = {
  read: (subject, ask) => (ask.form === "printed" ? readPrinted(subject, ask) : readCounted(subject, ask)),
  explain,
  predict,
  partial,
};

function readPrinted(subject: Subject, { name, at }: Printed): Reading {
  const text = printedAt(subject, at);
  if (text === null) return refused(notReached(at));
  if (!/^\s*-?\d+\s*$/.test(text)) {
    const message = `line ${at.line} prints ${JSON.stringify(text.slice(0, 80))}, not one number`;
    return refused(
      problem("prints-no-number", message, {
        line: at.line,
        values: { line: at.line, text: text.slice(0, 80) },
      }),
    );
  }
  return number(Number(text), "refcount-printed", name, { ...at, when: "after" });
}

function readCounted(subject: Subject, { name, place }: Counted): Reading {
  const step = subject.recorded.stepAt(place);
  if (step === null) return refused(notReached(place));
  const object = subject.recorded.objectNamed(name, step, place.when);
  const values = { name, line: place.line };
  if (object === null) {
    const message = `no object is called ${name} ${place.when} line ${place.line}`;
    return refused(problem("name-not-bound", message, { line: place.line, values }));
  }
  const count = subject.recorded.explain(object, step, place.when)?.count ?? null;
  if (count === null) {
    const message = `${name} is an immortal object: nobody counts its references`;
    return refused(problem("immortal", message, { line: place.line, values }));
  }
  return number(count, "refcount-counted", name, place);
}

function number(
  value: number,
  code: "refcount-printed" | "refcount-counted",
  name: string,
  place: Place,
): Reading {
  const { line, occurrence, when } = place;
  const asked: Asked = {
    input: { widget: "number" },
    prompt: { code, values: { name, line, occurrence, when } },
    place,
    answer: { widget: "number", value },
  };
  return { ok: true, asked };
}

/** The object as the question sees it: inside the call for a printed number, between two lines otherwise. */
function explanationOf(subject: Subject, ask: RefcountAsk): Explanation | null {
  if (ask.form === "printed") {
    const step = subject.recorded.stepAt({ ...ask.at, when: "before" });
    return step === null ? null : subject.recorded.explainCall(step, 1);
  }
  const step = subject.recorded.stepAt(ask.place);
  if (step === null) return null;
  const object = subject.recorded.objectNamed(ask.name, step, ask.place.when);
  return object === null ? null : subject.recorded.explain(object, step, ask.place.when);
}

function explain(subject: Subject, ask: RefcountAsk, asked: Asked): Explained {
  const explanation = explanationOf(subject, ask);
  if (explanation === null) return { holders: [], why: [], picture: null };
  const place: Place = ask.form === "printed" ? { ...ask.at, when: "before" } : ask.place;
  const why: Explained["why"][number][] =
    explanation.count === null
      ? [{ code: "refcount-immortal", values: { name: ask.name } }]
      : [{ code: "refcount-holders", values: { name: ask.name, count: explanation.counted.length } }];
  if (explanation.count !== null && ask.form === "printed" && asked.answer.widget === "number") {
    const printed = asked.answer.value;
    const others = explanation.counted.length - argumentsIn(explanation);
    why.push(
      others < printed
        ? { code: "refcount-argument-counts", values: { count: others, printed } }
        : { code: "refcount-argument-borrowed", values: { printed } },
    );
  }
  const step = subject.recorded.stepAt(place) ?? 0;
  const snapshot = subject.recorded.snapshot(step, place.when);
  const holders = holdersOf(explanation, snapshot, namespacesOf(subject.recorded));
  return { holders, why, picture: drawHeap(subject, place, explanation.object) };
}

/** How many of the counted holders exist only because of the call. */
function argumentsIn({ counted }: Explanation): number {
  return counted.filter((holder) => holder.slot.kind === "stack" || holder.owner.kind === "native").length;
}

function predict(subject: Subject, ask: RefcountAsk, asked: Asked): readonly Prediction[] {
  const explanation = explanationOf(subject, ask);
  if (explanation === null || asked.answer.widget !== "number") return [];
  const temporaries = ask.form === "printed" ? argumentsIn(explanation) : 0;
  const place = ask.form === "printed" ? { ...ask.at, when: "before" as const } : ask.place;
  const step = subject.recorded.stepAt(place);
  if (step === null) return [];
  const isPrinted = ask.form === "printed";
  return countPredictions({ subject, explanation, step, when: place.when, temporaries, isPrinted });
}

function partial(subject: Subject, ask: RefcountAsk, asked: Asked): Key["partial"] {
  // Everything right but the reference of the call itself.
  const forgotten = predict(subject, ask, asked).find((one) => one.misconception === "M03");
  return forgotten === undefined ? [] : [{ response: forgotten.response, score: 0.5 }];
}
