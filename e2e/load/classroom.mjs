import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { call } from "./server.mjs";

const JOINS_AT_ONCE = 20;
const HANDSHAKES_AT_ONCE = 100;

/** Students and their teacher: real Socket.IO clients, all in this process. */
export async function seatClass(origin, { roomId, pin, cookie }, size) {
  const credentials = await inBatches(size, JOINS_AT_ONCE, (index) =>
    call(origin, "room.join", { pin, nickname: `Student ${index}` }),
  );
  const connectOne = ({ token }) => connect(origin, { audience: "student", room: roomId, token });
  const students = await inBatches(size, HANDSHAKES_AT_ONCE, (index) => connectOne(credentials[index]));
  const host = await connect(origin, { audience: "host", room: roomId }, cookie);
  return { students, host, entryIds: host.deck.map(({ entryId }) => entryId) };
}

async function inBatches(size, batch, make) {
  const made = [];
  for (let from = 0; from < size; from += batch) {
    const indices = Array.from({ length: Math.min(batch, size - from) }, (_, offset) => from + offset);
    made.push(...(await Promise.all(indices.map(make))));
  }
  return made;
}

/** Resolves with the first frames; `client.on` is called with every later one. */
export function connect(origin, auth, cookie) {
  const socket = io(`${origin}/live`, {
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    auth: { protocol: 1, ...auth },
    extraHeaders: { origin, ...(cookie === undefined ? {} : { cookie }) },
  });
  const client = {
    socket,
    version: 0,
    current: null,
    counts: null,
    deck: [],
    frames: 0,
    on: () => undefined,
  };
  socket.on("frame", (frame) => {
    client.version = frame.version;
    client.frames += 1;
    client.counts = frame.counts ?? frame.room?.counts ?? frame.view?.counts ?? client.counts;
    client.deck = frame.view?.deck ?? client.deck;
    client.current = frame.room?.current ?? frame.view?.current ?? client.current;
    client.on(frame);
  });
  return new Promise((resolve, reject) => {
    socket.once("frame", () => resolve(client));
    socket.once("connect_error", (error) => reject(new Error(error.data?.code ?? error.message)));
  });
}

export function ask(client, request) {
  return client.socket.timeout(30_000).emitWithAck("request", request);
}

/** The host's command, and how long each student waited for what it changed, counted from the host's tap. */
export async function command(host, students, request) {
  const tapped = performance.now();
  const sent = [];
  const arrivals = Promise.all(
    students.map(
      (student) =>
        new Promise((resolve) => {
          student.on = (frame) => {
            if (frame.room === undefined) return;
            sent.push(Date.now() - frame.serverTime);
            student.on = () => undefined;
            resolve(performance.now() - tapped);
          };
        }),
    ),
  );
  const ack = await ask(host, { version: host.version, ...request });
  if (!ack.ok) throw new Error(`${request.type}: ${ack.code}`);
  const fromTap = await arrivals;
  while (host.version < ack.version) await new Promise((resolve) => setImmediate(resolve));
  return { fromTap, fromServer: sent };
}

/** Everybody answers the open question, spread over so many milliseconds; the wait of each for the ack. */
export async function answerAll(students, overMs) {
  return Promise.all(students.map((student, index) => answerOne(student, index, Math.random() * overMs)));
}

async function answerOne(student, index, afterMs) {
  if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
  const { round, question } = student.current;
  const started = performance.now();
  const ack = await ask(student, {
    type: "answer",
    answerId: randomUUID(),
    roundId: round.roundId,
    ballot: round.ballot,
    response: responseFor(question.input, index),
  });
  return { ok: ack.ok, code: ack.code, ms: performance.now() - started };
}

/** Some answer that fits the widget; which one depends on who gives it. */
export function responseFor(input, index) {
  switch (input.widget) {
    case "number":
      return { widget: "number", value: index % 5 };
    case "true-false":
      return {
        widget: "true-false",
        values: Object.fromEntries(input.rows.map((row) => [row.id, index % 2 === 0])),
      };
    case "multi":
      return {
        widget: "multi",
        chosen: input.options.filter((_, at) => (index >> at) % 2 === 0).map(({ id }) => id),
      };
    case "choice":
      return { widget: "choice", chosen: input.options[index % input.options.length].id };
    case "line":
      return { widget: "line", line: input.lines[index % input.lines.length] };
    case "text-lines":
      return { widget: "text-lines", lines: [String(index % 5)] };
  }
}
