import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { draftOfItem } from "../../../../features/author/author-draft.ts";
import { AuthorPage } from "../../../../features/author/author-page.tsx";
import { guarded } from "../../../../trpc/guard.ts";
import { serverApi } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("author");
  return { title: t("editTitle") };
}

export default async function Page({ params }: { params: Promise<{ item: string }> }) {
  const [{ item: itemId }, api] = await Promise.all([params, serverApi()]);
  const [item, topics] = await guarded(`/items/${itemId}`, () =>
    Promise.all([api.item.get.query({ itemId }), api.item.topics.query()]),
  );
  return <AuthorPage itemId={itemId} initial={draftOfItem(item.draft)} topics={topics} deckId={null} />;
}
