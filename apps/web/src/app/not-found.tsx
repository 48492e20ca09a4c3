import { buttonClass, EmptyState } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main className="mx-auto max-w-160 p-6 pt-16">
      <EmptyState
        level={1}
        title={t("title")}
        action={
          <a href="/" className={buttonClass({ tone: "primary" })}>
            {t("action")}
          </a>
        }
      >
        {t("body")}
      </EmptyState>
    </main>
  );
}
