import { z } from "zod";
import type { ItemOrigin, ItemSummary } from "./items.ts";
import type { ItemDraft } from "./kinds/item-draft.ts";
import type { Problem } from "./kinds/problem.ts";

export const DECK_MAX_ITEMS = 300;

/** One line of text that people read: titles. Control characters would break lists and cannot be stored. */
export const titleSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "no control characters");

/** Several lines of text. */
export const descriptionSchema = z
  .string()
  .max(2000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
  .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f\p{Cs}]*$/u, "no control characters");

export interface DeckSummary {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly origin: ItemOrigin;
  readonly items: number;
  readonly updatedAt: Date;
}

/** A deck's entry: the place in the deck has an id of its own, so an item can stand in it twice. */
export interface DeckEntry {
  readonly id: string;
  readonly item: ItemSummary;
}

export interface DeckDetail extends DeckSummary {
  readonly entries: readonly DeckEntry[];
}

/** The file of an exported deck or item. Answers are not in it: they are computed where it is imported. */
export interface DeckFile {
  readonly format: "pyrena-deck";
  readonly version: 1;
  readonly title: string;
  readonly description: string;
  readonly items: readonly ItemDraft[];
}

/** The envelope only: each item is parsed by itself, so that one bad item does not lose the others. */
export const deckFileSchema = z.strictObject({
  format: z.literal("pyrena-deck"),
  version: z.literal(1),
  title: titleSchema,
  description: descriptionSchema.default(""),
  items: z.array(z.unknown()).max(DECK_MAX_ITEMS),
});

export interface ImportReport {
  /** Null when only items were imported. */
  readonly deckId: string | null;
  readonly imported: number;
  readonly refused: number;
  readonly items: readonly ImportedItem[];
}

export type ImportedItem =
  | { readonly outcome: "ready"; readonly itemId: string; readonly title: string }
  /** Kept for editing: the engine cannot ask it yet. */
  | {
      readonly outcome: "with-problems";
      readonly itemId: string;
      readonly title: string;
      readonly problems: readonly Problem[];
    }
  /** Not an item at all; `issues` say where and why. */
  | {
      readonly outcome: "refused";
      /** From 1, its place in the file. */
      readonly number: number;
      readonly title: string | null;
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    };
