"use client";

import type { PhaseView } from "@pyrena/contracts";
import { Card } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { answerState } from "./student-state.ts";
import type { StudentRoomHandle } from "./use-student-room.ts";
import { YourAnswer } from "./your-answer.tsx";

interface DiscussScreenProps {
  readonly current: PhaseView & { phase: "discuss" };
  readonly handle: StudentRoomHandle;
}

/** Between the two votes: people talk, the page only keeps the question in sight. */
export function DiscussScreen({ current, handle }: DiscussScreenProps) {
  const t = useTranslations("play.discuss");
  const { question } = current;
  const answer = answerState(handle.state);
  return (
    <div className="flex flex-col gap-4">
      <Card className="flex flex-col gap-2">
        <h1 className="text-20 font-bold">{t("title")}</h1>
        <p>{t("body")}</p>
        {answer.kind === "saved" ? (
          <YourAnswer response={answer.response} question={question} label={t("yours")} />
        ) : null}
      </Card>
      <p className="text-14 text-muted">
        <PythonLabel question={question} />
      </p>
      <Program question={question} />
      <p className="text-16">
        <PromptText question={question} />
      </p>
    </div>
  );
}
