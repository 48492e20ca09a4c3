/** An uncaught exception as CPython prints it.   [mirrors Python/traceback.c, Lib/traceback.py] */

import type { Position } from "../compiler/code.ts";
import { decref } from "../memory/refcount.ts";
import { strText } from "../objects/abstract.ts";
import { clearException } from "../objects/errors.ts";
import { isException, type PyException } from "../objects/exception-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import type { PyTraceback } from "../objects/traceback-object.ts";

const causeText = "\nThe above exception was the direct cause of the following exception:\n\n";
const contextText = "\nDuring handling of the above exception, another exception occurred:\n\n";
/** A line of a traceback is shown so often; then it is only counted. */
const maxRepeats = 3;

export function formatException(rt: Runtime, exception: PyObject): string {
  const saved = rt.thread.exception;
  rt.thread.exception = null;
  const parts = isException(exception) ? chained(rt, exception, new Set()) : "";
  rt.thread.exception = saved;
  return parts;
}

function chained(rt: Runtime, exception: PyException, seen: Set<PyObject>): string {
  seen.add(exception);
  const { cause, context, suppressContext } = exception.payload;
  let before = "";
  if (cause !== null && isException(cause) && !seen.has(cause)) before = chained(rt, cause, seen) + causeText;
  else if (context !== null && isException(context) && !suppressContext && !seen.has(context))
    before = chained(rt, context, seen) + contextText;
  const traceback = exception.payload.traceback as PyTraceback | null;
  const trace = traceback === null ? "" : `Traceback (most recent call last):\n${entries(rt, traceback)}`;
  return `${before}${trace}${summaryOf(rt, exception)}\n${notes(rt, exception)}`;
}

/** `Type: message`, the last line. */
export function summaryOf(rt: Runtime, exception: PyObject): string {
  const type = exception.type.payload;
  const isLocal = type.module === "builtins" || type.module === "__main__";
  const shown = isLocal ? type.qualname : `${type.module}.${type.qualname}`;
  const message = strText(rt, exception);
  clearException(rt);
  if (message === null) return `${shown}: <exception str() failed>`;
  return message === "" ? shown : `${shown}: ${message}`;
}

function entries(rt: Runtime, first: PyTraceback): string {
  let out = "";
  let last = "";
  let repeats = 0;
  for (let at: PyTraceback | null = first; at !== null; at = at.payload.next as PyTraceback | null) {
    const entry = entryText(rt, at);
    repeats = entry === last ? repeats + 1 : 1;
    if (repeats <= maxRepeats) out += entry;
    last = entry;
    const next = at.payload.next as PyTraceback | null;
    const ends = next === null || entryText(rt, next) !== entry;
    if (ends && repeats > maxRepeats) {
      const more = repeats - maxRepeats;
      out += `  [Previous line repeated ${more} more time${more === 1 ? "" : "s"}]\n`;
    }
  }
  return out;
}

function entryText(rt: Runtime, traceback: PyTraceback): string {
  const { activation, lineno, lasti } = traceback.payload;
  const unit = activation.unit;
  const head = `  File "${unit.filename}", line ${lineno}, in ${unit.name}\n`;
  if (unit.filename.startsWith("<")) return head;
  const line = unit.source.split("\n")[lineno - 1];
  if (line === undefined || line.trim() === "") return head;
  const carets = rt.profile.tracebacksPointAtColumns ? caretLine(line, unit.positions[lasti]) : "";
  return `${head}    ${line.trim()}\n${carets}`;
}

/** Carets under the instruction's expression, unless it is the whole line. */
function caretLine(line: string, position: Position | undefined): string {
  if (position === undefined || position.lineno === 0) return "";
  const indent = line.length - line.trimStart().length;
  const text = line.trimEnd();
  const start = position.colOffset - indent;
  const end = (position.endLineno === position.lineno ? position.endColOffset : text.length) - indent;
  if (start < 0 || end <= start || (start === 0 && end >= text.length - indent)) return "";
  return `    ${" ".repeat(start)}${"^".repeat(end - start)}\n`;
}

function notes(rt: Runtime, exception: PyException): string {
  const dict = exception.attrs?.dict ?? null;
  if (dict === null) return "";
  const getattro = exception.type.payload.slots.getattro;
  const name = rt.intern("__notes__");
  const list = getattro?.(rt, exception, name) ?? null;
  decref(rt, name);
  clearException(rt);
  if (list === null) return "";
  const items = list.type === rt.types.list ? (list as PyObject<{ items: PyObject[] }>).payload.items : [];
  const lines = items.map((note) => `${strText(rt, note) ?? ""}\n`);
  decref(rt, list);
  return lines.join("");
}
