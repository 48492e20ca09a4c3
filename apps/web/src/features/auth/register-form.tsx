"use client";

import { Button, TextInput } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { type ApiProblem, problemOf } from "../../trpc/problem.ts";
import { FormProblem } from "./form-problem.tsx";
import { signIn } from "./request.ts";

type Field = "name" | "email" | "password";

/** Makes the account and signs in with it. `invitation` is null for the first instructor of a server. */
export function RegisterForm({ invitation }: { invitation: string | null }) {
  const t = useTranslations("auth.register");
  const errors = useTranslations("auth.errors");
  const trpc = useTRPC();
  const register = useMutation(trpc.setup.register.mutationOptions());
  const [values, setValues] = useState<Record<Field, string>>({ name: "", email: "", password: "" });
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({});
  const [isLeaving, setLeaving] = useState(false);
  const change = (field: Field) => (event: { target: { value: string } }) =>
    setValues((old) => ({ ...old, [field]: event.target.value }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = check(values, errors);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    const email = values.email.trim();
    const input = { name: values.name.trim(), email, password: values.password };
    try {
      await register.mutateAsync(invitation === null ? input : { ...input, invitation });
    } catch {
      return;
    }
    setLeaving(true);
    await signIn(email, values.password);
    location.assign("/decks");
  };

  const isBusy = register.isPending || isLeaving;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <TextInput
        label={t("name")}
        autoComplete="name"
        value={values.name}
        error={wrong.name}
        onChange={change("name")}
      />
      <TextInput
        label={t("email")}
        type="email"
        autoComplete="username"
        value={values.email}
        error={wrong.email}
        onChange={change("email")}
      />
      <TextInput
        label={t("password")}
        type="password"
        autoComplete="new-password"
        hint={t("passwordHint")}
        value={values.password}
        error={wrong.password}
        onChange={change("password")}
      />
      {register.error ? <FormProblem>{errors(sentenceFor(problemOf(register.error)))}</FormProblem> : null}
      <Button type="submit" tone="primary" size="large" wide busy={isBusy}>
        {isBusy ? t("busy") : t("submit")}
      </Button>
    </form>
  );
}

const MIN_PASSWORD = 10;

function check(
  { name, email, password }: Record<Field, string>,
  t: ReturnType<typeof useTranslations<"auth.errors">>,
): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  if (name.trim() === "") found.name = t("emptyName");
  if (email.trim() === "") found.email = t("emptyEmail");
  else if (!/^\S+@\S+\.\S+$/.test(email.trim())) found.email = t("badEmail");
  if (password.length < MIN_PASSWORD) found.password = t("shortPassword");
  return found;
}

function sentenceFor({ code }: ApiProblem) {
  switch (code) {
    case "email-taken":
      return "emailTaken";
    case "invitation-required":
    case "invitation-invalid":
      return "invitation";
    case "too-many-attempts":
      return "tooMany";
    case "unreachable":
      return "unreachable";
    default:
      return "unknown";
  }
}
