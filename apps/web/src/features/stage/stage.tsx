"use client";

import { Badge } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Countdown } from "../live/countdown.tsx";
import { joinAddress, shortAddress, spacedPin } from "./join-info.ts";
import { QrCode } from "./qr-code.tsx";
import { StageBoard } from "./stage-board.tsx";
import { StageLobby } from "./stage-lobby.tsx";
import type { StageProps } from "./stage-props.ts";
import { StageQuestion } from "./stage-question.tsx";
import { StageReveal } from "./stage-reveal.tsx";

/** What the whole room sees: on the projector large, on the host's screen smaller. It never holds a secret. */
export function Stage({ view, clock, joinUrl }: StageProps) {
  const { current } = view;
  return (
    <div className="flex grow flex-col gap-4">
      <StageHeader view={view} clock={clock} joinUrl={joinUrl} />
      {current.phase === "lobby" ? <StageLobby view={view} names={current.names} joinUrl={joinUrl} /> : null}
      {current.phase === "open" || current.phase === "closed" || current.phase === "discuss" ? (
        <StageQuestion current={current} counts={view.counts} />
      ) : null}
      {current.phase === "reveal" ? <StageReveal current={current} /> : null}
      {current.phase === "scoreboard" || current.phase === "ended" ? <StageBoard current={current} /> : null}
    </div>
  );
}

function StageHeader({ view, clock, joinUrl }: StageProps) {
  const t = useTranslations("projector");
  const question = useTranslations("question");
  const { current, counts, pin, isLocked } = view;
  const isLobby = current.phase === "lobby";
  return (
    <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="flex items-baseline gap-2 text-14 text-muted">
        {shortAddress(joinUrl)}
        <span className="ml-2">{t("pin")}</span>
        <b className="font-mono text-20 tracking-wider text-ink">{spacedPin(pin)}</b>
      </p>
      {isLobby || isLocked ? null : (
        <QrCode text={joinAddress(joinUrl, pin)} label={t("qr")} className="hidden h-12 w-12 sm:block" />
      )}
      {isLocked ? <Badge tone="warn">⊘ {t("locked")}</Badge> : null}
      <span className="ml-auto flex items-center gap-4">
        <span className="tabular text-14 text-muted">{t("here", { count: counts.connected })}</span>
        {"round" in current ? (
          <span className="text-16 font-semibold">
            {question("number", { number: current.round.ordinal })}
          </span>
        ) : null}
        {current.phase === "open" ? (
          <Countdown openedAt={current.openedAt} deadline={current.deadline} clock={clock} />
        ) : null}
      </span>
    </header>
  );
}
