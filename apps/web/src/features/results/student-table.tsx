"use client";

import type { RoundResults, StudentAnswer, StudentResults } from "@pyrena/contracts";
import { classNames, TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface StudentTableProps {
  readonly rounds: readonly RoundResults[];
  readonly students: readonly StudentResults[];
}

/** One row per student, one column per question; name and rank stay while the rest scrolls. */
export function StudentTable({ rounds, students }: StudentTableProps) {
  const t = useTranslations("results");
  const [find, setFind] = useState("");
  const wanted = find.trim().toLocaleLowerCase();
  const rows = students.filter((student) => student.nickname.toLocaleLowerCase().includes(wanted));
  return (
    <div className="flex flex-col gap-3">
      {students.length > 12 ? (
        <div className="max-w-80">
          <TextInput label={t("find")} value={find} onChange={(event) => setFind(event.target.value)} />
        </div>
      ) : null}
      <p className="text-14 text-muted">{t("legend")}</p>
      {rows.length === 0 ? <p className="text-muted">{t("noneFound")}</p> : null}
      <section
        aria-label={t("students")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[80vh] overflow-auto rounded-box border border-line bg-surface"
      >
        <table className="tabular w-full border-separate border-spacing-0 text-16">
          <thead>
            <tr className="text-14 text-muted">
              <Head className="left-0 z-20 text-right">{t("table.rank")}</Head>
              <Head className="left-14 z-20 text-left">{t("table.name")}</Head>
              <Head className="text-right">{t("table.points")}</Head>
              <Head className="text-right">{t("table.correct")}</Head>
              {rounds.map((round) => (
                <Head key={round.roundId} className="text-left" title={round.title}>
                  {t("table.question", { number: round.ordinal })}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((student) => (
              <StudentRow key={student.participantId} student={student} rounds={rounds} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Head({ className, title, children }: { className: string; title?: string; children: string }) {
  return (
    <th
      scope="col"
      title={title}
      className={classNames(
        "sticky top-0 z-10 border-b border-line bg-sunken px-3 py-2 font-medium",
        className,
      )}
    >
      {children}
    </th>
  );
}

function StudentRow({ student, rounds }: { student: StudentResults; rounds: readonly RoundResults[] }) {
  const cell = "border-b border-line px-3 py-2";
  return (
    <tr>
      <td className={classNames(cell, "sticky left-0 z-10 w-14 min-w-14 bg-surface text-right font-mono")}>
        {student.rank}
      </td>
      <th
        scope="row"
        title={student.nickname}
        className={classNames(
          cell,
          "sticky left-14 z-10 max-w-48 min-w-32 truncate bg-surface text-left font-medium",
        )}
      >
        {student.nickname}
      </th>
      <td className={classNames(cell, "text-right font-mono font-bold")}>{student.points}</td>
      <td className={classNames(cell, "text-right")}>{student.correct}</td>
      {rounds.map((round) => (
        <td key={round.roundId} className={classNames(cell, "text-left")}>
          <AnswerSign answer={lastAnswer(student, round.roundId)} />
        </td>
      ))}
    </tr>
  );
}

/** A revote replaces the vote before it. */
function lastAnswer(student: StudentResults, roundId: string): StudentAnswer | undefined {
  return student.answers
    .filter((answer) => answer.roundId === roundId)
    .sort((a, b) => a.ballot - b.ballot)
    .at(-1);
}

function AnswerSign({ answer }: { answer: StudentAnswer | undefined }) {
  const t = useTranslations("results.cell");
  if (!answer) return <Sign sign="·" colour="text-muted" words={t("none")} label="" />;
  const { label } = answer;
  if (answer.isCorrect) return <Sign sign="✓" colour="text-ok" words={t("right", { label })} label={label} />;
  if (answer.score > 0)
    return <Sign sign="◐" colour="text-warn" words={t("partly", { label })} label={label} />;
  return <Sign sign="✕" colour="text-bad" words={t("wrong", { label })} label={label} />;
}

interface SignProps {
  readonly sign: string;
  readonly colour: string;
  readonly words: string;
  readonly label: string;
}

/** The sign and what was answered, as far as a cell has room; all of it for screen readers and on hover. */
function Sign({ sign, colour, words, label }: SignProps) {
  return (
    <span role="img" aria-label={words} title={words} className="flex items-center gap-1 whitespace-nowrap">
      <span className={classNames("font-bold", colour)}>{sign}</span>
      <span className="max-w-24 truncate font-mono text-14">{label}</span>
    </span>
  );
}
