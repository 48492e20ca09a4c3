import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type BadgeTone = "neutral" | "ok" | "bad" | "warn" | "accent";

/** A short label in a pill; the colour never speaks alone, so a sign or a word is inside. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-pill border px-2 py-0.5 text-14 font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

const tones: Record<BadgeTone, string> = {
  neutral: "border-line bg-surface text-muted",
  ok: "border-ok bg-ok-soft text-ok",
  bad: "border-bad bg-bad-soft text-bad",
  warn: "border-warn bg-warn-soft text-warn",
  accent: "border-accent bg-accent-soft text-accent",
};

interface CountBadgeProps {
  /** A number, or a sign such as the infinity of immortal objects. */
  readonly count: number | string;
  readonly label: string;
  readonly size?: "small" | "medium" | "large";
  readonly tone?: "ink" | "ok" | "bad" | "accent";
}

/** The product's face: a round pill with one large numeral. */
export function CountBadge({ count, label, size = "medium", tone = "ink" }: CountBadgeProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className={classNames(
        "tabular inline-flex items-center justify-center rounded-pill border-2 font-mono leading-none font-bold",
        countSizes[size],
        countTones[tone],
      )}
    >
      {count}
    </span>
  );
}

const countSizes = {
  small: "h-6 min-w-6 px-1 text-14",
  medium: "h-9 min-w-9 px-2 text-20",
  large: "h-16 min-w-16 px-4 text-39",
};

const countTones = {
  ink: "border-ink bg-surface text-ink",
  ok: "border-ok bg-ok-soft text-ok",
  bad: "border-bad bg-bad-soft text-bad",
  accent: "border-accent bg-accent-soft text-accent",
};
