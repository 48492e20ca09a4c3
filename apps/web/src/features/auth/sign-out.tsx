"use client";

import { Button } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { signOut } from "./request.ts";

export function SignOut() {
  const t = useTranslations("auth");
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut();
    location.assign("/sign-in");
  };
  return (
    <Button tone="quiet" size="small" busy={isBusy} onClick={leave}>
      {t("signOut")}
    </Button>
  );
}
