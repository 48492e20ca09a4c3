"use client";

import { CONFIDENCES, type Confidence } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import { useId } from "react";

interface ConfidenceTapProps {
  readonly value: Confidence | null;
  readonly isDisabled: boolean;
  readonly onChange: (value: Confidence) => void;
}

/** One tap, may be left out, never costs points. */
export function ConfidenceTap({ value, isDisabled, onChange }: ConfidenceTapProps) {
  const t = useTranslations("question.confidence");
  const name = useId();
  return (
    <fieldset disabled={isDisabled} className="flex flex-col gap-1">
      <legend className="mb-1 text-14 text-muted">
        <span className="font-semibold text-ink">{t("legend")}</span> {t("hint")}
      </legend>
      <div className="grid grid-cols-3 gap-1">
        {CONFIDENCES.map((confidence) => (
          <label
            key={confidence}
            className="motion-glide touchable flex cursor-pointer items-center justify-center rounded-pill border border-edge bg-surface px-2 text-14 font-medium has-checked:border-ink has-checked:bg-ink has-checked:text-bg has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-default"
          >
            <input
              type="radio"
              name={name}
              checked={value === confidence}
              onChange={() => onChange(confidence)}
              className="sr-only"
            />
            {t(confidence)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
