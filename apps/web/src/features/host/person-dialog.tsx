"use client";

import type { RosterRow } from "@pyrena/contracts";
import { Button, Dialog, TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { HostRoomHandle } from "./use-host-room.ts";

export interface PersonAction {
  readonly type: "rename" | "kick";
  readonly row: RosterRow;
}

interface PersonDialogProps {
  readonly action: PersonAction | null;
  readonly onClose: () => void;
  readonly onAct: HostRoomHandle["act"];
}

/** Renaming and removing both ask once, in words. */
export function PersonDialog({ action, onClose, onAct }: PersonDialogProps) {
  const t = useTranslations("host.people");
  const common = useTranslations("common");
  const [name, setName] = useState("");
  useEffect(() => setName(action?.row.nickname ?? ""), [action]);

  const participantId = action?.row.participantId ?? "";
  const isRename = action?.type === "rename";
  const confirm = async () => {
    const request = isRename
      ? ({ type: "rename", participantId, nickname: name } as const)
      : ({ type: "kick", participantId } as const);
    if (await onAct(request)) onClose();
  };
  const shown = action?.row.nickname ?? "";
  return (
    <Dialog
      isOpen={action !== null}
      title={isRename ? t("renameTitle", { name: shown }) : t("removeSure.title", { name: shown })}
      closeLabel={common("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone={isRename ? "primary" : "danger"} onClick={confirm}>
            {isRename ? t("save") : t("removeSure.confirm")}
          </Button>
        </>
      }
    >
      {isRename ? (
        <TextInput label={t("newName")} value={name} onChange={(event) => setName(event.target.value)} />
      ) : (
        t("removeSure.body")
      )}
    </Dialog>
  );
}
