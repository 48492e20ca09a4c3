"use client";

import type { LiveRefusal } from "@pyrena/contracts";
import { Button, buttonClass, ErrorState } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Why this page may not host the room, and the way back. */
export function HostGone({ refusal, roomId }: { refusal: LiveRefusal | null; roomId: string }) {
  const t = useTranslations("host.gone");
  const reason = reasons.find((known) => known === refusal) ?? "other";
  const back = encodeURIComponent(`/host/${roomId}`);
  return (
    <main className="mx-auto max-w-160 p-4 pt-16">
      <ErrorState
        level={1}
        title={t(`${reason}.title`)}
        action={
          reason === "other" ? (
            <Button tone="primary" onClick={() => location.reload()}>
              {t("other.action")}
            </Button>
          ) : (
            <Link
              href={reason === "unknown-room" ? "/rooms" : `/sign-in?next=${back}`}
              className={buttonClass({ tone: "primary" })}
            >
              {t(`${reason}.action`)}
            </Link>
          )
        }
      >
        {t(`${reason}.body`)}
      </ErrorState>
    </main>
  );
}

const reasons = ["not-signed-in", "forbidden", "unknown-room"] as const;
