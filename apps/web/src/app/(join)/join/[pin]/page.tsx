import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JoinPage } from "../../../../features/join/join-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("join");
  return { title: t("title") };
}

/** The address of the QR code: the PIN is already typed. */
export default async function Page({ params }: { params: Promise<{ pin: string }> }) {
  const { pin } = await params;
  return <JoinPage pin={pin.slice(0, 16).toUpperCase()} />;
}
