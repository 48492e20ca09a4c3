"use client";

import type { ItemSummary } from "@pyrena/contracts";
import { Badge, Button, buttonClass, useToast } from "@pyrena/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmButton } from "../confirm/confirm-button.tsx";
import { saveFile } from "../files/save-file.ts";

/** One question of the bank with what can be done with it. */
export function ItemRow({ item }: { item: ItemSummary }) {
  const t = useTranslations("item");
  const kinds = useTranslations("author.kind");
  const origin = item.origin === "demo" ? t("demo") : item.origin === "import" ? t("imported") : null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 grow basis-72 flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-2">
          <Link href={`/items/${item.id}`} className="font-semibold break-words hover:underline">
            {item.title}
          </Link>
          {item.isReady ? null : <Badge tone="warn">! {t("notReady")}</Badge>}
          {origin === null ? null : <Badge>{origin}</Badge>}
        </span>
        <span className="text-14 text-muted">
          {[
            kinds(item.kind),
            item.topic,
            `CPython ${item.python}`,
            t("version", { version: item.version }),
          ].join(" · ")}
        </span>
      </div>
      <RowTools item={item} />
    </li>
  );
}

function RowTools({ item }: { item: ItemSummary }) {
  const t = useTranslations("item");
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const onError = () => toast(t("failed"), "bad");
  const duplicate = useMutation(trpc.item.duplicate.mutationOptions({ onError }));
  const exportFile = async () => {
    try {
      const file = await client.fetchQuery(trpc.item.exportJson.queryOptions({ itemId: item.id }));
      saveFile(`${item.title}.json`, JSON.stringify(file, null, 2));
    } catch {
      onError();
    }
  };
  return (
    <div className="flex flex-wrap gap-1">
      <Link
        href={`/items/${item.id}/preview`}
        aria-label={t("previewLabel", { title: item.title })}
        className={buttonClass({ size: "small" })}
      >
        {t("preview")}
      </Link>
      <Button
        size="small"
        tone="quiet"
        busy={duplicate.isPending}
        aria-label={t("duplicateLabel", { title: item.title })}
        onClick={() =>
          duplicate.mutate(
            { itemId: item.id },
            { onSuccess: ({ itemId }) => router.push(`/items/${itemId}`) },
          )
        }
      >
        {t("duplicate")}
      </Button>
      <Button
        size="small"
        tone="quiet"
        aria-label={t("exportLabel", { title: item.title })}
        onClick={exportFile}
      >
        {t("export")}
      </Button>
      <Remove item={item} onFailed={onError} />
    </div>
  );
}

function Remove({ item, onFailed }: { item: ItemSummary; onFailed: () => void }) {
  const t = useTranslations("item");
  const trpc = useTRPC();
  const client = useQueryClient();
  const remove = useMutation(
    trpc.item.remove.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.item.list.pathKey() }),
      onError: onFailed,
    }),
  );
  const words = {
    title: t("removeSure.title", { title: item.title }),
    body: t("removeSure.body"),
    confirm: t("removeSure.confirm"),
    cancel: t("removeSure.cancel"),
  };
  return (
    <ConfirmButton
      label={t("remove")}
      fullLabel={t("removeLabel", { title: item.title })}
      words={words}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate({ itemId: item.id })}
    />
  );
}
