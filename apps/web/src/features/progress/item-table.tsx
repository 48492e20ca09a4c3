import type { ItemProgress } from "@pyrena/contracts";
import { Bar } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";
import { InlineCode } from "../code/inline-code.tsx";
import { percent } from "./percent.ts";

/** Every question that was asked: how many had it right, whether it tells students apart, what the wrong answers say. */
export async function ItemTable({ items }: { items: readonly ItemProgress[] }) {
  const hardestFirst = [...items].sort((a, b) => a.correct / a.answered - b.correct / b.answered);
  return (
    <ul className="divide-y divide-line rounded-box border border-line bg-surface">
      {hardestFirst.map((item) => (
        <ItemLine key={item.itemId} item={item} />
      ))}
    </ul>
  );
}

async function ItemLine({ item }: { item: ItemProgress }) {
  const t = await getTranslations("classes.progress");
  const { title, topic, answered, correct, share, discrimination, suggests } = item;
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 md:grid-cols-[2fr_1fr_1fr_2fr]">
      <div className="min-w-0">
        <span className="block font-semibold break-words">{title}</span>
        <span className="block text-14 text-muted">{topic}</span>
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-14">
          <span className="text-muted">{t("right")} </span>
          {t("rightOf", { correct, answered })}
        </span>
        {share === null ? (
          <span className="text-14 text-muted">{t("notSaid")}</span>
        ) : (
          <Bar
            share={share.value}
            label={t("share", {
              percent: percent(share.value),
              low: percent(share.low),
              high: percent(share.high),
            })}
          />
        )}
      </div>
      <div className="text-14">
        <span className="block text-muted">{t("discrimination")}</span>
        {discrimination === null ? (
          <span className="text-muted">{t("notSaid")}</span>
        ) : discrimination < 0 ? (
          <span className="text-bad">
            <span aria-hidden="true">✕ </span>
            {t("backwards", { value: discrimination.toFixed(2) })}
          </span>
        ) : (
          discrimination.toFixed(2)
        )}
      </div>
      {suggests.length === 0 ? null : (
        <div className="text-14">
          <span className="block text-muted">{t("suggests")}</span>
          <ul className="flex flex-col">
            {suggests.slice(0, 3).map((rule) => (
              <li key={rule.id}>
                <InlineCode text={t("rule", { title: rule.title, answers: rule.answers })} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
