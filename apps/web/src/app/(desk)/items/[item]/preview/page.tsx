import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PreviewPage } from "../../../../../features/author/preview-page.tsx";
import { guarded } from "../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("author.preview");
  return { title: t("title") };
}

interface PageProps {
  readonly params: Promise<{ item: string }>;
  readonly searchParams: Promise<{ seed?: string }>;
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ item: itemId }, { seed = "preview" }, api] = await Promise.all([
    params,
    searchParams,
    serverApi(),
  ]);
  const question = await guarded(`/items/${itemId}/preview`, () => api.item.preview.query({ itemId, seed }));
  return <PreviewPage key={seed} itemId={itemId} question={question} seed={seed} />;
}
