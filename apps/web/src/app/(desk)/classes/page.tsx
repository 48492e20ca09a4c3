import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassesPage } from "../../../features/classes/classes-page.tsx";
import { guarded } from "../../../trpc/guard.ts";
import { serverApi } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes");
  return { title: t("title") };
}

export default async function Page() {
  const api = await serverApi();
  const classes = await guarded("/classes", () => api.class.list.query());
  const me = await api.setup.whoami.query();
  return <ClassesPage classes={classes} isInstructor={me?.isInstructor === true} />;
}
