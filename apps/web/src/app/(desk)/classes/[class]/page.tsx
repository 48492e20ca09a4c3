import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassPage } from "../../../../features/classes/class-page.tsx";
import { StudentClass } from "../../../../features/homework/student-class.tsx";
import { guarded } from "../../../../trpc/guard.ts";
import { joinUrlsOfServer } from "../../../../trpc/join-urls.ts";
import { serverApi } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ class: string }> }) {
  const [{ class: classId }, api] = await Promise.all([params, serverApi()]);
  const own = await guarded(`/classes/${classId}`, () => api.class.get.query({ classId }));
  if (own.role === "student") {
    return <StudentClass name={own.name} homework={await api.homework.list.query({ classId })} />;
  }
  const [assignments, roster, urls] = await Promise.all([
    api.assignment.list.query({ classId }),
    api.class.roster.query({ classId }),
    joinUrlsOfServer(),
  ]);
  return <ClassPage own={own} assignments={assignments} roster={roster} origin={urls[0] ?? ""} />;
}
