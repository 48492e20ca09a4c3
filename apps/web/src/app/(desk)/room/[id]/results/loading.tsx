import { Skeleton } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";

export default async function Loading() {
  const t = await getTranslations("common");
  return (
    <div className="flex flex-col gap-6">
      <Skeleton className="h-12 max-w-120" label={t("loading")} />
      <Skeleton className="h-64" />
      <Skeleton className="h-96" />
    </div>
  );
}
