/** The count badge with the two holders of everything we ever look at: a name, and the call's own argument. */
export function Logo({ name, size = "medium" }: { name: string; size?: "medium" | "large" }) {
  const large = size === "large";
  return (
    <span
      className={`inline-flex items-center font-bold tracking-tight ${large ? "gap-3 text-39" : "gap-2 text-20"}`}
    >
      <Mark className={large ? "h-12 w-12" : "h-7 w-7"} />
      {name}
    </span>
  );
}

/** The badge alone: two counted arrows arrive at a box that says so. */
export function Mark({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect x="1.5" y="1.5" width="29" height="29" rx="14.5" className="fill-ink" />
      <text x="16" y="22.5" textAnchor="middle" className="fill-bg font-mono font-bold" fontSize="19">
        2
      </text>
    </svg>
  );
}
