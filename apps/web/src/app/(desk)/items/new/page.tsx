import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { newDraft } from "../../../../features/author/author-draft.ts";
import { AuthorPage } from "../../../../features/author/author-page.tsx";
import { guarded } from "../../../../trpc/guard.ts";
import { serverApi } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("author");
  return { title: t("newTitle") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ deck?: string }> }) {
  const [{ deck = null }, t, api] = await Promise.all([searchParams, getTranslations("author"), serverApi()]);
  const topics = await guarded("/items/new", () => api.item.topics.query());
  return <AuthorPage itemId={null} initial={newDraft(t("starter"))} topics={topics} deckId={deck} />;
}
