/**
 * Finds the scopes of a module and the names each of them binds and uses.   [mirrors Python/symtable.c]
 *
 * Statements and expressions without scoping rules of their own are walked by their fields; what binds names or opens
 * scopes is spelled out.
 */
import type * as ast from "../parser/ast.ts";
import type { Profile } from "../version.ts";
import { comprehensionNames, describeComprehension } from "./comprehension-names.ts";
import { syntaxError } from "./errors.ts";
import { type ComprehensionKind, Def, mangle, Scope, type ScopeKind } from "./scope.ts";
import { analyzeScopes } from "./scope-analysis.ts";

/** The scope each node opens; a second one for what hangs off a node (annotations, type parameters). */
export interface SymbolTable {
  readonly top: Scope;
  readonly scopes: ReadonlyMap<object, Scope>;
  readonly annotationScopes: ReadonlyMap<object, Scope>;
  /** The scope of a definition's type parameters, around the definition itself (3.12+). */
  readonly typeParamScopes: ReadonlyMap<object, Scope>;
}

export interface SymtableOptions {
  readonly profile: Profile;
  readonly futureAnnotations: boolean;
}

const start: ast.Location = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };

export function buildSymbolTable(
  body: readonly ast.Stmt[] | ast.Expr,
  options: SymtableOptions,
): SymbolTable {
  const builder = new Builder(options);
  builder.walk(body);
  analyzeScopes(builder.top, options.profile.inlinesComprehensions);
  return builder;
}

type Comp = ast.ListComp | ast.DictComp;

class Builder implements SymbolTable {
  readonly top = new Scope("module", "<module>", null, start);
  readonly scopes = new Map<object, Scope>();
  readonly annotationScopes = new Map<object, Scope>();
  readonly typeParamScopes = new Map<object, Scope>();
  private current = this.top;
  private tryDepth = 0;
  private readonly options: SymtableOptions;

  constructor(options: SymtableOptions) {
    this.options = options;
  }

  /** Visits a node, a list of nodes, or whatever a field holds. */
  walk(node: unknown): void {
    if (Array.isArray(node)) {
      for (const item of node) this.walk(item);
    } else if (isNode(node)) {
      if (!this.special(node)) this.fields(node);
    }
  }

  private fields(node: object): void {
    for (const key in node) {
      const value: unknown = node[key as keyof typeof node];
      if (typeof value === "object" && value !== null) this.walk(value);
    }
  }

  /** True when the node has rules of its own and is done. */
  private special(node: SpecialNode): boolean {
    switch (node.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.functionDef(node);
        return true;
      case "ClassDef":
        this.classDef(node);
        return true;
      case "Lambda":
        this.argumentDefaults(node.args);
        this.enter("function", "<lambda>", node, node);
        this.parameters(node.args);
        this.walk(node.body);
        this.leave();
        return true;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
      case "DictComp":
        this.comprehension(node);
        return true;
      case "Name":
        this.nameUse(node);
        return true;
      case "NamedExpr":
        this.namedExpr(node);
        return true;
      case "Global":
      case "Nonlocal":
        this.directive(node);
        return true;
      case "Import":
      case "ImportFrom":
        this.importNames(node);
        return true;
      case "ExceptHandler":
        if (node.exc !== null) this.walk(node.exc);
        if (node.name !== null) this.define(node.name, Def.Local, node);
        this.walk(node.body);
        return true;
      case "Try":
      case "TryStar":
        this.tryDepth += 1;
        this.fields(node);
        this.tryDepth -= 1;
        return true;
      case "AnnAssign":
        this.annAssign(node);
        return true;
      case "Yield":
      case "YieldFrom":
        this.yieldIn(node);
        return false;
      case "Await":
        this.checkAllowed(node, "await expression");
        this.current.isCoroutine = true;
        return false;
      case "AsyncFor":
      case "AsyncWith":
        this.current.isCoroutine = true;
        return false;
      case "MatchAs":
      case "MatchStar":
        if (node.name !== null) this.define(node.name, Def.Local, node);
        return false;
      case "MatchMapping":
        if (node.rest !== null) this.define(node.rest, Def.Local, node);
        return false;
      case "TypeAlias":
        this.typeAlias(node);
        return true;
      default:
        return false;
    }
  }

  private enter(
    kind: ScopeKind,
    name: string,
    at: ast.Location,
    node: object | null,
    comp?: ComprehensionKind,
  ): Scope {
    const scope = new Scope(kind, name, this.current, at, comp ?? null);
    this.current.children.push(scope);
    if (node !== null) this.scopes.set(node, scope);
    this.current = scope;
    return scope;
  }

  private leave(): void {
    if (this.current.parent !== null) this.current = this.current.parent;
  }

  private define(rawName: string, flag: number, at: ast.Location, scope = this.current): void {
    const name = mangle(scope.privateName, rawName);
    const symbol = scope.symbols.get(name);
    if (symbol === undefined) {
      scope.symbols.set(name, { flags: flag, scope: "local", directive: null });
    } else {
      if ((flag & Def.Param) !== 0 && (symbol.flags & Def.Param) !== 0)
        throw syntaxError(
          at,
          `duplicate ${this.options.profile.saysParameter ? "parameter" : "argument"} '${rawName}' in function definition`,
        );
      symbol.flags |= flag;
    }
    if ((flag & Def.Param) !== 0) scope.parameters.push(name);
    if (scope.isComprehensionTarget && (flag & Def.Local) !== 0) {
      const target = scope.symbols.get(name);
      if (target !== undefined) target.flags |= Def.CompIter;
    }
  }

  private nameUse(node: ast.Name): void {
    this.define(node.id, node.ctx === "Load" ? Def.Use : Def.Local, node);
    // super() and __class__ in a method need the class's cell.
    if (
      node.ctx === "Load" &&
      (node.id === "super" || node.id === "__class__") &&
      this.current.kind !== "module" &&
      this.current.kind !== "class" &&
      node.id === "super"
    )
      this.define("__class__", Def.Use, node);
  }

  private functionDef(node: ast.FunctionDef): void {
    this.define(node.name, Def.Local, node);
    this.walk(node.decoratorList);
    this.argumentDefaults(node.args);
    const isGeneric = node.typeParams.length > 0;
    if (isGeneric) {
      const scope = this.enterTypeParams(node);
      if (node.args.defaults.length > 0) this.hiddenParameter(scope, ".defaults");
      if (node.args.kwDefaults.some((value) => value !== null)) this.hiddenParameter(scope, ".kwdefaults");
      this.typeParams(node.typeParams);
    }
    this.functionAnnotations(node);
    const scope = this.enter("function", node.name, node, node);
    scope.isAsyncFunction = node.type === "AsyncFunctionDef";
    scope.isCoroutine = scope.isAsyncFunction;
    this.parameters(node.args);
    this.walk(node.body);
    this.leave();
    if (isGeneric) this.leave();
  }

  private classDef(node: ast.ClassDef): void {
    this.define(node.name, Def.Local, node);
    this.walk(node.decoratorList);
    const isGeneric = node.typeParams.length > 0;
    if (isGeneric) {
      this.enterTypeParams(node).privateName = node.name;
      for (const name of [".type_params", ".generic_base"]) this.define(name, Def.Local | Def.Use, node);
      this.typeParams(node.typeParams);
    }
    this.walk(node.bases);
    this.walk(node.keywords);
    const scope = this.enter("class", node.name, node, node);
    scope.privateName = node.name;
    if (isGeneric) {
      this.define("__type_params__", Def.Local, node);
      this.define(".type_params", Def.Use, node);
    }
    this.walk(node.body);
    this.leave();
    if (isGeneric) this.leave();
  }

  private typeAlias(node: ast.TypeAlias): void {
    this.walk(node.name);
    const isGeneric = node.typeParams.length > 0;
    const inClass = this.seesClass();
    if (isGeneric) {
      this.enterTypeParams(node);
      this.typeParams(node.typeParams);
    }
    this.evaluated(node.value, node.name.id, "a type alias", inClass);
    if (isGeneric) this.leave();
  }

  // ---- type parameters (PEP 695, 696) ----

  private seesClass(): boolean {
    return this.current.kind === "class" || this.current.canSeeClassScope;
  }

  /** [symtable_enter_type_param_block] */
  private enterTypeParams(node: ast.FunctionDef | ast.ClassDef | ast.TypeAlias): Scope {
    const inClass = this.current.kind === "class";
    const name = typeof node.name === "string" ? node.name : node.name.id;
    const scope = this.enter("annotation", `<generic parameters of ${name}>`, node, null);
    scope.forbids = "the definition of a generic";
    this.typeParamScopes.set(node, scope);
    if (inClass) this.seeClass(node);
    return scope;
  }

  private hiddenParameter(scope: Scope, name: string): void {
    scope.parameters.push(name);
    scope.symbols.set(name, { flags: Def.Param, scope: "local", directive: null });
  }

  private typeParams(params: readonly ast.TypeParam[]): void {
    let hasDefault = false;
    for (const param of params) {
      if (param.defaultValue !== null) hasDefault = true;
      else if (hasDefault)
        throw syntaxError(param, `non-default type parameter '${param.name}' follows default type parameter`);
    }
    const names = new Set<string>();
    for (const param of params) {
      if (names.has(param.name)) throw syntaxError(param, `duplicate type parameter '${param.name}'`);
      names.add(param.name);
      this.define(param.name, Def.Local, param);
      const inClass = this.current.canSeeClassScope;
      if (param.bound !== null) {
        const what = param.bound.type === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
        this.evaluated(param.bound, param.name, what, inClass);
      }
      if (param.defaultValue !== null)
        this.evaluated(param.defaultValue, param.name, `a ${param.type} default`, inClass);
    }
  }

  /** A scope of its own for an expression that is evaluated when somebody asks. */
  private evaluated(node: ast.Expr, name: string, what: string, inClass: boolean): void {
    const scope = this.enter("annotation", name, node, null);
    scope.forbids = what;
    this.annotationScopes.set(node, scope);
    if (this.options.profile.annotatesLazily) this.hiddenParameter(scope, ".format");
    if (inClass) this.seeClass(node);
    this.walk(node);
    this.leave();
  }

  /** [symtable_raise_if_annotation_block, symtable_raise_if_not_coroutine] */
  private checkAllowed(node: ast.Expr, what: string): void {
    const { forbids } = this.current;
    if (forbids !== null) throw syntaxError(node, `${what} cannot be used within ${forbids}`);
  }

  private seeClass(at: ast.Location): void {
    this.current.canSeeClassScope = true;
    this.define("__classdict__", Def.Use, at);
  }

  private argumentDefaults(args: ast.Arguments): void {
    this.walk(args.defaults);
    for (const value of args.kwDefaults) if (value !== null) this.walk(value);
  }

  private parameters(args: ast.Arguments): void {
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
    for (const arg of all) this.define(arg.arg, Def.Param, arg);
    if (args.vararg !== null) {
      this.define(args.vararg.arg, Def.Param, args.vararg);
      this.current.hasVarArgs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, Def.Param, args.kwarg);
      this.current.hasVarKeywords = true;
    }
  }

  private functionAnnotations(node: ast.FunctionDef): void {
    if (this.options.futureAnnotations) return;
    const args = node.args;
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    const annotations = all.flatMap((arg) => (arg?.annotation ? [arg.annotation] : []));
    if (node.returns !== null) annotations.push(node.returns);
    if (!this.options.profile.annotatesLazily) {
      this.walk(annotations);
      return;
    }
    const inClass = this.seesClass();
    // A method's scope for annotations exists, and sees the class, even without any.
    if (annotations.length === 0 && !inClass) return;
    const scope = this.enter("annotation", "__annotate__", node, null);
    this.annotationScopes.set(node, scope);
    scope.forbids = "an annotation";
    this.hiddenParameter(scope, ".format");
    if (inClass) this.seeClass(node);
    this.walk(annotations);
    this.leave();
  }

  private annAssign(node: ast.AnnAssign): void {
    const target = node.target;
    if (target.type === "Name") {
      const symbol = this.current.symbols.get(mangle(this.current.privateName, target.id));
      if (node.simple && symbol !== undefined && this.current !== this.top) {
        if ((symbol.flags & Def.Global) !== 0)
          throw syntaxError(node, `annotated name '${target.id}' can't be global`);
        if ((symbol.flags & Def.Nonlocal) !== 0)
          throw syntaxError(node, `annotated name '${target.id}' can't be nonlocal`);
      }
      if (node.simple) this.define(target.id, Def.Annotation | Def.Local, node);
      else if (node.value !== null) this.define(target.id, Def.Local, node);
    } else {
      this.walk(target);
    }
    this.annotation(node);
    if (node.value !== null) this.walk(node.value);
  }

  /** A variable's annotation: evaluated in place, never, or in the scope of `__annotate__` (3.14+). */
  private annotation(node: ast.AnnAssign): void {
    if (this.options.futureAnnotations) return;
    const owner = this.current;
    if (!this.options.profile.annotatesLazily || owner.kind === "function") {
      if (owner.kind !== "function" || !this.options.profile.annotatesLazily) this.walk(node.annotation);
      return;
    }
    if (owner.annotations === null) {
      const scope = new Scope("annotation", "__annotate__", owner, node);
      owner.children.push(scope);
      owner.annotations = scope;
      scope.forbids = "an annotation";
      this.hiddenParameter(scope, ".format");
    }
    this.current = owner.annotations;
    if (owner.kind === "class") this.seeClass(node);
    this.walk(node.annotation);
    this.current = owner;
  }

  private yieldIn(node: ast.Yield | ast.YieldFrom): void {
    this.checkAllowed(node, "yield expression");
    if (this.current.comprehension !== null)
      throw syntaxError(node, `'yield' inside ${describeComprehension(this.current.comprehension)}`);
    this.current.isGenerator = true;
  }

  private comprehension(node: Comp): void {
    const outermost = node.generators[0];
    if (outermost === undefined) return;
    this.current.iterableDepth += 1;
    this.walk(outermost.iter);
    this.current.iterableDepth -= 1;
    const name = comprehensionNames[node.type];
    const scope = this.enter("function", name, node, node, node.type);
    if (outermost.isAsync) scope.isCoroutine = true;
    scope.canSeeClassScope = false;
    this.define(".0", Def.Param, node);
    this.target(outermost.target);
    this.walk(outermost.ifs);
    for (const generator of node.generators.slice(1)) {
      if (generator.isAsync) scope.isCoroutine = true;
      this.target(generator.target);
      this.current.iterableDepth += 1;
      this.walk(generator.iter);
      this.current.iterableDepth -= 1;
      this.walk(generator.ifs);
    }
    if (node.type === "DictComp") {
      this.walk(node.key);
      if (node.value !== null) this.walk(node.value);
    } else {
      this.walk(node.elt);
    }
    if (node.type === "GeneratorExp") scope.isGenerator = true;
    this.leave();
    // An async list comprehension makes what contains it a coroutine; an async generator expression does not.
    const nests = this.options.profile.asyncComprehensionsNest;
    if (nests && scope.isCoroutine && node.type !== "GeneratorExp") this.current.isCoroutine = true;
  }

  private target(target: ast.Expr): void {
    this.current.isComprehensionTarget = true;
    this.walk(target);
    this.current.isComprehensionTarget = false;
  }

  private namedExpr(node: ast.NamedExpr): void {
    this.checkAllowed(node, "named expression");
    if (this.current.iterableDepth > 0)
      throw syntaxError(node, "assignment expression cannot be used in a comprehension iterable expression");
    if (this.current.comprehension !== null) this.bindOutside(node);
    else this.define(node.target.id, Def.Local, node);
    this.walk(node.value);
    if (this.current.comprehension === null) this.walk(node.target);
  }

  /** `:=` in a comprehension binds in the function or module around it. [symtable_extend_namedexpr_scope] */
  private bindOutside(node: ast.NamedExpr): void {
    const name = node.target.id;
    const inner = this.current;
    for (let scope: Scope | null = inner; scope !== null; scope = scope.parent) {
      if (scope.comprehension !== null) {
        const symbol = scope.symbols.get(mangle(scope.privateName, name));
        if (symbol !== undefined && (symbol.flags & Def.CompIter) !== 0)
          throw syntaxError(
            node,
            `assignment expression cannot rebind comprehension iteration variable '${name}'`,
          );
        continue;
      }
      if (scope.kind === "class")
        throw syntaxError(
          node,
          "assignment expression within a comprehension cannot be used in a class body",
        );
      if (scope.kind === "module") {
        this.define(name, Def.Global, node, inner);
        this.define(name, Def.Global, node, scope);
        return;
      }
      const symbol = scope.symbols.get(mangle(scope.privateName, name));
      const isGlobal = symbol !== undefined && (symbol.flags & Def.Global) !== 0;
      this.define(name, isGlobal ? Def.Global : Def.Nonlocal, node, inner);
      this.define(name, Def.Local, node, scope);
      return;
    }
  }

  private directive(node: ast.Global | ast.Nonlocal): void {
    const word = node.type === "Global" ? "global" : "nonlocal";
    for (const rawName of node.names) {
      const name = mangle(this.current.privateName, rawName);
      const symbol = this.current.symbols.get(name);
      if (symbol !== undefined) {
        const flags = symbol.flags;
        if ((flags & Def.Param) !== 0) throw syntaxError(node, `name '${rawName}' is parameter and ${word}`);
        if ((flags & Def.Annotation) !== 0)
          throw syntaxError(node, `annotated name '${rawName}' can't be ${word}`);
        if ((flags & (Def.Local | Def.Import)) !== 0)
          throw syntaxError(node, `name '${rawName}' is assigned to before ${word} declaration`);
        if ((flags & Def.Use) !== 0)
          throw syntaxError(node, `name '${rawName}' is used prior to ${word} declaration`);
      }
      this.define(rawName, node.type === "Global" ? Def.Global : Def.Nonlocal, node);
      const made = this.current.symbols.get(name);
      if (made !== undefined) made.directive = node;
      // The module's own uses of the name are global ones from then on.
      if (node.type === "Global" && this.top !== this.current) this.defineGlobal(name);
    }
  }

  private defineGlobal(name: string): void {
    const symbol = this.top.symbols.get(name);
    if (symbol !== undefined) symbol.flags |= Def.Global;
    else this.top.symbols.set(name, { flags: Def.Global, scope: "local", directive: null });
  }

  /** [check_lazy_import_context] */
  private checkLazy(node: ast.Import | ast.ImportFrom): void {
    const { kind } = this.current;
    if (kind === "function") throw syntaxError(node, "lazy import not allowed inside functions");
    if (kind === "class") throw syntaxError(node, "lazy import not allowed inside classes");
    if (this.tryDepth > 0) throw syntaxError(node, "lazy import not allowed inside try/except blocks");
    if (node.type === "Import") return;
    if (node.names[0]?.name === "*") throw syntaxError(node, "lazy from ... import * is not allowed");
    if (node.module === "__future__") throw syntaxError(node, "lazy from __future__ import is not allowed");
  }

  private importNames(node: ast.Import | ast.ImportFrom): void {
    if (node.isLazy) this.checkLazy(node);
    for (const alias of node.names) {
      if (alias.name === "*") {
        if (this.current.kind !== "module") throw syntaxError(node, "import * only allowed at module level");
        continue;
      }
      const name =
        alias.asname ?? (node.type === "Import" ? (alias.name.split(".")[0] ?? alias.name) : alias.name);
      this.define(name, Def.Import, alias);
    }
  }
}

/** The nodes `special` tells apart; every other node of the tree is walked by its fields. */
type SpecialNode = ast.Stmt | ast.Expr | ast.ExceptHandler | ast.Pattern;

/** Nodes are the tree's plain objects; constants and bytes hold nothing to visit. */
function isNode(value: unknown): value is SpecialNode {
  return typeof value === "object" && value !== null && !("kind" in value) && !(value instanceof Uint8Array);
}
