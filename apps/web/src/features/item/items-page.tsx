"use client";

import type { ItemSummary } from "@pyrena/contracts";
import { Button, buttonClass, EmptyState, Skeleton } from "@pyrena/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { useSettled } from "../author/use-engine.ts";
import { everything } from "./filter.ts";
import { ItemFilter } from "./item-filter.tsx";
import { ItemRow } from "./item-row.tsx";

/** The bank: everything the instructor can ask, searched and filtered on the server. */
export function ItemsPage({
  initial,
  topics,
}: {
  initial: readonly ItemSummary[];
  topics: readonly string[];
}) {
  const t = useTranslations("item");
  const common = useTranslations("common");
  const [filter, setFilter] = useState(everything);
  const settled = useSettled(filter);
  const isUnfiltered = settled === everything;
  const { data: items, isPending } = useQuery({
    ...useTRPC().item.list.queryOptions(settled),
    placeholderData: keepPreviousData,
    ...(isUnfiltered ? { initialData: [...initial] } : {}),
  });
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-1">
          <h1 className="text-25 font-bold">{t("title")}</h1>
          <p className="text-muted">{t("lead")}</p>
        </div>
        <Link href="/items/new" className={buttonClass({ tone: "primary" })}>
          {t("new")}
        </Link>
      </div>
      <ItemFilter filter={filter} topics={topics} onChange={setFilter} />
      {isPending ? <Skeleton className="h-64" label={common("loading")} /> : null}
      {items?.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={<Button onClick={() => setFilter(everything)}>{t("empty.clear")}</Button>}
        >
          {t("empty.body")}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? (
        <section className="flex flex-col gap-2">
          <p role="status" className="text-14 text-muted">
            {t("count", { count: items.length })}
          </p>
          <ul className="divide-y divide-line rounded-box border border-line bg-surface">
            {items.map((item) => (
              <ItemRow key={item.id} item={item} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
