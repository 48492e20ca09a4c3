"use client";

import { Button, TextInput } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormProblem } from "./form-problem.tsx";
import { type AuthProblem, safeNext, signIn } from "./request.ts";

/** `next`: the page that sent you here; you go back to it. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations("auth.signIn");
  const errors = useTranslations("auth.errors");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState<"email" | "password" | null>(null);
  const [problem, setProblem] = useState<AuthProblem | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const empty = email.trim() === "" ? "email" : password === "" ? "password" : null;
    setMissing(empty);
    setProblem(null);
    if (empty !== null) return;
    setBusy(true);
    const outcome = await signIn(email.trim(), password);
    if (outcome.ok) return location.assign(safeNext(next));
    setBusy(false);
    setProblem(outcome.code);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <TextInput
        label={t("email")}
        type="email"
        autoComplete="username"
        value={email}
        error={missing === "email" ? errors("emptyEmail") : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextInput
        label={t("password")}
        type="password"
        autoComplete="current-password"
        value={password}
        error={missing === "password" ? errors("emptyPassword") : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      {problem === null ? null : <FormProblem>{errors(sentences[problem])}</FormProblem>}
      <Button type="submit" tone="primary" size="large" wide busy={isBusy}>
        {isBusy ? t("busy") : t("submit")}
      </Button>
    </form>
  );
}

const sentences = {
  wrong: "wrong",
  "foreign-origin": "foreignOrigin",
  "too-many": "tooMany",
  unreachable: "unreachable",
  unknown: "unknown",
} as const satisfies Record<AuthProblem, string>;
