"use client";

import type { MisconceptionNote, Reveal } from "@pyrena/contracts";
import { useTranslations } from "next-intl";
import { InlineCode } from "../code/inline-code.tsx";

/** Wrong answers of the class and the wrong rule behind each. */
export function Suggestions({ notes }: { notes: readonly MisconceptionNote[] }) {
  const t = useTranslations("reveal");
  if (notes.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-20 font-bold">{t("misconceptions")}</h2>
      <ul className="flex flex-col gap-3">
        {notes.map((note) => (
          <li key={`${note.bucket}${note.id}`} className="border-l-4 border-warn pl-3">
            <p className="font-semibold">
              {t.rich("misconception", {
                answer: note.responseText,
                title: note.title,
                a: (chunks) => <code className="font-mono">{chunks}</code>,
              })}
            </p>
            <p className="max-w-prose text-muted">
              <InlineCode text={note.refutation} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only the notes that somebody's answer points to: what nobody believed need not be refuted. */
export function notesGiven(reveal: Reveal, givenBuckets: ReadonlySet<string>): readonly MisconceptionNote[] {
  return reveal.misconceptions.filter((note) => givenBuckets.has(note.bucket));
}
