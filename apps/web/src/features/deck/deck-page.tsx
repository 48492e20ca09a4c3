"use client";

import type { DeckDetail } from "@pyrena/contracts";
import { buttonClass, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AddItem } from "./add-item.tsx";
import { DeckTools } from "./deck-tools.tsx";
import { EntryList } from "./entry-list.tsx";
import { OpenRoom } from "./open-room.tsx";
import { useDeck } from "./use-deck.ts";

/** One deck: its questions in order, and the button that starts the lesson. */
export function DeckPage({ initial }: { initial: DeckDetail }) {
  const t = useTranslations("deck.page");
  const counted = useTranslations("deck");
  const { deck, move, remove, hasFailed } = useDeck(initial);
  return (
    <div className="flex flex-col gap-6">
      <Link
        href="/decks"
        className="touchable inline-flex items-center self-start text-14 text-muted underline"
      >
        {t("back")}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-25 font-bold break-words">{deck.title}</h1>
          <p className="text-muted">
            {deck.description === "" ? null : `${deck.description} `}
            {counted("count", { count: deck.entries.length })}
          </p>
        </div>
        <OpenRoom deckId={deck.id} isEmpty={deck.entries.length === 0} />
      </div>
      <DeckTools deck={deck} />
      <section aria-labelledby="entries" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="entries" className="text-20 font-bold">
            {t("entries")}
          </h2>
          <div className="flex flex-wrap gap-2">
            <AddItem deckId={deck.id} />
            <Link href={`/items/new?deck=${deck.id}`} className={buttonClass({ size: "small" })}>
              {t("write")}
            </Link>
          </div>
        </div>
        {hasFailed ? (
          <p role="alert" className="font-medium text-bad">
            <span aria-hidden="true">✕ </span>
            {t("failed")}
          </p>
        ) : null}
        {deck.entries.length === 0 ? (
          <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
        ) : (
          <EntryList entries={deck.entries} onMove={move} onRemove={remove} />
        )}
      </section>
    </div>
  );
}
