"use client";

import { useCallback, useEffect, useState } from "react";
import { type AuthorDraft, authorDraftSchema, isSame } from "./author-draft.ts";

export interface KeptDraft {
  readonly draft: AuthorDraft;
  readonly change: (part: Partial<AuthorDraft>) => void;
  /** Differs from what the server has. */
  readonly isChanged: boolean;
  /** What was typed before a reload or a closed tab came back. */
  readonly wasRestored: boolean;
  readonly discard: () => void;
  /** The server has `saved` now. */
  readonly markSaved: (saved: AuthorDraft) => void;
}

/** The draft, kept in this browser letter by letter until it is saved. */
export function useKeptDraft(key: string, initial: AuthorDraft): KeptDraft {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [wasRestored, setRestored] = useState(false);
  const storageKey = `pyrena:author:${key}`;

  useEffect(() => {
    const kept = read(storageKey);
    if (kept === null || isSame(kept, initial)) return;
    setDraft(kept);
    setRestored(true);
  }, [storageKey, initial]);

  const change = useCallback(
    (part: Partial<AuthorDraft>) =>
      setDraft((old) => {
        const next = { ...old, ...part };
        write(storageKey, next);
        return next;
      }),
    [storageKey],
  );

  return {
    draft,
    change,
    isChanged: !isSame(draft, saved),
    wasRestored,
    discard: () => {
      forget(storageKey);
      setDraft(saved);
      setRestored(false);
    },
    markSaved: (now) => {
      forget(storageKey);
      setSaved(now);
      setRestored(false);
    },
  };
}

function read(key: string): AuthorDraft | null {
  try {
    const text = localStorage.getItem(key);
    const parsed = text === null ? null : authorDraftSchema.safeParse(JSON.parse(text));
    return parsed?.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden; the page works without it. */
function write(key: string, draft: AuthorDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Only the safety net is missing.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // It will be found equal to what is saved, and ignored.
  }
}
