import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssignPage } from "../../../../../features/homework/assign-page.tsx";
import { guarded } from "../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("homework.assign");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const [{ class: classId }, api] = await Promise.all([params, serverApi()]);
  const path = `/classes/${classId}/assign`;
  const decks = await guarded(path, () => api.deck.list.query());
  const own = await guarded(path, () => api.class.get.query({ classId }));
  return <AssignPage classId={classId} name={own.name} timeZone={own.timeZone} decks={decks} />;
}
