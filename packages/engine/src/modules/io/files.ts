/**
 * The files of a run: they exist in memory only, begin with the program itself, and end with it.
 * SIMPLIFIED: one flat folder by full path, no permissions, no links.
 */
import { putUtf8 } from "../../objects/codec.ts";
import type { Runtime } from "../../objects/object.ts";

const filesOf = new WeakMap<Runtime, Map<string, string>>();

/** Contents as binary text, by path. */
export function files(rt: Runtime): Map<string, string> {
  let known = filesOf.get(rt);
  if (known === undefined) {
    known = new Map();
    if (rt.script !== null) known.set(rt.script.filename, utf8Text(rt.script.source));
    filesOf.set(rt, known);
  }
  return known;
}

/** A text as its UTF-8 bytes, one character each. */
function utf8Text(source: string): string {
  const bytes: number[] = [];
  for (const c of source) putUtf8(bytes, c.codePointAt(0) ?? 0);
  return bytes.map((byte) => String.fromCharCode(byte)).join("");
}
