"use client";

import { Button, Dialog, Skeleton, TextInput, useToast } from "@pyrena/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

/** Puts items of the bank into the deck, one press each; the list stays open for the next. */
export function AddItem({ deckId }: { deckId: string }) {
  const t = useTranslations("deck");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("page.add")}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t("add.title")}
        closeLabel={common("close")}
        onClose={() => setOpen(false)}
      >
        <ItemChoice deckId={deckId} />
      </Dialog>
    </>
  );
}

function ItemChoice({ deckId }: { deckId: string }) {
  const t = useTranslations("deck.add");
  const kinds = useTranslations("deck.kind");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const [search, setSearch] = useState("");
  const items = useQuery(trpc.item.list.queryOptions({ search }));
  const add = useMutation(trpc.deck.addItem.mutationOptions());

  const addOne = (itemId: string, title: string) =>
    add.mutate(
      { deckId, itemId },
      {
        onSuccess: () => {
          toast(t("added", { title }), "ok");
          return client.invalidateQueries({ queryKey: trpc.deck.get.queryKey({ deckId }) });
        },
      },
    );

  return (
    <div className="flex flex-col gap-3">
      <TextInput
        label={t("find")}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {items.isPending ? <Skeleton className="h-32" label={common("loading")} /> : null}
      {items.data?.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul className="max-h-[45vh] divide-y divide-line overflow-y-auto">
        {items.data?.map((item) => (
          <li key={item.id} className="flex items-center gap-3 py-1">
            <span className="flex min-w-0 grow flex-col">
              <span className="break-words">{item.title}</span>
              <span className="text-14 text-muted">{kinds(item.kind)}</span>
            </span>
            <Button
              size="small"
              busy={add.isPending && add.variables?.itemId === item.id}
              aria-label={t("label", { title: item.title })}
              onClick={() => addOne(item.id, item.title)}
            >
              {t("action")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
