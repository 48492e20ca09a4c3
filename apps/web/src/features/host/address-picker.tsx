"use client";

import { Card, Field, inputClass } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { shortAddress } from "../stage/join-info.ts";

export interface AddressChoice {
  readonly all: readonly string[];
  readonly chosen: number;
  readonly choose: (index: number) => void;
}

/** A machine on two networks has two addresses, and only the person in the room knows which one the phones can see. */
export function AddressPicker({ address }: { address: AddressChoice }) {
  const t = useTranslations("host.address");
  if (address.all.length < 2) return null;
  return (
    <Card>
      <Field label={t("label")} hint={t("hint")}>
        {({ id, describedBy }) => (
          <select
            id={id}
            aria-describedby={describedBy}
            value={address.chosen}
            onChange={(event) => address.choose(Number(event.target.value))}
            className={inputClass}
          >
            {address.all.map((url, index) => (
              <option key={url} value={index}>
                {shortAddress(url)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Card>
  );
}
