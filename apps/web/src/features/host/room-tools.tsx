"use client";

import type { HostView } from "@pyrena/contracts";
import { Button, buttonClass, Card } from "@pyrena/ui";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EndDialog } from "./control-bar.tsx";
import { ProjectorLinkTool } from "./projector-link.tsx";
import type { HostRoomHandle } from "./use-host-room.ts";

interface RoomToolsProps {
  readonly handle: HostRoomHandle;
  readonly view: HostView;
  readonly roomId: string;
}

/** What is needed once in an hour: lock, projector link, end, results. */
export function RoomTools({ handle, view, roomId }: RoomToolsProps) {
  const t = useTranslations("host");
  const [isEnding, setEnding] = useState(false);
  const hasEnded = view.current.phase === "ended";
  return (
    <Card className="flex flex-wrap items-center gap-2">
      {hasEnded ? null : (
        <>
          <Button
            aria-pressed={view.isLocked}
            title={t("lockedHint")}
            onClick={() => handle.act({ type: "lock", isLocked: !view.isLocked })}
          >
            {t(view.isLocked ? "unlock" : "lock")}
          </Button>
          <ProjectorLinkTool roomId={roomId} />
          <Button tone="danger" onClick={() => setEnding(true)}>
            {t("end")}
          </Button>
          <EndDialog
            isOpen={isEnding}
            onClose={() => setEnding(false)}
            onEnd={() => handle.command({ type: "end" })}
          />
        </>
      )}
      <Link href={`/room/${roomId}/results`} className={buttonClass()}>
        {t("results")}
      </Link>
    </Card>
  );
}
