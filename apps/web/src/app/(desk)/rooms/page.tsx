import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RoomsPage } from "../../../features/rooms/rooms-page.tsx";
import { guarded } from "../../../trpc/guard.ts";
import { serverApi } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("rooms");
  return { title: t("title") };
}

export default async function Page() {
  const api = await serverApi();
  return <RoomsPage rooms={await guarded("/rooms", () => api.room.list.query())} />;
}
