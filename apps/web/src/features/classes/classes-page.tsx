import type { ClassSummary } from "@pyrena/contracts";
import { Badge, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { JoinClass } from "./join-class.tsx";
import { NewClass } from "./new-class.tsx";

/** Every class somebody is in, whatever they are there. */
export async function ClassesPage({
  classes,
  isInstructor,
}: {
  classes: readonly ClassSummary[];
  isInstructor: boolean;
}) {
  const t = await getTranslations("classes");
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-1">
          <h1 className="text-25 font-bold">{t("title")}</h1>
          <p className="text-muted">{isInstructor ? t("lead") : t("leadStudent")}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <JoinClass isPrimary={!isInstructor} />
          {isInstructor ? <NewClass /> : null}
        </div>
      </div>
      {classes.length === 0 ? (
        <EmptyState title={t("empty.title")}>
          {isInstructor ? t("empty.body") : t("empty.bodyStudent")}
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {classes.map((own) => (
            <ClassTile key={own.id} own={own} />
          ))}
        </ul>
      )}
    </div>
  );
}

async function ClassTile({ own }: { own: ClassSummary }) {
  const t = await getTranslations("classes");
  return (
    <li className="relative flex flex-col gap-2 rounded-box border border-line bg-surface p-4 focus-within:border-ink hover:border-ink">
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-20 font-bold break-words">
          <Link href={`/classes/${own.id}`} className="after:absolute after:inset-0">
            {own.name}
          </Link>
        </h2>
        {own.isArchived ? <Badge>{t("archived")}</Badge> : null}
      </div>
      <p className="mt-auto pt-2 text-14 text-muted">
        {t(`role.${own.role}`)}
        {own.role === "student" ? null : ` · ${t("students", { count: own.students })}`}
      </p>
    </li>
  );
}
