import { type ItemDraft, type ItemDraftInput, itemDraftSchema } from "@pyrena/contracts";

/** A program whose key is 2 with the argument counted: the simplest item there is. */
export function refcountDraft(
  change: Partial<Pick<ItemDraft, "title" | "topic" | "source">> = {},
): ItemDraft {
  const draft: ItemDraftInput = {
    kind: "refcount",
    title: "Two names",
    topic: "reference counting",
    source: "import sys\nx = []\ny = x\nprint(sys.getrefcount(x))\n",
    python: "3.12",
    mode: "script",
    ask: { form: "printed", name: "x", at: { line: 4, occurrence: 1 } },
    ...change,
  };
  return itemDraftSchema.parse(draft);
}
