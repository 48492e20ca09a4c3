import { measureBaseline } from "./baseline.mjs";
import { answerAll, ask, command, seatClass } from "./classroom.mjs";
import { figures } from "./figures.mjs";

const ROUNDS = 8;

/** Plays a room with `size` students and returns the rows of the table. `restart` replaces the server with `kill -9`. */
export async function measure(origin, room, size, restart) {
  const started = performance.now();
  const { students, host, entryIds } = await seatClass(origin, room, size);
  const rows = [single(`${size} students join and connect`, performance.now() - started)];
  const { fromTap, fromServer, spread, burst } = await playRounds(host, students, entryIds);
  const payload = { type: "room", version: 1, room: { current: students[0].current } };
  const bare = figures(await measureBaseline({ size, rounds: ROUNDS, payload }));
  const ours = figures(fromServer);
  const times = (ours.p99 / Math.max(1, bare.p99)).toFixed(2);
  rows.push(
    { what: "question reaches a student, from the host's tap", bar: "p99 ≤ 60 ms", ...figures(fromTap) },
    {
      what: "question reaches a student, from the server's emit",
      bar: "≤ 1.5 × bare",
      ...ours,
      note: `${times} × bare`,
    },
    { what: "the same broadcast with bare Socket.IO", ...bare },
    {
      what: "answer acknowledged, spread over 1 s",
      bar: "p99 ≤ 100 ms",
      ...latencies(spread),
      note: refusals(spread),
    },
    {
      what: "answer acknowledged, all at once",
      bar: "p99 ≤ 300 ms",
      ...latencies(burst),
      note: refusals(burst),
    },
  );
  if (restart !== undefined)
    rows.push(...(await measureRestart({ host, students, entryId: entryIds[0], restart })));
  for (const client of [...students, host]) client.socket.disconnect();
  return rows;
}

async function playRounds(host, students, entryIds) {
  const all = { fromTap: [], fromServer: [], spread: [], burst: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const entryId = entryIds[round % entryIds.length];
    const opened = await command(host, students, { type: "open", entryId });
    all.fromTap.push(...opened.fromTap);
    all.fromServer.push(...opened.fromServer);
    if (round % 2 === 0) all.spread.push(...(await answerAll(students, 1_000)));
    else all.burst.push(...(await answerAll(students, 0)));
    for (const type of ["close", "reveal", "scoreboard"]) await command(host, students, { type });
  }
  return all;
}

/** Kills the server with half of the class's answers acknowledged, and counts them again after the restart. */
async function measureRestart({ host, students, entryId, restart }) {
  await command(host, students, { type: "open", entryId });
  const half = students.slice(0, Math.floor(students.length / 2));
  const acknowledged = (await answerAll(half, 0)).filter(({ ok }) => ok).length;
  const back = students.map((student) => comesBack(student));
  const hostBack = comesBack(host);
  const { healthyAt } = await restart();
  const times = await Promise.all(back);
  await hostBack;
  const roster = await ask(host, { type: "roster" });
  const kept = roster.participants.filter(({ hasAnswered }) => hasAnswered).length;
  const lost = acknowledged - kept;
  return [
    {
      what: "back with state after kill -9, from the first 200 of /healthz",
      bar: "≤ 3 s",
      ...figures(times.map((at) => Math.max(0, at - healthyAt))),
      note: `${acknowledged} acknowledged, ${lost} lost`,
    },
  ];
}

function comesBack(client) {
  return new Promise((resolve) => {
    client.socket.once("disconnect", () => {
      client.on = () => {
        client.on = () => undefined;
        resolve(performance.now());
      };
    });
  });
}

const single = (what, ms) => ({ what, ...figures([ms]) });
const latencies = (answers) => figures(answers.filter(({ ok }) => ok).map(({ ms }) => ms));

function refusals(answers) {
  const refused = answers.filter(({ ok }) => !ok);
  return refused.length === 0 ? "none refused" : `${refused.length} refused: ${refused[0].code}`;
}
