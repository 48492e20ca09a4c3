import { z } from "zod";
import { idSchema } from "./ids.ts";
import type { ItemDraft, KindName } from "./kinds/item-draft.ts";
import { kindNameSchema } from "./kinds/item-draft.ts";
import type { Problem } from "./kinds/problem.ts";
import type { Question } from "./kinds/question.ts";
import type { Response } from "./kinds/response.ts";
import type { Reveal } from "./kinds/reveal.ts";

export type ItemOrigin = "own" | "demo" | "import";

/** A line of the item list. */
export interface ItemSummary {
  readonly id: string;
  readonly title: string;
  readonly kind: KindName;
  readonly topic: string;
  readonly origin: ItemOrigin;
  readonly python: string;
  readonly version: number;
  /** False when the engine found problems: it is kept, but cannot be asked. */
  readonly isReady: boolean;
  readonly updatedAt: Date;
}

/** An item opened for editing. */
export interface ItemDetail extends ItemSummary {
  readonly draft: ItemDraft;
  readonly problems: readonly Problem[];
  /** Decks it stands in. */
  readonly decks: readonly { readonly id: string; readonly title: string }[];
}

/** What the engine says of a draft: the question as a student sees it with its key and reasons, or the problems. */
export type CheckReport =
  | {
      readonly ok: true;
      readonly question: Question;
      readonly reveal: Reveal;
      readonly params: Record<string, string>;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the author gets back for a try-out answer in the preview. */
export interface PreviewGrade {
  readonly score: number;
  readonly isCorrect: boolean;
  readonly response: Response;
  readonly reveal: Reveal;
}

export const itemFilterSchema = z.strictObject({
  search: z
    .string()
    .max(200)
    .transform((text) => text.replace(/\p{Cc}/gu, " "))
    .default(""),
  kind: kindNameSchema.nullable().default(null),
  topic: z
    .string()
    .max(60)
    .regex(/^[^\p{Cc}]*$/u)
    .nullable()
    .default(null),
  deckId: idSchema.nullable().default(null),
});
export type ItemFilter = z.infer<typeof itemFilterSchema>;
