import { randomInt } from "node:crypto";
import { CLASS_CODE_LENGTH, PIN_ALPHABET } from "@pyrena/contracts";
import {
  type ClassRow,
  type Database,
  insertClass,
  type NewClass,
  selectOptionalClassByCode,
} from "@pyrena/db";
import type { Context } from "./context.ts";
import { refusal } from "./errors.ts";

/** Its id. */
export async function createClass(db: Database, values: Omit<NewClass, "code">): Promise<string> {
  for (;;) {
    const id = await insertClass(db, { ...values, code: randomClassCode() });
    if (id !== null) return id;
  }
}

export function randomClassCode(): string {
  return Array.from({ length: CLASS_CODE_LENGTH }, () => PIN_ALPHABET[randomInt(PIN_ALPHABET.length)]).join(
    "",
  );
}

/** Wrong codes are throttled as wrong PINs are; a right one is let through even then. */
export async function classByCode(ctx: Context, code: string): Promise<ClassRow> {
  const retryAfterSeconds = ctx.wrongPins.retryAfter(ctx.clientAddress);
  const found = await selectOptionalClassByCode(ctx.db, code);
  if (found !== null) return found;
  if (retryAfterSeconds > 0) throw refusal("too-many-attempts", { retryAfterSeconds });
  ctx.wrongPins.fail(ctx.clientAddress);
  throw refusal("class-not-found");
}
