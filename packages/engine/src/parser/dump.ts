/**
 * The tree as CPython's `ast.dump(tree, include_attributes=…)` prints it in each version: what proves the parser.
 *
 * One table says which fields a constructor has, in the order of Python.asdl. The versions differ in what is left out:
 * to 3.8 nothing is, from 3.9 a None that the grammar calls optional, from 3.13 empty lists, from 3.15 `Load()`.
 */
import type { ConstantValue, Module } from "./ast.ts";
import { pythonRepr } from "./dump-repr.ts";

/**
 * Fields by constructor, as `name:shape`; `>=12` behind a shape: from that version on.
 * `node`, `optional`, `list`: nodes; `text`, `name`, `texts`: a str, one or None, many; `op`, `ops`, `ctx`: constructors
 * without fields; `flag`, `number`: an int; `comment`: always None; `one(X)`, `many(X)`: nodes of the constructor X that
 * have neither type nor place.
 */
const shapes: Readonly<Record<string, string>> = {
  Module: "body:list type_ignores:nothing",
  FunctionDef:
    "name:text args:one(arguments) body:list decorator_list:list returns:optional type_comment:comment type_params:list>=12",
  ClassDef: "name:text bases:list keywords:list body:list decorator_list:list type_params:list>=12",
  Return: "value:optional",
  Delete: "targets:list",
  Assign: "targets:list value:node type_comment:comment",
  TypeAlias: "name:node type_params:list value:node",
  AugAssign: "target:node op:op value:node",
  AnnAssign: "target:node annotation:node value:optional simple:flag",
  For: "target:node iter:node body:list orelse:list type_comment:comment",
  While: "test:node body:list orelse:list",
  If: "test:node body:list orelse:list",
  With: "items:many(withitem) body:list type_comment:comment",
  withitem: "context_expr:node optional_vars:optional",
  Match: "subject:node cases:many(match_case)",
  match_case: "pattern:node guard:optional body:list",
  Raise: "exc:optional cause:optional",
  Try: "body:list handlers:list orelse:list finalbody:list",
  ExceptHandler: "type:optional name:name body:list",
  Assert: "test:node msg:optional",
  Import: "names:list is_lazy:flag>=15",
  ImportFrom: "module:name names:list level:number is_lazy:flag>=15",
  alias: "name:text asname:name",
  Global: "names:texts",
  Expr: "value:node",
  Pass: "",
  BoolOp: "op:op values:list",
  NamedExpr: "target:node value:node",
  BinOp: "left:node op:op right:node",
  UnaryOp: "op:op operand:node",
  Lambda: "args:one(arguments) body:node",
  IfExp: "test:node body:node orelse:node",
  Dict: "keys:list values:list",
  Set: "elts:list",
  ListComp: "elt:node generators:many(comprehension)",
  DictComp: "key:node value:optional generators:many(comprehension)",
  comprehension: "target:node iter:node ifs:list is_async:flag",
  Await: "value:node",
  Yield: "value:optional",
  Compare: "left:node ops:ops comparators:list",
  Call: "func:node args:list keywords:list",
  keyword: "arg:name value:node",
  FormattedValue: "value:node conversion:conversion format_spec:optional",
  Interpolation: "value:node str:text conversion:conversion format_spec:optional",
  JoinedStr: "values:list",
  Constant: "value:constant kind:prefix",
  Attribute: "value:node attr:text ctx:ctx",
  Subscript: "value:node slice:slice ctx:ctx",
  Starred: "value:node ctx:ctx",
  Name: "id:text ctx:ctx",
  List: "elts:list ctx:ctx",
  Slice: "lower:optional upper:optional step:optional",
  arguments:
    "posonlyargs:list args:list vararg:optional kwonlyargs:list kw_defaults:list kwarg:optional defaults:list",
  arg: "arg:text annotation:optional type_comment:comment",
  TypeVar: "name:text bound:optional default_value:optional>=13",
  ParamSpec: "name:text default_value:optional>=13",
  MatchValue: "value:node",
  MatchSingleton: "value:constant",
  MatchSequence: "patterns:list",
  MatchMapping: "keys:list patterns:list rest:name",
  MatchClass: "cls:node patterns:list kwd_attrs:texts kwd_patterns:list",
  MatchStar: "name:name",
  MatchAs: "pattern:optional name:name",
};

/** Constructors with the fields of another. */
const alike: Readonly<Record<string, string>> = {
  AsyncFunctionDef: "FunctionDef",
  AsyncFor: "For",
  AsyncWith: "With",
  TryStar: "Try",
  Nonlocal: "Global",
  Break: "Pass",
  Continue: "Pass",
  SetComp: "ListComp",
  GeneratorExp: "ListComp",
  YieldFrom: "Await",
  TemplateStr: "JoinedStr",
  Tuple: "List",
  TypeVarTuple: "ParamSpec",
  MatchOr: "MatchSequence",
};

/** Nodes that had no place before that version. */
const placedSince: Readonly<Record<string, number>> = { Slice: 9, keyword: 9, alias: 10 };

/** A node as a bag of fields: the dump goes by the table, not by the types. */
type Fields = Readonly<Record<string, unknown>>;

/** The dump of `module`, with or without positions. */
export function dump(module: Module, minor: number, includeAttributes: boolean): string {
  return new Dumper(minor, includeAttributes).node("Module", { ...module });
}

class Dumper {
  private readonly minor: number;
  private readonly attributes: boolean;

  constructor(minor: number, attributes: boolean) {
    this.minor = minor;
    this.attributes = attributes;
  }

  node(name: string, node: Fields): string {
    const parts: string[] = [];
    for (const field of (shapes[alike[name] ?? name] ?? "").split(" ")) {
      const text = field === "" ? null : this.field(field, node);
      if (text !== null) parts.push(text);
    }
    if (this.attributes && node.lineno !== undefined && this.minor >= (placedSince[name] ?? 0)) {
      parts.push(`lineno=${node.lineno}, col_offset=${node.colOffset}`);
      parts.push(`end_lineno=${node.endLineno}, end_col_offset=${node.endColOffset}`);
    }
    return `${name}(${parts.join(", ")})`;
  }

  /** `name=value`, or null where this version leaves the field out. */
  private field(field: string, node: Fields): string | null {
    const [described, since] = field.split(">=");
    if (since !== undefined && this.minor < Number(since)) return null;
    const [name, shape] = described!.split(":") as [string, string];
    const text = this.value(shape, this.fieldOf(name, node), node);
    if (text === "None" && optionalShapes.has(shape) && this.minor >= 9) return null;
    if (text === "[]" && this.minor >= 13) return null;
    if (text === "Load()" && this.minor >= 15) return null;
    return `${name}=${text}`;
  }

  private fieldOf(name: string, node: Fields): unknown {
    if (node.type === "ExceptHandler" && name === "type") return node.exc;
    return node[name.replace(/_[a-z]/g, (letter) => letter.charAt(1).toUpperCase())];
  }

  private value(shape: string, value: unknown, node: Fields): string {
    if (value === null || shape === "comment") return "None";
    const named = /^(?:one|many)\((\w+)\)$/.exec(shape);
    if (named !== null) return this.nameless(named[1]!, value);
    switch (shape) {
      case "nothing":
        return "[]";
      case "text":
      case "name":
        return pythonRepr(String(value));
      case "texts":
        return `[${asList(value)
          .map((text) => pythonRepr(String(text)))
          .join(", ")}]`;
      case "op":
      case "ctx":
        return `${value}()`;
      case "ops":
        return `[${asList(value)
          .map((op) => `${op}()`)
          .join(", ")}]`;
      case "flag":
        return value === true ? "1" : "0";
      case "number":
        return String(value);
      case "conversion":
        return value === "" ? "-1" : String(String(value).charCodeAt(0));
      case "constant":
        // The table says so.
        return pythonRepr(value as ConstantValue);
      case "prefix":
        return hasPrefix(node.value) ? "'u'" : "None";
      case "slice":
        return this.slice(value);
      default:
        return Array.isArray(value) ? `[${value.map((item) => this.any(item)).join(", ")}]` : this.any(value);
    }
  }

  private nameless(name: string, value: unknown): string {
    if (!Array.isArray(value)) return this.node(name, asFields(value));
    return `[${value.map((item) => this.node(name, asFields(item))).join(", ")}]`;
  }

  private any(value: unknown): string {
    if (value === null) return "None";
    const node = asFields(value);
    return this.node(String(node.type), node);
  }

  /** To 3.8 a subscript holds an Index, a Slice or an ExtSlice, none of which has a position. */
  private slice(value: unknown): string {
    const node = asFields(value);
    if (this.minor >= 9 || node.type === "Slice") return this.any(value);
    const elts = node.type === "Tuple" ? asList(node.elts) : [];
    if (elts.some((elt) => asFields(elt).type === "Slice")) {
      return `ExtSlice(dims=[${elts.map((elt) => this.slice(elt)).join(", ")}])`;
    }
    return `Index(value=${this.any(value)})`;
  }
}

/** Shapes whose None is left out from 3.9. */
const optionalShapes: ReadonlySet<string> = new Set(["optional", "name", "comment", "prefix"]);

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function hasPrefix(value: unknown): boolean {
  return asFields(value).prefixU === true;
}
