/**
 * The tree as CPython's `ast.dump(tree, include_attributes=…)` prints it in each version: what proves the parser.
 *
 * A node is described once, by its constructor's name and fields in the order of Python.asdl; the versions differ in
 * what is left out: to 3.8 nothing is, from 3.9 a None that the grammar calls optional, from 3.13 empty lists too.
 */
import type {
  Alias,
  Arg,
  Arguments,
  Comprehension,
  ConstantValue,
  ExceptHandler,
  Expr,
  Keyword,
  Location,
  MatchCase,
  Module,
  Pattern,
  Stmt,
  TypeParam,
  WithItem,
} from "./ast.ts";
import { pythonRepr } from "./dump-repr.ts";

type Node = Stmt | Expr | Pattern | Arg | Keyword | Alias | ExceptHandler | TypeParam;
type Field = readonly [name: string, text: string, shape: "one" | "optional" | "list"];

/** The dump of `module`, with or without positions. */
export function dump(module: Module, minor: number, includeAttributes: boolean): string {
  return new Dumper(minor, includeAttributes).module(module);
}

class Dumper {
  private readonly minor: number;
  private readonly attributes: boolean;

  constructor(minor: number, attributes: boolean) {
    this.minor = minor;
    this.attributes = attributes;
  }

  module(module: Module): string {
    return this.node("Module", [this.list("body", module.body), ["type_ignores", "[]", "list"]], null);
  }

  // ---- pieces ------------------------------------------------------------------------------------------------

  private node(name: string, fields: readonly (Field | null)[], at: Location | null): string {
    const shown = fields.filter((field) => field !== null && this.isShown(field));
    const parts = shown.map((field) => `${field![0]}=${field![1]}`);
    if (at !== null && this.attributes) {
      parts.push(`lineno=${at.lineno}`, `col_offset=${at.colOffset}`);
      parts.push(`end_lineno=${at.endLineno}`, `end_col_offset=${at.endColOffset}`);
    }
    return `${name}(${parts.join(", ")})`;
  }

  private isShown([, text, shape]: Field): boolean {
    if (shape === "optional" && text === "None") return this.minor < 9;
    if (shape === "list" && text === "[]") return this.minor < 13;
    return true;
  }

  private one(name: string, value: Node): Field {
    return [name, this.any(value), "one"];
  }

  private optional(name: string, value: Node | null): Field {
    return [name, value === null ? "None" : this.any(value), "optional"];
  }

  private optionalText(name: string, value: string | null): Field {
    return [name, value === null ? "None" : pythonRepr(value), "optional"];
  }

  private text(name: string, value: string): Field {
    return [name, pythonRepr(value), "one"];
  }

  private list(name: string, values: readonly (Node | null)[]): Field {
    return [
      name,
      `[${values.map((value) => (value === null ? "None" : this.any(value))).join(", ")}]`,
      "list",
    ];
  }

  private texts(name: string, values: readonly string[]): Field {
    return [name, `[${values.join(", ")}]`, "list"];
  }

  /** Contexts are nodes too; 3.15 leaves out the most common one. */
  private ctx(ctx: string): Field | null {
    if (ctx === "Load" && this.minor >= 15) return null;
    return ["ctx", `${ctx}()`, "one"];
  }

  private typeComment(): Field {
    return ["type_comment", "None", "optional"];
  }

  private typeParams(params: readonly TypeParam[]): Field | null {
    return this.minor < 12 ? null : this.list("type_params", params);
  }

  private any(node: Node): string {
    return this.statement(node) ?? this.expression(node) ?? this.pattern(node) ?? this.small(node);
  }

  // ---- statements --------------------------------------------------------------------------------------------

  private statement(node: Node): string | null {
    switch (node.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.node(
          node.type,
          [
            this.text("name", node.name),
            ["args", this.arguments(node.args), "one"],
            this.list("body", node.body),
            this.list("decorator_list", node.decoratorList),
            this.optional("returns", node.returns),
            this.typeComment(),
            this.typeParams(node.typeParams),
          ],
          node,
        );
      case "ClassDef":
        return this.node(
          "ClassDef",
          [
            this.text("name", node.name),
            this.list("bases", node.bases),
            this.list("keywords", node.keywords),
            this.list("body", node.body),
            this.list("decorator_list", node.decoratorList),
            this.typeParams(node.typeParams),
          ],
          node,
        );
      case "Return":
        return this.node("Return", [this.optional("value", node.value)], node);
      case "Delete":
        return this.node("Delete", [this.list("targets", node.targets)], node);
      case "Assign":
        return this.node(
          "Assign",
          [this.list("targets", node.targets), this.one("value", node.value), this.typeComment()],
          node,
        );
      case "TypeAlias":
        return this.node(
          "TypeAlias",
          [
            this.one("name", node.name),
            this.list("type_params", node.typeParams),
            this.one("value", node.value),
          ],
          node,
        );
      case "AugAssign":
        return this.node(
          "AugAssign",
          [this.one("target", node.target), ["op", `${node.op}()`, "one"], this.one("value", node.value)],
          node,
        );
      case "AnnAssign":
        return this.node(
          "AnnAssign",
          [
            this.one("target", node.target),
            this.one("annotation", node.annotation),
            this.optional("value", node.value),
            ["simple", node.simple ? "1" : "0", "one"],
          ],
          node,
        );
      case "For":
      case "AsyncFor":
        return this.node(
          node.type,
          [
            this.one("target", node.target),
            this.one("iter", node.iter),
            this.list("body", node.body),
            this.list("orelse", node.orelse),
            this.typeComment(),
          ],
          node,
        );
      case "While":
      case "If":
        return this.node(
          node.type,
          [this.one("test", node.test), this.list("body", node.body), this.list("orelse", node.orelse)],
          node,
        );
      case "With":
      case "AsyncWith":
        return this.node(
          node.type,
          [
            this.texts(
              "items",
              node.items.map((item) => this.withItem(item)),
            ),
            this.list("body", node.body),
            this.typeComment(),
          ],
          node,
        );
      case "Match":
        return this.node(
          "Match",
          [
            this.one("subject", node.subject),
            this.texts(
              "cases",
              node.cases.map((item) => this.matchCase(item)),
            ),
          ],
          node,
        );
      default:
        return this.rarerStatement(node);
    }
  }

  private rarerStatement(node: Node): string | null {
    switch (node.type) {
      case "Raise":
        return this.node("Raise", [this.optional("exc", node.exc), this.optional("cause", node.cause)], node);
      case "Try":
      case "TryStar":
        return this.node(
          node.type,
          [
            this.list("body", node.body),
            this.list("handlers", node.handlers),
            this.list("orelse", node.orelse),
            this.list("finalbody", node.finalbody),
          ],
          node,
        );
      case "Assert":
        return this.node("Assert", [this.one("test", node.test), this.optional("msg", node.msg)], node);
      case "Import":
        return this.node("Import", [this.list("names", node.names), this.isLazy(node.isLazy)], node);
      case "ImportFrom":
        return this.node(
          "ImportFrom",
          [
            this.optionalText("module", node.module),
            this.list("names", node.names),
            ["level", String(node.level), "one"],
            this.isLazy(node.isLazy),
          ],
          node,
        );
      case "Global":
      case "Nonlocal":
        return this.node(node.type, [this.texts("names", node.names.map(pythonRepr))], node);
      case "Expr":
        return this.node("Expr", [this.one("value", node.value)], node);
      case "Pass":
      case "Break":
      case "Continue":
        return this.node(node.type, [], node);
      default:
        return null;
    }
  }

  private isLazy(isLazy: boolean): Field | null {
    if (this.minor < 15) return null;
    return ["is_lazy", isLazy ? "1" : "0", "one"];
  }

  private withItem(item: WithItem): string {
    const fields = [
      this.one("context_expr", item.contextExpr),
      this.optional("optional_vars", item.optionalVars),
    ];
    return this.node("withitem", fields, null);
  }

  private matchCase(item: MatchCase): string {
    return this.node(
      "match_case",
      [this.one("pattern", item.pattern), this.optional("guard", item.guard), this.list("body", item.body)],
      null,
    );
  }

  // ---- expressions -------------------------------------------------------------------------------------------

  private expression(node: Node): string | null {
    switch (node.type) {
      case "Constant":
        return this.constant(node.value, node);
      case "Name":
        return this.node("Name", [this.text("id", node.id), this.ctx(node.ctx)], node);
      case "Attribute":
        return this.node(
          "Attribute",
          [this.one("value", node.value), this.text("attr", node.attr), this.ctx(node.ctx)],
          node,
        );
      case "Call":
        return this.node(
          "Call",
          [this.one("func", node.func), this.list("args", node.args), this.list("keywords", node.keywords)],
          node,
        );
      case "Subscript":
        return this.node(
          "Subscript",
          [this.one("value", node.value), ["slice", this.slice(node.slice), "one"], this.ctx(node.ctx)],
          node,
        );
      case "BoolOp":
        return this.node("BoolOp", [["op", `${node.op}()`, "one"], this.list("values", node.values)], node);
      case "NamedExpr":
        return this.node("NamedExpr", [this.one("target", node.target), this.one("value", node.value)], node);
      case "BinOp":
        return this.node(
          "BinOp",
          [this.one("left", node.left), ["op", `${node.op}()`, "one"], this.one("right", node.right)],
          node,
        );
      case "UnaryOp":
        return this.node("UnaryOp", [["op", `${node.op}()`, "one"], this.one("operand", node.operand)], node);
      case "Lambda":
        return this.node(
          "Lambda",
          [["args", this.arguments(node.args), "one"], this.one("body", node.body)],
          node,
        );
      case "IfExp":
        return this.node(
          "IfExp",
          [this.one("test", node.test), this.one("body", node.body), this.one("orelse", node.orelse)],
          node,
        );
      case "Dict":
        return this.node("Dict", [this.list("keys", node.keys), this.list("values", node.values)], node);
      case "Set":
        return this.node("Set", [this.list("elts", node.elts)], node);
      case "Starred":
        return this.node("Starred", [this.one("value", node.value), this.ctx(node.ctx)], node);
      case "List":
      case "Tuple":
        return this.node(node.type, [this.list("elts", node.elts), this.ctx(node.ctx)], node);
      case "Compare":
        return this.node(
          "Compare",
          [
            this.one("left", node.left),
            this.texts(
              "ops",
              node.ops.map((op) => `${op}()`),
            ),
            this.list("comparators", node.comparators),
          ],
          node,
        );
      default:
        return this.rarerExpression(node);
    }
  }

  private rarerExpression(node: Node): string | null {
    switch (node.type) {
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.node(node.type, [this.one("elt", node.elt), this.generators(node.generators)], node);
      case "DictComp":
        return this.node(
          "DictComp",
          [this.one("key", node.key), this.optional("value", node.value), this.generators(node.generators)],
          node,
        );
      case "Await":
      case "YieldFrom":
        return this.node(node.type, [this.one("value", node.value)], node);
      case "Yield":
        return this.node("Yield", [this.optional("value", node.value)], node);
      case "Slice":
        return this.node("Slice", this.sliceFields(node), this.minor < 9 ? null : node);
      case "FormattedValue":
        return this.node(
          "FormattedValue",
          [
            this.one("value", node.value),
            this.conversion(node.conversion),
            this.optional("format_spec", node.formatSpec),
          ],
          node,
        );
      case "Interpolation":
        return this.node(
          "Interpolation",
          [
            this.one("value", node.value),
            this.text("str", node.str),
            this.conversion(node.conversion),
            this.optional("format_spec", node.formatSpec),
          ],
          node,
        );
      case "JoinedStr":
      case "TemplateStr":
        return this.node(node.type, [this.list("values", node.values)], node);
      default:
        return null;
    }
  }

  private constant(value: ConstantValue, at: Location): string {
    const kind = value.kind === "str" && value.prefixU ? "'u'" : "None";
    return this.node(
      "Constant",
      [
        ["value", pythonRepr(value), "one"],
        ["kind", kind, "optional"],
      ],
      at,
    );
  }

  private conversion(letter: string): Field {
    return ["conversion", letter === "" ? "-1" : String(letter.charCodeAt(0)), "one"];
  }

  private generators(generators: readonly Comprehension[]): Field {
    return this.texts(
      "generators",
      generators.map((generator) =>
        this.node(
          "comprehension",
          [
            this.one("target", generator.target),
            this.one("iter", generator.iter),
            this.list("ifs", generator.ifs),
            ["is_async", generator.isAsync ? "1" : "0", "one"],
          ],
          null,
        ),
      ),
    );
  }

  /** To 3.8 a subscript holds an Index, a Slice or an ExtSlice, none of which has a position. */
  private slice(slice: Expr): string {
    if (this.minor >= 9 || slice.type === "Slice") return this.any(slice);
    if (slice.type === "Tuple" && slice.elts.some((elt) => elt.type === "Slice")) {
      return this.node(
        "ExtSlice",
        [
          this.texts(
            "dims",
            slice.elts.map((elt) => this.slice(elt)),
          ),
        ],
        null,
      );
    }
    return this.node("Index", [this.one("value", slice)], null);
  }

  private sliceFields(node: Extract<Expr, { type: "Slice" }>): Field[] {
    return [
      this.optional("lower", node.lower),
      this.optional("upper", node.upper),
      this.optional("step", node.step),
    ];
  }

  // ---- patterns and the rest ---------------------------------------------------------------------------------

  private pattern(node: Node): string | null {
    switch (node.type) {
      case "MatchValue":
        return this.node("MatchValue", [this.one("value", node.value)], node);
      case "MatchSingleton":
        return this.node("MatchSingleton", [["value", pythonRepr(node.value), "one"]], node);
      case "MatchSequence":
      case "MatchOr":
        return this.node(node.type, [this.list("patterns", node.patterns)], node);
      case "MatchMapping":
        return this.node(
          "MatchMapping",
          [
            this.list("keys", node.keys),
            this.list("patterns", node.patterns),
            this.optionalText("rest", node.rest),
          ],
          node,
        );
      case "MatchClass":
        return this.node(
          "MatchClass",
          [
            this.one("cls", node.cls),
            this.list("patterns", node.patterns),
            this.texts("kwd_attrs", node.kwdAttrs.map(pythonRepr)),
            this.list("kwd_patterns", node.kwdPatterns),
          ],
          node,
        );
      case "MatchStar":
        return this.node("MatchStar", [this.optionalText("name", node.name)], node);
      case "MatchAs":
        return this.node(
          "MatchAs",
          [this.optional("pattern", node.pattern), this.optionalText("name", node.name)],
          node,
        );
      default:
        return null;
    }
  }

  private small(node: Node): string {
    switch (node.type) {
      case "arg":
        return this.node(
          "arg",
          [this.text("arg", node.arg), this.optional("annotation", node.annotation), this.typeComment()],
          node,
        );
      case "keyword":
        return this.node(
          "keyword",
          [this.optionalText("arg", node.arg), this.one("value", node.value)],
          this.minor < 9 ? null : node,
        );
      case "alias":
        return this.node(
          "alias",
          [this.text("name", node.name), this.optionalText("asname", node.asname)],
          this.minor < 10 ? null : node,
        );
      case "ExceptHandler":
        return this.node(
          "ExceptHandler",
          [
            this.optional("type", node.exc),
            this.optionalText("name", node.name),
            this.list("body", node.body),
          ],
          node,
        );
      case "TypeVar":
      case "ParamSpec":
      case "TypeVarTuple": {
        const defaultValue = this.minor < 13 ? null : this.optional("default_value", node.defaultValue);
        const bound = node.type === "TypeVar" ? this.optional("bound", node.bound) : null;
        return this.node(node.type, [this.text("name", node.name), bound, defaultValue], node);
      }
      default:
        return node.type;
    }
  }

  private arguments(args: Arguments): string {
    return this.node(
      "arguments",
      [
        this.list("posonlyargs", args.posonlyargs),
        this.list("args", args.args),
        this.optional("vararg", args.vararg),
        this.list("kwonlyargs", args.kwonlyargs),
        this.list("kw_defaults", args.kwDefaults),
        this.optional("kwarg", args.kwarg),
        this.list("defaults", args.defaults),
      ],
      null,
    );
  }
}
