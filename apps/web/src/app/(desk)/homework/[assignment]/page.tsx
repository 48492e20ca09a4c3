import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HomeworkPage } from "../../../../features/homework/homework-page.tsx";
import { guarded } from "../../../../trpc/guard.ts";
import { serverApi } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.page");
  return { title: t("homework") };
}

export default async function Page({ params }: { params: Promise<{ assignment: string }> }) {
  const [{ assignment: assignmentId }, api] = await Promise.all([params, serverApi()]);
  const path = `/homework/${assignmentId}`;
  return <HomeworkPage initial={await guarded(path, () => api.homework.get.query({ assignmentId }))} />;
}
