import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GradebookPage } from "../../../../../features/classes/gradebook-page.tsx";
import { guarded } from "../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.page");
  return { title: t("gradebook") };
}

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const [{ class: classId }, api] = await Promise.all([params, serverApi()]);
  const path = `/classes/${classId}/gradebook`;
  const gradebook = await guarded(path, () => api.assignment.gradebook.query({ classId }));
  const own = await api.class.get.query({ classId });
  return <GradebookPage classId={classId} name={own.name} gradebook={gradebook} />;
}
