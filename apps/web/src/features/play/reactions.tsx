"use client";

import { REACTIONS, type Reaction } from "@pyrena/contracts";
import { Button } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

const signs: Record<Reaction, string> = { lost: "?", slower: "«", faster: "»" };

/** One quiet word to the front; only its number is shown there. */
export function Reactions({ onReact }: { onReact: (reaction: Reaction) => void }) {
  const t = useTranslations("play.react");
  const [chosen, setChosen] = useState<Reaction | null>(null);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-14 font-semibold">{t("legend")}</legend>
      <div className="grid grid-cols-3 gap-2">
        {REACTIONS.map((reaction) => (
          <Button
            key={reaction}
            aria-pressed={chosen === reaction}
            className={chosen === reaction ? "border-ink bg-sunken" : ""}
            onClick={() => {
              setChosen(reaction);
              onReact(reaction);
            }}
          >
            <span aria-hidden="true">{signs[reaction]}</span> {t(reaction)}
          </Button>
        ))}
      </div>
      <p role="status" className="min-h-5 text-14 text-muted">
        {chosen ? t("sent") : ""}
      </p>
    </fieldset>
  );
}
