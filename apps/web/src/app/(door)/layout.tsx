import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Logo } from "../../features/brand/logo.tsx";
import { ThemeChoice } from "../../features/theme/switch.tsx";
import { WithMessages } from "../../i18n/with-messages.tsx";
import { ApiProvider } from "../../trpc/client.tsx";

/** In front of the instructor's desk. */
export default async function DoorLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <WithMessages of={["common", "auth", "classes"]}>
      <ApiProvider>
        <div className="mx-auto flex min-h-dvh max-w-256 flex-col px-4 md:px-8">
          <header className="flex items-center justify-between py-3">
            <Link href="/" className="touchable inline-flex items-center rounded-box">
              <Logo name={t("name")} />
            </Link>
            <ThemeChoice />
          </header>
          <main className="grow">{children}</main>
        </div>
      </ApiProvider>
    </WithMessages>
  );
}
