/**
 * Templates: Python text with holes, from which programs are put together.
 *
 * A hole begins with `$`, which Python does not use:
 *   `$int`      an expression of that kind          `$int!`   a variable of that kind, `$int~` one of this function
 *   `$1:list`   a new variable of that kind         `$1`      the same name again
 *   `$block`    a few statements, alone on a line   `$probe`  a print of what is to be seen here, also alone
 *   `$del`      `del` of a variable of this block   `$rebind` another value for a variable of this function
 * Expressions stand one a line as `kind [conditions] = text`. Statements are separated by `---` and conditions. Conditions:
 * `>=3.10`, `<3.12` (versions), `x5` (weight), and places: `fn` in a function, `loop` in a loop, `top` outside functions,
 * `async` in a coroutine, `plain` in a function that is no coroutine, `gen` in a generator.
 */
export interface Template {
  readonly kind: string;
  readonly text: string;
  readonly since: number;
  readonly until: number;
  readonly weight: number;
  readonly places: readonly string[];
}

export interface Piece {
  readonly type: "text" | "expression" | "variable" | "local" | "bind" | "name";
  /** Text, a kind, or the number of a name. */
  readonly value: string;
  /** The kind of a new variable. */
  readonly kind: string;
}

/** The minor version of `3.10`. */
export function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

function conditionsOf(words: readonly string[]): Omit<Template, "kind" | "text"> {
  let [since, until, weight] = [0, 99, 1];
  const places: string[] = [];
  for (const word of words)
    if (word.startsWith(">=")) since = minorOf(word);
    else if (word.startsWith("<")) until = minorOf(word);
    else if (/^x[\d.]+$/.test(word)) weight = Number(word.slice(1));
    else if (word !== "") places.push(word);
  return { since, until, weight, places };
}

/** One template a line: `int >=3.9 = math.lcm($int, $int)`. */
export function expressionTemplates(text: string): Template[] {
  const templates: Template[] = [];
  for (const line of text.split("\n")) {
    const separator = line.indexOf(" = ");
    if (separator < 0 || line.startsWith("#")) continue;
    const [kind = "", ...words] = line.slice(0, separator).trim().split(/\s+/);
    templates.push({ kind, text: line.slice(separator + 3), ...conditionsOf(words) });
  }
  return templates;
}

/** Statements, each after a line `--- conditions`. */
export function statementTemplates(text: string): Template[] {
  return text
    .split(/^---/m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      const words = part.slice(0, end).trim().split(/\s+/);
      return { kind: "statement", text: part.slice(end + 1).trimEnd(), ...conditionsOf(words) };
    });
}

const hole = /\$(\d)(?::([a-z]+))?|\$([a-z]+)([!~]?)/g;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(hole)) {
    if (match.index > end) pieces.push({ type: "text", value: text.slice(end, match.index), kind: "" });
    const [whole, number, kind = "", name = "", bang] = match;
    if (number !== undefined) pieces.push({ type: kind === "" ? "name" : "bind", value: number, kind });
    else
      pieces.push({
        type: bang === "!" ? "variable" : bang === "~" ? "local" : "expression",
        value: name,
        kind: "",
      });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ type: "text", value: text.slice(end), kind: "" });
  return pieces;
}
