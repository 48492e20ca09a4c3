"use client";

import { Button, ErrorState } from "@pyrena/ui";
import { useTranslations } from "next-intl";

/** What a page shows when it could not be rendered. */
export function PageFailed({ retry }: { retry: () => void }) {
  const t = useTranslations("common.failed");
  return (
    <div className="mx-auto max-w-160 p-6 pt-16">
      <ErrorState
        level={1}
        title={t("title")}
        action={
          <Button tone="primary" onClick={() => retry()}>
            {t("action")}
          </Button>
        }
      >
        {t("body")}
      </ErrorState>
    </div>
  );
}
