import type { BallotResults, RoundResults } from "@pyrena/contracts";
import { Badge, Bar } from "@pyrena/ui";
import { getTranslations } from "next-intl/server";

/** More answers than these are a list, not a picture. */
const MOST_BARS = 6;

/** One question: how many were right, and what the others said. */
export async function QuestionResults({ round }: { round: RoundResults }) {
  const t = await getTranslations("results");
  const last = round.ballots.at(-1);
  const first = round.ballots.length > 1 ? round.ballots[0] : undefined;
  return (
    <li className="flex flex-col gap-3 rounded-box border border-line bg-surface p-4">
      <div className="flex items-baseline gap-2">
        <span className="font-mono text-14 text-muted">{round.ordinal}</span>
        <h3 className="min-w-0 grow font-semibold break-words">{round.title}</h3>
        {round.isVoided ? <Badge tone="warn">⊘ {t("void")}</Badge> : null}
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2 text-14">
        <span className="text-muted">{t("answer")}</span>
        <code className="min-w-0 font-mono text-16 font-bold break-words whitespace-pre-wrap">
          {round.answerText ?? t("notRevealed")}
        </code>
      </p>
      {last && last.answered > 0 ? <Ballot ballot={last} /> : <p className="text-muted">{t("noAnswers")}</p>}
      {first ? (
        <p className="text-14 text-muted">
          {t("firstVote", { correct: first.correct, answered: first.answered })}
        </p>
      ) : null}
    </li>
  );
}

async function Ballot({ ballot }: { ballot: BallotResults }) {
  const t = await getTranslations("results");
  const { answered, correct, medianTimeMs, buckets } = ballot;
  const shown = [...buckets].sort((a, b) => b.count - a.count).slice(0, MOST_BARS);
  const longest = Math.max(1, ...shown.map((bucket) => bucket.count));
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="tabular text-14 font-medium">
          {t("right", { correct, answered })}
          {medianTimeMs === null ? null : (
            <span className="font-normal text-muted"> · {t("median", { seconds: medianTimeMs / 1000 })}</span>
          )}
        </p>
        <Bar share={correct / answered} label={t("bar", { correct, answered })} fill="bg-ok" />
      </div>
      <ul className="grid grid-cols-[fit-content(45%)_1fr_auto] gap-x-2 gap-y-1">
        {shown.map((bucket) => (
          <li key={bucket.id} className="col-span-full grid grid-cols-subgrid items-center text-14">
            <span className="truncate text-right font-mono" title={bucket.label}>
              {bucket.label}
            </span>
            <Bar
              share={bucket.count / longest}
              label={`${bucket.label}: ${bucket.count}`}
              fill={bucket.isCorrect ? "bg-ok" : "bg-muted"}
            />
            <span className="tabular min-w-6 font-mono font-bold">
              {bucket.count}
              {bucket.isCorrect ? <span className="text-ok"> ✓</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
