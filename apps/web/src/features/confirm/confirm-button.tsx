"use client";

import { Button, Dialog } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface ConfirmButtonProps {
  readonly label: string;
  /** For screen readers, where the label alone does not say what is deleted. */
  readonly fullLabel?: string;
  readonly words: {
    readonly title: string;
    readonly body: string;
    readonly confirm: string;
    readonly cancel: string;
  };
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks first, and says what stays. */
export function ConfirmButton({ label, fullLabel, words, isBusy, onConfirm }: ConfirmButtonProps) {
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const actions = (
    <>
      <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
      <Button tone="danger" busy={isBusy} onClick={onConfirm}>
        {words.confirm}
      </Button>
    </>
  );
  return (
    <>
      <Button size="small" tone="quiet" aria-label={fullLabel} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={words.title}
        closeLabel={common("close")}
        onClose={() => setOpen(false)}
        actions={actions}
      >
        <p>{words.body}</p>
      </Dialog>
    </>
  );
}
