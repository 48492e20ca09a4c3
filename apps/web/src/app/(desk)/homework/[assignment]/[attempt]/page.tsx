import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttemptPage } from "../../../../../features/homework/attempt-page.tsx";
import { guarded } from "../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.page");
  return { title: t("homework") };
}

export default async function Page({ params }: { params: Promise<{ assignment: string; attempt: string }> }) {
  const [{ assignment, attempt: attemptId }, api] = await Promise.all([params, serverApi()]);
  const path = `/homework/${assignment}/${attemptId}`;
  return <AttemptPage initial={await guarded(path, () => api.homework.attempt.query({ attemptId }))} />;
}
