"use client";

import type { PhaseView } from "@pyrena/contracts";
import { Button } from "@pyrena/ui";
import { useTranslations } from "next-intl";
import { AnswerWidget } from "../question/answer-widget.tsx";
import { ConfidenceTap } from "../question/confidence.tsx";
import { draftOf, emptyDraft, responseOf } from "../question/draft.ts";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { AnswerStatus } from "./answer-status.tsx";
import { belongsTo } from "./outbox.ts";
import { answerState } from "./student-state.ts";
import type { StudentRoomHandle } from "./use-student-room.ts";

interface OpenScreenProps {
  readonly current: PhaseView & { phase: "open" };
  readonly handle: StudentRoomHandle;
}

/** The program, the question, the answer, one button. */
export function OpenScreen({ current, handle }: OpenScreenProps) {
  const t = useTranslations("play");
  const { state } = handle;
  const { question, round } = current;
  const answer = answerState(state);
  const isEditing = answer.kind === "editing";
  const kept = belongsTo(state.kept, round) ? state.kept : null;
  const draft = "response" in answer ? draftOf(answer.response) : (kept?.draft ?? emptyDraft(question.input));
  const confidence = "confidence" in answer ? answer.confidence : (kept?.confidence ?? null);
  const response = isEditing ? responseOf(draft, question) : null;
  const settings = state.page?.room.settings;

  return (
    <form
      // What gets the focus must not hide behind the bar with the button.
      className="flex grow flex-col gap-3 [&_input]:scroll-mb-48 [&_textarea]:scroll-mb-48 [&_button]:scroll-mb-48"
      onSubmit={(event) => {
        event.preventDefault();
        if (response) handle.send(response, confidence);
      }}
    >
      <p className="text-14 text-muted">
        <PythonLabel question={question} />
      </p>
      <h1 className="text-20 font-semibold">
        <PromptText question={question} />
      </h1>
      <Program
        question={question}
        draft={draft}
        isDisabled={!isEditing}
        onChange={(next) => handle.draft(next, confidence)}
      />
      <AnswerWidget
        question={question}
        draft={draft}
        isDisabled={!isEditing}
        onChange={(next) => handle.draft(next, confidence)}
      />
      {settings?.asksConfidence ? (
        <ConfidenceTap
          value={confidence}
          isDisabled={!isEditing}
          onChange={(next) => handle.draft(draft, next)}
        />
      ) : null}
      <div className="sticky bottom-0 z-20 -mx-4 mt-auto flex flex-col gap-2 border-t border-line bg-bg px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <AnswerStatus answer={answer} link={state.link} counts={state.page?.room.counts} />
        {isEditing ? (
          <Button type="submit" tone="primary" size="large" wide disabled={!response}>
            {t("send")}
          </Button>
        ) : null}
        {isEditing && state.isChanging ? <p className="text-14 text-muted">{t("keepOld")}</p> : null}
        {answer.kind === "saved" && settings?.answersMayChange ? (
          <Button
            wide
            onClick={() => {
              handle.change();
              // Digits would be appended to the old number; everything else is changed where it stands.
              handle.draft(draft.widget === "number" ? emptyDraft(question.input) : draft, confidence);
            }}
          >
            {t("change")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
