"use client";

import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";

interface TrueFalseProps {
  readonly rows: readonly { readonly id: string; readonly line: number; readonly text: string }[];
  readonly values: Readonly<Record<string, boolean>>;
  readonly isDisabled: boolean;
  readonly onChange: (values: Record<string, boolean>) => void;
}

/** One line of the program per row, True or False beside it. */
export function TrueFalse({ rows, values, isDisabled, onChange }: TrueFalseProps) {
  const t = useTranslations("question");
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row) => (
        <fieldset
          key={row.id}
          disabled={isDisabled}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-box border border-line bg-surface px-3 py-2"
        >
          <legend className="sr-only">{`${t("line", { line: row.line })}: ${row.text}`}</legend>
          <span aria-hidden="true" className="tabular min-w-4 text-right font-mono text-14 text-muted">
            {row.line}
          </span>
          <code
            aria-hidden="true"
            className="min-w-0 grow basis-20 font-mono text-16 break-words whitespace-pre-wrap"
          >
            {row.text}
          </code>
          <span className="flex gap-1">
            {[true, false].map((value) => (
              <button
                key={String(value)}
                type="button"
                aria-pressed={values[row.id] === value}
                onClick={() => onChange({ ...values, [row.id]: value })}
                className={classNames(
                  "motion-glide touchable w-16 rounded-box border-2 px-2 text-16 font-semibold disabled:cursor-default",
                  values[row.id] === value
                    ? "border-ink bg-ink text-bg"
                    : "border-edge bg-surface text-ink hover:not-disabled:border-ink",
                )}
              >
                {t(value ? "true" : "false")}
              </button>
            ))}
          </span>
        </fieldset>
      ))}
    </div>
  );
}
