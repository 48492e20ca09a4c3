"use client";

import type { AckOf, LiveRequest, Refused } from "@pyrena/contracts";
import { useCallback, useEffect, useRef } from "react";
import { type Connection, type ConnectionOptions, connectLive } from "./connection.ts";

interface LiveConnectionOptions extends Omit<ConnectionOptions, "seen"> {
  /** Version of the view the page holds now. */
  readonly version: number | null;
}

/** Keeps one socket open while the page is; the callbacks may change, the socket does not. */
export function useLiveConnection(options: LiveConnectionOptions) {
  const { audience, room, token } = options;
  const latest = useRef(options);
  latest.current = options;
  const connection = useRef<Connection | null>(null);

  useEffect(() => {
    let isOver = false;
    const opening = connectLive({
      audience,
      room,
      token,
      seen: () => latest.current.version,
      onFrame: (frame) => latest.current.onFrame(frame),
      onStatus: (status, refusal) => latest.current.onStatus(status, refusal),
      onClock: (clock) => latest.current.onClock(clock),
    });
    void opening.then((opened) => {
      if (isOver) opened.close();
      else connection.current = opened;
    });
    return () => {
      isOver = true;
      connection.current?.close();
      connection.current = null;
    };
  }, [audience, room, token]);

  return useCallback(async <R extends LiveRequest>(request: R): Promise<AckOf<R> | Refused> => {
    if (!connection.current) return { ok: false, code: "unavailable", message: "not connected yet" };
    return connection.current.request(request);
  }, []);
}
