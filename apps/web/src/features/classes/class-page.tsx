import type { RouterOutputs } from "@pyrena/api";
import type { RosterEntry } from "@pyrena/contracts";
import { buttonClass, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { ClassCode } from "./class-code.tsx";
import { Roster } from "./roster.tsx";

type OwnClass = RouterOutputs["class"]["get"];
type AssignmentLine = RouterOutputs["assignment"]["list"][number];

interface ClassPageProps {
  readonly own: OwnClass;
  readonly assignments: readonly AssignmentLine[];
  readonly roster: readonly RosterEntry[];
  /** Where students reach this server. */
  readonly origin: string;
}

/** A class as its staff have it: homework, people, and the way to the gradebook. */
export async function ClassPage({ own, assignments, roster, origin }: ClassPageProps) {
  const t = await getTranslations("classes.page");
  const isInstructor = own.role === "instructor";
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <Link
          href="/classes"
          className="touchable inline-flex items-center self-start text-14 text-muted underline"
        >
          {t("back")}
        </Link>
        <div className="flex flex-wrap items-start justify-between gap-4">
          <h1 className="min-w-0 text-25 font-bold break-words">{own.name}</h1>
          <div className="flex flex-wrap gap-2">
            <Link href={`/classes/${own.id}/progress`} className={buttonClass()}>
              {t("progress")}
            </Link>
            <Link href={`/classes/${own.id}/gradebook`} className={buttonClass()}>
              {t("gradebook")}
            </Link>
            {isInstructor ? (
              <Link href={`/classes/${own.id}/assign`} className={buttonClass({ tone: "primary" })}>
                {t("assign")}
              </Link>
            ) : null}
          </div>
        </div>
        <ClassCode classId={own.id} code={own.code ?? ""} origin={origin} isInstructor={isInstructor} />
      </div>
      <section aria-labelledby="homework" className="flex flex-col gap-3">
        <h2 id="homework" className="text-20 font-bold">
          {t("homework")}
        </h2>
        {assignments.length === 0 ? (
          <EmptyState title={t("noHomework.title")}>{t("noHomework.body")}</EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-box border border-line bg-surface">
            {assignments.map((assignment) => (
              <AssignmentRow
                key={assignment.id}
                classId={own.id}
                assignment={assignment}
                timeZone={own.timeZone}
              />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="people" className="flex flex-col gap-3">
        <h2 id="people" className="text-20 font-bold">
          {t("people")}
        </h2>
        {roster.length > 1 ? null : <EmptyState title={t("noPeople.title")}>{t("noPeople.body")}</EmptyState>}
        <Roster classId={own.id} initial={roster} isInstructor={isInstructor} />
      </section>
    </div>
  );
}

async function AssignmentRow({
  classId,
  assignment,
  timeZone,
}: {
  classId: string;
  assignment: AssignmentLine;
  timeZone: string;
}) {
  const [t, format] = await Promise.all([getTranslations("classes.page"), getFormatter()]);
  const { id, title, dueAt, items, studentsWorking } = assignment;
  const at =
    dueAt === null ? null : format.dateTime(dueAt, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3">
      <Link
        href={`/classes/${classId}/homework/${id}`}
        className="touchable inline-flex min-w-0 grow basis-60 items-center font-semibold break-words underline"
      >
        {title}
      </Link>
      <span className="text-14 text-muted">
        {t("questions", { count: items })}
        {" · "}
        {at === null ? t("noDue") : t("due", { at })}
      </span>
      <span className="text-14">{t("working", { count: studentsWorking })}</span>
    </li>
  );
}
