/** What every puzzle kind does with a run of the program. */
import type {
  HeapPicture,
  Holder,
  Place,
  Problem,
  Prompt,
  QuestionInput,
  Reason,
  Response,
} from "@pyrena/contracts";
import type { Subject } from "../examine.ts";
import type { Key, Prediction } from "../key.ts";

/** The question as far as the run decides it, and its answer. */
export interface Asked {
  readonly input: QuestionInput;
  readonly prompt: Prompt;
  readonly place: Place | null;
  readonly answer: Response;
}

export type Reading =
  | { readonly ok: true; readonly asked: Asked }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Explained {
  readonly holders: readonly Holder[];
  readonly why: readonly Reason[];
  readonly picture: HeapPicture | null;
}

export interface Kind<A> {
  /** Reads question and answer off the run; the same program under other seeds and wrong rules is read in the same way. */
  read(subject: Subject, ask: A): Reading;
  explain(subject: Subject, ask: A, asked: Asked): Explained;
  /** Wrong answers that the run itself shows, such as the count of names only. */
  predict(subject: Subject, ask: A, asked: Asked): readonly Prediction[];
  /** Wrong answers worth a part of the points. */
  partial(subject: Subject, ask: A, asked: Asked): Key["partial"];
}

export function refused(...problems: Problem[]): Reading {
  return { ok: false, problems };
}
