import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlayPage } from "../../../../features/play/play-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("play");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ room: string }> }) {
  const { room } = await params;
  return <PlayPage roomId={room} />;
}
