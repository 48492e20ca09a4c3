import type { Holder } from "@pyrena/contracts";
import type { Explanation, Holder as Held, Snapshot } from "@pyrena/engine";
import type { Namespaces } from "./namespaces.ts";
import { pathOfEdge } from "./paths.ts";

/** More than anybody reads; the count itself is in the answer. */
const MAX_HOLDERS = 100;

/** Counted holders numbered in order of arrival; after them the borrowed and weak ones, which do not count. */
export function holdersOf(explanation: Explanation, snapshot: Snapshot, namespaces: Namespaces): Holder[] {
  const { counted, borrowed, weak } = explanation;
  const told = (held: Held) => ({
    text: `${holderText(held, snapshot, namespaces)}${held.times > 1 ? ` (×${held.times})` : ""}`,
    line: lineOrNull(held.line),
  });
  let ordinal = 0;
  const numbered = counted.map((held) => {
    ordinal += held.times;
    return { ...told(held), counted: true, ordinal };
  });
  const all = [
    ...numbered,
    ...[...borrowed, ...weak].map((held) => ({ ...told(held), counted: false, ordinal: null })),
  ];
  return all.slice(0, MAX_HOLDERS);
}

/** The engine's words; where it has only a number for the container, the expression that leads there. */
export function holderText(
  { text, owner, slot }: Pick<Held, "text" | "owner" | "slot">,
  snapshot: Snapshot,
  namespaces: Namespaces,
): string {
  const path = text.includes("#") ? pathOfEdge(snapshot, namespaces, { owner, slot }) : null;
  return (path ?? text).slice(0, 200);
}

/** The engine says 0 for what was there before the first line. */
export function lineOrNull(line: number): number | null {
  return line >= 1 ? line : null;
}
