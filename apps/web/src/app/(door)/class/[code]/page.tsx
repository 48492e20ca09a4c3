import { buttonClass, EmptyState } from "@pyrena/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DoorCard } from "../../../../features/auth/door-card.tsx";
import { RegisterForm } from "../../../../features/auth/register-form.tsx";
import { JoinAs } from "../../../../features/classes/join-as.tsx";
import { problemOf } from "../../../../trpc/problem.ts";
import { serverApi } from "../../../../trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("classes.join");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const [{ code }, t, api] = await Promise.all([params, getTranslations("classes.door"), serverApi()]);
  const own = await api.class.lookup.query({ code }).catch((error: unknown) => {
    const problem = problemOf(error).code;
    if (problem === "class-not-found" || problem === "too-many-attempts") return null;
    throw error;
  });
  if (own === null) {
    const action = (
      <Link href="/" className={buttonClass({ tone: "primary" })}>
        {t("notFound.action")}
      </Link>
    );
    return (
      <div className="py-16">
        <EmptyState level={1} title={t("notFound.title")} action={action}>
          {t("notFound.body")}
        </EmptyState>
      </div>
    );
  }
  const me = await api.setup.whoami.query();
  const signIn = (
    <Link
      href={`/sign-in?next=${encodeURIComponent(`/class/${code}`)}`}
      className="touchable inline-flex items-center underline"
    >
      {t("haveAccount")}
    </Link>
  );
  return (
    <DoorCard
      title={t("title", { name: own.name })}
      lead={me === null ? t("lead") : t("signedIn", { name: me.name })}
      below={me === null ? signIn : null}
    >
      {me === null ? <RegisterForm admission={{ classCode: code }} /> : <JoinAs code={code} name={me.name} />}
    </DoorCard>
  );
}
