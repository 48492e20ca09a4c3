import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DecksPage } from "../../../features/deck/decks-page.tsx";
import { guarded } from "../../../trpc/guard.ts";
import { serverApi } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("deck");
  return { title: t("title") };
}

export default async function Page() {
  const api = await serverApi();
  // Signing in leads here; a student's start is another page.
  const me = await api.setup.whoami.query();
  if (me?.isInstructor === false) redirect("/classes");
  return <DecksPage decks={await guarded("/decks", () => api.deck.list.query())} />;
}
