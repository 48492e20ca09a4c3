import type { ClassProgress, ShareEstimate } from "@pyrena/contracts";
import { classNames } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";
import { percent } from "./percent.ts";

/** A table that is also a picture: the darker the more is understood, hatched where few answers say so. */
export async function MasteryMap({ progress }: { progress: ClassProgress }) {
  const t = await getTranslations("classes.progress");
  const { concepts, students } = progress;
  return (
    <>
      <section
        aria-label={t("map")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[75vh] overflow-auto rounded-box border border-line bg-surface"
      >
        <table className="tabular w-full border-separate border-spacing-0 text-16">
          <thead>
            <tr className="text-14 text-muted">
              <th scope="col" className={classNames(headClass, "left-0 z-20 text-left")}>
                {t("student")}
              </th>
              <th scope="col" className={classNames(headClass, "text-right")}>
                {t("answers")}
              </th>
              {concepts.map(({ concept }) => (
                <th key={concept} scope="col" title={concept} className={classNames(headClass, "text-left")}>
                  <span className="block max-w-32 truncate">{concept}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" className={classNames(nameClass, "bg-sunken")}>
                {t("class")}
              </th>
              <td className="border-b border-line bg-sunken" />
              {concepts.map(({ concept, share }) => (
                <td key={concept} className="border-b border-line bg-sunken p-1">
                  <Cell estimate={share} none={t("few")} />
                </td>
              ))}
            </tr>
            {students.map((student) => (
              <tr key={student.userId}>
                <th scope="row" title={student.name} className={classNames(nameClass, "bg-surface")}>
                  {student.name}
                </th>
                <td className="border-b border-line px-3 text-right">{student.answers}</td>
                {concepts.map(({ concept }, n) => (
                  <td key={concept} className="border-b border-line p-1">
                    <Cell estimate={student.mastery[n] ?? null} none={t("cellNone")} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="max-w-prose text-14 text-muted">{t("legend")}</p>
    </>
  );
}

const headClass = "sticky top-0 z-10 border-b border-line bg-sunken px-3 py-2 font-medium";
const nameClass =
  "sticky left-0 z-10 max-w-56 min-w-32 truncate border-b border-line px-3 py-2 text-left font-medium";

/** An interval this wide says little: the cell is hatched. */
const WIDE = 0.5;

async function Cell({ estimate, none }: { estimate: ShareEstimate | null; none: string }) {
  const t = await getTranslations("classes.progress");
  if (estimate === null) {
    return (
      <span role="img" aria-label={none} title={none} className="block px-2 text-muted">
        ·
      </span>
    );
  }
  const { value, low, high, n } = estimate;
  const words = t("cell", { percent: percent(value), low: percent(low), high: percent(high), n });
  return (
    <span title={words} className="grid min-w-20 grid-cols-[2.5rem_1fr] items-center gap-2 px-1">
      <span aria-hidden="true" className="text-right text-14">
        {percent(value)}
      </span>
      <span role="img" aria-label={words} className="relative h-4 rounded-box bg-sunken outline outline-line">
        <span
          className={classNames(
            "absolute inset-y-0 left-0 rounded-box",
            high - low > WIDE ? "hatched" : "bg-accent",
          )}
          style={{ width: `${percent(value)}%` }}
        />
        <span
          className="absolute inset-y-1.5 border-x-2 border-t-2 border-ink"
          style={{ left: `${percent(low)}%`, width: `${Math.max(1, percent(high) - percent(low))}%` }}
        />
      </span>
    </span>
  );
}
