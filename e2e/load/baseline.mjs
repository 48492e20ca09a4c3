import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { io } from "socket.io-client";

const SERVER = fileURLToPath(new URL("baseline-server.mjs", import.meta.url));

/** The same number of clients, the same payload, the same rounds, with bare Socket.IO; milliseconds from emit to receipt. */
export async function measureBaseline({ size, rounds, payload }) {
  const child = fork(SERVER);
  const { port } = await new Promise((resolve) => child.once("message", resolve));
  const sockets = Array.from({ length: size }, () =>
    io(`http://127.0.0.1:${port}`, { transports: ["websocket"], forceNew: true }),
  );
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once("connect", resolve))));
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    const received = sockets.map(
      (socket) =>
        new Promise((resolve) =>
          socket.once("frame", ({ serverTime }) => resolve(samples.push(Date.now() - serverTime))),
        ),
    );
    child.send({ payload });
    await Promise.all(received);
  }
  for (const socket of sockets) socket.disconnect();
  child.disconnect();
  return samples;
}
