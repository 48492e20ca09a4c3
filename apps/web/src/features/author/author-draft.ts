/** What the author has typed: everything an item holds, with the question possibly still missing. */
import { type ItemDraft, itemDraftSchema, pythonVersionSchema, runModeSchema } from "@pyrena/contracts";
import { z } from "zod";

export type Asked = Pick<ItemDraft, "kind" | "ask">;

export const authorDraftSchema = z.object({
  title: z.string().max(120),
  topic: z.string().max(60),
  source: z.string().max(20_000),
  python: pythonVersionSchema,
  mode: runModeSchema,
  params: z.record(z.string(), z.array(z.string())),
  asked: z.object({ kind: z.string(), ask: z.unknown() }).nullable(),
});
export type AuthorDraft = z.infer<typeof authorDraftSchema>;

export function draftOfItem(item: ItemDraft): AuthorDraft {
  const { title, topic, source, python, mode, params, kind, ask } = item;
  return { title, topic, source, python, mode, params, asked: { kind, ask } };
}

export function newDraft(source: string): AuthorDraft {
  return { title: "", topic: "", source, python: "3.13", mode: "script", params: {}, asked: null };
}

/** The item this draft stands for, or null while something is missing. */
export function itemOf(draft: AuthorDraft, defaults: { title: string; topic: string }): ItemDraft | null {
  const { asked, ...rest } = draft;
  if (asked === null) return null;
  const title = rest.title.trim() || defaults.title;
  const topic = rest.topic.trim() || defaults.topic;
  const parsed = itemDraftSchema.safeParse({ ...rest, ...asked, title, topic });
  return parsed.success ? parsed.data : null;
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
