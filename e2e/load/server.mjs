import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url));

/** The built server as a process of its own, without pages: the live room is what is measured. */
export async function startServer({ port, dataFolder, demoPassword }) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_FOLDER: dataFolder,
    AUTH_SECRET: "a secret of the load test, never of an installation",
    LOG_LEVEL: "error",
    ...(demoPassword === undefined ? {} : { DEMO_PASSWORD: demoPassword }),
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "inherit", "inherit"] });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await isHealthy(origin))) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}`);
    await sleep(25);
  }
  return { origin, child, kill: (signal) => ended(child, signal) };
}

async function isHealthy(origin) {
  try {
    const response = await fetch(`${origin}/healthz`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function ended(child, signal) {
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill(signal);
  });
}

/** A tRPC call as a page makes it. */
export async function call(origin, procedure, input, cookie = "") {
  const response = await fetch(`${origin}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin, cookie },
    body: JSON.stringify({ json: input }),
  });
  if (!response.ok) throw new Error(`${procedure}: ${await response.text()}`);
  return (await response.json()).result.data.json;
}

export async function query(origin, procedure, input, cookie = "") {
  const url = `${origin}/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  const response = await fetch(url, { headers: { cookie } });
  if (!response.ok) throw new Error(`${procedure}: ${await response.text()}`);
  return (await response.json()).result.data.json;
}

export async function signIn(origin, email, password) {
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`sign-in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

/** A room opened from the demo deck, as its instructor opens it. */
export async function openDemoRoom(origin, password) {
  const cookie = await signIn(origin, "demo@pyrena.example", password);
  const [deck] = await query(origin, "deck.list", undefined, cookie);
  const { roomId, pin } = await call(origin, "room.open", { deckId: deck.id }, cookie);
  return { roomId, pin, cookie };
}
