"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { classNames } from "./class-names.ts";

export type ToastTone = "ok" | "bad" | "neutral";

interface ToastEntry {
  readonly id: number;
  readonly tone: ToastTone;
  readonly text: string;
}

type ShowToast = (text: string, tone?: ToastTone) => void;

const ToastContext = createContext<ShowToast>(() => {});

/** Says one short sentence at the edge of the page; errors stay twice as long. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [entries, setEntries] = useState<readonly ToastEntry[]>([]);
  const next = useRef(1);

  const show = useCallback<ShowToast>((text, tone = "neutral") => {
    const id = next.current++;
    setEntries((old) => [...old.slice(-2), { id, tone, text }]);
    setTimeout(
      () => setEntries((old) => old.filter((entry) => entry.id !== id)),
      tone === "bad" ? 10_000 : 5_000,
    );
  }, []);

  return (
    <ToastContext value={useMemo(() => show, [show])}>
      {children}
      <div
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2"
      >
        {entries.map((entry) => (
          <p
            key={entry.id}
            className={classNames(
              "motion-settle max-w-full rounded-box border bg-surface px-4 py-3 text-16 shadow-card",
              tones[entry.tone],
            )}
          >
            <span aria-hidden="true">{signs[entry.tone]}</span> {entry.text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}

const tones: Record<ToastTone, string> = {
  ok: "border-ok text-ok",
  bad: "border-bad text-bad",
  neutral: "border-edge text-ink",
};

const signs: Record<ToastTone, string> = { ok: "✓", bad: "✕", neutral: "•" };
