import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinPage } from "../../../features/join/join-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title") };
}

export default function Page() {
  return <JoinPage pin="" />;
}
