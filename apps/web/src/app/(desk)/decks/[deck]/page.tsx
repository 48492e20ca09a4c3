import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeckPage } from "../../../../features/deck/deck-page.tsx";
import { guarded } from "../../../../trpc/guard.ts";
import { serverApi } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deck");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ deck: string }> }) {
  const [{ deck: deckId }, api] = await Promise.all([params, serverApi()]);
  return <DeckPage initial={await guarded(`/decks/${deckId}`, () => api.deck.get.query({ deckId }))} />;
}
