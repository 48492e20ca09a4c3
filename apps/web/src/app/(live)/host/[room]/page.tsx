import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HostPage } from "../../../../features/host/host-page.tsx";
import { joinUrlsOfServer } from "../../../../trpc/join-urls.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("host");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ room: string }> }) {
  const { room } = await params;
  return <HostPage roomId={room} joinUrls={await joinUrlsOfServer()} />;
}
