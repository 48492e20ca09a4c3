"use client";

import { Button, ErrorState } from "@pyrena/ui";
import common from "../../messages/en/common.json";
import "./globals.css";

/** The last resort: it stands outside every provider, so it reads its words from the file itself. */
export default function GlobalError({ retry }: { retry: () => void }) {
  const words = common.failed;
  return (
    <html lang="en">
      <body className="min-h-dvh bg-bg p-6 pt-16 font-sans text-16 text-ink">
        <title>{words.title}</title>
        <ErrorState
          level={1}
          title={words.title}
          action={
            <Button tone="primary" onClick={() => retry()}>
              {words.action}
            </Button>
          }
        >
          {words.body}
        </ErrorState>
      </body>
    </html>
  );
}
