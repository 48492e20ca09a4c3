import type { RouterOutputs } from "@pyrena/api";
import type { Gradebook, GradebookCell } from "@pyrena/contracts";
import { EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ChangeTimes, RemoveHomework } from "./change-times.tsx";
import { Extend } from "./extend.tsx";

type Assignment = RouterOutputs["assignment"]["get"];

interface ManagePageProps {
  readonly assignment: Assignment;
  readonly gradebook: Gradebook;
  readonly isInstructor: boolean;
  /** Of the class. */
  readonly name: string;
}

/** Homework as the staff have it: its times, and every student with what they are given and what they have reached. */
export async function ManagePage({ assignment, gradebook, isInstructor, name }: ManagePageProps) {
  const t = await getTranslations("homework.manage");
  const column = gradebook.columns.findIndex(({ id }) => id === assignment.id);
  return (
    <div className="flex flex-col gap-6">
      <Link
        href={`/classes/${assignment.classId}`}
        className="touchable inline-flex items-center self-start text-14 text-muted underline"
      >
        {name}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="min-w-0 text-25 font-bold break-words">{assignment.title}</h1>
        {isInstructor ? (
          <div className="flex flex-wrap gap-2">
            <ChangeTimes assignment={assignment} />
            <RemoveHomework assignment={assignment} />
          </div>
        ) : null}
      </div>
      <Times assignment={assignment} />
      <section aria-labelledby="students" className="flex flex-col gap-3">
        <h2 id="students" className="text-20 font-bold">
          {t("students")}
        </h2>
        {gradebook.rows.length === 0 ? <EmptyState title={t("noStudents")} /> : null}
        <ul className="divide-y divide-line rounded-box border border-line bg-surface">
          {gradebook.rows.map((row) => (
            <li key={row.userId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
              <span className="min-w-0 grow basis-48 font-semibold break-words">{row.name}</span>
              <Given assignment={assignment} userId={row.userId} />
              <Reached cell={row.cells[column] ?? { state: "missing" }} />
              <Extend assignment={assignment} userId={row.userId} name={row.name} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

async function Times({ assignment: { times, timeZone } }: { assignment: Assignment }) {
  const [t, words] = await Promise.all([getTranslations("homework.assign"), getTranslations("homework")]);
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-2">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {(["opens", "due", "closes"] as const).map((field) => (
          <div key={field}>
            <dt className="text-14 text-muted">{t(field)}</dt>
            <dd className="tabular font-semibold">{times[field]?.replace("T", " ") ?? "–"}</dd>
          </div>
        ))}
      </dl>
      <p className="text-14 text-muted">{words("zone", { zone: timeZone })}</p>
    </div>
  );
}

/** What this student is given besides, in words. */
async function Given({ assignment, userId }: { assignment: Assignment; userId: string }) {
  const t = await getTranslations("homework.manage");
  const given = assignment.accommodations.find((one) => one.userId === userId);
  if (given === undefined) return null;
  const words = [
    given.isExcused ? t("givenExcused") : null,
    given.times.due === null ? null : t("given", { at: given.times.due.replace("T", " ") }),
    given.maxAttempts === null ? null : t("givenAttempts", { count: given.maxAttempts }),
    given.extraTimeFactor === null ? null : t("givenFactor", { factor: given.extraTimeFactor }),
  ].filter((word) => word !== null);
  return <span className="text-14 text-warn">{words.join(" · ")}</span>;
}

async function Reached({ cell }: { cell: GradebookCell }) {
  const t = await getTranslations("classes.gradebook");
  const text =
    cell.state === "scored"
      ? t("scored", { percent: Math.round(cell.score * 100) })
      : cell.state === "excused"
        ? t("excusedWords")
        : t("missingWords");
  return <span className={cell.state === "scored" ? "font-bold" : "text-14 text-muted"}>{text}</span>;
}
