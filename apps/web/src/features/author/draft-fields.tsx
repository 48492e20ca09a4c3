"use client";

import { pythonVersions, runModes } from "@pyrena/contracts";
import { Field, inputClass, TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { AuthorDraft } from "./author-draft.ts";

interface DraftFieldsProps {
  readonly draft: AuthorDraft;
  readonly topics: readonly string[];
  readonly onChange: (part: Partial<AuthorDraft>) => void;
}

/** Title and topic, and under which Python the program runs. */
export function DraftFields({ draft, topics, onChange }: DraftFieldsProps) {
  const t = useTranslations("author");
  const listId = useId();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput
        label={t("name")}
        value={draft.title}
        maxLength={120}
        placeholder={t("namePlaceholder")}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextInput
        label={t("topic")}
        value={draft.topic}
        maxLength={60}
        list={listId}
        placeholder={t("topicDefault")}
        onChange={(event) => onChange({ topic: event.target.value })}
      />
      <datalist id={listId}>
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <Choice
        label={t("python")}
        value={draft.python}
        options={pythonVersions.map((version) => ({ value: version, text: `CPython ${version}` }))}
        onChoose={(python) => onChange({ python })}
      />
      <Choice
        label={t("mode")}
        value={draft.mode}
        options={runModes.map((mode) => ({ value: mode, text: t(`modes.${mode}`) }))}
        onChoose={(mode) => onChange({ mode })}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      {({ id }) => (
        <select
          id={id}
          value={value}
          className={inputClass}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChoose(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
