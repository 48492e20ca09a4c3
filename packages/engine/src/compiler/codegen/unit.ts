/**
 * One code object in the making: its instructions as a flat list with labels, its names and constants, and the blocks
 * of the source that control flow may leave early.   [mirrors struct compiler_unit, Python/compile.c]
 */
import type { Expr, Stmt } from "../../parser/ast.ts";
import type { CodeConstant, Position } from "../code.ts";
import { Def, type NameScope, type Scope } from "../scope.ts";

/** A place jumps refer to; it starts a basic block when something does. */
export class Label {
  /** Index into the instruction list; −1 until placed. */
  at = -1;
}

export interface Instruction {
  op: number;
  arg: number;
  target: Label | null;
  readonly position: Position;
}

export type UnitKind =
  | "module"
  | "class"
  | "function"
  | "lambda"
  | "comprehension"
  | "annotation"
  | "type-params";

/** A construct that `return`, `break` and `continue` have to unwind. [fblockinfo] */
export type FrameBlock =
  | { readonly kind: "while" | "for" | "async-for"; readonly start: Label; readonly exit: Label }
  | { readonly kind: "try-except" | "exception-handler" | "group-handler" | "finally-end" | "pop-value" }
  | { readonly kind: "finally-try"; readonly body: readonly Stmt[] }
  | { readonly kind: "with" | "async-with"; readonly at: Position }
  | { readonly kind: "handler-cleanup"; readonly name: string | null };

export class CodeBuilder {
  readonly scope: Scope;
  readonly kind: UnitKind;
  readonly name: string;
  readonly qualname: string;
  readonly parent: CodeBuilder | null;
  readonly firstLineno: number;
  readonly instructions: Instruction[] = [];
  readonly consts: CodeConstant[] = [];
  private readonly constIndex = new Map<CodeConstant, number>();
  readonly names: string[] = [];
  private readonly nameIndex = new Map<string, number>();
  readonly varnames: string[] = [];
  private readonly varIndex = new Map<string, number>();
  readonly cellvars: string[];
  readonly freevars: string[];
  /** Cells that an inlined comprehension makes itself, each time it starts. */
  readonly compCells: ReadonlySet<string>;
  readonly frameBlocks: FrameBlock[] = [];
  /** Names that mean something else while an inlined comprehension is compiled (PEP 709). */
  readonly overrides = new Map<string, NameScope>();
  /** Iteration variables of inlined comprehensions at module or class level: fast slots all the same. */
  readonly hiddenFast = new Set<string>();
  inlinedComprehensions = 0;
  argcount = 0;
  posonlyArgcount = 0;
  kwonlyArgcount = 0;
  flags = 0;
  hasDocstring = false;
  /** Where the last label was placed. */
  lastPlaced = -1;
  /** 3.13+, in a class: names its methods assign on `self`. */
  readonly staticAttributes = new Set<string>();
  /** Annotations to be evaluated by `__annotate__` (3.14+). */
  readonly deferredAnnotations: { readonly name: string; readonly annotation: Expr }[] = [];

  constructor(
    scope: Scope,
    kind: UnitKind,
    name: string,
    qualname: string,
    parent: CodeBuilder | null,
    firstLineno: number,
  ) {
    this.scope = scope;
    this.kind = kind;
    this.name = name;
    this.qualname = qualname;
    this.parent = parent;
    this.firstLineno = firstLineno;
    const cells: string[] = [];
    const free: string[] = [];
    const compCells = new Set<string>();
    for (const [symbolName, symbol] of scope.symbols) {
      if (symbol.scope === "cell") cells.push(symbolName);
      else if ((symbol.flags & Def.CompCell) !== 0) compCells.add(symbolName);
      if (symbol.scope === "free" || (symbol.flags & Def.FreeClass) !== 0) free.push(symbolName);
    }
    this.compCells = compCells;
    this.cellvars = sortedNames([...cells, ...compCells]);
    if (scope.needsClassClosure) this.cellvars.splice(0, 0, "__class__");
    if (scope.needsClassDict) this.cellvars.splice(scope.needsClassClosure ? 1 : 0, 0, "__classdict__");
    this.freevars = sortedNames(free);
    for (const parameter of scope.parameters) this.varname(parameter);
  }

  constant(value: CodeConstant): number {
    let index = this.constIndex.get(value);
    if (index === undefined) {
      index = this.consts.push(value) - 1;
      this.constIndex.set(value, index);
    }
    return index;
  }

  nameNumber(name: string): number {
    return numberOf(name, this.names, this.nameIndex);
  }

  varname(name: string): number {
    return numberOf(name, this.varnames, this.varIndex);
  }

  /** Position among cells, then free variables; assembly turns it into a slot. */
  derefNumber(name: string): number {
    const cell = this.cellvars.indexOf(name);
    return cell >= 0 ? cell : this.cellvars.length + this.freevars.indexOf(name);
  }
}

function numberOf(name: string, list: string[], index: Map<string, number>): number {
  let number = index.get(name);
  if (number === undefined) {
    number = list.push(name) - 1;
    index.set(name, number);
  }
  return number;
}

/** As PyList_Sort orders str: by code point. */
function sortedNames(names: string[]): string[] {
  return names.length < 2 ? names : names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
