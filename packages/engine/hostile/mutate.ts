/**
 * Hostile programs by mutation: lines and tokens of real programs, cut, doubled, swapped and crossed, by a seed.
 *
 * The same seed gives the same programs, so a failure is named by its seed and number.
 */

/** A number from 0 up to, not including, `below`. */
type Random = (below: number) => number;

const tokenPattern =
  /[A-Za-z_]\w*|\d[\w.]*|"""|'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\s+|[^\sA-Za-z_0-9]/gu;

/** Whatever is likely to go wrong somewhere. */
const nasty: readonly string[] = [
  "10**400 -1 0 2**63 -2**63 1e308 float('nan') '' b'' [] {} () None True ... NotImplemented '\\ud800' 'a'*99999",
  "__class__ __dict__ __proto__ constructor toString __slots__ __del__ __mro__ __bases__ __code__ __import__ __new__",
  "del yield return raise await async lambda global nonlocal import from with try: except: finally: else: if while for",
  "( ) [ ] { } : , ; . = == := -> ** * // @ ~ ! \\ # ' \" f' t' {} match case type _ \u00e9 \u{1f600} \0",
].flatMap((line) => line.split(" "));

function random(seed: number): Random {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pick<T>(list: readonly T[], below: Random): T {
  const chosen = list[below(list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

/** The n-th hostile program of a seed, made of `texts`. */
export function mutant(texts: readonly string[], seed: number, n: number): string {
  const below = random(seed * 1_000_003 + n);
  let source = pick(texts, below);
  for (let i = 1 + below(4); i > 0; i -= 1) source = mutateOnce(source, pick(texts, below), below);
  return source.slice(0, 20_000);
}

function mutateOnce(source: string, other: string, below: Random): string {
  const kind = below(10);
  if (kind < 2) return onLines(source.split("\n"), other.split("\n"), below);
  if (kind < 8)
    return onTokens(source.match(tokenPattern) ?? [" "], other.match(tokenPattern) ?? [" "], below);
  return onCharacters(source, below);
}

function onLines(lines: string[], others: readonly string[], below: Random): string {
  const at = below(lines.length);
  const kind = below(4);
  if (kind === 0) lines.splice(at, 1);
  else if (kind === 1) lines.splice(at, 0, pick(lines, below));
  else if (kind === 2) lines.splice(at, 0, ...others.slice(below(others.length)).slice(0, 4));
  else lines[at] = `${" ".repeat(below(9))}${(lines[at] ?? "").trimStart()}`;
  return lines.join("\n");
}

function onTokens(tokens: string[], others: readonly string[], below: Random): string {
  const at = below(tokens.length);
  const kind = below(6);
  if (kind === 0) tokens.splice(at, 1 + below(3));
  else if (kind === 1) tokens[at] = pick(nasty, below);
  else if (kind === 2) tokens.splice(at, 0, pick(nasty, below));
  else if (kind === 3) tokens[at] = pick(tokens, below);
  else if (kind === 4) tokens[at] = pick(others, below);
  else tokens.splice(at, 0, ...tokens.slice(below(tokens.length)).slice(0, 1 + below(8)));
  return tokens.join("");
}

function onCharacters(source: string, below: Random): string {
  const at = below(source.length + 1);
  const kind = below(4);
  const before = source.slice(0, at);
  if (kind === 0) return before + source.slice(at + 1 + below(3));
  if (kind === 1)
    return before + String.fromCharCode(below(2) === 0 ? below(128) : below(65_536)) + source.slice(at);
  if (kind === 2) return before;
  return before + source.slice(Math.max(0, at - below(40)), at) + source.slice(at);
}
