"use client";

import type { Question } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CodeBlock } from "../code/code-block.tsx";
import type { Draft } from "./draft.ts";

interface ProgramProps {
  readonly question: Question;
  readonly draft?: Draft | undefined;
  readonly isDisabled?: boolean;
  readonly onChange?: ((draft: Draft) => void) | undefined;
  readonly className?: string;
}

/** The question's program, with the asked place marked; for the line picker its lines are the answer. */
export function Program({ question, draft, isDisabled = false, onChange, className }: ProgramProps) {
  const t = useTranslations("question");
  const { place, input, program } = question;
  // What a line prints is asked of the line itself; before or after it would only confuse.
  const word =
    question.prompt.code === "refcount-printed" || question.prompt.code === "output-line"
      ? "hereOnly"
      : "here";
  const isPicked = input.widget === "line" && draft?.widget === "line";
  const block = useHereInSight(program.source);
  return (
    <CodeBlock
      ref={block}
      source={program.source}
      label={t("program")}
      here={
        place
          ? { line: place.line, side: word === "hereOnly" ? "before" : place.when, word: t(word, place) }
          : undefined
      }
      picker={
        isPicked && onChange
          ? {
              lines: input.lines,
              chosen: draft.line,
              isDisabled,
              labelOf: (line) => t("pickLine", { line }),
              onPick: (line) => onChange({ ...draft, line }),
            }
          : undefined
      }
      className={className ?? "text-16"}
    />
  );
}

/** A long program scrolls inside its block; the asked line must be what is seen, above all where nobody can scroll. */
function useHereInSight(source: string) {
  const block = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another program is another place to look at
  useEffect(() => {
    const here = block.current?.querySelector<HTMLElement>("[data-here]");
    if (!block.current || !here) return;
    block.current.scrollTop = here.offsetTop - block.current.offsetTop - block.current.clientHeight / 2;
  }, [source]);
  return block;
}
