import type { HomeworkSummary } from "@pyrena/contracts";
import { Badge, EmptyState, ProgressCount } from "@pyrena/ui";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { stateTones } from "./state-tones.ts";

/** A class as a student has it: what there is to do, what is done. */
export async function StudentClass({
  name,
  homework,
}: {
  name: string;
  homework: readonly HomeworkSummary[];
}) {
  const [t, page] = await Promise.all([getTranslations("homework"), getTranslations("classes.page")]);
  return (
    <div className="flex flex-col gap-6">
      <Link
        href="/classes"
        className="touchable inline-flex items-center self-start text-14 text-muted underline"
      >
        {page("back")}
      </Link>
      <h1 className="text-25 font-bold break-words">{name}</h1>
      <section aria-labelledby="homework" className="flex flex-col gap-3">
        <h2 id="homework" className="text-20 font-bold">
          {page("homework")}
        </h2>
        {homework.length === 0 ? (
          <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
        ) : (
          <ul className="grid gap-4 sm:grid-cols-2">
            {homework.map((one) => (
              <Tile key={one.id} homework={one} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

async function Tile({ homework }: { homework: HomeworkSummary }) {
  const [t, format] = await Promise.all([getTranslations("homework"), getFormatter()]);
  const { id, title, state, dueAt, timeZone, answered, items, score } = homework;
  const at =
    dueAt === null ? null : format.dateTime(dueAt, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <li className="relative flex flex-col gap-3 rounded-box border border-line bg-surface p-4 focus-within:border-ink hover:border-ink">
      <div className="flex items-start justify-between gap-3">
        <h3 className="min-w-0 text-20 font-bold break-words">
          <Link href={`/homework/${id}`} className="after:absolute after:inset-0">
            {title}
          </Link>
        </h3>
        <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>
      </div>
      <ProgressCount done={answered} of={items} label={t("answered", { answered, items })} />
      <p className="flex flex-wrap justify-between gap-2 text-14 text-muted">
        <span>{at === null ? t("noDue") : t("due", { at })}</span>
        {score === null ? null : (
          <b className="text-16 text-ink">{t("score", { percent: Math.round(score * 100) })}</b>
        )}
      </p>
    </li>
  );
}
