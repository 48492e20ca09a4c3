/** Makes a differing program small: drops statements, unwraps blocks, drops and simplifies what stands in brackets. */

/** Answers whether a candidate still shows the difference. */
export type Test = (source: string) => Promise<boolean>;

const maxTries = 500;

export async function shrink(source: string, test: Test): Promise<string> {
  const shrinker = new Shrinker(source, test);
  return shrinker.run();
}

class Shrinker {
  #lines: string[];
  readonly #test: Test;
  #tries = 0;

  constructor(source: string, test: Test) {
    this.#lines = source.trimEnd().split("\n");
    this.#test = test;
  }

  async run(): Promise<string> {
    for (let before = -1; before !== this.#size() && this.#tries < maxTries; ) {
      before = this.#size();
      await this.#dropChunks();
      await this.#unwrapBlocks();
      await this.#simplifyBrackets();
    }
    return `${this.#lines.join("\n")}\n`;
  }

  #size(): number {
    return this.#lines.join("\n").length;
  }

  async #accepts(lines: string[]): Promise<boolean> {
    if (lines.length === 0 || this.#tries >= maxTries) return false;
    this.#tries++;
    if (!(await this.#test(`${lines.join("\n")}\n`))) return false;
    this.#lines = lines;
    return true;
  }

  /** A line goes together with the block under it. The outermost statements first, many at once first. */
  async #dropChunks(): Promise<void> {
    // From the end: what comes after the difference falls away at once.
    for (const indent of [0, 4, 8, 12])
      for (const run of [16, 4, 1])
        for (let i = this.#lines.length - 1; i >= 0; i--) {
          if (indentOf(this.#lines[i] ?? "") !== indent) continue;
          const end = this.#endOfStatements(i, run);
          const without = [...this.#lines.slice(0, i), ...this.#lines.slice(end)];
          if (without.length === 0 || (await this.#accepts(without)) || run > 1) continue;
          await this.#accepts(this.#withPass(i, end));
        }
  }

  #withPass(start: number, end: number): string[] {
    const indent = indentOf(this.#lines[start] ?? "");
    const opened = this.#lines[start - 1]?.trimEnd().endsWith(":") === true;
    // Only a block that would be empty needs it.
    return opened
      ? [...this.#lines.slice(0, start), `${" ".repeat(indent)}pass`, ...this.#lines.slice(end)]
      : [];
  }

  #endOfStatements(start: number, count: number): number {
    const indent = indentOf(this.#lines[start] ?? "");
    let end = start;
    for (
      let n = 0;
      n < count && end < this.#lines.length && indentOf(this.#lines[end] ?? "") === indent;
      n++
    ) {
      end++;
      while (end < this.#lines.length && indentOf(this.#lines[end] ?? "") > indent) end++;
    }
    return Math.max(end, start + 1);
  }

  /** The block without its header, moved out. */
  async #unwrapBlocks(): Promise<void> {
    for (let i = 0; i < this.#lines.length; i++) {
      const line = this.#lines[i] ?? "";
      if (!line.trimEnd().endsWith(":")) continue;
      const end = this.#endOfStatements(i, 1);
      const body = this.#lines.slice(i + 1, end).map((inner) => inner.slice(4));
      const rest = this.#lines.slice(end);
      // What continues the statement (else, except, finally) goes with its header.
      let after = 0;
      while (
        after < rest.length &&
        (indentOf(rest[after] ?? "") > indentOf(line) || continues(rest[after] ?? ""))
      )
        after++;
      await this.#accepts([...this.#lines.slice(0, i), ...body, ...rest.slice(after)]);
    }
  }

  async #simplifyBrackets(): Promise<void> {
    for (let i = 0; i < this.#lines.length; i++)
      for (let from = 0; from < (this.#lines[i] ?? "").length; from++) {
        const line = this.#lines[i] ?? "";
        if (!"([{".includes(line[from] ?? " ")) continue;
        for (const candidate of simpler(line, from)) {
          if (candidate.length >= line.length) continue;
          const lines = [...this.#lines];
          lines[i] = candidate;
          if (await this.#accepts(lines)) {
            from = Math.max(-1, from - 2);
            break;
          }
        }
      }
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function continues(line: string): boolean {
  return /^\s*(elif |else|except|finally)/.test(line);
}

/** The line with an element of the bracket at `from` dropped, made trivial, or standing for the whole. */
function* simpler(line: string, from: number): Generator<string> {
  const cuts = [from];
  let depth = 0;
  let end = -1;
  for (let i = from; i < line.length && end < 0; i++) {
    const c = line[i] ?? "";
    if (c === '"' || c === "'") i = Math.max(i, line.indexOf(c, i + 1));
    else if ("([{".includes(c)) depth++;
    else if (")]}".includes(c) && --depth === 0) end = i;
    else if (c === "," && depth === 1) cuts.push(i);
  }
  if (end < 0) return;
  cuts.push(end);
  const elements = cuts.slice(1).map((cut, i) => line.slice((cuts[i] ?? 0) + 1, cut));
  const [open, before, after] = [line[from] ?? "", line.slice(0, from), line.slice(end + 1)];
  const close = line[end] ?? "";
  for (const element of elements)
    if (open === "(") yield `${before.replace(/[\w.]+$/, "")}${element.trim()}${after}`;
  for (let i = 0; i < elements.length; i++) {
    const others = elements.filter((_, j) => j !== i).join(",");
    yield `${before}${open}${others.trim()}${close}${after}`;
    for (const plain of ["0", "[]", "None"]) {
      const changed = elements
        .map((e, j) => (j === i && e.trim().length > plain.length ? ` ${plain}` : e))
        .join(",");
      yield `${before}${open}${changed.trim()}${close}${after}`;
    }
  }
}
