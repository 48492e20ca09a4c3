/**
 * What an alternative does when it has matched: the words behind `->` in the rules.
 *
 * `Tag`: a node of that kind. `=a`: what was labelled a. `fold Tag`, `chain`: a node only if operators or suffixes
 * followed. `strings`: a literal. `!…`: the text is wrong; the first word says where CPython points.
 */

import { T } from "../tokens.ts";
import { elements, exprName, invalidTarget, type TargetKind } from "./expr-name.ts";
import type { Machine, Node } from "./machine.ts";
import { Raised, raise, rangeAt, rangeFrom, rangeOfLast, rangeOfNodes } from "./raise.ts";

type Captured = Readonly<Record<string, Node>>;

/** The node an alternative stands for; null makes it fail after all. */
export type Action = (
  machine: Machine,
  start: number,
  items: readonly Node[],
  captured: Captured,
) => Node | null;

export function compileAction(text: string): Action {
  if (text.startsWith("!")) return compileError(text.slice(1));
  if (text.startsWith("=")) {
    const label = text.slice(1);
    return (_machine, _start, _items, captured) => captured[label]!;
  }
  if (text === "chain") return chain;
  if (text === "strings") return strings;
  if (text === "conversion a") return conversion;
  if (text.startsWith("fold ")) return fold(text.slice(5));
  return (machine, start, items) => ({ tag: text, start, end: machine.mark - 1, items });
}

function fold(tag: string): Action {
  return (machine, start, items) => {
    if (items[1]!.items.length === 0) return items[0]!;
    return { tag, start, end: machine.mark - 1, items };
  };
}

const chain: Action = (machine, start, items) => {
  const last = items[1]!.items.at(-1);
  return last === undefined ? items[0]! : { tag: last.tag, start, end: machine.mark - 1, items };
};

const strings: Action = (machine, start, items) => {
  const found = machine.literalsAt(start);
  if (found !== null) throw new Raised(found);
  const isFString = items[0]!.items.some(
    (part) => part.tag === "JoinedStr" || /^[rR]?[fF]/.test(machine.stream.text(part.start)),
  );
  return { tag: isFString ? "JoinedStr" : "Constant", start, end: machine.mark - 1, items };
};

/** The conversion of a replacement field is checked as soon as it is read. */
const conversion: Action = (machine, start, items, { a }) => {
  const { stream } = machine;
  const name = stream.text(a!.start);
  const kind = isInTemplate(machine, start) ? "t-string" : "f-string";
  if (stream.start[a!.start] !== stream.end[start]) {
    const message = `${kind}: conversion type must come right after the exclamation mark`;
    raise(machine, "syntax-error", message, rangeOfNodes(machine, items[0]!, a!));
  }
  if (name !== "s" && name !== "r" && name !== "a") {
    const message = `${kind}: invalid conversion character '${name}': expected 's', 'r', or 'a'`;
    raise(machine, "syntax-error", message, rangeOfNodes(machine, a!, a!));
  }
  return { tag: "", start, end: machine.mark - 1, items };
};

/** Which kind of string the token lies in. */
function isInTemplate({ stream }: Machine, token: number): boolean {
  let closed = 0;
  for (let i = token; i >= 0; i--) {
    const kind = stream.kind[i];
    if (kind === T.FStringEnd || kind === T.TStringEnd) closed += 1;
    else if ((kind === T.FStringStart || kind === T.TStringStart) && closed-- === 0)
      return kind === T.TStringStart;
  }
  return false;
}

// ---- errors --------------------------------------------------------------------------------------------------

function compileError(text: string): Action {
  const quote = text.indexOf('"');
  const message = quote < 0 ? "" : text.slice(quote + 1, text.lastIndexOf('"')).replaceAll('\\"', '"');
  const [kind, first, second] = text
    .slice(0, quote < 0 ? undefined : quote)
    .trim()
    .split(" ");
  return (machine, _start, _items, captured) =>
    fail(machine, kind!, message, captured[first ?? ""], captured[second ?? ""], first ?? "");
}

function fail(
  machine: Machine,
  kind: string,
  template: string,
  a: Node | undefined,
  b: Node | undefined,
  word: string,
): Node | null {
  const message = a === undefined ? template : filled(machine, template, a);
  const syntax = (range: ReturnType<typeof rangeFrom>): never =>
    raise(machine, "syntax-error", message, range);
  switch (kind) {
    case "last":
      return syntax(rangeOfLast(machine));
    case "indent":
      return raise(machine, "indentation-error", message, rangeOfLast(machine));
    case "at":
      return syntax(rangeOfNodes(machine, a!, a!));
    case "range":
      return syntax(rangeOfNodes(machine, a!, lastItem(b!)));
    case "conditional":
      return b!.tag === "IfExp" ? syntax(rangeOfNodes(machine, a!, b!)) : null;
    case "mixed":
      return syntax(rangeOfNodes(machine, a!.items.at(-1)!, b!));
    case "from":
      return syntax(rangeFrom(machine, a!));
    case "next":
      machine.peek();
      return syntax(rangeAt(machine, machine.mark));
    case "key":
      return afterKey(machine, message, a!);
    case "target":
      return target(machine, word as TargetKind, b!);
    case "legacy":
      return legacy(machine, a!, b!);
    case "comma":
      return comma(machine, a!, b!);
    case "genexp":
      return bareGenerator(machine, a!, b!);
    case "arguments":
      return argumentOrder(machine, a!, b);
    case "bound":
      return bound(machine, a!, b!, word);
    case "real":
    case "imaginary":
      return isImaginary(machine, a!) === (kind === "imaginary") ? a! : syntax(rangeOfNodes(machine, a!, a!));
    default:
      throw new Error(`the grammar has no action !${kind}`);
  }
}

/** `%s`: what `a` is called; `%d`: its line; `%t`: its text. */
function filled(machine: Machine, template: string, a: Node): string {
  return template
    .replace("%s", () => exprName(a, machine.minor))
    .replace("%d", () => String(machine.stream.line[a.start]))
    .replace("%t", () => machine.stream.text(a.start));
}

/** Without the comma that may follow the items of a list. */
function lastItem(node: Node): Node {
  const list = node.items[0];
  return node.tag === "" && list?.tag === "list" ? list : node;
}

function afterKey(machine: Machine, message: string, key: Node): never {
  const { endLine, endCol, line } = machine.stream;
  const colOffset = endCol[key.end]! - 1;
  return raise(machine, "syntax-error", message, {
    lineno: line[key.start]!,
    colOffset,
    endLineno: endLine[key.end]!,
    endColOffset: colOffset,
  });
}

function target(machine: Machine, kind: TargetKind, expression: Node): null {
  const invalid = invalidTarget(expression, kind);
  if (invalid === null) {
    if (machine.minor >= 10) return null;
    return raise(machine, "syntax-error", "invalid syntax", rangeOfLast(machine));
  }
  const verb = kind === "del" ? "delete" : "assign to";
  const message = `cannot ${verb} ${exprName(invalid, machine.minor)}`;
  // 3.8 points at the whole target.
  const at = machine.minor < 9 ? expression : invalid;
  return raise(machine, "syntax-error", message, rangeOfNodes(machine, at, at));
}

function isLegacy(machine: Machine, node: Node): boolean {
  if (node.tag !== "Name" || node.start !== node.end) return false;
  const name = machine.stream.text(node.start);
  return name === "print" || name === "exec";
}

function legacy(machine: Machine, name: Node, argument: Node): null {
  if (!isLegacy(machine, name)) return null;
  const word = machine.stream.text(name.start);
  const message = `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`;
  return raise(machine, "syntax-error", message, rangeOfNodes(machine, name, argument));
}

function comma(machine: Machine, a: Node, b: Node): null {
  if (isLegacy(machine, a) || machine.levelAt(machine.mark - 1) === 0) return null;
  const message = "invalid syntax. Perhaps you forgot a comma?";
  // From 3.15 only the last of several literals is marked when they stand on lines of their own.
  const last = machine.minor >= 15 && a.tag === "Constant" ? a.items[0]?.items.at(-1) : undefined;
  if (last !== undefined && machine.stream.line[a.start] !== machine.stream.endLine[b.end]) {
    return raise(machine, "syntax-error", message, rangeOfNodes(machine, last, last));
  }
  return raise(machine, "syntax-error", message, rangeOfNodes(machine, a, b));
}

/** A generator expression beside other arguments. */
function bareGenerator(machine: Machine, args: Node, clauses: Node): null {
  const positional = elements(args).filter((item) => item.tag !== "keyword" && item.tag !== "mapping");
  if (positional.length <= 1) return null;
  const message = "Generator expression must be parenthesized";
  const last = positional.at(-1)!;
  return raise(
    machine,
    "syntax-error",
    message,
    rangeOfNodes(machine, last, machine.minor < 10 ? last : clauses),
  );
}

function argumentOrder(machine: Machine, args: Node, next: Node | undefined): never {
  const hasMapping = elements(args).some((item) => item.tag === "mapping");
  const message = `positional argument follows keyword argument${hasMapping ? " unpacking" : ""}`;
  return raise(
    machine,
    "syntax-error",
    message,
    next === undefined ? rangeOfLast(machine) : rangeOfNodes(machine, next, next),
  );
}

function bound(machine: Machine, colon: Node, expression: Node, _word: string): never {
  const what = expression.tag === "Tuple" ? "constraints" : "bound";
  const isTuple = machine.stream.text(colon.start - 2) === "*";
  const message = `cannot use ${what} with ${isTuple ? "TypeVarTuple" : "ParamSpec"}`;
  return raise(machine, "syntax-error", message, rangeFrom(machine, colon));
}

function isImaginary(machine: Machine, number: Node): boolean {
  return /[jJ]$/.test(machine.stream.text(number.start));
}
