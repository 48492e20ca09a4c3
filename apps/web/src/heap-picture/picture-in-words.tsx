"use client";

import { useTranslations } from "next-intl";
import { describe, type HolderWords, type ObjectWords } from "./describe.ts";
import type { Scene } from "./scene.ts";

/** The picture for those who do not see it, built from the same scene. */
export function PictureInWords({ scene }: { scene: Scene }) {
  const t = useTranslations("picture");
  return (
    <details className="rounded-box border border-line bg-surface px-3">
      <summary className="touchable flex items-center text-14 font-semibold text-muted">
        {t("asText")}
      </summary>
      <ul className="flex flex-col gap-2 pb-3">
        {describe(scene).map((words) => (
          <li key={words.object.id}>
            <ObjectSentence words={words} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ObjectSentence({ words }: { words: ObjectWords }) {
  const t = useTranslations("picture");
  const holderWords = useHolderWords();
  const countWords = useCountWords();
  const { object, holders, targets } = words;
  return (
    <>
      {`${object.title}${object.text === null ? "" : ` (${object.text})`}: ${countWords(object.count)}, ${t(`state.${object.state}`)}. `}
      {holders.length > 0 ? t("heldBy", { holders: holders.map(holderWords).join("; ") }) : t("heldByNobody")}
      {targets.length > 0
        ? ` ${t("refersTo", { targets: targets.map((target) => `${target.title} (${target.slot})`).join("; ") })}`
        : ""}
    </>
  );
}

/** "a, line 1", with its kind when it does not count. */
export function useHolderWords(): (holder: HolderWords) => string {
  const t = useTranslations("picture");
  return (holder) =>
    [
      holder.text,
      holder.line === null ? null : t("line", { line: holder.line }),
      holder.kind === "counted" ? null : t(`edge.${holder.kind}`),
    ]
      .filter(Boolean)
      .join(", ");
}

export function useCountWords(): (count: number | "immortal") => string {
  const t = useTranslations("picture");
  return (count) => (count === "immortal" ? t("immortal") : t("count", { count }));
}
