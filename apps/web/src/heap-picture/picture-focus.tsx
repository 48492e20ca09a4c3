"use client";

import type { HeapPicture } from "@pyrena/contracts";
import { CountBadge, classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { describe, type ObjectWords } from "./describe.ts";
import { layout } from "./layout.ts";
import { Picture } from "./picture.tsx";
import { useCountWords, useHolderWords } from "./picture-in-words.tsx";

/** A phone shows one object at a time: its holders above, what it refers to below, each a chip to walk along. */
export function PictureFocus({ picture }: { picture: HeapPicture }) {
  return (
    <>
      <div className="hidden sm:block">
        <Picture picture={picture} />
      </div>
      <div className="sm:hidden">
        <FocusCards picture={picture} />
      </div>
    </>
  );
}

function FocusCards({ picture }: { picture: HeapPicture }) {
  const t = useTranslations("picture");
  const objects = useMemo(() => describe(layout(picture)), [picture]);
  const [chosen, setChosen] = useState<string | null>(null);
  const focus =
    objects.find(({ object }) => object.id === chosen) ??
    objects.find(({ object }) => object.isAsked) ??
    objects[0];
  if (!focus) return null;
  return (
    <div className="flex flex-col gap-3">
      <FocusCard words={focus} onWalk={setChosen} />
      {objects.length > 1 ? (
        <nav aria-label={t("choose")} className="flex flex-wrap gap-2">
          {objects.map(({ object }) => (
            <button
              key={object.id}
              type="button"
              aria-pressed={object.id === focus.object.id}
              onClick={() => setChosen(object.id)}
              className={classNames(
                "touchable inline-flex items-center gap-2 rounded-pill border px-3 font-mono text-14",
                object.id === focus.object.id ? "border-ink bg-ink text-bg" : "border-edge bg-surface",
              )}
            >
              {object.title}
              <span className="font-bold">{object.count === "immortal" ? "∞" : object.count}</span>
            </button>
          ))}
        </nav>
      ) : null}
      {picture.folded > 0 ? (
        <p className="text-14 text-muted">{t("folded", { count: picture.folded })}</p>
      ) : null}
    </div>
  );
}

function FocusCard({ words, onWalk }: { words: ObjectWords; onWalk: (id: string) => void }) {
  const t = useTranslations("picture");
  const holderWords = useHolderWords();
  const countWords = useCountWords();
  const { object, holders, targets } = words;
  return (
    <div className="flex flex-col items-stretch gap-2">
      {holders.length > 0 ? (
        <ul aria-label={t("holdersOf")} className="flex flex-wrap gap-2">
          {holders.map((holder) => (
            <li key={`${holder.text}${holder.ordinal}`}>
              <Chip id={holder.objectId} isCounted={holder.kind === "counted"} onWalk={onWalk}>
                {holder.ordinal === null ? "┄" : <b>{holder.ordinal}</b>} {holderWords(holder)} ↓
              </Chip>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-14 text-muted">{t("heldByNobody")}</p>
      )}
      <div
        className={classNames(
          "flex items-center gap-4 rounded-box border-2 bg-surface p-4",
          object.isAsked ? "border-accent" : "border-ink",
          object.state === "alive" ? "" : "border-dashed",
        )}
      >
        <div className="min-w-0 grow">
          <p className="font-mono text-20 font-bold">{object.title}</p>
          {object.text === null ? null : (
            <p className="font-mono break-words text-code-string">{object.text}</p>
          )}
          <p className="text-14 text-muted">
            {t(`state.${object.state}`)}
            {object.isAsked ? ` · ${t("asked")}` : ""}
          </p>
          {object.slots
            .filter((slot) => slot.text !== null)
            .map((slot) => (
              <p key={slot.id} className="font-mono text-14">
                {slot.name}: {slot.text}
              </p>
            ))}
        </div>
        <CountBadge
          size="large"
          tone={object.isAsked ? "accent" : "ink"}
          count={object.count === "immortal" ? "∞" : object.count}
          label={countWords(object.count)}
        />
      </div>
      {targets.length > 0 ? (
        <ul aria-label={t("holdsFrom")} className="flex flex-wrap gap-2">
          {targets.map((target) => (
            <li key={`${target.slot}${target.id}`}>
              <Chip id={target.id} isCounted onWalk={onWalk}>
                ↓ {target.slot} → {target.title}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface ChipProps {
  readonly id: string | null;
  readonly isCounted: boolean;
  readonly onWalk: (id: string) => void;
  readonly children: ReactNode;
}

function Chip({ id, isCounted, onWalk, children }: ChipProps) {
  const look = classNames(
    "touchable inline-flex max-w-full items-center gap-1 rounded-pill border px-3 text-14",
    isCounted ? "border-edge bg-surface" : "border-dashed border-edge text-muted",
  );
  if (id === null) return <span className={look}>{children}</span>;
  return (
    <button type="button" className={classNames(look, "hover:border-ink")} onClick={() => onWalk(id)}>
      {children}
    </button>
  );
}
