"use client";

import type { Candidates, CheckReport, ItemDraft, PythonVersion, RunMode } from "@pyrena/contracts";
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";

const PAUSE_MS = 500;

/** The value once it has not changed for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface Program {
  readonly source: string;
  readonly python: PythonVersion;
  readonly mode: RunMode;
}

/** What can be asked of the program; the last answer stays while the next is computed. */
export function useCandidates(
  { source, python, mode }: Program,
  isEnabled: boolean,
): UseQueryResult<Candidates> {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ["candidates", source, python, mode],
    queryFn: ({ signal }) => client.item.candidates.mutate({ source, python, mode }, { signal }),
    enabled: isEnabled && source.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/** The question with its key and reasons, or what keeps it from being asked. */
export function useCheck(item: ItemDraft | null): UseQueryResult<CheckReport> {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ["check", item],
    queryFn: ({ signal }) => client.item.check.mutate({ draft: item as ItemDraft }, { signal }),
    enabled: item !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}
