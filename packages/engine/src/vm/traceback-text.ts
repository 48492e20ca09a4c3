/** An exception as CPython prints it when nobody caught it.   [mirrors Python/traceback.c, Lib/traceback.py] */
import { reprText, strText } from "../objects/abstract.ts";
import { dictGetText } from "../objects/dict.ts";
import { clearException } from "../objects/errors.ts";
import { isException, type PyException } from "../objects/exception-object.ts";
import { listItems } from "../objects/list-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import type { PyTraceback } from "../objects/traceback-object.ts";
import { typeName } from "../objects/type-lookup.ts";
import { suggestionFor } from "./suggestions.ts";

/** Source texts by file name, for the lines a traceback shows. */
export type SourceLookup = (filename: string) => string | undefined;

const causeText = "\nThe above exception was the direct cause of the following exception:\n\n";
const contextText = "\nDuring handling of the above exception, another exception occurred:\n\n";

/** The whole report with what led to the exception, ending in a newline. */
export function tracebackText(rt: Runtime, exception: PyObject, sources: SourceLookup): string {
  return report(rt, exception, sources, new Set());
}

function report(rt: Runtime, o: PyObject, sources: SourceLookup, seen: Set<PyObject>): string {
  if (!isException(o)) return `${typeName(o.type)}\n`;
  seen.add(o);
  const { cause, context, suppressContext } = o.payload;
  let before = "";
  if (cause !== null && !seen.has(cause)) before = report(rt, cause, sources, seen) + causeText;
  else if (context !== null && !suppressContext && !seen.has(context))
    before = report(rt, context, sources, seen) + contextText;
  return before + frames(o, sources) + summary(rt, o) + notes(rt, o);
}

function frames(exception: PyException, sources: SourceLookup): string {
  let text = "";
  for (
    let o: PyObject | null = exception.payload.traceback;
    o !== null;
    o = (o as PyTraceback).payload.next
  ) {
    const { activation, lineno } = (o as PyTraceback).payload;
    const { filename, name, lineOffset } = activation.unit;
    const line = sources(filename)?.split("\n")[lineno - 1]?.trim();
    text += `  File "${filename}", line ${lineno - lineOffset}, in ${name}\n`;
    if (line !== undefined && line !== "") text += `    ${line}\n`;
  }
  return text === "" ? "" : `Traceback (most recent call last):\n${text}`;
}

/** `Type: message`, and a newline. */
function summary(rt: Runtime, exception: PyException): string {
  return `${reportedLine(rt, exception)}\n`;
}

/** `Type: message`, and what may have been meant. */
export function reportedLine(rt: Runtime, exception: PyException): string {
  return summaryLine(rt, exception) + suggestionFor(rt, exception);
}

/** `Type: message`; without a message the type alone. Classes of other modules are shown with their module. */
export function summaryLine(rt: Runtime, exception: PyException): string {
  const type = exception.type.payload;
  const module = moduleOf(exception);
  const name = module === "builtins" || module === "__main__" ? type.qualname : `${module}.${type.qualname}`;
  const message = strText(rt, exception);
  if (message === null) clearException(rt);
  const shown = message ?? "<exception str() failed>";
  return shown === "" ? name : `${name}: ${shown}`;
}

function moduleOf(exception: PyException): string {
  const dict = exception.type.payload.dict;
  const module =
    exception.type.payload.heap === null || dict === null ? null : dictGetText(dict, "__module__");
  const payload = module?.payload as { text?: string } | undefined;
  return payload?.text ?? exception.type.payload.module;
}

function notes(rt: Runtime, exception: PyException): string {
  const dict = exception.attrs?.dict ?? null;
  const list = dict === null ? null : dictGetText(dict, "__notes__");
  if (list === null || list.type !== rt.types.list) return "";
  let text = "";
  for (const note of listItems(list)) text += `${strText(rt, note) ?? reprText(rt, note) ?? ""}\n`;
  return text;
}
