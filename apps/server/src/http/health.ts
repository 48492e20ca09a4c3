import type { DatabaseClient } from "@pyrena/db";

export interface Health {
  readonly ok: boolean;
  readonly database: boolean;
  readonly pages: boolean;
  readonly sockets: boolean;
}

export interface HealthOptions {
  readonly pool: DatabaseClient["pool"];
  /** Asks the pages for something; undefined where this server has none. */
  readonly pages: (() => Promise<boolean>) | undefined;
  /** This server's own loopback address. */
  readonly origin: () => string;
}

const TIMEOUT_MS = 2_000;
/** However often somebody asks, the parts are asked at most twice a second. */
const FRESH_MS = 500;

/** Each part is asked for real: a row, a page, a Socket.IO session. */
export function createHealth(options: HealthOptions): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | null = null;
  return () => {
    const now = Date.now();
    if (last !== null && now - last.at <= FRESH_MS) return last.health;
    const asked = { at: now, health: check(options) };
    last = asked;
    // Only good news is kept: whoever waits for a start hears of it at once.
    void asked.health.then(({ ok }) => {
      if (!ok && last === asked) last = null;
    });
    return asked.health;
  };
}

async function check({ pool, pages, origin }: HealthOptions): Promise<Health> {
  const [database, arePagesUp, sockets] = await Promise.all([
    answers(pool.query("select 1").then(() => true)),
    answers(pages === undefined ? Promise.resolve(true) : pages()),
    answers(openSession(origin())),
  ]);
  return { ok: database && arePagesUp && sockets, database, pages: arePagesUp, sockets };
}

async function answers(part: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), TIMEOUT_MS).unref());
  return Promise.race([part.catch(() => false), late]);
}

/** Opens an Engine.IO session by polling and closes it again, so that health checks leave none behind. */
async function openSession(origin: string): Promise<boolean> {
  const url = `${origin}/socket.io/?EIO=4&transport=polling`;
  const opened = await fetch(url);
  const [, sid] = /"sid":"([^"]+)"/.exec(await opened.text()) ?? [];
  if (!opened.ok || sid === undefined) return false;
  const closed = await fetch(`${url}&sid=${encodeURIComponent(sid)}`, {
    method: "POST",
    body: "1",
    headers: { origin },
  });
  await closed.text();
  return true;
}
