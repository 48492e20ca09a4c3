"use client";

import { type ClassRole, classRoleSchema, classRoles, type RosterEntry } from "@pyrena/contracts";
import { inputClass, TextInput, useToast } from "@pyrena/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { ConfirmButton } from "../confirm/confirm-button.tsx";

interface RosterProps {
  readonly classId: string;
  readonly initial: readonly RosterEntry[];
  readonly isInstructor: boolean;
}

/** Everybody in the class; instructors set roles and remove people. */
export function Roster({ classId, initial, isInstructor }: RosterProps) {
  const t = useTranslations("classes.roster");
  const page = useTranslations("classes.page");
  const trpc = useTRPC();
  const client = useQueryClient();
  const toast = useToast();
  const query = trpc.class.roster.queryOptions({ classId });
  const { data: people = [...initial] } = useQuery({ ...query, initialData: [...initial] });
  const outcome = {
    onError: () => toast(page("failed"), "bad"),
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
  };
  const setRole = useMutation(trpc.class.setRole.mutationOptions(outcome));
  const remove = useMutation(trpc.class.remove.mutationOptions(outcome));
  const [find, setFind] = useState("");
  const wanted = find.trim().toLocaleLowerCase();
  const shown = people.filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase().includes(wanted));

  return (
    <div className="flex flex-col gap-3">
      {people.length > 12 ? (
        <div className="max-w-80">
          <TextInput label={t("find")} value={find} onChange={(event) => setFind(event.target.value)} />
        </div>
      ) : null}
      <ul aria-label={t("label")} className="divide-y divide-line rounded-box border border-line bg-surface">
        {shown.map((person) => (
          <li key={person.userId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <span className="min-w-0 grow basis-60">
              <span className="block font-semibold break-words">{person.name}</span>
              <span className="block text-14 break-words text-muted">{person.email}</span>
            </span>
            <Person
              person={person}
              isInstructor={isInstructor}
              onRole={(role) => setRole.mutate({ classId, userId: person.userId, role })}
              onRemove={() => remove.mutate({ classId, userId: person.userId })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PersonProps {
  readonly person: RosterEntry;
  readonly isInstructor: boolean;
  readonly onRole: (role: ClassRole) => void;
  readonly onRemove: () => void;
}

function Person({ person, isInstructor, onRole, onRemove }: PersonProps) {
  const t = useTranslations("classes.roster");
  const roles = useTranslations("classes.role");
  if (!isInstructor || person.role === "instructor") {
    return <span className="text-14 text-muted">{roles(person.role)}</span>;
  }
  const words = {
    title: t("removeSure.title", { name: person.name }),
    body: t("removeSure.body"),
    confirm: t("removeSure.confirm"),
    cancel: t("removeSure.cancel"),
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <select
        aria-label={t("roleOf", { name: person.name })}
        value={person.role}
        onChange={(event) => onRole(classRoleSchema.parse(event.target.value))}
        className={`${inputClass} w-auto`}
      >
        {classRoles.map((role) => (
          <option key={role} value={role}>
            {roles(role)}
          </option>
        ))}
      </select>
      <ConfirmButton
        label={t("remove")}
        fullLabel={t("removeLabel", { name: person.name })}
        words={words}
        isBusy={false}
        onConfirm={onRemove}
      />
    </div>
  );
}
