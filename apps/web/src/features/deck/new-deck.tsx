"use client";

import { Button, Dialog, TextInput } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

/** Asks for a name, makes an empty deck and opens it. */
export function NewDeck() {
  const t = useTranslations("deck.new");
  const common = useTranslations("common");
  const router = useRouter();
  const create = useMutation(useTRPC().deck.create.mutationOptions());
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [error, setError] = useState<string | undefined>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") return setError(t("empty"));
    create.mutate(
      { title: title.trim() },
      {
        onSuccess: ({ deckId }) => router.push(`/decks/${deckId}`),
        onError: () => setError(t("failed")),
      },
    );
  };

  return (
    <>
      <Button tone="primary" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog isOpen={isOpen} title={t("title")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <TextInput
            label={t("name")}
            value={title}
            maxLength={120}
            error={error}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" tone="primary" busy={create.isPending} className="self-end">
            {t("create")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
