import type { DeckSummary } from "@pyrena/contracts";
import { Badge, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { ImportDeck } from "./import-deck.tsx";
import { NewDeck } from "./new-deck.tsx";

/** All decks of the instructor. */
export async function DecksPage({ decks }: { decks: readonly DeckSummary[] }) {
  const t = await getTranslations("deck");
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-1">
          <h1 className="text-25 font-bold">{t("title")}</h1>
          <p className="text-muted">{t("lead")}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ImportDeck />
          <NewDeck />
        </div>
      </div>
      {decks.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {decks.map((deck) => (
            <DeckTile key={deck.id} deck={deck} />
          ))}
        </ul>
      )}
    </div>
  );
}

async function DeckTile({ deck }: { deck: DeckSummary }) {
  const [t, format] = await Promise.all([getTranslations("deck"), getFormatter()]);
  const origin = deck.origin === "demo" ? t("demo") : deck.origin === "import" ? t("imported") : null;
  return (
    <li className="relative flex flex-col gap-2 rounded-box border border-line bg-surface p-4 focus-within:border-ink hover:border-ink">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-20 font-bold break-words">
          <Link href={`/decks/${deck.id}`} className="after:absolute after:inset-0">
            {deck.title}
          </Link>
        </h2>
        {origin === null ? null : <Badge>{origin}</Badge>}
      </div>
      {deck.description === "" ? null : <p className="line-clamp-2 text-muted">{deck.description}</p>}
      <p className="mt-auto pt-2 text-14 text-muted">
        {t("count", { count: deck.items })}
        {" · "}
        <time dateTime={deck.updatedAt.toISOString()}>
          {format.dateTime(deck.updatedAt, { dateStyle: "medium" })}
        </time>
      </p>
    </li>
  );
}
