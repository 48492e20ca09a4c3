import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProjectorPage } from "../../../../features/projector/projector-page.tsx";
import { joinUrlsOfServer } from "../../../../trpc/join-urls.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("projector");
  return { title: t("title") };
}

/** The link is `<room>.<token>`: which room, and the one right it grants. */
export default async function Page({ params }: { params: Promise<{ link: string }> }) {
  const { link } = await params;
  const [roomId = "", token = ""] = link.split(".");
  const [joinUrl = null] = await joinUrlsOfServer();
  return <ProjectorPage roomId={roomId} token={token} joinUrl={joinUrl} />;
}
