"use client";

import type { DeckEntry } from "@pyrena/contracts";
import { Badge, Button } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface EntryListProps {
  readonly entries: readonly DeckEntry[];
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (entryId: string) => void;
}

/** The questions in the order of the lesson. Moving is by buttons, so that it works by keyboard and thumb alike. */
export function EntryList({ entries, onMove, onRemove }: EntryListProps) {
  const t = useTranslations("deck.page");
  const [said, setSaid] = useState("");
  const move = (from: number, to: number, title: string) => {
    onMove(from, to);
    setSaid(t("moved", { title, number: to + 1 }));
  };
  return (
    <>
      <ol className="divide-y divide-line rounded-box border border-line bg-surface">
        {entries.map(({ id, item }, i) => (
          <li key={id} className="flex items-center gap-3 px-3 py-2 sm:px-4">
            <span className="tabular w-7 shrink-0 text-right font-mono text-14 text-muted">{i + 1}</span>
            <div className="flex min-w-0 grow flex-col">
              <Link href={`/items/${item.id}`} className="font-semibold break-words hover:underline">
                {item.title}
              </Link>
              <EntryFacts item={item} />
            </div>
            <div className="flex shrink-0">
              <EntryButton
                label={t("up", { title: item.title })}
                sign="↑"
                isOff={i === 0}
                onPress={() => move(i, i - 1, item.title)}
              />
              <EntryButton
                label={t("down", { title: item.title })}
                sign="↓"
                isOff={i === entries.length - 1}
                onPress={() => move(i, i + 1, item.title)}
              />
              <EntryButton
                label={t("takeOut", { title: item.title })}
                sign="✕"
                onPress={() => onRemove(id)}
              />
            </div>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

function EntryFacts({ item }: { item: DeckEntry["item"] }) {
  const t = useTranslations("deck");
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-14 text-muted">
      {t(`kind.${item.kind}`)}
      <span aria-hidden="true">·</span>
      {item.topic}
      <span aria-hidden="true">·</span>
      {`CPython ${item.python}`}
      {item.isReady ? null : <Badge tone="warn">! {t("page.notReady")}</Badge>}
    </span>
  );
}

function EntryButton({
  label,
  sign,
  isOff = false,
  onPress,
}: {
  label: string;
  sign: string;
  isOff?: boolean;
  onPress: () => void;
}) {
  return (
    <Button tone="quiet" size="small" aria-label={label} disabled={isOff} onClick={onPress}>
      <span aria-hidden="true">{sign}</span>
    </Button>
  );
}
