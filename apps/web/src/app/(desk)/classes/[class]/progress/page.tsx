import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgressPage } from "../../../../../features/progress/progress-page.tsx";
import { guarded } from "../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.page");
  return { title: t("progress") };
}

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const [{ class: classId }, api] = await Promise.all([params, serverApi()]);
  const path = `/classes/${classId}/progress`;
  const progress = await guarded(path, () => api.dashboard.progress.query({ classId }));
  const own = await api.class.get.query({ classId });
  return <ProgressPage classId={classId} name={own.name} progress={progress} />;
}
