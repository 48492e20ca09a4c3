/**
 * What `traceback` asks of the interpreter: where an instruction is, and how a frame is shown.
 * [mirrors StackSummary.format_frame_summary and _extract_caret_anchors_from_line_segment of Lib/traceback.py]
 */
import { newRef } from "../memory/refcount.ts";
import { isException } from "../objects/exception-object.ts";
import { type CodeData, type PyObject, type Runtime, Unsupported } from "../objects/object.ts";
import { isStr, text } from "../objects/str-object.ts";
import { method, oneArg } from "../objects/typespec.ts";
import type { Expr, Stmt } from "../parser/ast.ts";
import { parseModule } from "../parser/parser.ts";
import { reportedLine, summaryLine } from "../vm/traceback-text.ts";
import type { ModuleSpec } from "./modulespec.ts";

/** (lineno, end_lineno, colno, end_colno) of an instruction; the columns from 3.11. */
function where(rt: Runtime, _self: PyObject, args: readonly PyObject[]): PyObject {
  const { unit } = (args[0] as PyObject<CodeData>).payload;
  const at = unit.positions[Number((args[1] as PyObject<number>).payload) / 2];
  const numbers = [at?.lineno, at?.endLineno, at?.colOffset, at?.endColOffset];
  const known = rt.profile.tracebackShowsColumns ? 4 : 1;
  return rt.newTuple(numbers.map((n, i) => (n === undefined || i >= known ? newRef(rt.none) : rt.newInt(n))));
}

interface Shown {
  /** The whole line. */
  readonly line: string;
  readonly start: number;
  readonly end: number;
  readonly isOneLine: boolean;
}

interface Anchors {
  readonly left: number;
  readonly right: number;
}

/** The line of carets under what failed, or "". Offsets are characters. */
function carets(rt: Runtime, args: readonly PyObject[]): string {
  const [lineObject, colno, endColno, lineno, endLineno] = args as [
    PyObject,
    PyObject,
    PyObject,
    PyObject,
    PyObject,
  ];
  if (colno === rt.none || endColno === rt.none) return "";
  const line = text(lineObject);
  const [start, end] = [columnOf(line, colno), columnOf(line, endColno)];
  const isOneLine = (lineno as PyObject<number>).payload === (endLineno as PyObject<number>).payload;
  if (/[\u1100-\uffff]/.test(line)) throw new Unsupported("carets under characters of double width");
  if (rt.profile.tracebackMarksCalls) {
    if (!isOneLine) throw new Unsupported("a traceback of an expression of several lines");
    return marked(rt, { line, start, end, isOneLine });
  }
  return markedBefore313(rt, { line, start, end: isOneLine ? end : line.trimEnd().length, isOneLine });
}

function columnOf(line: string, column: PyObject): number {
  return characters(line, Number((column as PyObject<number>).payload));
}

/** A column of UTF-8 bytes as one of characters. */
function characters(line: string, column: number): number {
  let rest = column;
  let count = 0;
  for (const character of line) {
    if (rest <= 0) break;
    rest -= utf8Bytes(character);
    count += character.length;
  }
  return count;
}

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function markedBefore313(rt: Runtime, { line, start, end, isOneLine }: Shown): string {
  const segment = line.slice(start, end);
  const body = isOneLine ? statementOf(rt, segment) : null;
  const anchors = body?.type === "Expr" ? anchorsOf(rt, body.value, segment) : null;
  const isShown = end - start < line.trim().length || (anchors !== null && anchors.right > anchors.left);
  return isShown ? row(line, start, end, anchors) : "";
}

function marked(rt: Runtime, { line, start, end }: Shown): string {
  const segment = line.slice(start, end);
  const body = statementOf(rt, `(\n${segment}\n)`);
  const anchors = body?.type === "Expr" ? anchorsOf(rt, body.value, segment) : null;
  const indent = line.length - line.trimStart().length;
  const whole = statementOf(rt, line.trim());
  if (whole === null && line.trim() === "") return "";
  // `return f(...)` and `x = f(...)` would be marked as a whole: not at all then.
  const value =
    whole?.type === "Return" && whole.value?.type === "Call" && whole.value.func.type === "Name"
      ? whole.value
      : whole?.type === "Assign" &&
          whole.value.type === "Call" &&
          whole.targets.length === 1 &&
          whole.targets[0]?.type === "Name"
        ? whole.value
        : null;
  if (value !== null && value.colOffset === start - indent && value.endColOffset === end - indent) return "";
  const isShown = anchors !== null || line.slice(indent, start) !== "" || line.slice(end).trim() !== "";
  return isShown ? row(line, start, end, anchors) : "";
}

function row(line: string, start: number, end: number, anchors: Anchors | null): string {
  const indent = line.length - line.trimStart().length;
  const length = end - start;
  const marks =
    anchors === null
      ? "^".repeat(length)
      : "~".repeat(anchors.left) +
        "^".repeat(anchors.right - anchors.left) +
        "~".repeat(Math.max(0, length - anchors.right));
  return `    ${" ".repeat(start - indent)}${marks}\n`;
}

function statementOf(rt: Runtime, source: string): Stmt | null {
  const parsed = parseModule(source, rt.profile.version);
  return parsed.ok && parsed.module.body.length === 1 ? (parsed.module.body[0] ?? null) : null;
}

/** Where in the segment the operator or the brackets are. */
function anchorsOf(rt: Runtime, e: Expr, segment: string): Anchors | null {
  if (e.type === "BinOp") {
    let left = characters(segment, e.left.endColOffset);
    while (left < segment.length && /[\s)]/.test(segment[left] ?? "")) left += 1;
    const next = segment[left + 1] ?? " ";
    const isDouble = left + 1 < characters(segment, e.right.colOffset) && !/[\s\\#]/.test(next);
    return { left, right: left + (isDouble ? 2 : 1) };
  }
  if (e.type === "Subscript") {
    const left = segment.indexOf("[", characters(segment, e.value.endColOffset));
    return left < 0 ? null : { left, right: segment.length };
  }
  if (e.type !== "Call" || !rt.profile.tracebackMarksCalls) return null;
  const left = segment.indexOf("(", characters(segment, e.func.endColOffset));
  return left < 0 ? null : { left, right: segment.length };
}

export const tracebackCModule: ModuleSpec = {
  name: "_traceback",
  functions: [
    method("_where", where, { min: 2, max: 2 }),
    method("_carets", (rt, _self, args) => rt.newStr(carets(rt, args)), { min: 5, max: 5 }),
    method(
      "_line",
      (rt, _self, args) => {
        const [filename, lineno] = args as [PyObject, PyObject<number>];
        const name = text(filename);
        return rt.newStr(name.startsWith("<") ? "" : rt.sourceLine(name, Number(lineno.payload)));
      },
      { min: 2, max: 2 },
    ),
    oneArg("_summary", (rt, _self, o) => {
      if (!isException(o)) return rt.newStr("NoneType: None");
      const hasSuggestions = rt.profile.tracebackSuggests;
      return rt.newStr(hasSuggestions ? reportedLine(rt, o) : summaryLine(rt, o));
    }),
    oneArg("_refuse", (_rt, _self, what) => {
      throw new Unsupported(isStr(what) ? text(what) : "traceback");
    }),
  ],
};
