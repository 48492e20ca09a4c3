import { buttonClass } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";
import { LifeOfAList } from "../features/brand/life-of-a-list.tsx";
import { Logo } from "../features/brand/logo.tsx";
import { JoinCard } from "../features/join/join-card.tsx";
import { ThemeChoice } from "../features/theme/switch.tsx";

/** A student types the PIN here; an instructor finds the door. */
export default async function HomePage() {
  const [common, t] = await Promise.all([getTranslations("common"), getTranslations("home")]);
  return (
    <div className="mx-auto flex min-h-dvh max-w-256 flex-col px-4 md:px-8">
      <header className="flex items-center justify-between py-3">
        <Logo name={common("name")} />
        <ThemeChoice />
      </header>
      <main className="grid grow content-center gap-x-16 gap-y-8 py-8 md:grid-cols-[1fr_24rem]">
        <div className="flex flex-col justify-center gap-4">
          <h1 className="text-31 font-bold md:text-39">{common("tagline")}</h1>
          <p className="max-w-prose text-20 text-muted">{t("lead")}</p>
          <div className="hidden pt-4 md:block">
            <LifeOfAList />
          </div>
        </div>
        <div className="self-center">
          <JoinCard pin="" />
        </div>
      </main>
      <footer className="flex flex-wrap items-center gap-4 border-t border-line py-6">
        <a href="/decks" className={buttonClass()}>
          {t("teach")}
        </a>
        <p className="text-14 text-muted">{t("teachHint")}</p>
      </footer>
    </div>
  );
}
