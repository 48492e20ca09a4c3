import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** The shape of what is still on its way. */
export function Skeleton({ className, label }: { className?: string; label?: string }) {
  const shape = (
    <div
      aria-hidden="true"
      className={classNames("motion-breathe rounded-box bg-line", className ?? "h-6 w-full")}
    />
  );
  if (!label) return shape;
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {shape}
    </div>
  );
}

interface StateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** 1 when this is all the page has to say. */
  readonly level?: 1 | 2;
}

/** Nothing here yet: what to do next, with one button. */
export function EmptyState({ title, children, action, level = 2 }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="flex flex-col items-center gap-3 rounded-box border border-dashed border-edge px-6 py-12 text-center">
      <Heading className="text-20 font-bold">{title}</Heading>
      {children ? <div className="max-w-prose text-16 text-muted">{children}</div> : null}
      {action}
    </div>
  );
}

/** What happened, what is safe, what to press. */
export function ErrorState({ title, children, action, level = 2 }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-3 rounded-box border border-bad bg-bad-soft px-6 py-6"
    >
      <Heading className="text-20 font-bold text-bad">
        <span aria-hidden="true">✕</span> {title}
      </Heading>
      {children ? <div className="max-w-prose text-16 text-ink">{children}</div> : null}
      {action}
    </div>
  );
}

/** A thin line at the top of the page while the connection is away; never a dialog. */
export function ConnectionBar({ tone, children }: { tone: "warn" | "bad" | "ok"; children: ReactNode }) {
  return (
    <div
      role="status"
      className={classNames(
        "motion-settle sticky top-0 z-40 px-4 py-1 text-center text-14 font-medium",
        barTones[tone],
      )}
    >
      {children}
    </div>
  );
}

const barTones = { warn: "bg-warn-soft text-warn", bad: "bg-bad-soft text-bad", ok: "bg-ok-soft text-ok" };
