import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ItemsPage } from "../../../features/item/items-page.tsx";
import { guarded } from "../../../trpc/guard.ts";
import { serverApi } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("item");
  return { title: t("title") };
}

export default async function Page() {
  const api = await serverApi();
  const [items, topics] = await guarded("/items", () =>
    Promise.all([api.item.list.query(), api.item.topics.query()]),
  );
  return <ItemsPage initial={items} topics={topics} />;
}
