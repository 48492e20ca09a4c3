/**
 * The pieces rules are made of: tokens, sequences, choices, repetitions, lookaheads.
 *
 * Each piece knows which tokens it can begin with, so that a choice goes straight to the alternatives that may match.
 * That changes nothing about what is found: whoever fails at once has looked at one token, and so has the choice.
 */
import { T, type TokenKind } from "../tokens.ts";
import type { Action } from "./actions.ts";
import type { Machine, Matcher, Node } from "./machine.ts";
import { raise, rangeOfToken } from "./raise.ts";

/** The tokens something may begin with; null: any, or none at all. */
export type First = ReadonlySet<TokenKind> | null;

export interface Piece {
  readonly match: Matcher;
  /** Asked for when first used, since rules refer to each other in circles. */
  first(): First;
  /** Matches nothing too, so that what follows may come first. */
  readonly isOptional?: true;
}

export const nothing: Node = { tag: "none", start: -1, end: -1, items: [] };

/** A repetition of nothing. */
const emptyList: Node = { tag: "list", start: -1, end: -1, items: [] };

/** What an alternative gives that failed behind its `~`: no other may be tried. */
const cutOff: Node = { tag: "cut", start: -1, end: -1, items: [] };

export function token(kind: TokenKind, tag: string): Piece {
  const first = new Set([kind]);
  return {
    match: (machine) => (machine.peek() === kind ? machine.take(tag) : null),
    first: () => first,
  };
}

/** Any of the kinds from `from` to `to`. */
export function tokenBetween(from: TokenKind, to: TokenKind): Piece {
  const first = new Set(Array.from({ length: to - from + 1 }, (_, i) => from + i));
  return {
    match: (machine) => (first.has(machine.peek()) ? machine.take("token") : null),
    first: () => first,
  };
}

const nameOnly: First = new Set([T.Name]);

export function softKeyword(word: string): Piece {
  return {
    match: (machine) =>
      machine.peek() === T.Name && machine.stream.isName(machine.mark, T.Name, word)
        ? machine.take("Name")
        : null,
    first: () => nameOnly,
  };
}

/** The first of `ways` that matches. */
export function choice(ways: readonly Piece[]): Piece {
  const byKind = new Array<readonly Piece[] | undefined>(128);
  return {
    match(machine) {
      const { mark } = machine;
      const kind = machine.peek();
      byKind[kind] ??= ways.filter((way) => way.isOptional || (way.first()?.has(kind) ?? true));
      for (const way of byKind[kind]) {
        const result = way.match(machine);
        if (result === cutOff) return null;
        if (result !== null) return result;
        machine.mark = mark;
      }
      return null;
    },
    first: once(() => {
      const all = new Set<TokenKind>();
      for (const way of ways) {
        const first = way.first();
        if (first === null) return null;
        for (const kind of first) all.add(kind);
      }
      return all;
    }),
    ...(ways.some((way) => way.isOptional) ? { isOptional: true as const } : {}),
  };
}

/** Computes once; while it does, whoever asks is told that anything may come first. */
export function once(compute: () => First): () => First {
  let known: First | undefined;
  let isBusy = false;
  return () => {
    if (known !== undefined) return known;
    if (isBusy) return null;
    isBusy = true;
    known = compute();
    isBusy = false;
    return known;
  };
}

export interface Item extends Piece {
  /** A lookahead adds nothing to the node; a cut is not even matched. */
  readonly kind: "part" | "lookahead" | "cut";
  readonly label: string | null;
}

/** All of `items`, one behind the other. */
export function sequence(items: readonly Item[], action: Action | null): Piece {
  const only = items[0];
  if (items.length === 1 && only?.kind === "part" && action === null) return only;
  return { match: (machine) => matchAll(machine, items, action), first: once(() => firstOfAll(items)) };
}

/** A lookahead only narrows what may come first, and looks at that token itself. */
function firstOfAll(items: readonly Item[]): First {
  const all = new Set<TokenKind>();
  for (const item of items) {
    if (item.kind !== "part") continue;
    const first = item.first();
    if (first === null) return null;
    for (const kind of first) all.add(kind);
    if (item.isOptional === undefined) return all;
  }
  return null;
}

const noLabels: Readonly<Record<string, Node>> = {};

function matchAll(machine: Machine, items: readonly Item[], action: Action | null): Node | null {
  const start = machine.mark;
  // Most attempts fail at their first item: nothing is built before it is found.
  let found: Node[] | null = null;
  let labelled: Record<string, Node> | null = null;
  let isCut = false;
  for (const item of items) {
    if (item.kind === "cut") {
      isCut = true;
      continue;
    }
    const node = item.match(machine);
    if (node === null) {
      machine.mark = start;
      return isCut ? cutOff : null;
    }
    if (item.kind === "lookahead") continue;
    if (found === null) found = [node];
    else found.push(node);
    if (item.label !== null) {
      labelled ??= {};
      labelled[item.label] = node;
    }
  }
  const parts = found ?? [];
  if (action !== null) return action(machine, start, parts, labelled ?? noLabels);
  return parts.length === 1 ? parts[0]! : { tag: "", start, end: machine.mark - 1, items: parts };
}

export function lookahead(piece: Piece, isWanted: boolean): Piece {
  return {
    match(machine) {
      const { mark } = machine;
      const found = piece.match(machine) !== null;
      machine.mark = mark;
      return found === isWanted ? nothing : null;
    },
    first: () => null,
  };
}

/** `&&'x'`: what stands here must be x, or CPython says so at once. */
export function forced(piece: Piece, expected: string): Piece {
  return {
    match(machine) {
      const node = piece.match(machine);
      if (node !== null) return node;
      return raise(machine, "syntax-error", `expected ${expected}`, rangeOfToken(machine, machine.mark));
    },
    first: () => null,
  };
}

export function optional(piece: Piece): Piece {
  return {
    match: (machine) => piece.match(machine) ?? nothing,
    first: () => piece.first(),
    isOptional: true,
  };
}

export function repeat(piece: Piece, minimum: number): Piece {
  return {
    match(machine) {
      const start = machine.mark;
      let found: Node[] | null = null;
      for (;;) {
        const { mark } = machine;
        const node = piece.match(machine);
        if (node === null || machine.mark === mark) {
          machine.mark = mark;
          break;
        }
        if (found === null) found = [node];
        else found.push(node);
      }
      if (found === null) return minimum > 0 ? null : emptyList;
      return { tag: "list", start, end: machine.mark - 1, items: found };
    },
    first: () => piece.first(),
    ...(minimum === 0 ? { isOptional: true as const } : {}),
  };
}

/** `','.element+` */
export function separated(separator: Piece, element: Piece): Piece {
  return {
    match(machine) {
      const start = machine.mark;
      const first = element.match(machine);
      if (first === null) return null;
      const found = [first];
      for (;;) {
        const { mark } = machine;
        const next = separator.match(machine) === null ? null : element.match(machine);
        if (next === null) {
          machine.mark = mark;
          break;
        }
        found.push(next);
      }
      return { tag: "list", start, end: machine.mark - 1, items: found };
    },
    first: () => element.first(),
  };
}

/** A rule under which no `invalid_` rule speaks. */
export function withoutInvalid(piece: Piece): Piece {
  return {
    match(machine) {
      const before = machine.withInvalid;
      machine.withInvalid = false;
      const node = piece.match(machine);
      machine.withInvalid = before;
      return node;
    },
    first: () => piece.first(),
  };
}
