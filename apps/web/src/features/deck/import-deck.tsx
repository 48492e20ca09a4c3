"use client";

import type { ImportReport } from "@pyrena/contracts";
import { Button, Dialog, Field, inputClass } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { problemOf } from "../../trpc/problem.ts";
import { ImportReportList } from "./import-report.tsx";

const MAX_BYTES = 5_000_000;

/** Reads an exported file, sends it, and says what became of each entry. */
export function ImportDeck() {
  const t = useTranslations("deck.import");
  const common = useTranslations("common");
  const router = useRouter();
  const importJson = useMutation(useTRPC().deck.importJson.mutationOptions());
  const [isOpen, setOpen] = useState(false);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [error, setError] = useState<string | undefined>();

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    setError(undefined);
    setReport(null);
    if (chosen.size > MAX_BYTES) return setError(t("tooBig"));
    importJson.mutate(
      { file: await chosen.text() },
      {
        onSuccess: (made) => {
          setReport(made);
          router.refresh();
        },
        onError: (failure) =>
          setError(problemOf(failure).code === "import-malformed" ? t("malformed") : t("failed")),
      },
    );
  };

  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      <Dialog isOpen={isOpen} title={t("title")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <div className="flex flex-col gap-4">
          <p className="text-muted">{t("body")}</p>
          <Field label={t("file")} error={error}>
            {({ id, describedBy, invalid }) => (
              <input
                id={id}
                type="file"
                accept="application/json,.json"
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
                onChange={read}
                className={`${inputClass} py-2`}
              />
            )}
          </Field>
          {importJson.isPending ? (
            <p role="status" className="motion-breathe text-muted">
              {t("busy")}
            </p>
          ) : null}
          {report === null ? null : <ImportReportList report={report} />}
          {report?.deckId ? (
            <Link href={`/decks/${report.deckId}`} className="self-end font-semibold underline">
              {t("goTo")}
            </Link>
          ) : null}
        </div>
      </Dialog>
    </>
  );
}
