"use client";

import { classNames } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type ServerClock, secondsLeft, serverNow, timerMark } from "./clock.ts";

interface CountdownProps {
  readonly openedAt: number;
  readonly deadline: number | null;
  readonly clock: ServerClock | null;
}

/** Time left by the server's clock; screen readers hear it at half, at ten seconds and at the end only. */
export function Countdown({ openedAt, deadline, clock }: CountdownProps) {
  const t = useTranslations("play.timer");
  const left = useSecondsLeft(deadline, clock);
  const [spoken, setSpoken] = useState("");
  const before = useRef<number | null>(null);
  const total = deadline === null ? 0 : Math.round((deadline - openedAt) / 1000);

  useEffect(() => {
    if (left === null) return;
    const mark = before.current === null ? null : timerMark(before.current, left, total);
    before.current = left;
    if (mark) setSpoken(t(mark));
  }, [left, total, t]);

  if (deadline === null || left === null) return null;
  const minutes = Math.floor(left / 60);
  return (
    <span className="inline-flex items-center">
      <span
        role="timer"
        aria-label={t("left", { seconds: left })}
        className={classNames(
          "tabular inline-flex items-center gap-1 rounded-pill border-2 px-2 font-mono text-16 font-bold",
          left <= 10 ? "border-warn bg-warn-soft text-warn" : "border-line bg-surface text-ink",
        )}
      >
        <span aria-hidden="true">◷</span>
        {minutes}:{String(left % 60).padStart(2, "0")}
      </span>
      <span aria-live="assertive" className="sr-only">
        {spoken}
      </span>
    </span>
  );
}

function useSecondsLeft(deadline: number | null, clock: ServerClock | null): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (deadline === null) return setLeft(null);
    const tick = () => setLeft(secondsLeft(deadline, serverNow(clock, Date.now())));
    tick();
    const timer = setInterval(tick, 200);
    return () => clearInterval(timer);
  }, [deadline, clock]);
  return left;
}
