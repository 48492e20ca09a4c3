"use client";

import { TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { type AssignForm, ATTEMPT_CHOICES, LATE_CHOICES } from "./assign-draft.ts";
import { Choice } from "./choice.tsx";

interface AssignRulesProps {
  readonly form: AssignForm;
  readonly onChange: (values: Partial<AssignForm>) => void;
}

/** What lateness costs, how attempts count, how long one may take. */
export function AssignRules({ form, onChange }: AssignRulesProps) {
  const t = useTranslations("homework.assign");
  const late = { none: t("lateNone"), half: t("lateHalf"), steps: t("lateSteps") };
  return (
    <>
      <Choice
        label={t("late")}
        value={form.late}
        options={LATE_CHOICES.map((value) => ({ value, label: late[value] }))}
        onChange={(value) => onChange({ late: value })}
      />
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Choice
          label={t("attempts")}
          value={form.attempts}
          options={ATTEMPT_CHOICES.map((value) => ({ value, label: t(value) }))}
          onChange={(attempts) => onChange({ attempts })}
        />
        {form.attempts === "points" ? null : (
          <TextInput
            label={t("max")}
            inputMode="numeric"
            placeholder={t("unlimited")}
            value={form.max}
            onChange={(event) => onChange({ max: digitsOf(event.target.value) })}
          />
        )}
      </div>
      <TextInput
        label={t("limit")}
        inputMode="numeric"
        value={form.limit}
        onChange={(event) => onChange({ limit: digitsOf(event.target.value) })}
      />
      <label className="touchable flex items-center gap-3">
        <input
          type="checkbox"
          checked={form.shuffles}
          onChange={(event) => onChange({ shuffles: event.target.checked })}
          className="size-5 accent-accent"
        />
        {t("shuffles")}
      </label>
    </>
  );
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "").slice(0, 3);
}
