"use client";

import { TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import type { TimeValues } from "./times.ts";

/** Opens, due and closes, on the class's clock. `hints` say what an empty field means where it is the assignment's own. */
export function TimeFields({
  values,
  hints,
  onChange,
}: {
  values: TimeValues;
  hints: boolean;
  onChange: (values: Partial<TimeValues>) => void;
}) {
  const t = useTranslations("homework.assign");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(["opens", "due", "closes"] as const).map((field) => (
        <TextInput
          key={field}
          type="datetime-local"
          label={t(field)}
          hint={hints ? t(`${field}Hint`) : undefined}
          value={values[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      ))}
    </div>
  );
}
