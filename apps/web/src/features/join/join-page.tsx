import { getTranslations } from "next-intl/server";
import { Logo } from "../brand/logo.tsx";
import { JoinCard } from "./join-card.tsx";

/** The first thing a student sees: two fields and a button, under the thumb. */
export async function JoinPage({ pin }: { pin: string }) {
  const [t, join] = await Promise.all([getTranslations("common"), getTranslations("join")]);
  return (
    <main className="mx-auto flex min-h-dvh max-w-96 flex-col gap-8 px-4 pt-12 pb-8 sm:justify-center sm:pt-8">
      <a href="/" className="self-center rounded-box">
        <Logo name={t("name")} size="large" />
      </a>
      <h1 className="sr-only">{join("heading")}</h1>
      <JoinCard pin={pin} />
    </main>
  );
}
