"use client";

import type { DeckEntryView, HostView } from "@pyrena/contracts";
import { Badge, type BadgeTone, Button, Card, classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { PushItem } from "./push-item.tsx";
import type { HostRoomHandle } from "./use-host-room.ts";

interface DeckPanelProps {
  readonly handle: HostRoomHandle;
  readonly view: HostView;
  readonly roomId: string;
}

/** The room's list: titles only, any of them can be next. */
export function DeckPanel({ handle, view, roomId }: DeckPanelProps) {
  const t = useTranslations("host");
  const canOpen = view.controls.includes("open");
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-20 font-bold">{t("deck.title")}</h2>
        {view.current.phase === "ended" ? null : <PushItem roomId={roomId} />}
      </div>
      {view.deck.length === 0 ? <p className="text-muted">{t("deck.empty")}</p> : null}
      <ol className="divide-y divide-line">
        {view.deck.map((entry, index) => (
          <DeckRow
            key={entry.entryId}
            entry={entry}
            number={index + 1}
            canOpen={canOpen}
            isVoid={isVoid(entry, view)}
            handle={handle}
          />
        ))}
      </ol>
    </Card>
  );
}

interface DeckRowProps {
  readonly entry: DeckEntryView;
  readonly number: number;
  readonly canOpen: boolean;
  readonly isVoid: boolean;
  readonly handle: HostRoomHandle;
}

function DeckRow({ entry, number, canOpen, isVoid, handle }: DeckRowProps) {
  const t = useTranslations("host.deck");
  const { entryId, title, status, roundId } = entry;
  const canVoid = status === "asked" || status === "void" || status === "current";
  return (
    <li
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-1 py-2",
        status === "current" && "font-semibold",
      )}
    >
      <span className="tabular w-6 shrink-0 text-right text-14 text-muted">{number}</span>
      <span className="min-w-0 grow basis-48 break-words">{title}</span>
      <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
      <span className="flex gap-1">
        {canVoid && roundId ? (
          <Button
            tone="quiet"
            size="small"
            aria-label={t(isVoid ? "unvoidLabel" : "voidLabel", { title })}
            onClick={() => handle.act({ type: "void", roundId, isVoid: !isVoid })}
          >
            {t(isVoid ? "unvoid" : "void")}
          </Button>
        ) : null}
        {canOpen && status !== "current" ? (
          <Button
            size="small"
            aria-label={t("askLabel", { title })}
            disabled={handle.isBusy}
            onClick={() => handle.command({ type: "open", entryId })}
          >
            {t(status === "waiting" ? "ask" : "again")}
          </Button>
        ) : null}
      </span>
    </li>
  );
}

/** The question on screen has its own word for it; the list only says "current". */
function isVoid(entry: DeckEntryView, { current }: HostView): boolean {
  return (
    entry.status === "void" || (entry.status === "current" && current.phase === "reveal" && current.isVoid)
  );
}

const tones: Record<DeckEntryView["status"], BadgeTone> = {
  waiting: "neutral",
  current: "accent",
  asked: "ok",
  skipped: "neutral",
  void: "warn",
};
