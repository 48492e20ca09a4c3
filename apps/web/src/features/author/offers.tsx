"use client";

import type { Candidate, Candidates } from "@pyrena/contracts";
import { Button, classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AuthorDraft, isSame } from "./author-draft.ts";

interface OffersProps {
  readonly found: Candidates;
  readonly asked: AuthorDraft["asked"];
  readonly onAsk: (asked: NonNullable<AuthorDraft["asked"]>) => void;
}

const FIRST = 8;

/** Everything this program can be asked, with the computed answer beside each; one is chosen. */
export function Offers({ found, asked, onAsk }: OffersProps) {
  const t = useTranslations("author.offers");
  const kinds = useTranslations("author.kind");
  const prompt = useTranslations("question.prompt");
  const [isOpen, setOpen] = useState(false);
  const all = found.candidates;
  const chosen = all.findIndex((candidate) => isSame({ kind: candidate.kind, ask: candidate.ask }, asked));
  const shown = isOpen ? all : all.filter((_, i) => i < FIRST || i === chosen);
  if (all.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t("title")}</legend>
      {shown.map((candidate) => (
        <Offer
          key={keyOf(candidate)}
          kind={kinds(candidate.kind)}
          answer={t("answer", { answer: candidate.answerText })}
          isChosen={all.indexOf(candidate) === chosen}
          onChoose={() => onAsk({ kind: candidate.kind, ask: candidate.ask })}
        >
          {prompt.rich(candidate.prompt.code, {
            ...candidate.prompt.values,
            c: (chunks) => <code className="font-mono">{chunks}</code>,
          })}
        </Offer>
      ))}
      {shown.length < all.length ? (
        <Button tone="quiet" size="small" onClick={() => setOpen(true)}>
          {t("more", { count: all.length - shown.length })}
        </Button>
      ) : null}
    </fieldset>
  );
}

function keyOf({ kind, ask }: Candidate): string {
  return `${kind}${JSON.stringify(ask)}`;
}

interface OfferProps {
  readonly kind: string;
  readonly answer: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function Offer({ kind, answer, isChosen, onChoose, children }: OfferProps) {
  return (
    <label
      className={classNames(
        "flex cursor-pointer gap-3 rounded-box border bg-surface p-3 has-focus-visible:outline-3 has-focus-visible:outline-accent",
        isChosen ? "border-accent bg-accent-soft" : "border-line hover:border-ink",
      )}
    >
      <input
        type="radio"
        name="offer"
        checked={isChosen}
        onChange={onChoose}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className="text-14 font-semibold text-muted">{kind}</span>
        <span className="break-words">{children}</span>
        <span className="font-mono text-14 break-words whitespace-pre-wrap text-ok">{answer}</span>
      </span>
    </label>
  );
}
