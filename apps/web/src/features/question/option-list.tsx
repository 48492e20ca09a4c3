"use client";

import { OptionMark } from "@pyrena/ui";
import { useId } from "react";

interface OptionListProps {
  readonly type: "radio" | "checkbox";
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly note?: string | undefined;
  }[];
  readonly isChosen: (id: string) => boolean;
  readonly isDisabled: boolean;
  readonly onToggle: (id: string) => void;
}

/** Options as cards with letter, shape and colour; native inputs, so that every keyboard already knows them. */
export function OptionList({ type, legend, hint, options, isChosen, isDisabled, onToggle }: OptionListProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-2" disabled={isDisabled}>
      <legend className="sr-only">{legend}</legend>
      {hint ? <p className="text-14 text-muted">{hint}</p> : null}
      {options.map((option, index) => (
        <label
          key={option.id}
          className="motion-glide touchable flex cursor-pointer items-center gap-3 rounded-box border-2 border-line bg-surface px-3 py-2 has-checked:border-ink has-checked:bg-accent-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-default"
        >
          <input
            type={type}
            name={name}
            checked={isChosen(option.id)}
            onChange={() => onToggle(option.id)}
            className="h-5 w-5 shrink-0 accent-ink"
          />
          <OptionMark index={index} />
          <span className="min-w-0 grow font-mono text-16 break-words whitespace-pre-wrap">
            {option.label}
          </span>
          {option.note ? <span className="shrink-0 text-14 text-muted">{option.note}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
