"use client";

import { type LiveRefusal, projectorFrameSchema } from "@pyrena/contracts";
import { Button, ErrorState, Skeleton, ThemeSwitch } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { useReducer } from "react";
import { LinkBar } from "../live/link-bar.tsx";
import { parseFrame } from "../live/parse-frame.ts";
import { useLiveConnection } from "../live/use-live-connection.ts";
import { Stage } from "../stage/stage.tsx";
import { useJoinUrl } from "../stage/use-join-url.ts";
import { initialProjector, reduceProjector } from "./projector-state.ts";

interface ProjectorPageProps {
  readonly roomId: string;
  readonly token: string;
  readonly joinUrl: string | null;
}

/** The room on the wall: base size 28, its own theme, nothing to press but that. */
export function ProjectorPage({ roomId, token, joinUrl }: ProjectorPageProps) {
  const t = useTranslations();
  const [state, dispatch] = useReducer(reduceProjector, initialProjector);
  const { view, link, clock, refusal } = state;
  const address = useJoinUrl(joinUrl);
  useLiveConnection({
    audience: "projector",
    room: roomId,
    token,
    version: state.version,
    onFrame: (raw) =>
      parseFrame(
        projectorFrameSchema,
        raw,
        (frame) => dispatch({ type: "frame", frame }),
        (refusal) => dispatch({ type: "link", link: "refused", refusal }),
      ),
    onStatus: (next, code) => dispatch({ type: "link", link: next, refusal: code }),
    onClock: (next) => dispatch({ type: "clock", clock: next }),
  });

  return (
    <div style={{ "--scale": 1.75 }} className="flex min-h-dvh flex-col text-16">
      <LinkBar link={link} />
      <main className="flex grow flex-col p-6">
        {link === "refused" ? <ProjectorGone refusal={refusal} /> : null}
        {link !== "refused" && view ? <Stage view={view} clock={clock} joinUrl={address} /> : null}
        {link !== "refused" && !view ? <Skeleton className="h-96" label={t("projector.loading")} /> : null}
      </main>
      <footer
        style={{ "--scale": 1 }}
        className="absolute right-2 bottom-2 opacity-0 focus-within:opacity-100 hover:opacity-100"
      >
        <ThemeSwitch
          storageKey="pyrena.theme.projector"
          legend={t("common.theme.legend")}
          labels={{
            system: t("common.theme.system"),
            light: t("common.theme.light"),
            dark: t("common.theme.dark"),
          }}
        />
      </footer>
    </div>
  );
}

function ProjectorGone({ refusal }: { refusal: LiveRefusal | null }) {
  const t = useTranslations("projector.gone");
  if (refusal === "protocol-mismatch") {
    return (
      <ErrorState
        level={1}
        title={t("reload.title")}
        action={
          <Button tone="primary" onClick={() => location.reload()}>
            {t("reload.action")}
          </Button>
        }
      >
        {t("reload.body")}
      </ErrorState>
    );
  }
  const reason = refusal === "room-ended" ? "ended" : "revoked";
  return (
    <ErrorState level={1} title={t(`${reason}.title`)}>
      {t(`${reason}.body`)}
    </ErrorState>
  );
}
