import type { ClassProgress } from "@pyrena/contracts";
import { Card, EmptyState } from "@pyrena/ui";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ItemTable } from "./item-table.tsx";
import { MasteryMap } from "./mastery-map.tsx";
import { percent } from "./percent.ts";

interface ProgressPageProps {
  readonly classId: string;
  readonly name: string;
  readonly progress: ClassProgress;
}

/** What the class understands: what to ask next, concepts × students, and every question with what it showed. */
export async function ProgressPage({ classId, name, progress }: ProgressPageProps) {
  const t = await getTranslations("classes.progress");
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-1">
        <Link
          href={`/classes/${classId}`}
          className="touchable inline-flex items-center self-start text-14 text-muted underline"
        >
          {name}
        </Link>
        <h1 className="text-25 font-bold break-words">{t("title", { name })}</h1>
        <p className="text-muted">{t("lead")}</p>
      </div>
      {progress.items.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>
      ) : (
        <>
          <NextConcept concepts={progress.concepts} />
          <section className="flex flex-col gap-3">
            <h2 className="text-20 font-bold">{t("map")}</h2>
            <MasteryMap progress={progress} />
          </section>
          <section aria-labelledby="items" className="flex flex-col gap-3">
            <h2 id="items" className="text-20 font-bold">
              {t("items")}
            </h2>
            <ItemTable items={progress.items} />
          </section>
        </>
      )}
    </div>
  );
}

/** The concept the class would gain most from: the lowest share of those that enough students have answered. */
async function NextConcept({ concepts }: Pick<ClassProgress, "concepts">) {
  const t = await getTranslations("classes.progress.next");
  const [weakest] = concepts
    .flatMap(({ concept, share }) => (share === null ? [] : [{ concept, share }]))
    .sort((a, b) => a.share.value - b.share.value);
  return (
    <Card className="flex flex-col gap-1">
      <h2 className="text-16 font-bold">{t("title")}</h2>
      <p className="text-20">
        {weakest === undefined
          ? t("none")
          : t("body", {
              concept: weakest.concept,
              percent: percent(weakest.share.value),
              low: percent(weakest.share.low),
              high: percent(weakest.share.high),
              n: weakest.share.n,
            })}
      </p>
    </Card>
  );
}
