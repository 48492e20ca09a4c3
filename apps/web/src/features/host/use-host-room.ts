"use client";

import { type HostRequest, hostFrameSchema, type LiveRefusal } from "@pyrena/contracts";
import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { parseFrame } from "../live/parse-frame.ts";
import { useLiveConnection } from "../live/use-live-connection.ts";
import { initialHost, reduceHost } from "./host-state.ts";

type VersionedCommand = Extract<HostRequest, { version: number }>;
type WithoutVersion<T> = T extends unknown ? Omit<T, "version"> : never;
/** A step of the room; the page's version is added, so that a double tap cannot take it twice. */
export type HostCommand = WithoutVersion<VersionedCommand>;
/** What can be done at any moment. */
export type HostAct = Extract<HostRequest, { type: "void" | "lock" | "kick" | "rename" }>;

const ROSTER_EVERY = 3_000;

/** Ties the host's reducer to one socket. `onRefused` says why a press did nothing. */
export function useHostRoom(roomId: string, onRefused: (code: LiveRefusal) => void) {
  const [state, dispatch] = useReducer(reduceHost, initialHost);
  const [isBusy, setBusy] = useState(false);
  const request = useLiveConnection({
    audience: "host",
    room: roomId,
    version: state.version,
    onFrame: (raw) =>
      parseFrame(
        hostFrameSchema,
        raw,
        (frame) => dispatch({ type: "frame", frame }),
        (refusal) => dispatch({ type: "link", link: "refused", refusal }),
      ),
    onStatus: (link, refusal) => dispatch({ type: "link", link, refusal }),
    onClock: (clock) => dispatch({ type: "clock", clock }),
  });

  const version = useRef(0);
  version.current = state.version ?? 0;

  const ask = useCallback(
    async (message: HostAct | VersionedCommand) => {
      setBusy(true);
      const ack = await request(message);
      setBusy(false);
      if (!ack.ok) onRefused(ack.code);
      return ack.ok;
    },
    [request, onRefused],
  );

  const command = useCallback((step: HostCommand) => ask({ ...step, version: version.current }), [ask]);

  const isPeeking = useRef(false);
  const peek = useCallback(
    async (isHeld: boolean) => {
      isPeeking.current = isHeld;
      if (!isHeld) return dispatch({ type: "peek", peek: null });
      const ack = await request({ type: "peek" });
      // Let go before the answer came: then nothing is shown at all.
      if (!isPeeking.current) return;
      if (ack.ok) dispatch({ type: "peek", peek: ack });
      else onRefused(ack.code);
    },
    [request, onRefused],
  );

  const roster = useRoster(request, dispatch);
  const act = async (message: HostAct) => {
    const isDone = await ask(message);
    if (isDone) roster.reload();
    return isDone;
  };
  return { state, isBusy, command, act, peek, roster };
}

/** Names are fetched only while the host looks at them. */
function useRoster(
  request: ReturnType<typeof useLiveConnection>,
  dispatch: (action: Parameters<typeof reduceHost>[1]) => void,
) {
  const [isShown, setShown] = useState(false);
  const [changes, countChange] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of ours is a reason to look again
  useEffect(() => {
    if (!isShown) return dispatch({ type: "roster", roster: null });
    const load = async () => {
      const ack = await request({ type: "roster" });
      if (ack.ok) dispatch({ type: "roster", roster: ack.participants });
    };
    void load();
    const timer = setInterval(load, ROSTER_EVERY);
    return () => clearInterval(timer);
  }, [isShown, changes, request, dispatch]);
  return { isShown, setShown, reload: countChange };
}

export type HostRoomHandle = ReturnType<typeof useHostRoom>;
