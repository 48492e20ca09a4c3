import type { ReactNode } from "react";
import { WithMessages } from "../../i18n/with-messages.tsx";

/** Live pages: no frame around them, the room is the page. */
export default function LiveLayout({ children }: { children: ReactNode }) {
  return (
    <WithMessages of={["common", "play", "question", "reveal", "picture", "host", "projector"]}>
      {children}
    </WithMessages>
  );
}
