import { CountBadge } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";
import { tokenColours } from "../code/code-block.tsx";
import { highlightPython } from "../code/highlight.ts";

/** The whole subject in four lines: a list under two names, released one by one. */
const life = [
  { code: "a = []", count: 1 },
  { code: "b = a", count: 2 },
  { code: "del a", count: 1 },
  { code: "del b", count: 0 },
] as const;

export async function LifeOfAList() {
  const t = await getTranslations("home");
  return (
    <figure className="flex max-w-96 flex-col gap-2">
      <ol className="rounded-box border border-line bg-surface py-1">
        {life.map(({ code, count }, index) => (
          <li key={code} className="flex items-center gap-4 px-4 py-1">
            <span aria-hidden="true" className="font-mono text-16 text-muted">
              {index + 1}
            </span>
            <code className="grow font-mono text-20 whitespace-pre">
              {highlightPython(code)[0]?.map((token) => (
                <span key={token.text} className={tokenColours[token.kind]}>
                  {token.text}
                </span>
              ))}
            </code>
            <CountBadge count={count} label={t("count", { count })} tone={count === 0 ? "bad" : "ink"} />
          </li>
        ))}
      </ol>
      <figcaption className="text-14 text-muted">{t("caption")}</figcaption>
    </figure>
  );
}
