"use client";

import type { HostView } from "@pyrena/contracts";
import { Button } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ClassHistogram } from "../reveal/class-histogram.tsx";
import { useAnswerLabel } from "../reveal/response-text.tsx";
import type { Peek } from "./host-state.ts";

/** Shows while it is pressed and not a moment longer: by finger, mouse, Space or Enter. */
export function PeekButton({ onPeek }: { onPeek: (isHeld: boolean) => void }) {
  const t = useTranslations("host.peek");

  useEffect(() => {
    const letGo = () => onPeek(false);
    window.addEventListener("blur", letGo);
    return () => window.removeEventListener("blur", letGo);
  }, [onPeek]);

  return (
    <Button
      title={t("hint")}
      className="touch-none"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onPeek(true);
      }}
      onPointerUp={() => onPeek(false)}
      onPointerCancel={() => onPeek(false)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if ((event.key === " " || event.key === "Enter") && !event.repeat) onPeek(true);
      }}
      onKeyUp={() => onPeek(false)}
      onBlur={() => onPeek(false)}
    >
      <span aria-hidden="true">◉</span> {t("label")}
    </Button>
  );
}

/** The answer and the votes, over the stage, for as long as the button is held. */
export function PeekPanel({ peek, view }: { peek: Peek; view: HostView }) {
  const t = useTranslations("host.peek");
  const words = useTranslations("projector");
  const labelOf = useAnswerLabel();
  const { current } = view;
  if (!("question" in current)) return null;
  return (
    <div
      role="status"
      className="absolute inset-2 z-20 flex flex-col gap-4 overflow-y-auto rounded-box border-2 border-warn bg-surface p-6 shadow-card"
    >
      <p className="text-14 font-semibold text-warn">◉ {t("title")}</p>
      <p className="flex flex-wrap items-center gap-x-4">
        <span className="text-16 text-muted">{words("answer")}</span>
        <b className="font-mono text-25 break-words whitespace-pre-wrap">
          {labelOf(peek.reveal.answerText, current.question)}
        </b>
      </p>
      {peek.isWorthDiscussing ? <p className="text-16 font-semibold text-accent">{t("worth")}</p> : null}
      <div className="max-w-200">
        <ClassHistogram ballots={peek.ballots} question={current.question} reveal={peek.reveal} />
      </div>
    </div>
  );
}
