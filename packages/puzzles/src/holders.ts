import type { Holder } from "@pyrena/contracts";
import type { Explanation } from "@pyrena/engine";

/** Counted holders numbered in order of arrival; after them the borrowed and weak ones, which do not count. */
export function holdersOf({ counted, borrowed, weak }: Explanation): Holder[] {
  return [
    ...counted.map(({ text, line }, index) => ({
      text,
      line: lineOrNull(line),
      counted: true,
      ordinal: index + 1,
    })),
    ...[...borrowed, ...weak].map(({ text, line }) => ({
      text,
      line: lineOrNull(line),
      counted: false,
      ordinal: null,
    })),
  ];
}

/** The engine says 0 for what was there before the first line. */
export function lineOrNull(line: number): number | null {
  return line >= 1 ? line : null;
}
