"use client";

import type { Gradebook } from "@pyrena/contracts";
import { Button, EmptyState, TextInput } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveFile } from "../files/save-file.ts";
import { gradebookCsv, type Order, ordered } from "./gradebook.ts";
import { GradebookTable } from "./gradebook-table.tsx";

interface GradebookPageProps {
  readonly classId: string;
  readonly name: string;
  readonly gradebook: Gradebook;
}

/** Students × homework, sorted and searched in the page. */
export function GradebookPage({ classId, name, gradebook }: GradebookPageProps) {
  const t = useTranslations("classes.gradebook");
  const page = useTranslations("classes.page");
  const [find, setFind] = useState("");
  const [order, setOrder] = useState<Order>({ by: "name", isFalling: false });
  const rows = ordered(gradebook, order, find);
  const isEmpty = gradebook.columns.length === 0 || gradebook.rows.length === 0;
  return (
    <div className="flex flex-col gap-6">
      <Link
        href={`/classes/${classId}`}
        className="touchable inline-flex items-center self-start text-14 text-muted underline"
      >
        {name}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="min-w-0 text-25 font-bold break-words">{t("title", { name })}</h1>
        {isEmpty ? null : (
          <Button onClick={() => saveFile(`${name}.csv`, gradebookCsv(gradebook), "text/csv")}>
            {t("export")}
          </Button>
        )}
      </div>
      {isEmpty ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-end justify-between gap-4">
            <div className="w-full max-w-80">
              <TextInput label={t("find")} value={find} onChange={(event) => setFind(event.target.value)} />
            </div>
            <p className="text-14 text-muted">{t("legend")}</p>
          </div>
          {rows.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
          <section
            aria-label={page("gradebook")}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-[75vh] overflow-auto rounded-box border border-line bg-surface"
          >
            <GradebookTable columns={gradebook.columns} rows={rows} order={order} onOrder={setOrder} />
          </section>
        </>
      )}
    </div>
  );
}
