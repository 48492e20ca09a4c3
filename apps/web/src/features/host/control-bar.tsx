"use client";

import type { HostView } from "@pyrena/contracts";
import { Badge, Button, buttonClass, Dialog } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { primaryStep } from "./host-state.ts";
import { PeekButton } from "./peek.tsx";
import type { HostRoomHandle } from "./use-host-room.ts";

interface ControlBarProps {
  readonly handle: HostRoomHandle;
  readonly view: HostView;
  readonly roomId: string;
}

const EXTENSION_SECONDS = 15;

/** Always in reach: the next step large, everything else beside it, and how many are here. */
export function ControlBar({ handle, view, roomId }: ControlBarProps) {
  const t = useTranslations("host");
  const { command, isBusy } = handle;
  const can = (control: HostView["controls"][number]) => view.controls.includes(control);
  const primary = primaryStep(view);
  return (
    <section
      aria-label={t("controls")}
      className="sticky bottom-0 z-30 -mx-4 flex flex-col gap-3 border-y border-line bg-bg px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-2">
        <PrimaryButton handle={handle} view={view} roomId={roomId} />
        {can("extend") ? (
          <Button busy={isBusy} onClick={() => command({ type: "extend", seconds: EXTENSION_SECONDS })}>
            {t("extend")}
          </Button>
        ) : null}
        {can("discuss") ? (
          <Button busy={isBusy} onClick={() => command({ type: "discuss" })}>
            {t("discuss")}
          </Button>
        ) : null}
        {can("reveal") && primary.type !== "reveal" ? (
          <Button busy={isBusy} onClick={() => command({ type: "reveal" })}>
            {t("reveal")}
          </Button>
        ) : null}
        {can("scoreboard") && primary.type !== "scoreboard" ? (
          <Button busy={isBusy} onClick={() => command({ type: "scoreboard" })}>
            {t("scoreboard")}
          </Button>
        ) : null}
        {can("skip") ? (
          <Button tone="quiet" busy={isBusy} onClick={() => command({ type: "skip" })}>
            {t("skip")}
          </Button>
        ) : null}
        <span className="ml-auto">{can("peek") ? <PeekButton onPeek={handle.peek} /> : null}</span>
      </div>
      <Pulse handle={handle} view={view} />
    </section>
  );
}

function PrimaryButton({ handle, view, roomId }: ControlBarProps) {
  const t = useTranslations("host");
  const { command, isBusy } = handle;
  const [isEnding, setEnding] = useState(false);
  const step = primaryStep(view);
  const asked = view.deck.filter((entry) => entry.status !== "waiting").length;
  switch (step.type) {
    case "none":
      return (
        <Link href={`/room/${roomId}/results`} className={buttonClass({ tone: "primary", size: "large" })}>
          {t("results")}
        </Link>
      );
    case "end":
      return (
        <>
          <Button tone="primary" size="large" onClick={() => setEnding(true)}>
            {t("end")}
          </Button>
          <EndDialog
            isOpen={isEnding}
            onClose={() => setEnding(false)}
            onEnd={() => command({ type: "end" })}
          />
        </>
      );
    case "open":
      return (
        <Button
          tone="primary"
          size="large"
          busy={isBusy}
          onClick={() => command({ type: "open", entryId: step.entryId })}
        >
          {step.isFirst ? t("ask", { number: asked + 1 }) : t("askNext")}
        </Button>
      );
    default:
      return (
        <Button tone="primary" size="large" busy={isBusy} onClick={() => command({ type: step.type })}>
          {t(step.type)}
        </Button>
      );
  }
}

interface EndDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onEnd: () => void;
}

/** The only step that cannot be taken back, so it asks once. */
export function EndDialog({ isOpen, onClose, onEnd }: EndDialogProps) {
  const t = useTranslations("host.endSure");
  const common = useTranslations("common");
  return (
    <Dialog
      isOpen={isOpen}
      title={t("title")}
      closeLabel={common("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            tone="danger"
            onClick={() => {
              onClose();
              onEnd();
            }}
          >
            {t("confirm")}
          </Button>
        </>
      }
    >
      {t("body")}
    </Dialog>
  );
}

/** Numbers only: who is here, who has answered, who struggles, what was told. */
function Pulse({ handle, view }: { handle: HostRoomHandle; view: HostView }) {
  const t = useTranslations("host");
  const { joined, connected, answered } = view.counts;
  const { reactions } = handle.state;
  const away = Math.max(0, joined - connected);
  return (
    <p role="status" className="tabular flex flex-wrap items-center gap-x-4 gap-y-1 text-16 font-medium">
      <span>{t("counts.here", { connected, joined })}</span>
      {"round" in view.current ? <span>{t("counts.answered", { answered })}</span> : null}
      {away > 0 ? <Badge tone="warn">↻ {t("counts.away", { count: away })}</Badge> : null}
      {reactions && reactions.lost > 0 ? (
        <Badge tone="warn">? {t("reaction.lost", { count: reactions.lost })}</Badge>
      ) : null}
      {reactions && reactions.slower > 0 ? (
        <Badge>« {t("reaction.slower", { count: reactions.slower })}</Badge>
      ) : null}
      {reactions && reactions.faster > 0 ? (
        <Badge>» {t("reaction.faster", { count: reactions.faster })}</Badge>
      ) : null}
    </p>
  );
}
