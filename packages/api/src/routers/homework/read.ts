import type { HomeworkDetail, HomeworkItem, HomeworkState, HomeworkSummary } from "@pyrena/contracts";
import { creditTimeline, endOf, showsFeedback, type Terms, worthNow } from "@pyrena/coursework";
import {
  type AccommodationRow,
  type AssignmentItemRow,
  type AssignmentRow,
  type AttemptRow,
  type ClassRow,
  selectAccommodations,
  selectAssignmentItems,
  selectAssignments,
  selectAttempts,
  selectOptionalSitting,
} from "@pyrena/db";
import { randomFrom, shuffled } from "@pyrena/puzzles/grading";
import type { Context } from "../../context.ts";
import {
  classEnd,
  creditOf,
  dateOrNull,
  itemScores,
  type ScoredAnswer,
  scoreOf,
  termsOf,
} from "../../homework.ts";
import { assignmentStudentProcedure, classStudentProcedure } from "../../trpc.ts";

/** The caller's homework in this class. */
export const list = classStudentProcedure.query(async ({ ctx }): Promise<HomeworkSummary[]> => {
  const assignments = await selectAssignments(ctx.db, ctx.class.id);
  const records = await selectAccommodations(ctx.db, ctx.class.id);
  const summaries: HomeworkSummary[] = [];
  for (const assignment of assignments) {
    summaries.push(summary(await readHomework(ctx, ctx.class, assignment, records)));
  }
  return summaries;
});

/** One assignment, as the caller has it. Looking does not start a time limit: `start` does. */
export const get = assignmentStudentProcedure.query(async ({ ctx }): Promise<HomeworkDetail> => {
  const records = await selectAccommodations(ctx.db, ctx.class.id);
  const read = await readHomework(ctx, ctx.class, ctx.assignment, records);
  const { terms, sitting, now, items } = read;
  const end = endOf(terms, { startedAt: sitting?.startedAt.getTime() ?? null });
  const isHidden = terms.opensAt !== null && now < terms.opensAt;
  return {
    ...summary(read),
    classId: ctx.class.id,
    description: ctx.assignment.description,
    policy: ctx.assignment.policy,
    credit: creditTimeline(terms).map(({ until, credit }) => ({ until: dateOrNull(until), credit })),
    endsAt: dateOrNull(end),
    timeLimitMinutes: terms.timeLimitMs === null ? null : terms.timeLimitMs / 60_000,
    startedAt: sitting?.startedAt ?? null,
    now: new Date(now),
    entries: isHidden ? [] : inOwnOrder(read).map((item) => entry(read, item, items)),
  };
});

/** Everything stored about one student's homework. */
interface Homework {
  readonly assignment: AssignmentRow;
  readonly items: readonly AssignmentItemRow[];
  readonly attempts: readonly AttemptRow[];
  readonly sitting: { readonly seed: string; readonly startedAt: Date } | null;
  readonly terms: Terms;
  readonly showsScores: boolean;
  readonly now: number;
}

type StudentContext = Pick<Context, "db" | "now"> & { readonly user: { readonly id: string } };

async function readHomework(
  { db, user, now }: StudentContext,
  own: ClassRow,
  assignment: AssignmentRow,
  records: readonly AccommodationRow[],
): Promise<Homework> {
  const terms = termsOf(assignment, own.timeZone, user.id, records);
  return {
    assignment,
    terms,
    items: await selectAssignmentItems(db, [assignment.id]),
    attempts: await selectAttempts(db, assignment.id, user.id),
    sitting: await selectOptionalSitting(db, { assignmentId: assignment.id, userId: user.id }),
    showsScores: showsFeedback(terms, classEnd(assignment, own, records), now()),
    now: now(),
  };
}

function summary({ assignment, items, attempts, terms, showsScores, now }: Homework): HomeworkSummary {
  const answers = answersOf(attempts);
  return {
    id: assignment.id,
    title: assignment.title,
    state: stateOf(terms, now),
    opensAt: dateOrNull(terms.opensAt),
    dueAt: dateOrNull(terms.dueAt),
    closesAt: dateOrNull(terms.closesAt),
    timeZone: terms.timeZone,
    items: items.length,
    answered: new Set(answers.map(({ assignmentItemId }) => assignmentItemId)).size,
    score: showsScores ? scoreOf(terms, items, answers) : null,
  };
}

function entry(
  { terms, attempts, showsScores, now }: Homework,
  item: AssignmentItemRow,
  items: readonly AssignmentItemRow[],
): HomeworkItem {
  const own = attempts.filter(
    ({ assignmentItemId, purpose }) => assignmentItemId === item.id && purpose === "graded",
  );
  return {
    id: item.id,
    title: item.draft.title,
    kind: item.draft.kind,
    weight: item.weight,
    maxAttempts: terms.maxAttempts,
    attempts: own.map(({ id, ordinal, submission }) => ({
      ...{ id, ordinal },
      isOpen: submission === null,
      score:
        submission === null || !showsScores
          ? null
          : submission.score * creditOf(terms, submission.receivedAt),
    })),
    score: showsScores ? (itemScores(terms, items, answersOf(attempts)).get(item.id) ?? null) : null,
    nextWorth: worthNow(terms, own.filter(({ submission }) => submission !== null).length, now),
  };
}

function answersOf(attempts: readonly AttemptRow[]): ScoredAnswer[] {
  return attempts
    .flatMap(({ assignmentItemId, purpose, submission }) =>
      submission === null || purpose !== "graded"
        ? []
        : [{ assignmentItemId, receivedAt: submission.receivedAt, score: submission.score }],
    )
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

/** The student's own order, once they have begun, where the assignment shuffles. */
function inOwnOrder({ assignment, items, sitting }: Homework): readonly AssignmentItemRow[] {
  if (!assignment.policy.shuffles || sitting === null) return items;
  return shuffled([...items], randomFrom(`${sitting.seed} order`));
}

function stateOf(terms: Terms, now: number): HomeworkState {
  if (terms.isExcused) return "excused";
  if (terms.opensAt !== null && now < terms.opensAt) return "not-open";
  if (terms.closesAt !== null && now > terms.closesAt) return "closed";
  return terms.dueAt !== null && now > terms.dueAt ? "late" : "open";
}
