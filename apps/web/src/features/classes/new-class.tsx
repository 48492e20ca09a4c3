"use client";

import { type PythonVersion, pythonVersionSchema, pythonVersions } from "@pyrena/contracts";
import { Button, Dialog, Field, inputClass, TextInput } from "@pyrena/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { problemOf } from "../../trpc/problem.ts";

/** Makes a class on the clock of this browser, unless another is chosen. */
export function NewClass() {
  const t = useTranslations("classes.new");
  const common = useTranslations("common");
  const router = useRouter();
  const create = useMutation(useTRPC().class.create.mutationOptions());
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [timeZone, setTimeZone] = useState("UTC");
  const [python, setPython] = useState<PythonVersion>("3.13");
  const [error, setError] = useState<string | undefined>();

  const open = () => {
    // Known in the browser only, so it is asked when somebody wants it and not while rendering.
    setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
    setOpen(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setError(t("empty"));
    setError(undefined);
    create.mutate(
      { name: name.trim(), timeZone, python },
      {
        onSuccess: ({ classId }) => router.push(`/classes/${classId}`),
        onError: (cause) =>
          setError(problemOf(cause).code === "time-zone-unknown" ? t("zoneUnknown") : t("failed")),
      },
    );
  };

  return (
    <>
      <Button tone="primary" onClick={open}>
        {t("open")}
      </Button>
      <Dialog isOpen={isOpen} title={t("title")} closeLabel={common("close")} onClose={() => setOpen(false)}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <TextInput
            label={t("name")}
            value={name}
            maxLength={120}
            error={error}
            onChange={(event) => setName(event.target.value)}
          />
          <Field label={t("timeZone")} hint={t("timeZoneHint")}>
            {({ id, describedBy }) => (
              <select
                id={id}
                aria-describedby={describedBy}
                value={timeZone}
                onChange={(event) => setTimeZone(event.target.value)}
                className={inputClass}
              >
                {zonesWith(timeZone).map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t("python")}>
            {({ id }) => (
              <select
                id={id}
                value={python}
                onChange={(event) => setPython(pythonVersionSchema.parse(event.target.value))}
                className={inputClass}
              >
                {pythonVersions.map((version) => (
                  <option key={version}>{version}</option>
                ))}
              </select>
            )}
          </Field>
          <Button
            type="submit"
            tone="primary"
            busy={create.isPending || create.isSuccess}
            className="self-end"
          >
            {t("create")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

/** The browser's list, which may lack the zone it is in itself, and always lacks UTC. */
function zonesWith(zone: string): readonly string[] {
  return [...new Set(["UTC", zone, ...Intl.supportedValuesOf("timeZone")])];
}
