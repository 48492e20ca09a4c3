import { ToastProvider } from "@pyrena/ui";
import type { ReactNode } from "react";
import { DeskHeader } from "../../features/shell/desk-header.tsx";
import { deskNamespaces } from "../../i18n/messages.ts";
import { WithMessages } from "../../i18n/with-messages.tsx";
import { ApiProvider } from "../../trpc/client.tsx";

/** The instructor's desk: everything that is not live. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <WithMessages of={deskNamespaces}>
      <ApiProvider>
        <ToastProvider>
          <DeskHeader />
          <main className="mx-auto w-full max-w-320 px-4 py-6 md:px-8 md:py-8">{children}</main>
        </ToastProvider>
      </ApiProvider>
    </WithMessages>
  );
}
