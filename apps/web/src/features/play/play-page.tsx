"use client";

import { buttonClass, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { readCredential, type StoredCredential } from "../live/credentials.ts";
import { ComingIn } from "./coming-in.tsx";
import { PlayRoom } from "./play-room.tsx";

/** Finds out who this browser is in the room; the rest is the room's. */
export function PlayPage({ roomId }: { roomId: string }) {
  const [credential, setCredential] = useState<StoredCredential | null | "unread">("unread");
  useEffect(() => setCredential(readCredential(roomId)), [roomId]);

  if (credential === "unread") return <ComingIn />;
  if (credential === null) return <NotHere />;
  return <PlayRoom credential={credential} />;
}

function NotHere() {
  const t = useTranslations("play.notHere");
  return (
    <main className="mx-auto max-w-160 p-4 pt-16">
      <EmptyState
        level={1}
        title={t("title")}
        action={
          <Link href="/join" className={buttonClass({ tone: "primary", size: "large" })}>
            {t("action")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </main>
  );
}
