"use client";

import { useTranslations } from "next-intl";
import { joinAddress, shortAddress, spacedPin } from "./join-info.ts";
import { QrCode } from "./qr-code.tsx";
import type { StageProps } from "./stage-props.ts";

interface StageLobbyProps {
  readonly view: StageProps["view"];
  readonly names: readonly string[];
  readonly joinUrl: string;
}

/** How to get in, readable from the last row, and who just came. */
export function StageLobby({ view, names, joinUrl }: StageLobbyProps) {
  const t = useTranslations("projector");
  return (
    <div className="flex grow flex-col items-center justify-center gap-8">
      <h1 className="text-25 font-bold">{view.title}</h1>
      <div className="flex flex-wrap items-center justify-center gap-x-12 gap-y-6">
        <QrCode
          text={joinAddress(joinUrl, view.pin)}
          label={t("qr")}
          className="h-48 w-48 rounded-box border border-line"
        />
        <dl className="flex flex-col gap-4">
          <div>
            <dt className="text-14 text-muted">{t("joinAt")}</dt>
            <dd className="text-25 font-semibold break-all">{shortAddress(joinUrl)}</dd>
          </div>
          <div>
            <dt className="text-14 text-muted">{t("pin")}</dt>
            <dd className="font-mono text-49 font-bold tracking-widest">{spacedPin(view.pin)}</dd>
          </div>
        </dl>
      </div>
      {names.length > 0 ? (
        <ul
          aria-label={t("lobby.names")}
          className="flex max-h-32 max-w-full flex-wrap justify-center gap-2 overflow-hidden"
        >
          {names.slice(0, 24).map((name) => (
            <li
              key={name}
              className="motion-settle max-w-64 truncate rounded-pill border border-line bg-surface px-3 py-1 text-16"
            >
              {name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
