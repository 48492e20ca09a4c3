"use client";

import { Button } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { pressKey } from "./draft.ts";

interface NumberPadProps {
  readonly text: string;
  readonly isDisabled: boolean;
  readonly onChange: (text: string) => void;
}

const keys = ["1", "2", "3", "4", "5", "erase", "6", "7", "8", "9", "0", "-"] as const;

/** Digits under the thumb; a real keyboard types into the field above them. */
export function NumberPad({ text, isDisabled, onChange }: NumberPadProps) {
  const t = useTranslations("question");
  return (
    <div className="flex flex-col gap-2">
      <input
        aria-label={t("answer")}
        // The pad below is the phone's keyboard; its own would cover the program.
        inputMode="none"
        autoComplete="off"
        value={text}
        placeholder={t("pad.placeholder")}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value.replace(/(?!^-)[^\d]/g, "").slice(0, 13))}
        className="tabular h-14 w-full rounded-pill border-2 border-ink bg-surface text-center font-mono text-31 leading-none font-bold placeholder:font-normal placeholder:text-muted disabled:border-edge"
      />
      <fieldset className="grid grid-cols-6 gap-1 sm:gap-2">
        <legend className="sr-only">{t("pad.label")}</legend>
        {keys.map((key) => (
          <Button
            key={key}
            disabled={isDisabled}
            aria-label={key === "erase" ? t("pad.erase") : key === "-" ? t("pad.minus") : undefined}
            onClick={() => onChange(pressKey(text, key))}
            className="h-12 px-0 font-mono text-20"
          >
            {key === "erase" ? "⌫" : key === "-" ? "−" : key}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
