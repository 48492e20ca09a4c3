/**
 * Library modules written in Python: what of a module runs when it is imported, and what waits until its name is used.
 *
 * A definition, a name taken from another module, or a constant that is bound once, at the top, and only there, can wait:
 * running it later gives the same value. Everything else runs in its order.
 */
import type { CodeUnit } from "../compiler/code.ts";
import { compileModule } from "../compiler/compile.ts";
import { builtinsModule, publicTypes } from "../modules/builtins.ts";
import type { Expr, Stmt } from "../parser/ast.ts";
import { parseModule } from "../parser/parser.ts";
import { minorVersion } from "../python-version.ts";
import { type Profile, profiles } from "../version.ts";

export interface LibraryModule {
  /** Run at once. */
  readonly body: CodeUnit;
  /** Modules whose names are taken later; they are imported at once all the same. */
  readonly imports: readonly string[];
  /** What makes each of the names that wait, in order of the source. */
  readonly waiting: ReadonlyMap<string, Waiting>;
}

/** Compiled when it is first run in any of the runs. */
export interface Waiting {
  code(): CodeUnit;
}

/** What compiling a library module gives depends on its text and the version alone, so it is done once for all runs. */
const known = new Map<string, LibraryModule>();

export function libraryModule(version: Profile["version"], source: string, filename: string): LibraryModule {
  const key = `${version} ${filename}`;
  let module = known.get(key);
  if (module === undefined) {
    module = prepare(version, source, filename);
    known.set(key, module);
  }
  return module;
}

function prepare(version: Profile["version"], source: string, filename: string): LibraryModule {
  const parsed = parseModule(source, version);
  if (!parsed.ok)
    throw new Error(`${filename}: ${parsed.diagnostic.message} at ${parsed.diagnostic.range.lineno}`);
  const body = liveStatements(parsed.module.body, minorVersion(version));
  const compile = (statements: readonly Stmt[]): CodeUnit => {
    const compiled = compileModule(statements, {
      source,
      filename,
      profile: profiles[version],
      mode: "exec",
    });
    if (!compiled.ok) throw new Error(`${filename}: ${compiled.diagnostic.message}`);
    return compiled.code;
  };
  const bindings = countBindings(body);
  // A definition may refer to what is deleted later.
  const mayWait = !body.some((statement) => statement.type === "Delete");
  const isBoundOnce = (name: string): boolean =>
    mayWait && bindings.get(name) === 1 && !builtinNames.has(name);
  const waiting = new Map<string, Waiting>();
  const imports: string[] = [];
  const now = body.filter((statement) => {
    const parts = laterParts(statement, isBoundOnce);
    if (parts === null) return true;
    for (const [name, part] of parts)
      waiting.set(
        name,
        compiledOnce(() => compile([part])),
      );
    if (statement.type === "ImportFrom" && statement.module !== null) imports.push(statement.module);
    if (statement.type === "Import") for (const { name } of statement.names) imports.push(name);
    return false;
  });
  return { body: compile(now), imports, waiting };
}

/** `if sys.version_info >= (3, 12):` is decided here, so that what stands inside can wait as well. */
function liveStatements(body: readonly Stmt[], minor: number): Stmt[] {
  return body.flatMap((statement) => {
    const holds = statement.type === "If" ? versionTest(statement.test, minor) : null;
    if (statement.type !== "If" || holds === null) return [statement];
    return liveStatements(holds ? statement.body : statement.orelse, minor);
  });
}

/** Null: another test. */
function versionTest(test: Expr, minor: number): boolean | null {
  if (test.type !== "Compare" || test.left.type !== "Attribute" || test.left.attr !== "version_info")
    return null;
  const [right] = test.comparators;
  const [, second] = right?.type === "Tuple" ? right.elts : [];
  if (second?.type !== "Constant" || second.value.kind !== "int") return null;
  const isLater = minor >= Number(second.value.value);
  if (test.ops[0] === "GtE") return isLater;
  return test.ops[0] === "Lt" ? !isLater : null;
}

function compiledOnce(compile: () => CodeUnit): Waiting {
  let unit: CodeUnit | null = null;
  return {
    code: () => {
      unit ??= compile();
      return unit;
    },
  };
}

/** A name that waits is missed only where builtins lack it. */
const builtinNames: ReadonlySet<string> = new Set([
  ...publicTypes,
  ...(builtinsModule.functions ?? []).map(({ name }) => name),
]);

type IsBoundOnce = (name: string) => boolean;

/** The statement as one that makes each of its names; null when it has to run in its turn. */
function laterParts(statement: Stmt, isBoundOnce: IsBoundOnce): [string, Stmt][] | null {
  switch (statement.type) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return isBoundOnce(statement.name) ? [[statement.name, statement]] : null;
    case "Import": {
      const parts = statement.names.map((alias): [string, Stmt] => [
        alias.asname ?? alias.name,
        { ...statement, names: [alias] },
      ]);
      return parts.every(([name]) => !name.includes(".") && isBoundOnce(name)) ? parts : null;
    }
    case "ImportFrom": {
      if (statement.level !== 0 || statement.module === "__future__") return null;
      const parts = statement.names.map((alias): [string, Stmt] => [
        alias.asname ?? alias.name,
        { ...statement, names: [alias] },
      ]);
      return parts.every(([name]) => name !== "*" && isBoundOnce(name)) ? parts : null;
    }
    case "Assign": {
      const [target, ...more] = statement.targets;
      if (target?.type !== "Name" || more.length > 0 || !isBoundOnce(target.id)) return null;
      return isConstantLike(statement.value) ? [[target.id, statement]] : null;
    }
    default:
      return null;
  }
}

/** Calls of these do nothing but make what they return. */
const makers: ReadonlySet<string> = new Set([
  ...["object", "type", "namedtuple", "Random", "Formatter", "TypeVar"],
  ...["_HAS_DEFAULT_FACTORY_CLASS", "_MISSING_TYPE", "_KW_ONLY_TYPE", "_FIELD_BASE"],
  ...["_NoDefault", "_SpecialForm", "_SpecialAlias", "_protocol"],
]);

/** Constants, names, and what is made of them without anybody noticing. */
function isConstantLike(node: Expr): boolean {
  switch (node.type) {
    case "Constant":
    case "Name":
    case "Lambda":
      return true;
    case "Attribute":
      return isConstantLike(node.value);
    case "BinOp":
      return isConstantLike(node.left) && isConstantLike(node.right);
    case "Tuple":
    case "List":
    case "Set":
      return node.elts.every(isConstantLike);
    case "Dict":
      return (
        node.keys.every((key) => key !== null && isConstantLike(key)) && node.values.every(isConstantLike)
      );
    case "Call":
      return node.func.type === "Name" && makers.has(node.func.id) && node.args.every(isConstantLike);
    default:
      return false;
  }
}

/**
 * How often each name of the module is bound. A name that goes away again, or that a function rebinds, counts twice, so
 * that it never waits.
 */
function countBindings(body: readonly Stmt[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (name: string, times = 1): void => {
    counts.set(name, (counts.get(name) ?? 0) + times);
  };
  const visit = (node: unknown, isInner: boolean): void => {
    if (typeof node !== "object" || node === null || node instanceof Uint8Array) return;
    const statement = node as Stmt | Expr;
    if (!isInner || statement.type === "Global") countNode(statement, count);
    const opensScope =
      statement.type === "FunctionDef" ||
      statement.type === "AsyncFunctionDef" ||
      statement.type === "ClassDef";
    for (const value of Object.values(node)) visit(value, isInner || opensScope);
  };
  visit(body, false);
  return counts;
}

function countNode(node: Stmt | Expr, count: (name: string, times?: number) => void): void {
  switch (node.type) {
    case "Name":
      if (node.ctx !== "Load") count(node.id, node.ctx === "Del" ? 2 : 1);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      count(node.name);
      return;
    case "Import":
    case "ImportFrom":
      for (const { name, asname } of node.names) count(asname ?? (name.split(".")[0] as string));
      return;
    case "Global":
      for (const name of node.names) count(name, 2);
  }
}
