import type { KindName } from "@pyrena/contracts";

/** What the bank is narrowed to; null and "" narrow nothing. */
export interface Filter {
  readonly search: string;
  readonly kind: KindName | null;
  readonly topic: string | null;
}

export const everything: Filter = { search: "", kind: null, topic: null };
