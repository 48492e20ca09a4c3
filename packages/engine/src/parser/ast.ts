/**
 * The abstract syntax tree.   [mirrors Parser/Python.asdl, the union of 3.8 … 3.15]
 *
 * One interface per constructor, `type` as the tag, field names as in CPython's `ast` module but camelCased.
 * Positions follow CPython: lines from 1, columns from 0 counted in UTF-8 bytes, `end…` exclusive.
 */

export interface Location {
  readonly lineno: number;
  readonly colOffset: number;
  readonly endLineno: number;
  readonly endColOffset: number;
}

export interface Module {
  readonly type: "Module";
  readonly body: readonly Stmt[];
}

/** The value of a constant as the source wrote it; an int keeps every digit, a complex is always imaginary. */
export type ConstantValue =
  | { readonly kind: "none" | "true" | "false" | "ellipsis" }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "complex"; readonly imag: number }
  /** A str is a JS string of UTF-16 code units; lone surrogates stand for themselves. */
  | { readonly kind: "str"; readonly value: string; readonly prefixU: boolean }
  | { readonly kind: "bytes"; readonly value: Uint8Array };

interface Node extends Location {
  readonly type: string;
}

// ---- statements ----------------------------------------------------------------------------------------------

export interface FunctionDef extends Node {
  readonly type: "FunctionDef" | "AsyncFunctionDef";
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Stmt[];
  readonly decoratorList: readonly Expr[];
  readonly returns: Expr | null;
  readonly typeParams: readonly TypeParam[];
}
export interface ClassDef extends Node {
  readonly type: "ClassDef";
  readonly name: string;
  readonly bases: readonly Expr[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Stmt[];
  readonly decoratorList: readonly Expr[];
  readonly typeParams: readonly TypeParam[];
}
export interface Return extends Node {
  readonly type: "Return";
  readonly value: Expr | null;
}
export interface Delete extends Node {
  readonly type: "Delete";
  readonly targets: readonly Expr[];
}
export interface Assign extends Node {
  readonly type: "Assign";
  readonly targets: readonly Expr[];
  readonly value: Expr;
}
export interface TypeAlias extends Node {
  readonly type: "TypeAlias";
  readonly name: Name;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expr;
}
export interface AugAssign extends Node {
  readonly type: "AugAssign";
  readonly target: Name | Attribute | Subscript;
  readonly op: Operator;
  readonly value: Expr;
}
export interface AnnAssign extends Node {
  readonly type: "AnnAssign";
  readonly target: Name | Attribute | Subscript;
  readonly annotation: Expr;
  readonly value: Expr | null;
  /** True for a bare name (not in parentheses): only those are annotated variables. */
  readonly simple: boolean;
}
export interface For extends Node {
  readonly type: "For" | "AsyncFor";
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface While extends Node {
  readonly type: "While";
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface If extends Node {
  readonly type: "If";
  readonly test: Expr;
  readonly body: readonly Stmt[];
  readonly orelse: readonly Stmt[];
}
export interface With extends Node {
  readonly type: "With" | "AsyncWith";
  readonly items: readonly WithItem[];
  readonly body: readonly Stmt[];
}
export interface WithItem {
  readonly contextExpr: Expr;
  readonly optionalVars: Expr | null;
}
export interface Match extends Node {
  readonly type: "Match";
  readonly subject: Expr;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase {
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: readonly Stmt[];
}
export interface Raise extends Node {
  readonly type: "Raise";
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}
export interface Try extends Node {
  readonly type: "Try" | "TryStar";
  readonly body: readonly Stmt[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Stmt[];
  readonly finalbody: readonly Stmt[];
}
export interface ExceptHandler extends Node {
  readonly type: "ExceptHandler";
  readonly exc: Expr | null;
  readonly name: string | null;
  readonly body: readonly Stmt[];
}
export interface Assert extends Node {
  readonly type: "Assert";
  readonly test: Expr;
  readonly msg: Expr | null;
}
export interface Import extends Node {
  readonly type: "Import";
  readonly names: readonly Alias[];
  /** `lazy import` of 3.15 (PEP 810). */
  readonly isLazy: boolean;
}
export interface ImportFrom extends Node {
  readonly type: "ImportFrom";
  readonly module: string | null;
  readonly names: readonly Alias[];
  /** Number of leading dots. */
  readonly level: number;
  readonly isLazy: boolean;
}
export interface Alias extends Node {
  readonly type: "alias";
  readonly name: string;
  readonly asname: string | null;
}
export interface Global extends Node {
  readonly type: "Global";
  readonly names: readonly string[];
}
export interface Nonlocal extends Node {
  readonly type: "Nonlocal";
  readonly names: readonly string[];
}
export interface ExprStmt extends Node {
  readonly type: "Expr";
  readonly value: Expr;
}
export interface Pass extends Node {
  readonly type: "Pass" | "Break" | "Continue";
}

export type Stmt =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass;

// ---- expressions ---------------------------------------------------------------------------------------------

export interface BoolOp extends Node {
  readonly type: "BoolOp";
  readonly op: "And" | "Or";
  readonly values: readonly Expr[];
}
export interface NamedExpr extends Node {
  readonly type: "NamedExpr";
  readonly target: Name;
  readonly value: Expr;
}
export interface BinOp extends Node {
  readonly type: "BinOp";
  readonly left: Expr;
  readonly op: Operator;
  readonly right: Expr;
}
export interface UnaryOp extends Node {
  readonly type: "UnaryOp";
  readonly op: "Invert" | "Not" | "UAdd" | "USub";
  readonly operand: Expr;
}
export interface Lambda extends Node {
  readonly type: "Lambda";
  readonly args: Arguments;
  readonly body: Expr;
}
export interface IfExp extends Node {
  readonly type: "IfExp";
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}
export interface Dict extends Node {
  readonly type: "Dict";
  /** null where the value is a `**mapping`. */
  readonly keys: readonly (Expr | null)[];
  readonly values: readonly Expr[];
}
export interface SetExpr extends Node {
  readonly type: "Set";
  readonly elts: readonly Expr[];
}
export interface ListComp extends Node {
  readonly type: "ListComp" | "SetComp" | "GeneratorExp";
  readonly elt: Expr;
  readonly generators: readonly Comprehension[];
}
export interface DictComp extends Node {
  readonly type: "DictComp";
  readonly key: Expr;
  /** null for `{**d for d in ds}` (3.15, PEP 798; then `key` is the mapping). */
  readonly value: Expr | null;
  readonly generators: readonly Comprehension[];
}
export interface Comprehension {
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: readonly Expr[];
  readonly isAsync: boolean;
}
export interface Await extends Node {
  readonly type: "Await";
  readonly value: Expr;
}
export interface Yield extends Node {
  readonly type: "Yield";
  readonly value: Expr | null;
}
export interface YieldFrom extends Node {
  readonly type: "YieldFrom";
  readonly value: Expr;
}
export interface Compare extends Node {
  readonly type: "Compare";
  readonly left: Expr;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expr[];
}
export interface Call extends Node {
  readonly type: "Call";
  readonly func: Expr;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}
export interface FormattedValue extends Node {
  readonly type: "FormattedValue";
  readonly value: Expr;
  readonly conversion: "" | "s" | "r" | "a";
  readonly formatSpec: JoinedStr | null;
}
export interface JoinedStr extends Node {
  readonly type: "JoinedStr";
  readonly values: readonly Expr[];
}
/** A t-string (3.14, PEP 750). */
export interface TemplateStr extends Node {
  readonly type: "TemplateStr";
  readonly values: readonly Expr[];
}
export interface Interpolation extends Node {
  readonly type: "Interpolation";
  readonly value: Expr;
  /** The expression's source text. */
  readonly str: string;
  readonly conversion: "" | "s" | "r" | "a";
  readonly formatSpec: JoinedStr | null;
}
export interface Constant extends Node {
  readonly type: "Constant";
  readonly value: ConstantValue;
}
export interface Attribute extends Node {
  readonly type: "Attribute";
  readonly value: Expr;
  readonly attr: string;
  readonly ctx: ExprContext;
}
export interface Subscript extends Node {
  readonly type: "Subscript";
  readonly value: Expr;
  readonly slice: Expr;
  readonly ctx: ExprContext;
}
export interface Starred extends Node {
  readonly type: "Starred";
  readonly value: Expr;
  readonly ctx: ExprContext;
}
export interface Name extends Node {
  readonly type: "Name";
  readonly id: string;
  readonly ctx: ExprContext;
}
export interface ListExpr extends Node {
  readonly type: "List";
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}
export interface TupleExpr extends Node {
  readonly type: "Tuple";
  readonly elts: readonly Expr[];
  readonly ctx: ExprContext;
}
export interface SliceExpr extends Node {
  readonly type: "Slice";
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | DictComp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | TemplateStr
  | Interpolation
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | ListExpr
  | TupleExpr
  | SliceExpr;

export type ExprContext = "Load" | "Store" | "Del";

export const operators = [
  "Add",
  "Sub",
  "Mult",
  "MatMult",
  "Div",
  "Mod",
  "Pow",
  "LShift",
  "RShift",
  "BitOr",
  "BitXor",
  "BitAnd",
  "FloorDiv",
] as const;
export type Operator = (typeof operators)[number];

export const compareOperators = [
  "Eq",
  "NotEq",
  "Lt",
  "LtE",
  "Gt",
  "GtE",
  "Is",
  "IsNot",
  "In",
  "NotIn",
] as const;
export type CompareOperator = (typeof compareOperators)[number];

export interface Keyword extends Node {
  readonly type: "keyword";
  /** null for `**mapping`. */
  readonly arg: string | null;
  readonly value: Expr;
}
export interface Arg extends Node {
  readonly type: "arg";
  readonly arg: string;
  readonly annotation: Expr | null;
}
export interface Arguments {
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One entry per keyword-only argument; null where it has no default. */
  readonly kwDefaults: readonly (Expr | null)[];
  readonly kwarg: Arg | null;
  /** Defaults of the last `defaults.length` positional arguments. */
  readonly defaults: readonly Expr[];
}

export interface TypeParam extends Node {
  readonly type: "TypeVar" | "ParamSpec" | "TypeVarTuple";
  readonly name: string;
  readonly bound: Expr | null;
  readonly defaultValue: Expr | null;
}

// ---- patterns ------------------------------------------------------------------------------------------------

export interface MatchValue extends Node {
  readonly type: "MatchValue";
  readonly value: Expr;
}
export interface MatchSingleton extends Node {
  readonly type: "MatchSingleton";
  readonly value: ConstantValue;
}
export interface MatchSequence extends Node {
  readonly type: "MatchSequence";
  readonly patterns: readonly Pattern[];
}
export interface MatchMapping extends Node {
  readonly type: "MatchMapping";
  readonly keys: readonly Expr[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Node {
  readonly type: "MatchClass";
  readonly cls: Expr;
  readonly patterns: readonly Pattern[];
  readonly kwdAttrs: readonly string[];
  readonly kwdPatterns: readonly Pattern[];
}
export interface MatchStar extends Node {
  readonly type: "MatchStar";
  readonly name: string | null;
}
export interface MatchAs extends Node {
  readonly type: "MatchAs";
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Node {
  readonly type: "MatchOr";
  readonly patterns: readonly Pattern[];
}
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;
