import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoorCard } from "../../../features/auth/door-card.tsx";
import { safeNext } from "../../../features/auth/request.ts";
import { SignInForm } from "../../../features/auth/sign-in-form.tsx";
import { serverApi } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signIn");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [{ next = null }, t, api] = await Promise.all([
    searchParams,
    getTranslations("auth.signIn"),
    serverApi(),
  ]);
  const [who, info] = await Promise.all([api.setup.whoami.query(), api.setup.info.query()]);
  if (who !== null) redirect(safeNext(next));
  const below = (
    <>
      {info.demoEmail === null ? null : <p className="w-full">{t("demoHint", { email: info.demoEmail })}</p>}
      {info.needsInvitation ? null : (
        <Link href="/register" className="underline">
          {t("register")}
        </Link>
      )}
      <Link href="/join" className="touchable inline-flex items-center underline">
        {t("join")}
      </Link>
    </>
  );
  return (
    <DoorCard title={t("title")} lead={t("lead")} below={below}>
      <SignInForm next={next} />
    </DoorCard>
  );
}
