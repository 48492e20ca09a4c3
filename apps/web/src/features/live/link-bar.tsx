"use client";

import { ConnectionBar } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { LinkStatus } from "./connection.ts";

/** A thin line while the connection is away, and for a moment after it is back. Short gaps are not worth a word. */
export function LinkBar({ link }: { link: LinkStatus }) {
  const t = useTranslations("common.connection");
  const [shown, setShown] = useState<"none" | "lost" | "offline" | "back">("none");

  useEffect(() => {
    if (link === "lost") {
      const timer = setTimeout(() => setShown(navigator.onLine ? "lost" : "offline"), 700);
      return () => clearTimeout(timer);
    }
    if (link !== "connected") return;
    setShown((old) => (old === "none" ? old : "back"));
    const timer = setTimeout(() => setShown("none"), 2_000);
    return () => clearTimeout(timer);
  }, [link]);

  if (shown === "none") return null;
  return <ConnectionBar tone={shown === "back" ? "ok" : "warn"}>{t(shown)}</ConnectionBar>;
}
