/** `"%s and %r" % (a, b)` as an f-string, where it means the same.   [mirrors optimize_format, Python/ast_opt.c] */
import type * as ast from "../parser/ast.ts";

type Part = string | { readonly conversion: "s" | "r" | "a"; readonly spec: string };

export function foldPercentFormat(node: ast.BinOp): ast.Expr | null {
  const { left, right } = node;
  if (left.type !== "Constant" || left.value.kind !== "str" || right.type !== "Tuple") return null;
  if (right.elts.some((element) => element.type === "Starred")) return null;
  const parts = parse(left.value.value);
  if (parts === null) return null;
  const fields = parts.filter((part) => typeof part !== "string");
  if (fields.length !== right.elts.length) return null;
  const at = locationOf(node);
  let next = 0;
  const values = parts.map((part): ast.Expr => {
    if (typeof part === "string") return text(at, part);
    const value = right.elts[next] as ast.Expr;
    next += 1;
    return formatted(at, value, part);
  });
  return { ...at, type: "JoinedStr", values };
}

function parse(format: string): Part[] | null {
  const parts: Part[] = [];
  let literal = "";
  for (let i = 0; i < format.length; i += 1) {
    if (format[i] !== "%") {
      literal += format[i];
      continue;
    }
    if (format[i + 1] === "%") {
      literal += "%";
      i += 1;
      continue;
    }
    const field = /^%(-?)(\d{0,2})(?:\.(\d{1,2}))?([sra])/.exec(format.slice(i));
    if (field === null) return null;
    const [whole, left, width, precision, conversion] = field;
    if (literal !== "") parts.push(literal);
    literal = "";
    const aligned = width === "" || width === undefined ? "" : `${left === "-" ? "<" : ">"}${width}`;
    const spec = `${aligned}${precision === undefined ? "" : `.${precision}`}`;
    parts.push({ conversion: conversion as "s" | "r" | "a", spec });
    i += (whole?.length ?? 1) - 1;
  }
  if (literal !== "") parts.push(literal);
  return parts;
}

function formatted(at: ast.Location, value: ast.Expr, part: Exclude<Part, string>): ast.Expr {
  return {
    ...at,
    type: "FormattedValue",
    value,
    conversion: part.conversion,
    formatSpec: part.spec === "" ? null : { ...at, type: "JoinedStr", values: [text(at, part.spec)] },
  };
}

function text(at: ast.Location, value: string): ast.Constant {
  return { ...at, type: "Constant", value: { kind: "str", value, prefixU: false } };
}

function locationOf({ lineno, colOffset, endLineno, endColOffset }: ast.Location): ast.Location {
  return { lineno, colOffset, endLineno, endColOffset };
}
