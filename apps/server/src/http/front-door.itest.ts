import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { joinRoom, openRoom } from "../testing/test-room.ts";
import { TestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
}, 120_000);
afterAll(() => server.close());

const JSON_TYPE = { "content-type": "application/json" };

function post(path: string, headers: Record<string, string>, body: string): Promise<Response> {
  return fetch(`${server.origin}${path}`, { method: "POST", headers: { ...JSON_TYPE, ...headers }, body });
}

/** A request that fetch would not send: with any header, and a body that need not be finished. */
function rawPost(path: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = server;
    const outgoing = request({ host: "127.0.0.1", port, path, method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    outgoing.write(body);
  });
}

describe("/healthz", () => {
  test("is 200 while every part answers and says which", async () => {
    const response = await fetch(`${server.origin}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, database: true, pages: true, sockets: true });
  });
});

describe("Origin", () => {
  const body = JSON.stringify({ json: { pin: "NOROOM", nickname: "Eve" } });

  test("of a foreign page is refused on every non-GET, API and auth alike", async () => {
    for (const origin of [
      "https://evil.example",
      "null",
      "http://localhost:1",
      `${server.origin}.evil.example`,
    ]) {
      for (const path of ["/api/trpc/room.join", "/api/auth/sign-in/email", "/anything"]) {
        const response = await post(path, { origin }, body);
        expect([path, response.status]).toEqual([path, 403]);
        expect(await response.json()).toMatchObject({ code: "origin-not-allowed" });
      }
    }
  });

  test("of our own page is let through", async () => {
    const response = await post("/api/trpc/room.join", { origin: server.origin }, body);
    expect(await response.text()).toContain("room-not-found");
  });
});

describe("bodies", () => {
  test("of 10 MB are refused, and the room next door notices nothing", async () => {
    const room = await openRoom(server);
    const huge = post("/api/trpc/room.join", { origin: server.origin }, "x".repeat(10_000_000));
    const joined = await joinRoom(server, room.pin, "Ana");
    expect(joined.nickname).toBe("Ana");
    expect((await huge).status).toBe(413);
  });

  test("that announce 10 MB are refused before they are read", async () => {
    const headers = { ...JSON_TYPE, origin: server.origin, "content-length": "10000000" };
    expect(await rawPost("/api/trpc/room.join", headers, "x")).toBe(413);
  });

  test("without a length are refused", async () => {
    const headers = { ...JSON_TYPE, origin: server.origin, "transfer-encoding": "chunked" };
    expect(await rawPost("/api/trpc/room.join", headers, "x")).toBe(411);
  });
});

describe("/metrics", () => {
  test("is for this machine", async () => {
    const response = await fetch(`${server.origin}/metrics`);
    expect(await response.text()).toContain("pyrena_live_connections");
  });

  test("is refused to anybody whom a proxy on this machine forwards", async () => {
    const response = await fetch(`${server.origin}/metrics`, {
      headers: { "x-forwarded-for": "192.168.1.9" },
    });
    expect(response.status).toBe(403);
  });
});

test("wrong PINs are throttled per address, and a right one from there still works", async () => {
  const room = await openRoom(server);
  const from = { origin: server.origin, "x-forwarded-for": "1.2.3.4, 192.168.1.77" };
  const guess = () =>
    post("/api/trpc/room.join", from, JSON.stringify({ json: { pin: "AAAAAA", nickname: "Eve" } }));
  const answers: string[] = [];
  for (let attempt = 0; attempt < 70; attempt += 1) answers.push(await (await guess()).text());
  expect(answers[0]).toContain("room-not-found");
  expect(answers.at(-1)).toContain("too-many-attempts");
  const right = await post(
    "/api/trpc/room.join",
    from,
    JSON.stringify({ json: { pin: room.pin, nickname: "Ana" } }),
  );
  expect(right.status).toBe(200);
});
