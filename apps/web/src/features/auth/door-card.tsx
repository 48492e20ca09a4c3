import { Card } from "@pyrena/ui";
import type { ReactNode } from "react";

/** The one card in the middle of a page that lets somebody in. */
export function DoorCard({
  title,
  lead,
  children,
  below,
}: {
  title: string;
  lead: string;
  children: ReactNode;
  below: ReactNode;
}) {
  return (
    <div className="mx-auto flex w-full max-w-112 flex-col gap-6 py-8 md:py-16">
      <div className="flex flex-col gap-2">
        <h1 className="text-31 font-bold">{title}</h1>
        <p className="text-muted">{lead}</p>
      </div>
      <Card className="p-6">{children}</Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14 text-muted">{below}</div>
    </div>
  );
}
