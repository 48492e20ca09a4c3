"use client";

import { Button, useToast } from "@pyrena/ui";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "../../trpc/client.tsx";

interface AskNowProps {
  readonly isReady: boolean;
  /** Saves what is unsaved and gives the item's id, or null when that failed. */
  readonly saveFirst: () => Promise<string | null>;
}

/** From the editor straight into the lesson: into a room that is open, or into a new one with this question alone. */
export function AskNow({ isReady, saveFirst }: AskNowProps) {
  const t = useTranslations("author.ask");
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const rooms = useQuery(useTRPC().room.list.queryOptions());
  const open = rooms.data?.filter((room) => room.endedAt === null) ?? [];
  const [isBusy, setBusy] = useState(false);

  const act = async (work: (itemId: string) => Promise<void>) => {
    setBusy(true);
    const itemId = await saveFirst();
    if (itemId !== null) await work(itemId).catch(() => toast(t("failed"), "bad"));
    setBusy(false);
  };
  const push = (roomId: string) =>
    act(async (itemId) => {
      await client.room.pushItem.mutate({ roomId, itemId });
      toast(t("pushed"), "ok");
      router.push(`/host/${roomId}`);
    });
  const openRoom = () =>
    act(async (itemId) => {
      const item = await client.item.get.query({ itemId });
      const { deckId } = await client.deck.create.mutate({ title: item.title, itemIds: [itemId] });
      const { roomId } = await client.room.open.mutate({ deckId });
      router.push(`/host/${roomId}`);
    });

  return (
    <>
      {open.slice(0, 2).map((room) => (
        <Button key={room.id} disabled={!isReady} busy={isBusy} onClick={() => void push(room.id)}>
          {t("push", { title: room.title })}
        </Button>
      ))}
      {open.length === 0 ? (
        <Button disabled={!isReady} busy={isBusy} onClick={() => void openRoom()}>
          {isBusy ? t("opening") : t("open")}
        </Button>
      ) : null}
    </>
  );
}
