"use client";

import type { PhaseView } from "@pyrena/contracts";
import type { StudentPage } from "@pyrena/live";
import { useTranslations } from "next-intl";
import { PictureFocus } from "../../heap-picture/picture-focus.tsx";
import { Program } from "../question/program.tsx";
import { PromptText, PythonLabel } from "../question/prompt.tsx";
import { ClassHistogram } from "../reveal/class-histogram.tsx";
import { pictureOf } from "../reveal/picture-of.ts";
import { Why } from "../reveal/why.tsx";
import { Reactions } from "./reactions.tsx";
import { ResultCard } from "./result-card.tsx";
import type { StudentRoomHandle } from "./use-student-room.ts";

interface RevealScreenProps {
  readonly current: PhaseView & { phase: "reveal" };
  readonly page: StudentPage;
  readonly handle: StudentRoomHandle;
}

/** How I did, how the class did, why, and the memory itself. */
export function RevealScreen({ current, page, handle }: RevealScreenProps) {
  const t = useTranslations("reveal");
  const { question, reveal, ballots } = current;
  const picture = pictureOf(reveal);
  return (
    <div className="flex flex-col gap-6">
      <ResultCard current={current} self={page.self} />
      <ClassHistogram ballots={ballots} question={question} reveal={reveal} />
      <Why reveal={reveal} question={question} />
      {picture ? (
        <section className="flex flex-col gap-3">
          <h2 className="text-20 font-bold">{t("picture")}</h2>
          <PictureFocus picture={picture} />
        </section>
      ) : null}
      <section className="flex flex-col gap-2">
        <p className="text-14 text-muted">
          <PythonLabel question={question} />
        </p>
        <Program question={question} />
        <p>
          <PromptText question={question} />
        </p>
      </section>
      <Reactions key={current.round.roundId} onReact={handle.react} />
    </div>
  );
}
