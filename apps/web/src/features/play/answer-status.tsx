"use client";

import type { Counts, LiveRefusal } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import type { LinkStatus } from "../live/connection.ts";
import type { AnswerState } from "./student-state.ts";

interface AnswerStatusProps {
  readonly answer: AnswerState;
  readonly link: LinkStatus;
  readonly counts?: Counts | undefined;
}

/** What is true about the answer right now; "saved" is only said after the server's word. */
export function AnswerStatus({ answer, link, counts }: AnswerStatusProps) {
  const t = useTranslations("play");
  return (
    <div role="status">
      {answer.kind === "sending" ? (
        <p className="motion-breathe text-16 font-semibold">
          {link === "connected" ? t("sending") : t("waitingForLink")}
        </p>
      ) : null}
      {answer.kind === "saved" ? (
        <>
          <p className="text-16 font-semibold text-ok">
            <span aria-hidden="true">✓ </span>
            {t("saved", { time: clockTime(answer.receivedAt) })}
          </p>
          <p className="text-14 text-muted">
            {t("savedBody")}
            {counts
              ? ` ${t("answeredOf", { answered: Math.max(1, counts.answered), of: Math.max(1, counts.answered, counts.connected) })}.`
              : ""}
          </p>
        </>
      ) : null}
      {answer.kind === "refused" ? (
        <>
          <p className="text-16 font-semibold text-bad">
            <span aria-hidden="true">✕ </span>
            {t("refused.title")}
          </p>
          <p className="text-14">{t(`refused.${explained(answer.code)}`)}</p>
        </>
      ) : null}
    </div>
  );
}

const explainedCodes = [
  "too-late",
  "stale-round",
  "wrong-phase",
  "wrong-widget",
  "already-answered",
] as const;

function explained(code: LiveRefusal): (typeof explainedCodes)[number] | "other" {
  return explainedCodes.find((known) => known === code) ?? "other";
}

/** The device's own time zone and format, to the second: proof that something was kept. */
function clockTime(instant: number): string {
  return new Date(instant).toLocaleTimeString();
}
