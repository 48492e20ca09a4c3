"use client";

import type { StudentPage } from "@pyrena/live";
import { useTranslations } from "next-intl";
import type { StoredCredential } from "../live/credentials.ts";
import { LinkBar } from "../live/link-bar.tsx";
import { BoardScreen } from "./board-screen.tsx";
import { ClosedScreen } from "./closed-screen.tsx";
import { ComingIn } from "./coming-in.tsx";
import { DiscussScreen } from "./discuss-screen.tsx";
import { GoneScreen } from "./gone-screen.tsx";
import { LobbyScreen } from "./lobby-screen.tsx";
import { OpenScreen } from "./open-screen.tsx";
import { RevealScreen } from "./reveal-screen.tsx";
import { TopBar } from "./top-bar.tsx";
import { type StudentRoomHandle, useStudentRoom } from "./use-student-room.ts";

/** One student in one room: a bar on top, the phase below. */
export function PlayRoom({ credential }: { credential: StoredCredential }) {
  return <StudentScreen handle={useStudentRoom(credential)} roomId={credential.roomId} />;
}

export function StudentScreen({ handle, roomId }: { handle: StudentRoomHandle; roomId: string }) {
  const { page, link, refusal } = handle.state;

  if (link === "refused") return <GoneScreen refusal={refusal} roomId={roomId} />;
  if (!page) {
    return (
      <>
        <LinkBar link={link} />
        <ComingIn />
      </>
    );
  }
  return (
    <div className="flex min-h-dvh flex-col">
      <LinkBar link={link} />
      <Announcer page={page} />
      <TopBar page={page} link={link} clock={handle.state.clock} />
      <main className="mx-auto flex w-full max-w-160 grow flex-col px-4 pt-3 pb-6">
        <Phase page={page} handle={handle} />
      </main>
    </div>
  );
}

/** The room moves by itself; who does not see it hears it. */
function Announcer({ page }: { page: StudentPage }) {
  const t = useTranslations("play.announce");
  const { current } = page.room;
  const number = "round" in current ? current.round.ordinal : 0;
  return (
    <p role="status" className="sr-only">
      {t(current.phase, { number })}
    </p>
  );
}

function Phase({ page, handle }: { page: StudentPage; handle: StudentRoomHandle }) {
  const { current } = page.room;
  switch (current.phase) {
    case "lobby":
      return <LobbyScreen page={page} />;
    case "open":
      return (
        <OpenScreen
          key={`${current.round.roundId}${current.round.ballot}`}
          current={current}
          handle={handle}
        />
      );
    case "closed":
      return <ClosedScreen current={current} handle={handle} />;
    case "discuss":
      return <DiscussScreen current={current} handle={handle} />;
    case "reveal":
      return <RevealScreen current={current} page={page} handle={handle} />;
    case "scoreboard":
    case "ended":
      return <BoardScreen current={current} page={page} />;
  }
}
