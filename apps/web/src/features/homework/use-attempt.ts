"use client";

import type { AttemptView, Response } from "@pyrena/contracts";
import { nanoid } from "nanoid";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { problemOf } from "../../trpc/problem.ts";
import { readStored, writeStored } from "../live/storage.ts";
import { type Draft, draftOf, draftSchema, emptyDraft } from "../question/draft.ts";
import { keptWorkSchema, type Outbox, outboxKey, outboxSchema, workKey } from "./outbox.ts";

/** How long a hand must rest before what it typed is saved, and how long to wait before trying again. */
const REST_MS = 700;
const RETRY_MS = 2_000;

export type SaveState =
  | { readonly kind: "idle" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  /** On this device only. */
  | { readonly kind: "local" }
  | { readonly kind: "other-device" };

/** One attempt: its draft, kept here at every change and on the server soon after, and its answer on the way. */
export function useAttempt(initial: AttemptView) {
  const client = useTRPCClient();
  const [attempt, setAttempt] = useState(initial);
  const [draft, setDraft] = useState<Draft>(() => shownDraft(initial));
  const [save, setSave] = useState<SaveState>(() =>
    initial.draftSavedAt === null ? { kind: "idle" } : { kind: "saved", at: initial.draftSavedAt },
  );
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const unsaved = useRef<Draft | null>(null);
  const seen = useRef(initial.draftVersion);
  const { id } = initial;

  // After the first render, so that the server and the browser render the same.
  useEffect(() => {
    if (initial.submission !== null) return;
    const kept = readStored(workKey(id), keptWorkSchema);
    // Typed on top of what the server still has: it is the newest there is.
    if (kept !== null && kept.seen === initial.draftVersion) {
      setDraft(kept.draft);
      unsaved.current = kept.draft;
      setSave({ kind: "local" });
    }
    setOutbox(readStored(outboxKey(id), outboxSchema));
  }, [id, initial]);

  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      setRefusal(null);
      unsaved.current = next;
      writeStored(workKey(id), { draft: next, seen: seen.current });
      setSave({ kind: "saving" });
    },
    [id],
  );

  const isOpen = attempt.submission === null && outbox === null;
  useEffect(() => {
    if (!isOpen || (save.kind !== "saving" && save.kind !== "local")) return;
    const timer = setTimeout(
      async () => {
        const sent = unsaved.current;
        if (sent === null) return;
        try {
          const { version, savedAt } = await client.homework.saveDraft.mutate({
            attemptId: id,
            draft: sent,
            seen: seen.current,
          });
          seen.current = version;
          if (unsaved.current !== sent) return;
          unsaved.current = null;
          writeStored(workKey(id), null);
          setSave({ kind: "saved", at: savedAt });
        } catch (error) {
          const { code } = problemOf(error);
          if (code !== "draft-outdated" && code !== "already-submitted") return setSave({ kind: "local" });
          const newest = await client.homework.attempt.query({ attemptId: id });
          seen.current = newest.draftVersion;
          unsaved.current = null;
          writeStored(workKey(id), null);
          setAttempt(newest);
          setDraft(shownDraft(newest));
          setSave({ kind: "other-device" });
        }
      },
      save.kind === "local" ? RETRY_MS : REST_MS,
    );
    return () => clearTimeout(timer);
  }, [client, id, isOpen, save]);

  useEffect(() => {
    if (outbox === null) return;
    let isGone = false;
    const deliver = async () => {
      try {
        const graded = await client.homework.submit.mutate({ attemptId: id, ...outbox });
        if (isGone) return;
        writeStored(outboxKey(id), null);
        writeStored(workKey(id), null);
        setAttempt(graded);
        setOutbox(null);
        setWaiting(false);
      } catch (error) {
        if (isGone) return;
        const { code } = problemOf(error);
        // No word from the server is no answer: it may be stored. The same key asks again.
        if (code === "unreachable" || code === "unknown") return setWaiting(true);
        writeStored(outboxKey(id), null);
        setOutbox(null);
        setWaiting(false);
        setRefusal(error);
        if (code === "already-submitted") setAttempt(await client.homework.attempt.query({ attemptId: id }));
      }
    };
    void deliver();
    const timer = setInterval(() => void deliver(), RETRY_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [client, id, outbox]);

  const send = useCallback(
    (response: Response) => {
      const entry = { idempotencyKey: nanoid(), response };
      writeStored(outboxKey(id), entry);
      setRefusal(null);
      setOutbox(entry);
    },
    [id],
  );

  return { attempt, draft, save, change, send, isSending: outbox !== null, isWaiting, refusal };
}

function shownDraft({ submission, draft, question }: AttemptView): Draft {
  if (submission !== null) return draftOf(submission.response);
  const kept = draftSchema.safeParse(draft);
  return kept.success && kept.data.widget === question.input.widget ? kept.data : emptyDraft(question.input);
}
