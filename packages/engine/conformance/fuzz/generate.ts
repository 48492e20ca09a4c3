/**
 * Random programs of the memory-lesson kind, typed: most statements run, a share raises and says so.
 *
 * A program is a header of imports, some statements at module level, and functions called under `try`. Everything is made
 * from templates (templates/*.ts); this file fills their holes with expressions of the right kind and keeps account of
 * which variables exist where. Same seed, same version, same program.
 */
import type { PythonVersion } from "../../src/python-version.ts";
import { Random } from "./random.ts";
import { minorOf, type Piece, piecesOf, type Template } from "./template.ts";
import { expressions, statements, unions } from "./templates/index.ts";

interface Variable {
  readonly name: string;
  readonly kind: string;
}

/** A block: what was bound inside it may not exist behind it. */
interface Scope {
  readonly parent: Scope | null;
  /** Function bodies end the reach of `del` and assignment. */
  readonly opensFunction: boolean;
  readonly opensClass: boolean;
  readonly places: ReadonlySet<string>;
  variables: Variable[];
}

const maxDepth = 3;
const maxLines = 160;

export function generate(seed: number, version: PythonVersion): string {
  return new Generator(seed, minorOf(version)).program();
}

class Generator {
  readonly #random: Random;
  readonly #minor: number;
  readonly #expressions = new Map<string, Template[]>();
  readonly #statements: Template[];
  readonly #lines: string[] = [];
  #scope: Scope;
  #indent = "";
  #nesting = 0;
  #names = 0;
  #probes = 0;
  /** False between lines that belong together: nothing may be put before the one being made. */
  #mayBind = true;

  constructor(seed: number, minor: number) {
    this.#random = new Random(seed);
    this.#minor = minor;
    const fits = (t: Template) => t.since <= minor && minor < t.until;
    for (const t of expressions.filter(fits)) {
      const list = this.#expressions.get(t.kind) ?? [];
      list.push(t);
      this.#expressions.set(t.kind, list);
    }
    this.#statements = statements.filter(fits);
    this.#scope = {
      parent: null,
      opensFunction: true,
      opensClass: false,
      places: new Set(["top"]),
      variables: [],
    };
  }

  program(): string {
    this.#firstVariables();
    const count = 4 + this.#random.below(8);
    for (let i = 0; i < count && this.#lines.length < maxLines; i++)
      if (this.#random.chance(0.35)) this.#scene();
      else this.#statement();
    this.#probe();
    const body = this.#lines.join("\n");
    return `${this.#header(body)}${body}\n`;
  }

  /** Only what the program names is imported; a full collection makes the collector's state that of this program. */
  #header(body: string): string {
    const used = new Set<string>();
    for (const [, name = ""] of body.matchAll(/(?<![\w.])([a-z_]+)\./g))
      if (modules.has(name)) used.add(name);
    used.add("gc").add("sys");
    const list = [...used].sort((a, b) => a.localeCompare(b));
    const start = this.#random.pick([
      "gc.collect()",
      "gc.disable()\ngc.collect()",
      "gc.collect()\ngc.disable()",
    ]);
    return `import ${list.join(", ")}\n${start}\n`;
  }

  #firstVariables(): void {
    for (const kind of ["list", "inst", "fn", this.#random.pick(["dict", "str", "int", "objs", "tuple"])])
      this.#bind(kind);
  }

  /** A function whose body is random, called at once under `try`. */
  #scene(): void {
    const name = this.#fresh("scene");
    this.#emit(`def ${name}(${this.#parameters()}):`);
    this.#inFunction(["fn", "plain"], () => {
      this.#bind("objs");
      for (let i = 1 + this.#random.below(5); i >= 0; i--) this.#statement();
      this.#probe();
    });
    this.#emit("try:");
    this.#emit(`    print(${name}())`);
    this.#emit("except Exception as error:");
    this.#emit("    print(type(error).__name__, error)");
  }

  #parameters(): string {
    return this.#random.chance(0.3) ? `${this.#fresh("p")}=${this.#expression("any", 1)}` : "";
  }

  #inFunction(places: string[], body: () => void): void {
    this.#inBlock(
      {
        parent: this.#scope,
        opensFunction: true,
        opensClass: false,
        places: new Set(places),
        variables: [],
      },
      body,
    );
  }

  #inBlock(scope: Scope, body: () => void): void {
    const [outer, indent] = [this.#scope, this.#indent];
    this.#scope = scope;
    this.#indent += "    ";
    this.#nesting++;
    body();
    this.#nesting--;
    this.#indent = indent;
    this.#scope = outer;
  }

  // ---- statements ----

  #statement(): void {
    if (this.#random.chance(0.25)) {
      this.#probe();
      return;
    }
    const fits = this.#statements.filter(
      (t) => this.#isPlace(t) && (this.#nesting < maxDepth || !t.text.includes("$block")),
    );
    this.#fill(this.#random.weighted(fits).text);
  }

  #isPlace(t: Template): boolean {
    return t.places.every((place) => this.#scope.places.has(place));
  }

  /** Emits a template of statements line by line, opening and closing scopes with its indentation. */
  #fill(text: string): void {
    const names = new Map<string, string>();
    const open: { depth: number; scope: Scope }[] = [];
    const [outer, base, nesting] = [this.#scope, this.#indent, this.#nesting];
    for (const line of text.split("\n")) {
      const depth = line.length - line.trimStart().length;
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) {
        this.#scope = open.pop()?.scope ?? outer;
      }
      this.#nesting = nesting + open.length;
      this.#indent = base + " ".repeat(depth);
      const content = line.trim();
      this.#mayBind = !(continues.test(content) || this.#lines.at(-1)?.trim().startsWith("@"));
      if (content === "$block") this.#block();
      else if (content === "$probe") this.#probe();
      else if (content === "$del") this.#delete();
      else if (content === "$rebind") this.#rebind();
      else if (content.endsWith(":") && opensBlock.test(content)) {
        const scope = this.#scope;
        const inner: Scope = this.#innerScope(content);
        this.#emit(this.#line(content, names, inner));
        open.push({ depth, scope });
        this.#scope = inner;
      } else this.#emit(this.#line(content, names, this.#scope));
    }
    this.#scope = outer;
    this.#indent = base;
    this.#nesting = nesting;
    this.#mayBind = true;
  }

  /** Only what this block has bound, so that a second round of a loop finds it again. */
  #delete(): void {
    const own = this.#scope.variables;
    if (own.length === 0) {
      this.#emit("pass");
      return;
    }
    const { name } = this.#random.pick(own);
    this.#emit(`del ${name}`);
    this.#scope.variables = own.filter((v) => v.name !== name);
  }

  #rebind(): void {
    const own = this.#localVariables();
    if (own.length === 0) {
      this.#emit("pass");
      return;
    }
    const { name, kind } = this.#random.pick(own);
    const text = this.#expression(kind, 2);
    this.#emit(`${name} = ${text}`);
  }

  #block(): void {
    this.#probe();
    if (this.#lines.length > maxLines) return;
    for (let i = this.#random.below(3); i > 0; i--) this.#statement();
  }

  #innerScope(content: string): Scope {
    const isFunction = /^(async )?def /.test(content);
    const isClass = content.startsWith("class ");
    const places = new Set(isFunction ? ["fn"] : this.#scope.places);
    if (isFunction) places.add(content.startsWith("async ") ? "async" : "plain");
    if (isClass) {
      places.clear();
      places.add("class");
    }
    if (/^(async )?(for|while) /.test(content)) places.add("loop");
    return {
      parent: this.#scope,
      opensFunction: isFunction || isClass,
      opensClass: isClass,
      places,
      variables: [],
    };
  }

  /** The first name a `def` or `class` line binds belongs to the scope around it, the others to its own. */
  #line(content: string, names: Map<string, string>, inner: Scope): string {
    const pieces = piecesOf(content);
    const bindsOutside = /^(async def|def|class) /.test(content);
    const isBinding = /^\$\d:[a-z]+ = /.test(content);
    let first = true;
    const late: [string, string][] = [];
    const text = pieces.map((piece, i) => {
      if (piece.type === "name") return this.#templateName(piece.value, names);
      if (piece.type === "bind") {
        const name = this.#templateName(piece.value, names);
        if (first && bindsOutside) this.#declare(this.#scope, name, piece.kind);
        else late.push([name, piece.kind]);
        first = false;
        return name;
      }
      return this.#piece(pieces, i, isBinding ? maxDepth : 2);
    });
    // What a line binds exists after it.
    for (const [name, kind] of late) this.#declare(inner, name, kind);
    return text.join("");
  }

  #templateName(number: string, names: Map<string, string>): string {
    const known = names.get(number) ?? this.#fresh("");
    names.set(number, known);
    return known;
  }

  #declare(scope: Scope, name: string, kind: string): void {
    if (kind === "any" || kind === "hidden") return;
    scope.variables = scope.variables.filter((v) => v.name !== name);
    if (kind === "gone") return;
    scope.variables.push({ name, kind });
  }

  /** `print` of what is to be seen here, labelled so that a difference names its place. */
  #probe(): void {
    const values = [`"p${this.#probes++}"`];
    for (let i = this.#random.below(3); i >= 0; i--) values.push(this.#expression("probe", 2));
    this.#emit(`print(${values.join(", ")})`);
  }

  #emit(text: string): void {
    this.#lines.push(this.#indent + text);
  }

  // ---- expressions ----

  #piece(pieces: readonly Piece[], i: number, depth: number): string {
    const piece = pieces[i];
    if (piece === undefined || piece.type === "text") return piece?.value ?? "";
    if (piece.type === "variable") return this.#variable(piece.value, this.#scopeVariables());
    if (piece.type === "local") return this.#variable(piece.value, this.#localVariables());
    const made = this.#expression(piece.value, depth - 1);
    // To 3.11 an expression in an f-string has neither its quotes nor a backslash.
    const isLegacyField = pieces[0]?.value.startsWith('f"') === true && this.#minor < 12;
    const text = isLegacyField && /["\\]/.test(made) ? "7" : made;
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    const opens = before?.type === "text" && /[([{,=:]\s*$/.test(before.value);
    if (/^[\d._]+$/.test(text) && after?.type === "text" && after.value.startsWith(".")) return `(${text})`;
    const closes = after === undefined || (after.type === "text" && /^\s*[)\]},:]/.test(after.value));
    return isAtom(text) || (opens && closes) || (before === undefined && after === undefined)
      ? text
      : `(${text})`;
  }

  #expression(kind: string, depth: number): string {
    const resolved = this.#resolve(kind);
    if (depth <= 0 || this.#random.chance(0.3)) {
      const known = this.#visible(resolved);
      if (known.length > 0 && this.#random.chance(0.8)) return this.#random.pick(known).name;
    }
    const all = this.#expressions.get(resolved) ?? [];
    let fitting = all.filter((t) => this.#isPlace(t));
    if (depth <= 0) {
      const leaves = fitting.filter((t) => !t.text.includes("$"));
      if (leaves.length > 0) fitting = leaves;
    }
    if (fitting.length === 0) throw new Error(`no template makes ${kind}`);
    const names = new Map<string, string>();
    const pieces = piecesOf(this.#random.weighted(fitting).text);
    return pieces
      .map((piece, i) => {
        if (piece.type === "name") return this.#templateName(piece.value, names);
        if (piece.type === "bind") {
          const name = this.#templateName(piece.value, names);
          this.#declare(this.#scope, name, piece.kind);
          return name;
        }
        return this.#piece(pieces, i, depth);
      })
      .join("");
  }

  #resolve(kind: string): string {
    let resolved = kind;
    for (let union = unions[resolved]; union !== undefined; union = unions[resolved])
      resolved = this.#random.pick(union);
    return resolved;
  }

  /** A variable of that kind; one is made first where there is none. */
  #variable(kind: string, among: readonly Variable[]): string {
    const kinds = this.#members(kind);
    const known = among.filter((v) => kinds.includes(v.kind));
    if (known.length > 0) return this.#random.pick(known).name;
    const resolved = this.#resolve(kind);
    return this.#mayBind ? this.#bind(resolved) : `(${this.#expression(resolved, 1)})`;
  }

  #members(kind: string): string[] {
    const union = unions[kind];
    return union === undefined ? [kind] : union.flatMap((member) => this.#members(member));
  }

  /** Emits `name = expression` before the line being made. */
  #bind(kind: string): string {
    const text = this.#expression(kind, 2);
    const name = this.#fresh("");
    this.#emit(`${name} = ${text}`);
    this.#declare(this.#scope, name, kind);
    return name;
  }

  /** What this function (or module, or class body) has bound and may bind again. */
  #localVariables(): Variable[] {
    const found: Variable[] = [];
    for (let scope: Scope | null = this.#scope; scope !== null; scope = scope.parent) {
      found.push(...scope.variables);
      if (scope.opensFunction) break;
    }
    return found;
  }

  #visible(kind: string): Variable[] {
    return this.#scopeVariables().filter((v) => v.kind === kind);
  }

  /** Names that can be read here; a class body's are not seen from the functions in it. */
  #scopeVariables(): Variable[] {
    const found: Variable[] = [];
    let crossed = false;
    for (let scope: Scope | null = this.#scope; scope !== null; scope = scope.parent) {
      if (!(scope.opensClass && crossed)) found.push(...scope.variables);
      if (scope.opensFunction && !scope.opensClass) crossed = true;
    }
    return found;
  }

  #fresh(prefix: string): string {
    const n = this.#names++;
    const letters = "abcdefghijkmnpqrstuvwxyz";
    const letter = prefix === "" ? letters[n % letters.length] : prefix;
    return `${letter}${Math.floor(n / (prefix === "" ? letters.length : 1)) || ""}${prefix === "" && n < letters.length ? "0" : ""}`;
  }
}

const continues = /^(elif |else|except|finally|case )/;
const opensBlock = /^(async |def |class |if |elif |else|for |while |try|except|finally|with |match |case )/;

/** Needs no parentheses as an operand. */
function isAtom(text: string): boolean {
  if (/^[\w.]+$/.test(text)) return !/^\d+$/.test(text) || text.length < 12;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if ("'\"".includes(c)) return /^'[^'\\]*'$|^"[^"\\]*"$/.test(text);
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth--;
    else if (depth === 0 && !/[\w.]/.test(c)) return false;
  }
  return !/^(lambda|not|yield|await)\b/.test(text);
}

const modules = new Set(
  (
    "sys gc weakref copy collections itertools functools contextlib operator dataclasses types typing abc enum string math " +
    "random time io tracemalloc traceback warnings atexit logging threading os copyreg array builtins inspect ctypes"
  ).split(" "),
);
