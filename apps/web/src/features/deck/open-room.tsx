"use client";

import { Button, useToast } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { problemOf } from "../../trpc/problem.ts";

/** Starts the lesson: every answer is computed now, then the host page opens. */
export function OpenRoom({ deckId, isEmpty }: { deckId: string; isEmpty: boolean }) {
  const t = useTranslations("deck.page");
  const router = useRouter();
  const toast = useToast();
  const open = useMutation(useTRPC().room.open.mutationOptions());
  const [failure, setFailure] = useState<string | null>(null);

  const start = () => {
    setFailure(null);
    open.mutate(
      { deckId },
      {
        onSuccess: ({ roomId, skipped }) => {
          if (skipped.length > 0)
            toast(t("skipped", { titles: skipped.map(({ title }) => title).join(", ") }), "bad");
          router.push(`/host/${roomId}`);
        },
        onError: (error) => {
          const { code } = problemOf(error);
          if (code === "deck-empty") setFailure(t("deckEmpty"));
          else setFailure(code === "engine-busy" ? t("engineBusy") : t("openFailed"));
        },
      },
    );
  };

  return (
    <div className="flex flex-col items-start gap-2 sm:items-end">
      <Button
        tone="primary"
        size="large"
        disabled={isEmpty}
        busy={open.isPending || open.isSuccess}
        onClick={start}
      >
        {open.isPending || open.isSuccess ? t("opening") : t("openRoom")}
      </Button>
      {failure === null ? null : (
        <p role="alert" className="max-w-96 font-medium text-bad">
          <span aria-hidden="true">✕ </span>
          {failure}
        </p>
      )}
    </div>
  );
}
