"use client";

import type { LiveRefusal } from "@pyrena/contracts";
import { Skeleton, ToastProvider, useToast } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { ApiProvider } from "../../trpc/client.tsx";
import { LinkBar } from "../live/link-bar.tsx";
import { Stage } from "../stage/stage.tsx";
import { useJoinUrl } from "../stage/use-join-url.ts";
import { type AddressChoice, AddressPicker } from "./address-picker.tsx";
import { ControlBar } from "./control-bar.tsx";
import { DeckPanel } from "./deck-panel.tsx";
import { HostGone } from "./host-gone.tsx";
import { PeekPanel } from "./peek.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { RoomTools } from "./room-tools.tsx";
import { type HostRoomHandle, useHostRoom } from "./use-host-room.ts";

interface HostPageProps {
  readonly roomId: string;
  readonly joinUrls: readonly string[];
}

export function HostPage(props: HostPageProps) {
  return (
    <ApiProvider>
      <ToastProvider>
        <HostRoom {...props} />
      </ToastProvider>
    </ApiProvider>
  );
}

function HostRoom({ roomId, joinUrls }: HostPageProps) {
  const [chosen, choose] = useState(0);
  const address = useJoinUrl(joinUrls[chosen] ?? null);
  const handle = useHostRoom(roomId, useSayRefusal());
  return (
    <HostScreen
      handle={handle}
      roomId={roomId}
      joinUrl={address}
      address={{ all: joinUrls, chosen, choose }}
    />
  );
}

interface HostScreenProps {
  readonly handle: HostRoomHandle;
  readonly roomId: string;
  readonly joinUrl: string;
  readonly address: AddressChoice;
}

/** One screen: above what the room sees, below what only the host presses. Safe to mirror. */
export function HostScreen({ handle, roomId, joinUrl, address }: HostScreenProps) {
  const t = useTranslations("host");
  const { view, link, clock, refusal, peek } = handle.state;

  if (link === "refused") return <HostGone refusal={refusal} roomId={roomId} />;
  if (!view) {
    return (
      <div className="flex flex-col gap-4 p-4">
        <LinkBar link={link} />
        <Skeleton className="h-[55vh]" label={t("loading")} />
        <Skeleton className="h-16" />
        <Skeleton className="h-48" />
      </div>
    );
  }
  return (
    <div className="flex min-h-dvh flex-col">
      <LinkBar link={link} />
      <main className="mx-auto flex w-full max-w-400 grow flex-col gap-4 p-4">
        <section
          aria-label={t("stage")}
          className="relative flex min-h-[52vh] grow flex-col rounded-box border border-line bg-surface p-4 md:p-6"
        >
          <Stage view={view} clock={clock} joinUrl={joinUrl} />
          {peek ? <PeekPanel peek={peek} view={view} /> : null}
        </section>
        <ControlBar handle={handle} view={view} roomId={roomId} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <DeckPanel handle={handle} view={view} roomId={roomId} />
          <div className="flex flex-col gap-4">
            <PeoplePanel handle={handle} view={view} />
            <RoomTools handle={handle} view={view} roomId={roomId} />
            <AddressPicker address={address} />
          </div>
        </div>
      </main>
    </div>
  );
}

const explained = [
  "stale-version",
  "wrong-phase",
  "unavailable",
  "room-ended",
  "nickname-taken",
  "nickname-empty",
  "nickname-too-long",
  "nickname-forbidden-characters",
] as const;

/** A press that did nothing says why. */
function useSayRefusal(): (code: LiveRefusal) => void {
  const t = useTranslations("host.refused");
  const toast = useToast();
  return useCallback(
    (code) => toast(t(explained.find((known) => known === code) ?? "other"), "bad"),
    [t, toast],
  );
}
