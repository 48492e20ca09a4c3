/** How a shipped item is written down: a slug for its recording, and a draft like any author's. */
import { type ItemDraft, type ItemDraftInput, itemDraftSchema } from "@pyrena/contracts";

export interface BankItem {
  readonly slug: string;
  readonly draft: ItemDraft;
}

export function bankItem(slug: string, draft: ItemDraftInput): BankItem {
  return { slug, draft: itemDraftSchema.parse(draft) };
}

/** The number of the nth line (from 1) that reads like this, indentation aside: places stay right when lines move. */
export function lineOf(source: string, text: string, nth = 1): number {
  const hits = source.split("\n").flatMap((line, index) => (line.trim() === text ? [index + 1] : []));
  const line = hits[nth - 1];
  if (line === undefined) throw new Error(`no line ${JSON.stringify(text)} (${nth})`);
  return line;
}

/** First execution of that line. */
export function onceAt(source: string, text: string, nth = 1): { line: number; occurrence: number } {
  return { line: lineOf(source, text, nth), occurrence: 1 };
}
