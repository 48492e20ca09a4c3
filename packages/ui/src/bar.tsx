import { classNames } from "./class-names.ts";

interface BarProps {
  /** 0 to 1. */
  readonly share: number;
  readonly label: string;
  readonly className?: string;
  readonly fill?: string;
}

/** A horizontal share of something, always beside its number. */
export function Bar({ share, label, className, fill = "bg-accent" }: BarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="img"
      aria-label={label}
      className={classNames("h-3 overflow-hidden rounded-pill bg-sunken outline outline-line", className)}
    >
      <div
        className={classNames("h-full rounded-pill motion-glide", fill)}
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}

interface ProgressCountProps {
  readonly done: number;
  readonly of: number;
  /** The sentence, for instance "27 of 31 answered". */
  readonly label: string;
}

/** Progress with its number, "27 of 31". */
export function ProgressCount({ done, of, label }: ProgressCountProps) {
  return (
    <div className="flex flex-col gap-1">
      <span className="tabular text-16 font-semibold">{label}</span>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={Math.max(of, done)}
        className="h-2 overflow-hidden rounded-pill bg-line"
      >
        <div
          className="h-full bg-accent motion-glide"
          style={{ width: `${of > 0 ? Math.min(100, (done / of) * 100) : 0}%` }}
        />
      </div>
    </div>
  );
}
