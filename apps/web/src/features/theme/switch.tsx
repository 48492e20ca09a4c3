import { ThemeSwitch } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";
import { THEME_KEY } from "./key.ts";

/** The theme switch with its words; a server component, so that the words cost no JavaScript. */
export async function ThemeChoice() {
  const t = await getTranslations("common.theme");
  return (
    <ThemeSwitch
      storageKey={THEME_KEY}
      legend={t("legend")}
      labels={{ system: t("system"), light: t("light"), dark: t("dark") }}
    />
  );
}
