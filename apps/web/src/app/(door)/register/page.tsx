import { buttonClass, EmptyState } from "@pyrena/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DoorCard } from "../../../features/auth/door-card.tsx";
import { RegisterForm } from "../../../features/auth/register-form.tsx";
import { serverApi } from "../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.register");
  return { title: t("title") };
}

export default async function Page({ searchParams }: { searchParams: Promise<{ invitation?: string }> }) {
  const [{ invitation = null }, t, api] = await Promise.all([
    searchParams,
    getTranslations("auth.register"),
    serverApi(),
  ]);
  const { needsInvitation } = await api.setup.info.query();
  const isInvited =
    invitation !== null &&
    (await api.setup.invitation.query({ token: invitation }).then(
      ({ isOpen }) => isOpen,
      () => false,
    ));
  if (needsInvitation && !isInvited) {
    const action = (
      <Link href="/sign-in" className={buttonClass({ tone: "primary" })}>
        {t("needsInvitation.action")}
      </Link>
    );
    return (
      <div className="py-16">
        <EmptyState level={1} title={t("needsInvitation.title")} action={action}>
          {t("needsInvitation.body")}
        </EmptyState>
      </div>
    );
  }
  const below = (
    <Link href="/sign-in" className="touchable inline-flex items-center underline">
      {t("signIn")}
    </Link>
  );
  return (
    <DoorCard title={t("title")} lead={isInvited ? t("invited") : t("first")} below={below}>
      <RegisterForm admission={{ invitation: isInvited ? invitation : null }} />
    </DoorCard>
  );
}
