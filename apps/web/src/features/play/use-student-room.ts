"use client";

import { type Confidence, type Reaction, type Response, studentFrameSchema } from "@pyrena/contracts";
import { nanoid } from "nanoid";
import { useCallback, useEffect, useReducer } from "react";
import type { StoredCredential } from "../live/credentials.ts";
import { parseFrame } from "../live/parse-frame.ts";
import { readStored, writeStored } from "../live/storage.ts";
import { useLiveConnection } from "../live/use-live-connection.ts";
import type { Draft } from "../question/draft.ts";
import { answerRequest, draftKey, keptDraftSchema, type Outbox, outboxKey, outboxSchema } from "./outbox.ts";
import { initialStudent, reduceStudent } from "./student-state.ts";

/** How long to wait before an answer without an ack goes out again, with the same key. */
const RESEND_AFTER = 2_000;

/** Ties the student's reducer to one socket and this browser's storage. */
export function useStudentRoom(credential: StoredCredential) {
  const { roomId, token } = credential;
  const [state, dispatch] = useReducer(reduceStudent, initialStudent);
  const request = useLiveConnection({
    audience: "student",
    room: roomId,
    token,
    version: state.page?.version ?? null,
    onFrame: (raw) =>
      parseFrame(
        studentFrameSchema,
        raw,
        (frame) => dispatch({ type: "frame", frame }),
        (refusal) => dispatch({ type: "link", link: "refused", refusal }),
      ),
    onStatus: (next, refusal) => dispatch({ type: "link", link: next, refusal }),
    onClock: (clock) => dispatch({ type: "clock", clock }),
  });

  useEffect(() => {
    dispatch({
      type: "restored",
      kept: readStored(draftKey(roomId), keptDraftSchema),
      outbox: readStored(outboxKey(roomId), outboxSchema),
    });
  }, [roomId]);

  const { kept, outbox, page, link } = state;
  useEffect(() => {
    // Not before the first view: until then the storage knows more than the page.
    if (page) writeStored(draftKey(roomId), kept);
  }, [roomId, page, kept]);
  useEffect(() => {
    if (page) writeStored(outboxKey(roomId), outbox);
  }, [roomId, page, outbox]);

  const deliver = useCallback(
    async (entry: Outbox) => {
      const ack = await request(answerRequest(entry));
      dispatch({ type: "acked", answerId: entry.answerId, ack });
    },
    [request],
  );

  const waiting = outbox?.delivery.state === "waiting" && link === "connected" && page ? outbox : null;
  useEffect(() => {
    if (!waiting) return;
    void deliver(waiting);
    const timer = setInterval(() => void deliver(waiting), RESEND_AFTER);
    return () => clearInterval(timer);
  }, [waiting, deliver]);

  return {
    state,
    draft: (draft: Draft, confidence: Confidence | null) => dispatch({ type: "drafted", draft, confidence }),
    send: (response: Response, confidence: Confidence | null) =>
      dispatch({ type: "sent", answerId: nanoid(), response, confidence }),
    change: () => dispatch({ type: "change" }),
    react: (reaction: Reaction) => void request({ type: "react", reaction }),
  };
}

export type StudentRoomHandle = ReturnType<typeof useStudentRoom>;
