"use client";

import type { LiveRefusal } from "@pyrena/contracts";
import { Button, buttonClass, ErrorState } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { forgetCredential } from "../live/credentials.ts";

interface GoneScreenProps {
  readonly refusal: LiveRefusal | null;
  readonly roomId: string;
}

/** The room will not take this page back as it is: why, what is safe, what to press. */
export function GoneScreen({ refusal, roomId }: GoneScreenProps) {
  const t = useTranslations("play.gone");
  const reason = reasonOf(refusal);
  const isForgotten = refusal === "kicked" || refusal === "forbidden" || refusal === "unknown-room";

  useEffect(() => {
    if (isForgotten) forgetCredential(roomId);
  }, [isForgotten, roomId]);

  return (
    <main className="mx-auto max-w-160 p-4 pt-16">
      <ErrorState
        level={1}
        title={t(`${reason}.title`)}
        action={
          reason === "reload" ? (
            <Button tone="primary" onClick={() => location.reload()}>
              {t(`${reason}.action`)}
            </Button>
          ) : (
            <Link href="/join" className={buttonClass({ tone: "primary" })}>
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

function reasonOf(refusal: LiveRefusal | null): "kicked" | "ended" | "unknown" | "reload" {
  switch (refusal) {
    case "kicked":
      return "kicked";
    case "room-ended":
      return "ended";
    case "protocol-mismatch":
      return "reload";
    default:
      return "unknown";
  }
}
