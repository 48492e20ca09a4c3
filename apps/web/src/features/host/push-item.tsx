"use client";

import { Button, Dialog, Skeleton, TextInput, useToast } from "@pyrena/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

/** Any item of the instructor's can join the room's list while the room runs. */
export function PushItem({ roomId }: { roomId: string }) {
  const t = useTranslations("host.push");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog isOpen={isOpen} title={t("title")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <ItemPicker roomId={roomId} onPushed={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ItemPicker({ roomId, onPushed }: { roomId: string; onPushed: () => void }) {
  const t = useTranslations("host.push");
  const common = useTranslations("common");
  const trpc = useTRPC();
  const toast = useToast();
  const [search, setSearch] = useState("");
  const items = useQuery(trpc.item.list.queryOptions({ search }));
  const push = useMutation(trpc.room.pushItem.mutationOptions());

  const pushOne = (itemId: string, title: string) =>
    push.mutate(
      { roomId, itemId },
      {
        onSuccess: () => {
          toast(t("pushed", { title }), "ok");
          onPushed();
        },
        onError: () => toast(t("failed"), "bad"),
      },
    );

  return (
    <div className="flex flex-col gap-3">
      <p className="text-14 text-muted">{t("body")}</p>
      <TextInput label={t("find")} value={search} onChange={(event) => setSearch(event.target.value)} />
      {items.isPending ? <Skeleton className="h-32" label={common("loading")} /> : null}
      {items.data?.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul className="max-h-[45vh] divide-y divide-line overflow-y-auto">
        {items.data?.map((item) => (
          <li key={item.id} className="flex items-center gap-3 py-1">
            <span className="min-w-0 grow break-words">{item.title}</span>
            <Button
              size="small"
              disabled={!item.isReady}
              busy={push.isPending && push.variables?.itemId === item.id}
              aria-label={t("label", { title: item.title })}
              onClick={() => pushOne(item.id, item.title)}
            >
              {t("action")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
