import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { serverApi } from "../../trpc/server.ts";
import { SignOut } from "../auth/sign-out.tsx";
import { Logo } from "../brand/logo.tsx";
import { ThemeChoice } from "../theme/switch.tsx";
import { NavLink } from "./nav-link.tsx";

/** The same thin line on top of every page of the desk. A student has classes only. */
export async function DeskHeader() {
  const [t, api] = await Promise.all([getTranslations("shell"), serverApi()]);
  const me = await api.setup.whoami.query().catch(() => null);
  const home = me?.isInstructor === false ? "/classes" : "/decks";
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-320 flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 md:px-8">
        <Link href={home} className="touchable inline-flex items-center rounded-box">
          <Logo name={t("name")} />
        </Link>
        <nav
          aria-label={t("nav")}
          className="order-last -ml-3 flex w-full items-center gap-1 sm:order-none sm:ml-0 sm:w-auto"
        >
          {home === "/decks" ? (
            <>
              <NavLink href="/decks">{t("decks")}</NavLink>
              <NavLink href="/items">{t("items")}</NavLink>
              <NavLink href="/rooms">{t("rooms")}</NavLink>
            </>
          ) : null}
          <NavLink href="/classes">{t("classes")}</NavLink>
          <span className="ml-auto sm:hidden">
            <SignOut />
          </span>
        </nav>
        <div className="ml-auto flex items-center gap-2">
          <ThemeChoice />
          <span className="hidden sm:inline">
            <SignOut />
          </span>
        </div>
      </div>
    </header>
  );
}
