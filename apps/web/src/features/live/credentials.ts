/**
 * What this browser keeps to be the same person in the same room after a reload, a dropped network or a new tab.
 * Light on purpose: the join page loads it before anything else.
 */
export interface StoredCredential {
  readonly roomId: string;
  readonly pin: string;
  readonly participantId: string;
  readonly nickname: string;
  readonly token: string;
  readonly joinedAt: number;
}

const KEY = "pyrena.rooms";
/** A shared computer collects rooms; older ones are forgotten. */
const KEEP = 20;

/** Storage may be refused (private windows, full disks); then this page's own memory has to do. */
let fallback: StoredCredential[] = [];

export function readCredential(roomId: string): StoredCredential | null {
  return readAll().find((entry) => entry.roomId === roomId) ?? null;
}

export function readCredentialByPin(pin: string): StoredCredential | null {
  return readAll().find((entry) => entry.pin === pin) ?? null;
}

export function keepCredential(credential: StoredCredential): void {
  const others = readAll().filter((entry) => entry.roomId !== credential.roomId);
  writeAll([credential, ...others].slice(0, KEEP));
}

export function forgetCredential(roomId: string): void {
  writeAll(readAll().filter((entry) => entry.roomId !== roomId));
}

function readAll(): StoredCredential[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(parsed) ? parsed.filter(isCredential) : [];
  } catch {
    return fallback;
  }
}

function writeAll(entries: StoredCredential[]): void {
  fallback = entries;
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // Kept in memory above; a reload then asks for the name again.
  }
}

function isCredential(value: unknown): value is StoredCredential {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Record<string, unknown>;
  return ["roomId", "pin", "participantId", "nickname", "token"].every(
    (name) => typeof fields[name] === "string",
  );
}
