import type { ClassProgress, ConceptProgress, ItemProgress, SuggestedRule } from "@pyrena/contracts";
import { analyseItems, type Mastery, mastery, SMALLEST_GROUP, wilson } from "@pyrena/coursework";
import { type EvidenceRow, selectEvidence, selectRoster } from "@pyrena/db";
import { misconception } from "@pyrena/puzzles/grading";
import type { Context } from "./context.ts";

/** What the class understands, from its students' first tries in homework and rooms. */
export async function classProgress(ctx: Pick<Context, "db">, classId: string): Promise<ClassProgress> {
  const evidence = await selectEvidence(ctx.db, classId);
  const observed = evidence.map(({ userId, topic, score }) => ({ studentId: userId, concept: topic, score }));
  const concepts = mastery(observed).sort((a, b) => a.classMean - b.classMean);
  const students = (await selectRoster(ctx.db, classId)).filter(({ role }) => role === "student");
  return {
    concepts: concepts.map((one) => conceptProgress(one, evidence)),
    students: students.map(({ userId, name }) => ({
      ...{ userId, name },
      answers: evidence.filter((row) => row.userId === userId).length,
      mastery: concepts.map((one) => one.students.get(userId) ?? null),
    })),
    items: itemProgress(evidence),
  };
}

function conceptProgress({ concept, students }: Mastery, evidence: readonly EvidenceRow[]): ConceptProgress {
  const scores = evidence.filter(({ topic }) => topic === concept).map(({ score }) => score);
  return {
    concept,
    studentsAnswered: students.size,
    share: students.size < SMALLEST_GROUP ? null : shareOf(scores),
  };
}

/** Items that were asked more than once count a student's first answer ever. */
function itemProgress(evidence: readonly EvidenceRow[]): ItemProgress[] {
  const items = new Map<string, Map<string, EvidenceRow>>();
  for (const row of evidence) {
    const own = items.get(row.itemId) ?? new Map<string, EvidenceRow>();
    if (!own.has(row.userId)) own.set(row.userId, row);
    items.set(row.itemId, own);
  }
  const students = [...new Set(evidence.map(({ userId }) => userId))];
  const columns = [...items.values()];
  const analysis = analyseItems(students.map((id) => columns.map((column) => column.get(id)?.score ?? null)));
  return [...items].map(([itemId, byStudent], n): ItemProgress => {
    const rows = [...byStudent.values()];
    const newest = rows.at(-1);
    return {
      itemId,
      title: newest?.title ?? "",
      topic: newest?.topic ?? "",
      answered: rows.length,
      correct: rows.filter(({ isCorrect }) => isCorrect).length,
      share: rows.length < SMALLEST_GROUP ? null : shareOf(rows.map(({ score }) => score)),
      discrimination: analysis[n]?.discrimination ?? null,
      suggests: suggestedRules(rows),
    };
  });
}

function shareOf(scores: readonly number[]) {
  return wilson(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  );
}

function suggestedRules(rows: readonly EvidenceRow[]): SuggestedRule[] {
  const counts = new Map<string, number>();
  for (const id of rows.flatMap(({ suggests }) => suggests)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, answers]) => ({ id, title: misconception(id).title, answers }))
    .sort((a, b) => b.answers - a.answers || (a.id < b.id ? -1 : 1));
}
