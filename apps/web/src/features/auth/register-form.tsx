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

/** What admits: an instructor's invitation, which the first of a server needs none of, or the code of a class. */
export type Admission = { readonly invitation: string | null } | { readonly classCode: string };

/** Makes the account and signs in with it. */
export function RegisterForm({ admission }: { admission: Admission }) {
  const t = useTranslations("auth.register");
  const errors = useTranslations("auth.errors");
  const trpc = useTRPC();
  const asInstructor = useMutation(trpc.setup.register.mutationOptions());
  const asStudent = useMutation(trpc.class.register.mutationOptions());
  const register = "classCode" in admission ? asStudent : asInstructor;
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
    const person = { name: values.name.trim(), email, password: values.password };
    try {
      if ("classCode" in admission) await asStudent.mutateAsync({ ...person, code: admission.classCode });
      else if (admission.invitation === null) await asInstructor.mutateAsync(person);
      else await asInstructor.mutateAsync({ ...person, invitation: admission.invitation });
    } catch {
      return;
    }
    setLeaving(true);
    await signIn(email, values.password);
    location.assign("classCode" in admission ? "/classes" : "/decks");
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
