import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResultsPage } from "../../../../../features/results/results-page.tsx";
import { guarded } from "../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("results");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const api = await serverApi();
  const results = await guarded(`/room/${id}/results`, () => api.room.results.query({ roomId: id }));
  return <ResultsPage results={results} />;
}
