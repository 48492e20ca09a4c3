/** Turns the text of the rules into matchers, once per version. The notation is told in rules-statements.ts. */
import { operatorAt } from "../operators.ts";
import { firstKeyword, keywords, T, type TokenKind } from "../tokens.ts";
import { compileAction } from "./actions.ts";
import type { Matcher } from "./machine.ts";
import {
  choice,
  forced,
  type Item,
  lookahead,
  nothing,
  once,
  optional,
  type Piece,
  repeat,
  separated,
  sequence,
  softKeyword,
  token,
  tokenBetween,
  withoutInvalid,
} from "./matchers.ts";
import { oldRules } from "./rules-38.ts";
import { expressionRules } from "./rules-expressions.ts";
import { invalidExpressionRules } from "./rules-invalid.ts";
import { patternRules } from "./rules-patterns.ts";
import { statementRules } from "./rules-statements.ts";

const newRules = [statementRules, expressionRules, invalidExpressionRules, patternRules];

const grammars = new Map<number, ReadonlyMap<string, Piece>>();

/** A rule of Python 3.`minor`. */
export function ruleOf(minor: number, name: string): Matcher {
  let grammar = grammars.get(minor);
  if (grammar === undefined) {
    grammar = new GrammarReader(minor).read(minor === 8 ? [...newRules, oldRules] : newRules);
    grammars.set(minor, grammar);
  }
  return ruleIn(grammar, name).match;
}

function ruleIn(rules: ReadonlyMap<string, Piece>, name: string): Piece {
  const rule = rules.get(name);
  if (rule === undefined) throw new Error(`the grammar has no rule ${name}`);
  return rule;
}

class GrammarReader {
  private readonly minor: number;
  private readonly rules = new Map<string, Piece>();
  private words: readonly string[] = [];
  private at = 0;

  constructor(minor: number) {
    this.minor = minor;
  }

  read(texts: readonly string[]): ReadonlyMap<string, Piece> {
    let header = "";
    let alternatives: string[] = [];
    for (const line of texts.join("\n").split("\n")) {
      if (line === "") continue;
      if (line.startsWith("  ")) {
        alternatives.push(line.trim());
        continue;
      }
      this.define(header, alternatives);
      header = line;
      alternatives = [];
    }
    this.define(header, alternatives);
    return this.rules;
  }

  private define(header: string, lines: readonly string[]): void {
    if (header === "") return;
    const name = header.replace("*", "");
    const ways = lines.flatMap((line) => {
      const text = this.ungated(line);
      return text === null ? [] : [this.alternative(text)];
    });
    const body = choice(ways);
    const rule = name.endsWith("_without_invalid") ? withoutInvalid(body) : body;
    const id = this.rules.size;
    const isRemembered = header.endsWith("*");
    this.rules.set(name, {
      match: isRemembered ? (machine) => machine.remembered(id, rule.match) : rule.match,
      first: rule.first,
    });
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

  private alternative(text: string): Piece {
    const arrow = text.indexOf(" -> ");
    const action = arrow < 0 ? null : compileAction(text.slice(arrow + 4));
    this.words = (arrow < 0 ? text : text.slice(0, arrow)).match(wordPattern) ?? [];
    this.at = 0;
    const items = this.items();
    const body = sequence(items, action);
    // Like CPython's generator, only an alternative that is nothing but an invalid rule waits for the second pass.
    if (items.length !== 1 || !text.startsWith("invalid_")) return body;
    return { match: (machine) => (machine.withInvalid ? body.match(machine) : null), first: body.first };
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
      return { kind: "cut", label: null, match: () => nothing, first: () => null };
    }
    if (word === "&" || word === "!") {
      this.at++;
      return { kind: "lookahead", label: null, ...lookahead(this.repeated(), word === "&") };
    }
    if (word === "&&") {
      this.at++;
      const expected = this.words[this.at]!;
      return { kind: "part", label: null, ...forced(this.repeated(), expected) };
    }
    const label = word.endsWith("=") && !word.startsWith("'") ? word.slice(0, -1) : null;
    if (label !== null) this.at++;
    return { kind: "part", label, ...this.repeated() };
  }

  /** An atom with `?`, `*` or `+` after it, or `','.atom+`. */
  private repeated(): Piece {
    const piece = this.atom();
    switch (this.words[this.at]) {
      case ".": {
        this.at++;
        const element = this.atom();
        this.at++;
        return separated(piece, element);
      }
      case "?":
        this.at++;
        return optional(piece);
      case "*":
        this.at++;
        return repeat(piece, 0);
      case "+":
        this.at++;
        return repeat(piece, 1);
      default:
        return piece;
    }
  }

  private atom(): Piece {
    const word = this.words[this.at++]!;
    if (word === "(") {
      const ways: Piece[] = [];
      do ways.push(sequence(this.items(), null));
      while (this.words[this.at++] === "|");
      return choice(ways);
    }
    const text = word.slice(1, -1);
    if (word.startsWith("'")) return token(literalKind(text), literalTag(text));
    if (word.startsWith('"')) return softKeyword(text);
    return /^[A-Z_]+$/.test(word) ? this.named(word) : this.reference(word);
  }

  private named(name: string): Piece {
    if (name === "AUGASSIGN") return tokenBetween(T.PlusEqual, T.DoubleSlashEqual);
    if (name === "COMPARE") return tokenBetween(T.EqEqual, T.GreaterEqual);
    if (name === "SOFT_KEYWORD") return choice(softKeywords(this.minor).map(softKeyword));
    const entry = tokenNames[name];
    if (entry === undefined) throw new Error(`the grammar has no token ${name}`);
    return token(entry[0], entry[1]);
  }

  /** A rule by name; it may be defined further down. */
  private reference(name: string): Piece {
    const { rules } = this;
    let match: Matcher | null = null;
    return {
      match(machine) {
        match ??= ruleIn(rules, name).match;
        return match(machine);
      },
      first: once(() => ruleIn(rules, name).first()),
    };
  }
}

const wordPattern = /'[^']+'|"[^"]+"|&&|[a-z]+=(?=[^=])|[A-Za-z_]+|[()|?*+.&!~]/g;

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

function softKeywords(minor: number): string[] {
  if (minor < 10) return [];
  return ["_", "case", "match", ...(minor >= 12 ? ["type"] : []), ...(minor >= 15 ? ["lazy"] : [])];
}
