"use client";

import { type KindName, kindNames } from "@pyrena/contracts";
import { Field, inputClass, TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import type { Filter } from "./filter.ts";

interface ItemFilterProps {
  readonly filter: Filter;
  readonly topics: readonly string[];
  readonly onChange: (filter: Filter) => void;
}

export function ItemFilter({ filter, topics, onChange }: ItemFilterProps) {
  const t = useTranslations("item");
  const kinds = useTranslations("author.kind");
  return (
    <search className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
      <TextInput
        label={t("find")}
        hint={t("findHint")}
        type="search"
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <Field label={t("kind")}>
        {({ id }) => (
          <select
            id={id}
            className={inputClass}
            value={filter.kind ?? ""}
            onChange={(event) => onChange({ ...filter, kind: kindOf(event.target.value) })}
          >
            <option value="">{t("any")}</option>
            {kindNames.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("topic")}>
        {({ id }) => (
          <select
            id={id}
            className={inputClass}
            value={filter.topic ?? ""}
            onChange={(event) => onChange({ ...filter, topic: event.target.value || null })}
          >
            <option value="">{t("any")}</option>
            {topics.map((topic) => (
              <option key={topic} value={topic}>
                {topic}
              </option>
            ))}
          </select>
        )}
      </Field>
    </search>
  );
}

function kindOf(value: string): KindName | null {
  return kindNames.find((kind) => kind === value) ?? null;
}
