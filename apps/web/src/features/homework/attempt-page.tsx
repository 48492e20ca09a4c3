"use client";

import type { AttemptView, SubmissionView } from "@pyrena/contracts";
import { Button, buttonClass, Card } from "@pyrena/ui";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Picture } from "../../heap-picture/picture.tsx";
import { FormProblem } from "../auth/form-problem.tsx";
import { AnswerWidget } from "../question/answer-widget.tsx";
import { responseOf } from "../question/draft.ts";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { pictureOf } from "../reveal/picture-of.ts";
import { Why } from "../reveal/why.tsx";
import { useRefusal } from "./refusal.ts";
import { type SaveState, useAttempt } from "./use-attempt.ts";

/** One question of homework: the program, the answer, what is saved, one button; afterwards what became of it. */
export function AttemptPage({ initial }: { initial: AttemptView }) {
  const t = useTranslations("homework.attempt");
  const refusalText = useRefusal();
  const { attempt, draft, save, change, send, isSending, isWaiting, refusal } = useAttempt(initial);
  const { question, submission, purpose, worth } = attempt;
  const isEditing = submission === null && !isSending;
  const response = isEditing ? responseOf(draft, question) : null;
  const percent = Math.round(worth * 100);
  return (
    <form
      className="mx-auto flex w-full max-w-160 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (response !== null) send(response);
      }}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link
          href={`/homework/${attempt.assignmentId}`}
          className="touchable inline-flex items-center text-14 text-muted underline"
        >
          {t("back")}
        </Link>
        <span className="text-14 text-muted">{t("number", { number: attempt.ordinal })}</span>
      </div>
      {purpose === "practice" ? <p className="font-semibold">{t("practice")}</p> : null}
      <p className="text-14 text-muted">
        <PythonLabel question={question} />
      </p>
      <h1 className="text-20 font-semibold">
        <PromptText question={question} />
      </h1>
      <Program question={question} draft={draft} isDisabled={!isEditing} onChange={change} />
      <AnswerWidget question={question} draft={draft} isDisabled={!isEditing} onChange={change} />
      {submission === null ? (
        <div className="flex flex-col gap-2">
          <p role="status" className="min-h-6 text-14 text-muted">
            {isSending ? isWaiting ? t("waiting") : t("sending") : <Saved save={save} />}
          </p>
          {refusal === null ? null : <FormProblem>{refusalText(refusal)}</FormProblem>}
          <Button
            type="submit"
            tone="primary"
            size="large"
            wide
            disabled={response === null}
            busy={isSending}
          >
            {isSending ? t("sending") : t("send")}
          </Button>
          {purpose === "graded" && percent < 100 ? (
            <p className="text-14 font-semibold text-warn">{t("worth", { percent })}</p>
          ) : null}
        </div>
      ) : (
        <Outcome attempt={attempt} submission={submission} />
      )}
    </form>
  );
}

function Saved({ save }: { save: SaveState }) {
  const t = useTranslations("homework.attempt");
  const format = useFormatter();
  switch (save.kind) {
    case "idle":
      return null;
    case "saving":
      return t("saving");
    case "saved":
      return t("saved", { time: format.dateTime(save.at, { timeStyle: "medium" }) });
    case "local":
      return t("unsaved");
    case "other-device":
      return t("otherDevice");
  }
}

/** When it came in, what its time left of it and, as soon as that may be said, right or wrong and why. */
function Outcome({ attempt, submission }: { attempt: AttemptView; submission: SubmissionView }) {
  const t = useTranslations("homework.attempt");
  const words = useTranslations("reveal");
  const format = useFormatter();
  const { outcome, credit, receivedAt } = submission;
  const time = format.dateTime(receivedAt, { dateStyle: "medium", timeStyle: "medium" });
  const picture = outcome === null ? null : pictureOf(outcome.reveal);
  return (
    <div className="flex flex-col gap-6">
      <Card className="flex flex-col gap-2" role="status">
        {outcome === null ? null : <Verdict score={outcome.score} isCorrect={outcome.isCorrect} />}
        <p className="font-semibold text-ok">
          <span aria-hidden="true">✓ </span>
          {credit < 1
            ? t("receivedLate", { time, percent: Math.round(credit * 100) })
            : t("received", { time })}
        </p>
        {outcome === null ? <p className="text-muted">{t("noFeedback")}</p> : null}
      </Card>
      {outcome === null ? null : <Why reveal={outcome.reveal} question={attempt.question} />}
      {picture === null ? null : (
        <section className="flex flex-col gap-3">
          <h2 className="text-20 font-bold">{words("picture")}</h2>
          <Picture picture={picture} />
        </section>
      )}
      <Link
        href={`/homework/${attempt.assignmentId}`}
        className={buttonClass({ tone: "primary", size: "large" })}
      >
        {t("next")}
      </Link>
    </div>
  );
}

function Verdict({ score, isCorrect }: { score: number; isCorrect: boolean }) {
  const t = useTranslations("homework.attempt");
  if (isCorrect) return <Big sign="✓" colour="text-ok" text={t("right")} />;
  if (score > 0) {
    return <Big sign="◐" colour="text-warn" text={t("partly", { percent: Math.round(score * 100) })} />;
  }
  return <Big sign="✕" colour="text-bad" text={t("wrong")} />;
}

function Big({ sign, colour, text }: { sign: string; colour: string; text: string }) {
  return (
    <p className={`text-25 font-bold ${colour}`}>
      <span aria-hidden="true">{`${sign} `}</span>
      {text}
    </p>
  );
}
