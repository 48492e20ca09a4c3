"use client";

import type { PhaseView } from "@pyrena/contracts";
import { ToastProvider } from "@pyrena/ui";
import { useEffect, useReducer, useState } from "react";
import { ApiProvider } from "../../trpc/client.tsx";
import { HostScreen } from "../host/host-page.tsx";
import { initialHost, type Peek, reduceHost } from "../host/host-state.ts";
import type { HostRoomHandle } from "../host/use-host-room.ts";
import { StudentScreen } from "../play/play-room.tsx";
import { initialStudent, reduceStudent, type StudentState } from "../play/student-state.ts";
import type { StudentRoomHandle } from "../play/use-student-room.ts";
import { Stage } from "../stage/stage.tsx";
import * as samples from "./samples.ts";

export interface GalleryProps {
  readonly audience: "student" | "host" | "projector";
  readonly phase: PhaseView["phase"];
  readonly widget: keyof typeof samples.questions;
  readonly variant: string;
}

/** One page of one audience in one phase, through the same reducers and screens as in a real room. */
export function Gallery({ audience, phase, widget, variant }: GalleryProps) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => setNow(Date.now()), []);
  if (now === null) return null;
  const current = samples.phase(phase, samples.questions[widget], now);
  if (audience === "student") return <StudentSample current={current} variant={variant} />;
  if (audience === "host") return <HostSample current={current} variant={variant} />;
  return (
    <main style={{ "--scale": 1.75 }} className="flex min-h-dvh flex-col p-6 text-16">
      <Stage view={samples.hostView(current)} clock={null} joinUrl="http://192.168.1.20:3000" />
    </main>
  );
}

function StudentSample({ current, variant }: { current: PhaseView; variant: string }) {
  const [state, dispatch] = useReducer(reduceStudent, current, startStudent);
  const answerId = "answer-0002";
  const handle: StudentRoomHandle = {
    state: variant === "lost" ? { ...state, link: "lost" } : state,
    draft: (draft, confidence) => dispatch({ type: "drafted", draft, confidence }),
    send: (response, confidence) => {
      dispatch({ type: "sent", answerId, response, confidence });
      if (variant === "sending" || variant === "lost") return;
      const ack =
        variant === "late"
          ? ({ ok: false, code: "too-late", message: "" } as const)
          : ({ ok: true, answerId, receivedAt: Date.now() } as const);
      setTimeout(() => dispatch({ type: "acked", answerId, ack }), 300);
    },
    change: () => dispatch({ type: "change" }),
    react: () => {},
  };
  return <StudentScreen handle={handle} roomId="sample-room" />;
}

function startStudent(current: PhaseView): StudentState {
  const room = samples.studentRoom(current);
  const self = samples.studentSelf(current);
  return reduceStudent(
    { ...initialStudent, link: "connected" },
    { type: "frame", frame: { type: "view", version: 1, serverTime: Date.now(), room, self } },
  );
}

function HostSample({ current, variant }: { current: PhaseView; variant: string }) {
  const view = samples.hostView(current);
  const [state, dispatch] = useReducer(reduceHost, view, (first) =>
    reduceHost(
      { ...initialHost, link: "connected", reactions: { lost: 3, slower: 1, faster: 0 } },
      { type: "frame", frame: { type: "view", version: 1, serverTime: Date.now(), view: first } },
    ),
  );
  const [isShown, setShown] = useState(variant === "people");
  const [chosen, choose] = useState(0);
  const handle: HostRoomHandle = {
    state: { ...state, roster: isShown ? samples.roster(300) : null },
    isBusy: false,
    command: async () => true,
    act: async () => true,
    peek: async (isHeld) => dispatch({ type: "peek", peek: isHeld ? samplePeek : null }),
    roster: { isShown, setShown, reload: () => {} },
  };
  return (
    <ApiProvider>
      <ToastProvider>
        <HostScreen
          handle={handle}
          roomId="sample-room"
          joinUrl={addresses[chosen] ?? ""}
          address={{ all: addresses, chosen, choose }}
        />
      </ToastProvider>
    </ApiProvider>
  );
}

const addresses = ["http://192.168.1.20:3000", "http://10.0.0.7:3000"];

const samplePeek: Peek = {
  ok: true,
  roundId: "round-0001",
  reveal: samples.reveal,
  ballots: [samples.tally],
  isWorthDiscussing: true,
};
