"use client";

import { Button, buttonClass, useToast } from "@pyrena/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { AskNow } from "./ask-now.tsx";
import { itemOf } from "./author-draft.ts";
import type { KeptDraft } from "./use-kept-draft.ts";

interface SaveBarProps {
  readonly itemId: string | null;
  readonly kept: KeptDraft;
  readonly deckId: string | null;
  /** The engine has an answer for the question as it stands. */
  readonly isReady: boolean;
}

/** Save, and what can be done with a saved question. The state of saving is always said. */
export function SaveBar({ itemId, kept, deckId, isReady }: SaveBarProps) {
  const t = useTranslations("author");
  const { save, isSaving, said } = useSave(itemId, kept, deckId);
  const canSave = kept.draft.asked !== null;
  return (
    <div className="flex flex-col gap-1 sm:items-end">
      <div className="flex flex-wrap gap-2">
        {itemId === null ? null : (
          <Link href={`/items/${itemId}/preview`} className={buttonClass()}>
            {t("save.preview")}
          </Link>
        )}
        <AskNow
          isReady={isReady}
          saveFirst={() => (kept.isChanged || itemId === null ? save() : Promise.resolve(itemId))}
        />
        <Button tone="primary" busy={isSaving} disabled={!canSave} onClick={() => void save()}>
          {isSaving ? t("save.saving") : t("save.save")}
        </Button>
      </div>
      <p role="status" className="min-h-5 text-14 text-muted">
        {!canSave ? t("save.needsQuestion") : kept.isChanged ? t("save.unsaved") : said}
        {kept.wasRestored ? (
          <>
            {` ${t("save.restored")} `}
            <button type="button" className="underline" onClick={kept.discard}>
              {t("save.discard")}
            </button>
          </>
        ) : null}
      </p>
    </div>
  );
}

/** Saves as a new version (or a new item) and answers its id; null when it did not go through. */
function useSave(itemId: string | null, kept: KeptDraft, deckId: string | null) {
  const t = useTranslations("author");
  const format = useFormatter();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const [said, setSaid] = useState("");
  const store = useMutation({
    mutationFn: async () => {
      const draft = itemOf(kept.draft, { title: t("untitled"), topic: t("topicDefault") });
      if (draft === null) throw new Error("nothing to save");
      if (itemId !== null) return client.item.update.mutate({ itemId, draft });
      const saved = await client.item.create.mutate({ draft });
      if (deckId !== null) await client.deck.addItem.mutate({ deckId, itemId: saved.itemId });
      return saved;
    },
  });

  const save = async (): Promise<string | null> => {
    const draft = kept.draft;
    try {
      const saved = await store.mutateAsync();
      kept.markSaved(draft);
      setSaid(t("save.saved", { time: format.dateTime(new Date(), { timeStyle: "medium" }) }));
      if (saved.problems.length > 0) toast(t("save.savedWithProblems"), "bad");
      await cache.invalidateQueries({ queryKey: trpc.item.pathKey() });
      if (itemId === null) router.replace(`/items/${saved.itemId}`);
      return saved.itemId;
    } catch {
      toast(t("save.failed"), "bad");
      return null;
    }
  };
  return { save, isSaving: store.isPending, said };
}
