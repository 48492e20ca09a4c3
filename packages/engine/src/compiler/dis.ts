/** A stable listing of a code object, for tests and for looking.   [mirrors Lib/dis.py] */
import type { CodeConstant, CodeUnit } from "./code.ts";
import { jumpOps, Op, opNames } from "./opcodes.ts";

export function disassemble(code: CodeUnit): string {
  const lines = [`${code.qualname}:`];
  let lastLine = 0;
  for (let i = 0; i < code.positions.length; i += 1) {
    const op = code.ops[i * 2] ?? 0;
    const arg = code.ops[i * 2 + 1] ?? 0;
    const line = code.positions[i]?.lineno ?? 0;
    const shown = line !== lastLine && line !== 0 ? String(line) : "";
    lastLine = line;
    lines.push(
      `${shown.padStart(4)} ${String(i).padStart(4)} ${opNames[op]} ${operand(code, op, arg)}`.trimEnd(),
    );
  }
  for (const entry of code.exceptionTable)
    lines.push(`  ${entry.start} to ${entry.end} -> ${entry.target} [${entry.depth}]`);
  for (const constant of code.consts)
    if (constant.kind === "code") lines.push("", disassemble(constant.code));
  return lines.join("\n");
}

const nameOps: ReadonlySet<number> = new Set([
  Op.LOAD_NAME,
  Op.STORE_NAME,
  Op.DELETE_NAME,
  Op.LOAD_GLOBAL,
  Op.STORE_GLOBAL,
  Op.DELETE_GLOBAL,
  Op.LOAD_ATTR,
  Op.LOAD_METHOD,
  Op.STORE_ATTR,
  Op.DELETE_ATTR,
  Op.IMPORT_NAME,
  Op.LAZY_IMPORT_NAME,
  Op.IMPORT_FROM,
  Op.LOAD_FROM_DICT_OR_GLOBALS,
]);

const slotOps: ReadonlySet<number> = new Set([
  Op.LOAD_FAST,
  Op.LOAD_FAST_BORROW,
  Op.LOAD_FAST_CHECK,
  Op.LOAD_FAST_AND_CLEAR,
  Op.STORE_FAST,
  Op.STORE_FAST_MAYBE_NULL,
  Op.DELETE_FAST,
  Op.LOAD_DEREF,
  Op.STORE_DEREF,
  Op.DELETE_DEREF,
  Op.LOAD_CLASSDEREF,
  Op.LOAD_FROM_DICT_OR_DEREF,
  Op.MAKE_CELL,
]);

function operand(code: CodeUnit, op: number, arg: number): string {
  if (jumpOps.has(op)) return `to ${arg}`;
  if (nameOps.has(op)) return code.names[arg] ?? "";
  if (slotOps.has(op)) return code.localsplus[arg] ?? "";
  if (op === Op.LOAD_CONST) return describeConstant(code.consts[arg]);
  return arg === 0 ? "" : String(arg);
}

export function describeConstant(constant: CodeConstant | undefined): string {
  if (constant === undefined) return "";
  switch (constant.kind) {
    case "none":
      return "None";
    case "true":
      return "True";
    case "false":
      return "False";
    case "ellipsis":
      return "...";
    case "int":
    case "float":
      return String(constant.value);
    case "complex":
      return `${constant.imag}j`;
    case "complex-pair":
      return `(${constant.real}+${constant.imag}j)`;
    case "str":
      return JSON.stringify(constant.value);
    case "bytes":
      return `b[${constant.value.join(",")}]`;
    case "tuple":
      return `(${constant.items.map(describeConstant).join(", ")})`;
    case "frozenset":
      return `{${constant.items.map(describeConstant).join(", ")}}`;
    case "slice":
      return `slice(${[constant.start, constant.stop, constant.step].map(describeConstant).join(", ")})`;
    case "code":
      return `<code ${constant.code.qualname}>`;
  }
}
