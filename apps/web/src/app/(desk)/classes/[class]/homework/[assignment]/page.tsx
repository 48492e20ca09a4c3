import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ManagePage } from "../../../../../../features/homework/manage-page.tsx";
import { guarded } from "../../../../../../trpc/guard.ts";
import { serverApi } from "../../../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.page");
  return { title: t("homework") };
}

export default async function Page({ params }: { params: Promise<{ class: string; assignment: string }> }) {
  const [{ class: classId, assignment: assignmentId }, api] = await Promise.all([params, serverApi()]);
  const path = `/classes/${classId}/homework/${assignmentId}`;
  const assignment = await guarded(path, () => api.assignment.get.query({ assignmentId }));
  const [own, gradebook] = await Promise.all([
    api.class.get.query({ classId }),
    api.assignment.gradebook.query({ classId }),
  ]);
  return (
    <ManagePage
      assignment={assignment}
      gradebook={gradebook}
      isInstructor={own.role === "instructor"}
      name={own.name}
    />
  );
}
