"use client";

import type { DeckDetail } from "@pyrena/contracts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { moved } from "./order.ts";

export interface DeckHandle {
  readonly deck: DeckDetail;
  readonly move: (from: number, to: number) => void;
  readonly remove: (entryId: string) => void;
  /** The last change did not reach the server; the list was loaded again. */
  readonly hasFailed: boolean;
}

/** The deck with its changes: shown at once, sent, and taken back to what the server has if that fails. */
export function useDeck(initial: DeckDetail): DeckHandle {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = trpc.deck.get.queryOptions({ deckId: initial.id });
  const { data: deck = initial } = useQuery({ ...query, initialData: initial });
  const reload = () => client.invalidateQueries({ queryKey: query.queryKey });
  const reorder = useMutation(trpc.deck.reorder.mutationOptions({ onSettled: reload }));
  const removeItem = useMutation(trpc.deck.removeItem.mutationOptions({ onSettled: reload }));
  const show = (entries: DeckDetail["entries"]) =>
    client.setQueryData(query.queryKey, { ...deck, entries: [...entries] });

  return {
    deck,
    move: (from, to) => {
      const entries = moved(deck.entries, from, to);
      show(entries);
      reorder.mutate({ deckId: deck.id, entryIds: entries.map((entry) => entry.id) });
    },
    remove: (entryId) => {
      show(deck.entries.filter((entry) => entry.id !== entryId));
      removeItem.mutate({ deckId: deck.id, entryId });
    },
    hasFailed: reorder.isError || removeItem.isError,
  };
}
