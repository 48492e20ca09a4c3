/** Which node types and names of builtins and modules the programs contained. */
import type { Module } from "../../src/parser/ast.ts";

/** Every tag of ast.ts that a program can contain. */
const nodeTypes = (
  "FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If With " +
  "AsyncWith Match Raise Try TryStar ExceptHandler Assert Import ImportFrom alias Global Nonlocal Expr Pass Break Continue " +
  "BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp GeneratorExp DictComp Await Yield YieldFrom Compare " +
  "Call FormattedValue JoinedStr TemplateStr Interpolation Constant Attribute Subscript Starred Name List Tuple Slice keyword " +
  "arg TypeVar ParamSpec TypeVarTuple MatchValue MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr"
).split(" ");
const operatorTypes = (
  "Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn " +
  "And Or Invert Not UAdd USub"
).split(" ");

export class Coverage {
  readonly #tags = new Set<string>();
  readonly #names = new Set<string>();

  add(module: Module, source: string): void {
    this.#visit(module.body);
    for (const [name] of source.matchAll(/[A-Za-z_]\w*/g)) this.#names.add(name);
  }

  missingNodes(): string[] {
    return [...nodeTypes, ...operatorTypes].filter((tag) => !this.#tags.has(tag));
  }

  /** Of the given names, those that no program said. */
  missingOf(names: readonly string[]): string[] {
    return names.filter((name) => !this.#names.has(name));
  }

  total(): number {
    return nodeTypes.length + operatorTypes.length;
  }

  #visit(node: unknown): void {
    if (Array.isArray(node)) for (const child of node) this.#visit(child);
    else if (typeof node === "object" && node !== null)
      for (const [field, value] of Object.entries(node)) {
        if ((field === "type" || field === "op") && typeof value === "string") this.#tags.add(value);
        else if (field === "ops") for (const op of value as string[]) this.#tags.add(op);
        else this.#visit(value);
      }
  }
}

/** Modules engine.md lists; their public names are asked of an interpreter. */
export const listedModules = (
  "builtins sys gc weakref copy collections itertools functools contextlib operator dataclasses types typing abc enum string " +
  "math random time io tracemalloc traceback warnings atexit logging threading"
).split(" ");
