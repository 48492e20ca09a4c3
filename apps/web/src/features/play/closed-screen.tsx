"use client";

import type { PhaseView } from "@pyrena/contracts";
import { Card } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { AnswerStatus } from "./answer-status.tsx";
import { answerState } from "./student-state.ts";
import type { StudentRoomHandle } from "./use-student-room.ts";
import { YourAnswer } from "./your-answer.tsx";

interface ClosedScreenProps {
  readonly current: PhaseView & { phase: "closed" };
  readonly handle: StudentRoomHandle;
}

/** Time is up; what arrived is said honestly. */
export function ClosedScreen({ current, handle }: ClosedScreenProps) {
  const t = useTranslations("play.closed");
  const { question } = current;
  const answer = answerState(handle.state);
  return (
    <div className="flex flex-col gap-4">
      <Card className="flex flex-col gap-2">
        <h1 className="text-20 font-bold">{t("title")}</h1>
        <p>{answer.kind === "saved" ? t("saved") : answer.kind === "sending" ? t("waiting") : t("none")}</p>
        {answer.kind === "refused" ? <AnswerStatus answer={answer} link={handle.state.link} /> : null}
        {answer.kind === "saved" ? <YourAnswer response={answer.response} question={question} /> : null}
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
