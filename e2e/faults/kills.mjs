/**
 * Kills the server with `kill -9` at random moments while a class answers: `node e2e/faults/kills.mjs [times] [students]`, after
 * `npm run build`. Nothing that was acknowledged may be missing afterwards, and nobody may be counted twice.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask, responseFor, seatClass } from "../load/classroom.mjs";
import { openDemoRoom, startServer } from "../load/server.mjs";

/** Answers arrive over this long; the kill falls somewhere into it. */
const WINDOW_MS = 400;

export async function killRepeatedly({ server, room, size, times, restart }) {
  const { students, host, entryIds } = await seatClass(server.origin, room, size);
  const totals = { kills: 0, acknowledged: 0, resent: 0, lost: 0, doubled: 0 };
  for (let kill = 0; kill < times; kill += 1) {
    const entryId = entryIds[kill % entryIds.length];
    await give(host, { type: "open", entryId });
    await until(() => students.every((student) => student.current?.phase === "open"));
    const sent = students.map((student, index) => answerOnce(student, index));
    await sleep(Math.random() * WINDOW_MS);
    await restart();
    totals.kills += 1;
    const first = await Promise.all(sent);
    await settle(host, students, first, totals);
    for (const type of ["close", "reveal", "scoreboard"]) await give(host, { type });
  }
  for (const client of [...students, host]) client.socket.disconnect();
  return totals;
}

async function answerOnce(student, index) {
  await sleep(Math.random() * WINDOW_MS);
  const { round, question } = student.current;
  const response = responseFor(question.input, index);
  const request = {
    type: "answer",
    answerId: randomUUID(),
    roundId: round.roundId,
    ballot: round.ballot,
    response,
  };
  const isAcknowledged = await ask(student, request).then(
    (ack) => ack.ok,
    () => false,
  );
  return { request, isAcknowledged };
}

/** Each page sends again what was not acknowledged, as it does after every reconnect; then everything is compared. */
async function settle(host, students, first, totals) {
  for (const [index, { request, isAcknowledged }] of first.entries()) {
    if (isAcknowledged) totals.acknowledged += 1;
    else totals.resent += 1;
    const again = await persist(students[index], request);
    // A stored answer acknowledges its own id again and refuses every other.
    if (!again.ok) totals.lost += 1;
    const other = await persist(students[index], { ...request, answerId: randomUUID() });
    if (other.code !== "already-answered") totals.lost += 1;
  }
  const { participants } = await persist(host, { type: "roster" });
  const answered = participants.filter(({ hasAnswered }) => hasAnswered).length;
  if (answered < first.length) totals.lost += first.length - answered;
  await until(() => host.counts?.answered === undefined || host.counts.answered <= first.length);
  if ((host.counts?.answered ?? 0) > first.length) totals.doubled += host.counts.answered - first.length;
}

/** Asks until somebody answers. */
async function persist(client, request) {
  for (;;) {
    const ack = await ask(client, request).catch(() => null);
    if (ack !== null && ack.code !== "unavailable" && ack.code !== "rate-limited") return ack;
    await sleep(50);
  }
}

/** A host's command with the version of its newest page. */
async function give(host, request) {
  const ack = await persist(host, { version: host.version, ...request });
  if (!ack.ok) throw new Error(`${request.type}: ${ack.code}`);
  await until(() => host.version >= ack.version);
}

async function until(condition) {
  while (!condition()) await sleep(5);
}

if (process.argv[1] === import.meta.filename) {
  const [times, size] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 40)];
  const dataFolder = await mkdtemp(join(tmpdir(), "pyrena-faults-"));
  const demoPassword = "a password of the fault test";
  const start = { port: Number(process.env.PORT ?? 4_151), dataFolder };
  let server = await startServer({ ...start, demoPassword });
  const restart = async () => {
    await server.kill("SIGKILL");
    server = await startServer(start);
  };
  try {
    const room = await openDemoRoom(server.origin, demoPassword);
    const totals = await killRepeatedly({ server, room, size, times, restart });
    console.log(JSON.stringify(totals));
    process.exitCode = totals.lost + totals.doubled === 0 ? 0 : 1;
  } finally {
    await server.kill("SIGTERM");
    await rm(dataFolder, { recursive: true, force: true });
  }
}
