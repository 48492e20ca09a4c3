import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { messages, type Namespace } from "./messages.ts";

/** Sends the named namespaces, and no others, to the browser. */
export function WithMessages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const picked = Object.fromEntries(of.map((name) => [name, messages[name]]));
  return (
    <NextIntlClientProvider messages={picked} locale="en">
      {children}
    </NextIntlClientProvider>
  );
}
