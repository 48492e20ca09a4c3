/** Turns the text of the rules into matchers, once per version. The notation is told in rules-statements.ts. */

import { operatorAt } from "../operators.ts";
import { firstKeyword, keywords, T, type TokenKind } from "../tokens.ts";
import { type Action, compileAction } from "./actions.ts";
import type { Machine, Matcher, Node } from "./machine.ts";
import { raise, rangeOfToken } from "./raise.ts";
import { oldRules } from "./rules-38.ts";
import { expressionRules } from "./rules-expressions.ts";
import { patternRules } from "./rules-patterns.ts";
import { statementRules } from "./rules-statements.ts";

export type Grammar = ReadonlyMap<string, Matcher>;

const newRules = [statementRules, expressionRules, patternRules];

const grammars = new Map<number, Grammar>();

/** The rules of Python 3.`minor`. */
export function grammarOf(minor: number): Grammar {
  let grammar = grammars.get(minor);
  if (grammar === undefined) {
    grammar = new GrammarReader(minor).read(minor === 8 ? [...newRules, oldRules] : newRules);
    grammars.set(minor, grammar);
  }
  return grammar;
}

interface Item {
  readonly match: Matcher;
  /** A lookahead adds nothing to the node. */
  readonly isLookahead: boolean;
  readonly label: string | null;
}

const nothing: Node = { tag: "none", start: -1, end: -1, items: [] };
const cut: Matcher = () => nothing;

export class GrammarReader {
  private readonly minor: number;
  private readonly rules = new Map<string, Matcher>();
  private words: readonly string[] = [];
  private at = 0;

  constructor(minor: number) {
    this.minor = minor;
  }

  read(texts: readonly string[]): Grammar {
    let name = "";
    let alternatives: string[] = [];
    for (const line of texts.join("\n").split("\n")) {
      if (line === "") continue;
      if (line.startsWith("  ")) {
        alternatives.push(line.trim());
        continue;
      }
      this.define(name, alternatives);
      name = line;
      alternatives = [];
    }
    this.define(name, alternatives);
    return this.rules;
  }

  private define(header: string, lines: readonly string[]): void {
    if (header === "") return;
    const name = header.replace("*", "");
    const isShared = header.endsWith("*");
    const id = this.rules.size;
    const ways = lines.flatMap((line) => {
      const text = this.ungated(line);
      return text === null ? [] : [this.alternative(text)];
    });
    const body = choice(ways);
    const rule = name.endsWith("_without_invalid") ? withoutInvalid(body) : body;
    this.rules.set(name, (machine) => machine.remembered(id, isShared, rule));
  }

  /** The alternative without its version gates; null where this version has it not. */
  private ungated(line: string): string | null {
    let text = line;
    for (let gate = /^(>=|<)(\d+) /.exec(text); gate !== null; gate = /^(>=|<)(\d+) /.exec(text)) {
      const version = Number(gate[2]);
      if (gate[1] === "<" ? this.minor >= version : this.minor < version) return null;
      text = text.slice(gate[0].length);
    }
    return text;
  }

  private alternative(text: string): Matcher {
    const arrow = text.indexOf(" -> ");
    const action = arrow < 0 ? null : compileAction(text.slice(arrow + 4));
    this.words = (arrow < 0 ? text : text.slice(0, arrow)).match(tokenPattern) ?? [];
    this.at = 0;
    const items = this.items();
    const isInvalid = items.length === 1 && text.startsWith("invalid_");
    const body = sequence(items, action);
    return isInvalid ? (machine) => (machine.withInvalid ? body(machine) : null) : body;
  }

  private items(): Item[] {
    const items: Item[] = [];
    while (this.at < this.words.length && this.words[this.at] !== "|" && this.words[this.at] !== ")") {
      items.push(this.item());
    }
    return items;
  }

  private item(): Item {
    const word = this.words[this.at]!;
    if (word === "~") {
      this.at++;
      return { match: cut, isLookahead: true, label: null };
    }
    if (word === "&" || word === "!") {
      this.at++;
      return { match: lookahead(this.repeated(), word === "&"), isLookahead: true, label: null };
    }
    if (word === "&&") {
      this.at++;
      const expected = this.words[this.at]!;
      return { match: forced(this.repeated(), expected), isLookahead: false, label: null };
    }
    const label = word.endsWith("=") && !word.startsWith("'") ? word.slice(0, -1) : null;
    if (label !== null) this.at++;
    return { match: this.repeated(), isLookahead: false, label };
  }

  /** An atom with `?`, `*` or `+` after it, or `','.atom+`. */
  private repeated(): Matcher {
    const first = this.atom();
    if (this.words[this.at] === ".") {
      this.at++;
      const element = this.atom();
      this.at++;
      return separated(first, element);
    }
    switch (this.words[this.at]) {
      case "?":
        this.at++;
        return (machine) => first(machine) ?? nothing;
      case "*":
        this.at++;
        return repeat(first, 0);
      case "+":
        this.at++;
        return repeat(first, 1);
      default:
        return first;
    }
  }

  private atom(): Matcher {
    const word = this.words[this.at++]!;
    if (word === "(") {
      const ways: Matcher[] = [];
      do ways.push(sequence(this.items(), null));
      while (this.words[this.at++] === "|");
      return choice(ways);
    }
    if (word.startsWith("'"))
      return tokenMatcher(literalKind(word.slice(1, -1)), literalTag(word.slice(1, -1)));
    if (word.startsWith('"')) return softKeyword(word.slice(1, -1));
    if (/^[A-Z_]+$/.test(word)) return this.named(word);
    const { rules } = this;
    let rule: Matcher | undefined;
    return (machine) => {
      rule ??= rules.get(word);
      if (rule === undefined) throw new Error(`the grammar has no rule ${word}`);
      return rule(machine);
    };
  }

  private named(name: string): Matcher {
    if (name === "AUGASSIGN") return kindsMatcher(T.PlusEqual, T.DoubleSlashEqual);
    if (name === "COMPARE") return kindsMatcher(T.EqEqual, T.GreaterEqual);
    if (name === "SOFT_KEYWORD") return softKeywords(this.minor);
    const entry = tokenNames[name];
    if (entry === undefined) throw new Error(`the grammar has no token ${name}`);
    return tokenMatcher(entry[0], entry[1]);
  }
}

const tokenPattern = /'[^']+'|"[^"]+"|&&|[a-z]+=(?=[^=])|[A-Za-z_]+|[()|?*+.&!~]/g;

const tokenNames: Readonly<Record<string, readonly [TokenKind, string]>> = {
  NAME: [T.Name, "Name"],
  NUMBER: [T.Number, "Constant"],
  STRING: [T.String, "Constant"],
  NEWLINE: [T.Newline, "token"],
  INDENT: [T.Indent, "token"],
  DEDENT: [T.Dedent, "token"],
  ENDMARKER: [T.EndMarker, "token"],
  FSTRING_START: [T.FStringStart, "token"],
  FSTRING_MIDDLE: [T.FStringMiddle, "token"],
  FSTRING_END: [T.FStringEnd, "token"],
  TSTRING_START: [T.TStringStart, "token"],
  TSTRING_MIDDLE: [T.TStringMiddle, "token"],
  TSTRING_END: [T.TStringEnd, "token"],
};

function literalKind(text: string): TokenKind {
  const keyword = (keywords as readonly string[]).indexOf(text);
  return keyword >= 0 ? firstKeyword + keyword : operatorAt(text, 0)[0];
}

/** The expressions that are one token say by their tag what CPython calls them. */
function literalTag(text: string): string {
  return text === "True" || text === "False" || text === "None" || text === "..." ? text : "token";
}

// ---- matchers ------------------------------------------------------------------------------------------------

function tokenMatcher(kind: TokenKind, tag: string): Matcher {
  return (machine) => (machine.peek() === kind ? machine.take(tag) : null);
}

function kindsMatcher(first: TokenKind, last: TokenKind): Matcher {
  return (machine) => {
    const kind = machine.peek();
    return kind >= first && kind <= last ? machine.take("token") : null;
  };
}

function softKeyword(word: string): Matcher {
  return (machine) =>
    machine.peek() === T.Name && machine.stream.isName(machine.mark, T.Name, word)
      ? machine.take("Name")
      : null;
}

function softKeywords(minor: number): Matcher {
  const words = ["_", "case", "match", ...(minor >= 12 ? ["type"] : []), ...(minor >= 15 ? ["lazy"] : [])];
  return choice(minor < 10 ? [] : words.map(softKeyword));
}

function choice(ways: readonly Matcher[]): Matcher {
  const only = ways[0];
  if (ways.length === 1 && only !== undefined) {
    return (machine) => {
      const result = only(machine);
      return result === cutOff ? null : result;
    };
  }
  return (machine) => {
    const { mark } = machine;
    for (const way of ways) {
      const result = way(machine);
      if (result === cutOff) return null;
      if (result !== null) return result;
      machine.mark = mark;
    }
    return null;
  };
}

/** What an alternative gives that failed behind its `~`: no other may be tried. */
const cutOff: Node = { tag: "cut", start: -1, end: -1, items: [] };

function sequence(items: readonly Item[], action: Action | null): Matcher {
  const only = items[0];
  if (items.length === 1 && only !== undefined && action === null && !only.isLookahead) return only.match;
  const labels = items.map((item) => item.label);
  return (machine) => {
    const start = machine.mark;
    const found: Node[] = [];
    let captured: Record<string, Node> | null = null;
    let isCut = false;
    for (let i = 0; i < items.length; i++) {
      const item = items[i]!;
      if (item.match === cut) {
        isCut = true;
        continue;
      }
      const node = item.match(machine);
      if (node === null) {
        machine.mark = start;
        return isCut ? cutOff : null;
      }
      if (item.isLookahead) continue;
      found.push(node);
      const label = labels[i];
      if (label != null) {
        captured ??= {};
        captured[label] = node;
      }
    }
    if (action !== null) return action(machine, start, found, captured ?? {});
    if (found.length === 1) return found[0]!;
    return { tag: "", start, end: machine.mark - 1, items: found };
  };
}

/** A rule under which no `invalid_` rule speaks. */
function withoutInvalid(match: Matcher): Matcher {
  return (machine) => {
    const before = machine.withInvalid;
    machine.withInvalid = false;
    const node = match(machine);
    machine.withInvalid = before;
    return node;
  };
}

function lookahead(match: Matcher, isWanted: boolean): Matcher {
  return (machine) => {
    const { mark } = machine;
    const found = match(machine) !== null;
    machine.mark = mark;
    return found === isWanted ? nothing : null;
  };
}

/** `&&'x'`: what stands here must be x, or CPython says so at once. */
function forced(match: Matcher, expected: string): Matcher {
  return (machine) => {
    const node = match(machine);
    if (node !== null) return node;
    return raise(machine, "syntax-error", `expected ${expected}`, rangeOfToken(machine, machine.mark));
  };
}

function repeat(match: Matcher, minimum: number): Matcher {
  return (machine) => {
    const start = machine.mark;
    const found: Node[] = [];
    for (;;) {
      const { mark } = machine;
      const node = match(machine);
      if (node === null || machine.mark === mark) {
        machine.mark = mark;
        break;
      }
      found.push(node);
    }
    if (found.length < minimum) return null;
    return { tag: "list", start, end: machine.mark - 1, items: found };
  };
}

function separated(separator: Matcher, element: Matcher): Matcher {
  return (machine) => {
    const start = machine.mark;
    const first = element(machine);
    if (first === null) return null;
    const found = [first];
    for (;;) {
      const { mark } = machine;
      const next = separator(machine) === null ? null : element(machine);
      if (next === null) {
        machine.mark = mark;
        break;
      }
      found.push(next);
    }
    return { tag: "list", start, end: machine.mark - 1, items: found };
  };
}

export type { Machine };
