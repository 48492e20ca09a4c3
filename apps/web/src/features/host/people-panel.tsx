"use client";

import type { HostView, RosterRow } from "@pyrena/contracts";
import { Badge, Button, Card, TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sortRoster } from "./host-state.ts";
import { type PersonAction, PersonDialog } from "./person-dialog.tsx";
import type { HostRoomHandle } from "./use-host-room.ts";

interface PeoplePanelProps {
  readonly handle: HostRoomHandle;
  readonly view: HostView;
}

/** Who is here, by name only when asked: this screen may be on the wall. */
export function PeoplePanel({ handle, view }: PeoplePanelProps) {
  const t = useTranslations("host.people");
  const { roster } = handle.state;
  const { isShown, setShown } = handle.roster;
  const [find, setFind] = useState("");
  const [action, setAction] = useState<PersonAction | null>(null);
  const rows = sortRoster(roster ?? [], find);
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-20 font-bold">{t("title")}</h2>
        <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? "hide" : "show")}
        </Button>
      </div>
      {isShown ? null : <p className="text-14 text-muted">{t("hidden")}</p>}
      {isShown && view.counts.joined === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      {isShown && roster && roster.length > 0 ? (
        <>
          {roster.length > 12 ? (
            <TextInput label={t("find")} value={find} onChange={(event) => setFind(event.target.value)} />
          ) : null}
          {rows.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
          <ul className="max-h-[50vh] divide-y divide-line overflow-y-auto">
            {rows.map((row) => (
              <PersonRow key={row.participantId} row={row} onAction={setAction} />
            ))}
          </ul>
        </>
      ) : null}
      <PersonDialog action={action} onClose={() => setAction(null)} onAct={handle.act} />
    </Card>
  );
}

function PersonRow({ row, onAction }: { row: RosterRow; onAction: (action: PersonAction) => void }) {
  const t = useTranslations("host.people");
  const { nickname } = row;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <span className="min-w-0 grow basis-32 truncate" title={nickname}>
        {nickname}
      </span>
      {row.isRemoved ? <Badge tone="bad">✕ {t("removed")}</Badge> : null}
      {!row.isRemoved && !row.isConnected ? <Badge tone="warn">↻ {t("away")}</Badge> : null}
      {!row.isRemoved && row.hasAnswered ? <Badge tone="ok">✓ {t("answered")}</Badge> : null}
      {row.isRemoved ? null : (
        <span className="flex">
          <Button
            tone="quiet"
            size="small"
            aria-label={t("renameLabel", { name: nickname })}
            onClick={() => onAction({ type: "rename", row })}
          >
            {t("rename")}
          </Button>
          <Button
            tone="quiet"
            size="small"
            aria-label={t("removeLabel", { name: nickname })}
            onClick={() => onAction({ type: "kick", row })}
          >
            {t("remove")}
          </Button>
        </span>
      )}
    </li>
  );
}
