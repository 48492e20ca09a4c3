"use client";

import type { Question } from "@pyrena/contracts";
import { inputClass } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import type { Draft } from "./draft.ts";
import { NumberPad } from "./number-pad.tsx";
import { OptionList } from "./option-list.tsx";
import { TrueFalse } from "./true-false.tsx";

interface AnswerWidgetProps {
  readonly question: Question;
  readonly draft: Draft;
  readonly isDisabled: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** The widget the question names. The line picker is the program itself, so here it only says so. */
export function AnswerWidget({ question, draft, isDisabled, onChange }: AnswerWidgetProps) {
  const t = useTranslations("question");
  const { input } = question;
  switch (input.widget) {
    case "number":
      return draft.widget === "number" ? (
        <NumberPad
          text={draft.text}
          isDisabled={isDisabled}
          onChange={(text) => onChange({ ...draft, text })}
        />
      ) : null;
    case "true-false":
      return draft.widget === "true-false" ? (
        <TrueFalse
          rows={input.rows}
          values={draft.values}
          isDisabled={isDisabled}
          onChange={(values) => onChange({ ...draft, values })}
        />
      ) : null;
    case "choice":
      return draft.widget === "choice" ? (
        <OptionList
          type="radio"
          legend={t("answer")}
          options={input.options}
          isChosen={(id) => draft.chosen === id}
          isDisabled={isDisabled}
          onToggle={(chosen) => onChange({ ...draft, chosen })}
        />
      ) : null;
    case "multi":
      return draft.widget === "multi" ? (
        <OptionList
          type="checkbox"
          legend={t("answer")}
          hint={t("multiHint")}
          options={[
            ...input.options.map(({ id, label, line }) => ({
              id,
              label,
              note: line === null ? undefined : t("line", { line }),
            })),
            { id: NONE, label: t("none") },
          ]}
          isChosen={(id) => (id === NONE ? draft.isNone : draft.chosen.includes(id))}
          isDisabled={isDisabled}
          onToggle={(id) => onChange(toggle(draft, id))}
        />
      ) : null;
    case "line":
      return <p className="text-16 text-muted">{t("pickLineHint")}</p>;
    case "text-lines":
      return draft.widget === "text-lines" ? (
        <label className="flex flex-col gap-1">
          <span className="text-14 font-semibold">{t("linesLabel")}</span>
          <textarea
            rows={4}
            value={draft.text}
            disabled={isDisabled}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            onChange={(event) => onChange({ ...draft, text: event.target.value })}
            className={`${inputClass} py-2 font-mono`}
          />
          <span className="text-14 text-muted">{t("linesHint")}</span>
        </label>
      ) : null;
  }
}

/** No id of the engine's contains a space, so this one is free. */
const NONE = " none";

function toggle(draft: Draft & { widget: "multi" }, id: string): Draft {
  if (id === NONE) return { ...draft, chosen: [], isNone: !draft.isNone };
  const chosen = draft.chosen.includes(id)
    ? draft.chosen.filter((other) => other !== id)
    : [...draft.chosen, id];
  return { ...draft, chosen, isNone: false };
}
