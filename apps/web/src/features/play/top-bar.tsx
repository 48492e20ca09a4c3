"use client";

import type { StudentPage } from "@pyrena/live";
import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Mark } from "../brand/logo.tsx";
import type { ServerClock } from "../live/clock.ts";
import type { LinkStatus } from "../live/connection.ts";
import { Countdown } from "../live/countdown.tsx";

interface TopBarProps {
  readonly page: StudentPage;
  readonly link: LinkStatus;
  readonly clock: ServerClock | null;
}

/** Which question, how long, who you are, and whether the line holds. */
export function TopBar({ page, link, clock }: TopBarProps) {
  const t = useTranslations();
  const { current } = page.room;
  const isLinked = link === "connected";
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex h-12 max-w-160 items-center gap-3 px-4">
        <Mark className="h-6 w-6 shrink-0" />
        {"round" in current ? (
          <span className="shrink-0 text-16 font-semibold">
            {t("question.number", { number: current.round.ordinal })}
          </span>
        ) : null}
        {current.phase === "open" ? (
          <Countdown openedAt={current.openedAt} deadline={current.deadline} clock={clock} />
        ) : null}
        <span className="ml-auto flex min-w-0 items-center gap-2 text-14 text-muted">
          <span className="sr-only">{t("play.as", { name: page.self.nickname })}</span>
          <span aria-hidden="true" className="truncate">
            {page.self.nickname}
          </span>
          <span
            role="img"
            aria-label={t(isLinked ? "common.connection.on" : "common.connection.connecting")}
            className={classNames(
              "h-3 w-3 shrink-0 rounded-pill border-2",
              isLinked ? "border-ok bg-ok" : "motion-breathe border-warn bg-transparent",
            )}
          />
        </span>
      </div>
    </header>
  );
}
