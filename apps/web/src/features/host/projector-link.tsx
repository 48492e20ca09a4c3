"use client";

import { Button, buttonClass, Dialog, useToast } from "@pyrena/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

/** A link that grants the projector's view and nothing else; its secret is shown once and can be revoked. */
export function ProjectorLinkTool({ roomId }: { roomId: string }) {
  const t = useTranslations("host.link");
  const common = useTranslations("common");
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const list = trpc.room.projectorLinks.queryOptions({ roomId }, { enabled: isOpen });
  const links = useQuery(list);
  const refresh = () => queries.invalidateQueries({ queryKey: list.queryKey });
  const create = useMutation(
    trpc.room.createProjectorLink.mutationOptions({
      onSuccess: refresh,
      onError: () => toast(t("failed"), "bad"),
    }),
  );
  const revoke = useMutation(
    trpc.room.revokeProjectorLink.mutationOptions({
      onSuccess: () => {
        toast(t("revoked"), "ok");
        return refresh();
      },
      onError: () => toast(t("failed"), "bad"),
    }),
  );
  const active = links.data?.filter((link) => link.revokedAt === null) ?? [];

  return (
    <>
      <Button
        busy={create.isPending}
        onClick={() => {
          setOpen(true);
          create.mutate({ roomId });
        }}
      >
        {t("create")}
      </Button>
      <Dialog isOpen={isOpen} title={t("title")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <div className="flex flex-col gap-4">
          <p>{t("body")}</p>
          {create.data ? <LinkAddress path={`/projector/${roomId}.${create.data.token}`} /> : null}
          <ul className="divide-y divide-line">
            {active.map((link) => (
              <li key={link.id} className="flex items-center gap-3 py-1">
                <time dateTime={link.createdAt.toISOString()} className="grow text-14 text-muted">
                  {link.createdAt.toLocaleTimeString()}
                </time>
                <Button size="small" tone="danger" onClick={() => revoke.mutate({ roomId, linkId: link.id })}>
                  {t("revoke")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </Dialog>
    </>
  );
}

function LinkAddress({ path }: { path: string }) {
  const t = useTranslations("host.link");
  return (
    <div className="flex flex-col gap-2">
      <code className="rounded-box border border-line bg-sunken p-3 font-mono text-14 break-all select-all">
        {`${location.origin}${path}`}
      </code>
      <a href={path} target="_blank" rel="noreferrer" className={buttonClass({ tone: "primary" })}>
        {t("open")}
      </a>
    </div>
  );
}
