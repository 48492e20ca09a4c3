/** From an author's draft and a seed to a variant: the question a learner sees, and its computed key. */
import {
  type ItemDraft,
  type OutputAsk,
  type Problem,
  pythonVersions,
  type Question,
  questionSchema,
  type Reason,
} from "@pyrena/contracts";
import { profiles } from "@pyrena/engine";
import { whatMoves } from "./determinate.ts";
import { examine, type Subject } from "./examine.ts";
import { type FilledParams, fill } from "./fill.ts";
import { ENGINE_VERSION, type Key, keySchema } from "./key.ts";
import { identity } from "./kinds/identity.ts";
import type { Asked, Explained, Kind, Reading } from "./kinds/kind.ts";
import { leak } from "./kinds/leak.ts";
import { output } from "./kinds/output.ts";
import { refcount } from "./kinds/refcount.ts";
import { predictionsOf } from "./predictions.ts";
import { asChoice } from "./present.ts";
import { canonical, responseText } from "./response-text.ts";

export interface Variant {
  readonly question: Question;
  readonly key: Key;
  readonly params: FilledParams;
}

export type Materialised =
  | { readonly ok: true; readonly variant: Variant }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Pure and synchronous; it runs the engine many times, so the server calls it in a worker. */
export function materialise(draft: ItemDraft, seed: string): Materialised {
  const filled = fill(draft, seed);
  if (!filled.ok) return filled;
  const { params } = filled;
  const made = withKind(filled.draft, (kind, ask) => make(kind, filled.draft, ask, seed));
  return made.ok ? { ok: true, variant: { ...made.made, params } } : made;
}

type Made =
  | { readonly ok: true; readonly made: Omit<Variant, "params"> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Calls back with the kind and its ask as one matching pair. */
function withKind<T>(draft: ItemDraft, use: <A extends ItemDraft["ask"]>(kind: Kind<A>, ask: A) => T): T {
  switch (draft.kind) {
    case "refcount":
      return use(refcount, draft.ask);
    case "leak":
      return use(leak, draft.ask);
    case "identity":
      return use(identity, draft.ask);
    case "output":
      return use(output, draft.ask);
  }
}

function make<A extends ItemDraft["ask"]>(kind: Kind<A>, draft: ItemDraft, ask: A, seed: string): Made {
  const examined = examine(draft);
  if (!examined.ok) return examined;
  const { subject } = examined;
  const reading = kind.read(subject, ask);
  if (!reading.ok) return reading;
  const moved = whatMoves(kind, subject, ask, reading.asked);
  if (moved !== null) return { ok: false, problems: [moved] };

  const predictions = predictionsOf(kind, subject, ask, reading.asked);
  const notes = otherVersions(kind, subject, ask, reading.asked);
  const explained = { ...kind.explain(subject, ask, reading.asked), notes };
  const partial = kind.partial(subject, ask, reading.asked);
  if (draft.kind !== "output" || draft.ask.form !== "choice") {
    return finish(draft, { asked: reading.asked, explained, predictions, partial });
  }
  const presented = asChoice(draft.ask satisfies OutputAsk, reading.asked, predictions, seed);
  if (!presented.ok) return presented;
  return finish(draft, { ...presented, explained, partial });
}

interface Parts {
  readonly asked: Asked;
  readonly explained: Explained & { readonly notes: readonly Reason[] };
  readonly predictions: Key["predictions"] | readonly Key["predictions"][number][];
  readonly partial: Key["partial"];
}

function finish(draft: ItemDraft, { asked, explained, predictions, partial }: Parts): Made {
  const { kind, title, source, python, mode } = draft;
  const { input, prompt, place, answer } = asked;
  const program = { source, python, pythonFull: profiles[python].release, mode };
  const question = questionSchema.parse({ kind, title, program, place, prompt, input });
  const key = keySchema.parse({
    kind,
    python,
    engineVersion: ENGINE_VERSION,
    answer,
    partial,
    predictions,
    ...explained,
  });
  return { ok: true, made: { question, key } };
}

/** What the same question is answered with on other versions, versions that agree together. */
function otherVersions<A>(kind: Kind<A>, subject: Subject, ask: A, asked: Asked): Reason[] {
  const byAnswer = new Map<string, string[]>();
  for (const python of pythonVersions) {
    if (python === subject.python) continue;
    const examined = examine({ ...subject, python });
    const reading: Reading = examined.ok ? kind.read(examined.subject, ask) : examined;
    if (!reading.ok || canonical(reading.asked.answer) === canonical(asked.answer)) continue;
    const text = answerText(reading.asked);
    byAnswer.set(text, [...(byAnswer.get(text) ?? []), python]);
  }
  return [...byAnswer].slice(0, 8).map(([answer, versions]) => ({
    code: "versions-differ",
    values: { versions: versions.join(", "), answer: answer.slice(0, 500) },
  }));
}

/** An answer in the words of its own question. */
export function answerText({ input, answer }: Pick<Asked, "input" | "answer">): string {
  const program = { source: "-", python: "3.13", pythonFull: "", mode: "script" } as const;
  const prompt = { code: "output-program", values: {} } as const;
  return responseText(answer, { kind: "output", title: "", program, place: null, prompt, input });
}
