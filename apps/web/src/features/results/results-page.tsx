import type { RoomResults } from "@pyrena/contracts";
import { Badge, buttonClass, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { QuestionResults } from "./question-results.tsx";
import { StudentTable } from "./student-table.tsx";

/** Everything a room left behind: per question, then per student. */
export async function ResultsPage({ results }: { results: RoomResults }) {
  const t = await getTranslations("results");
  const { room, rounds, students } = results;
  const host = `/host/${room.id}`;
  const back = (
    <Link href={host} className={buttonClass({ tone: "primary" })}>
      {t("backToRoom")}
    </Link>
  );
  return (
    <div className="flex flex-col gap-8">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 grow flex-col gap-1">
          <h1 className="text-25 font-bold break-words">{t("of", { title: room.title })}</h1>
          <p className="text-muted">{t("facts", { students: students.length, rounds: rounds.length })}</p>
        </div>
        {room.endedAt === null ? (
          <>
            <Badge tone="warn">◷ {t("running")}</Badge>
            {back}
          </>
        ) : null}
      </header>
      <section className="flex flex-col gap-3">
        <h2 className="text-20 font-bold">{t("questions")}</h2>
        {rounds.length === 0 ? (
          <EmptyState title={t("emptyRounds.title")} action={back}>
            {t("emptyRounds.body")}
          </EmptyState>
        ) : (
          <ol className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
            {rounds.map((round) => (
              <QuestionResults key={round.roundId} round={round} />
            ))}
          </ol>
        )}
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-20 font-bold">{t("students")}</h2>
        {students.length === 0 ? (
          <EmptyState title={t("emptyStudents.title")} action={back}>
            {t("emptyStudents.body")}
          </EmptyState>
        ) : (
          <StudentTable rounds={rounds} students={students} />
        )}
      </section>
    </div>
  );
}
