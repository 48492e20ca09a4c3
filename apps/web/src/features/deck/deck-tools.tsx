"use client";

import type { DeckDetail } from "@pyrena/contracts";
import { Button, Dialog, TextInput, useToast } from "@pyrena/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmButton } from "../confirm/confirm-button.tsx";
import { saveFile } from "../files/save-file.ts";

/** What can be done with the deck as a whole. */
export function DeckTools({ deck }: { deck: DeckDetail }) {
  const t = useTranslations("deck.page");
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const onError = () => toast(t("failed"), "bad");
  const duplicate = useMutation(trpc.deck.duplicate.mutationOptions({ onError }));
  const exportFile = async () => {
    try {
      const file = await client.fetchQuery(trpc.deck.exportJson.queryOptions({ deckId: deck.id }));
      saveFile(`${deck.title}.json`, JSON.stringify(file, null, 2));
    } catch {
      onError();
    }
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Rename deck={deck} />
      <Button
        size="small"
        busy={duplicate.isPending}
        onClick={() =>
          duplicate.mutate(
            { deckId: deck.id },
            { onSuccess: ({ deckId }) => router.push(`/decks/${deckId}`) },
          )
        }
      >
        {t("duplicate")}
      </Button>
      <Button size="small" onClick={exportFile}>
        {t("export")}
      </Button>
      <Remove deckId={deck.id} />
    </div>
  );
}

function Rename({ deck }: { deck: DeckDetail }) {
  const t = useTranslations("deck.page");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState(deck.title);
  const rename = useMutation(trpc.deck.rename.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") return;
    rename.mutate(
      { deckId: deck.id, title: title.trim() },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: trpc.deck.get.queryKey({ deckId: deck.id }) });
          setOpen(false);
        },
      },
    );
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("rename")}
      </Button>
      <Dialog isOpen={isOpen} title={t("rename")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <TextInput
            label={t("name")}
            value={title}
            maxLength={120}
            error={rename.isError ? t("failed") : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" tone="primary" busy={rename.isPending} className="self-end">
            {t("save")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

function Remove({ deckId }: { deckId: string }) {
  const t = useTranslations("deck.page");
  const router = useRouter();
  const remove = useMutation(
    useTRPC().deck.remove.mutationOptions({ onSuccess: () => router.push("/decks") }),
  );
  const words = {
    title: t("removeSure.title"),
    body: t("removeSure.body"),
    confirm: t("removeSure.confirm"),
    cancel: t("removeSure.cancel"),
  };
  return (
    <ConfirmButton
      label={t("remove")}
      words={words}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ deckId })}
    />
  );
}
