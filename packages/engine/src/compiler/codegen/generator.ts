/**
 * What every part of code generation shares: the unit being filled, and emitting into it.   [mirrors struct compiler]
 *
 * The parts (expressions, statements, functions …) are functions over a CodeGenerator; they call each other through
 * `expression` and `statement`, which codegen.ts puts in, so that no part has to import the others.
 */
import type * as ast from "../../parser/ast.ts";
import type { Profile } from "../../version.ts";
import type { CodeConstant, CodeUnit, Position } from "../code.ts";
import { type ConstantPool, noneConstant, strConstant } from "../constants.ts";
import { syntaxError } from "../errors.ts";
import { Op, type OpName } from "../opcodes.ts";
import { mangle, type Scope } from "../scope.ts";
import type { SymbolTable } from "../symtable.ts";
import { CodeBuilder, type FrameBlock, Label, type UnitKind } from "./unit.ts";

export interface Visitors {
  readonly expression: (g: CodeGenerator, node: ast.Expr) => void;
  readonly statement: (g: CodeGenerator, node: ast.Stmt) => void;
  readonly assemble: (g: CodeGenerator, builder: CodeBuilder) => CodeUnit;
}

export interface CompileOptions {
  readonly profile: Profile;
  readonly filename: string;
  readonly source: string;
  readonly lineOffset: number;
  /** `single`: one input of a prompt, expression values are printed. */
  readonly mode: "exec" | "single" | "eval";
  readonly futureAnnotations: boolean;
  /** What `from __future__ import annotations` stores for an annotation. */
  readonly sourceText: (node: ast.Expr) => string;
  /** Told of each function's finished code, for wrong rules about its parameters. */
  readonly onFunction: ((code: CodeUnit, args: ast.Arguments) => void) | null;
}

const nowhere: Position = { lineno: 0, colOffset: 0, endLineno: 0, endColOffset: 0 };
const maxFrameBlocks = 20;

export class CodeGenerator {
  readonly options: CompileOptions;
  readonly profile: Profile;
  readonly symtable: SymbolTable;
  readonly pool: ConstantPool;
  private readonly visitors: Visitors;
  private builder: CodeBuilder | null = null;
  /** The place in the source that instructions emitted now stand for. */
  at: Position = nowhere;

  constructor(options: CompileOptions, symtable: SymbolTable, pool: ConstantPool, visitors: Visitors) {
    this.options = options;
    this.profile = options.profile;
    this.symtable = symtable;
    this.pool = pool;
    this.visitors = visitors;
  }

  get unit(): CodeBuilder {
    if (this.builder === null) throw new Error("no unit is being compiled");
    return this.builder;
  }

  enter(scope: Scope, kind: UnitKind, name: string, firstLineno: number): CodeBuilder {
    const parent = this.builder;
    this.builder = new CodeBuilder(scope, kind, name, this.qualname(name, kind), parent, firstLineno);
    return this.builder;
  }

  leave(): CodeUnit {
    const done = this.unit;
    const code = this.visitors.assemble(this, done);
    this.builder = done.parent;
    return code;
  }

  /** [compiler_set_qualname] */
  private qualname(name: string, kind: UnitKind): string {
    const parent = this.builder;
    if (parent === null || kind === "module") return name;
    // Type parameters leave no trace in the names of what they belong to.
    const outer = parent.kind === "type-params" ? parent.parent : parent;
    if (outer === null || outer.kind === "module") return name;
    if (kind === "function" || kind === "class") {
      const symbol = outer.scope.symbols.get(mangle(outer.scope.privateName, name));
      if (symbol?.scope === "global-explicit") return name;
    }
    const isFunction = outer.kind === "function" || outer.kind === "lambda" || outer.kind === "comprehension";
    return isFunction ? `${outer.qualname}.<locals>.${name}` : `${outer.qualname}.${name}`;
  }

  // ---- visiting ----

  expression(node: ast.Expr): void {
    const saved = this.at;
    this.at = node;
    this.visitors.expression(this, node);
    this.at = saved;
  }

  statement(node: ast.Stmt): void {
    const saved = this.at;
    this.at = node;
    this.visitors.statement(this, node);
    this.at = saved;
  }

  body(statements: readonly ast.Stmt[]): void {
    for (const statement of statements) this.statement(statement);
  }

  // ---- emitting ----

  emit(name: OpName, arg = 0): void {
    this.unit.instructions.push({ op: Op[name], arg, target: null, position: this.at });
  }

  /** An instruction no source line stands for. */
  emitArtificial(name: OpName, arg = 0): void {
    this.unit.instructions.push({ op: Op[name], arg, target: null, position: nowhere });
  }

  emitJump(name: OpName, target: Label, isArtificial = false): void {
    const position = isArtificial ? nowhere : this.at;
    this.unit.instructions.push({ op: Op[name], arg: 0, target, position });
  }

  label(): Label {
    return new Label();
  }

  place(label: Label): void {
    label.at = this.unit.instructions.length;
    this.unit.lastPlaced = label.at;
  }

  /** The last instruction returns and nothing jumps past it. */
  endsWithReturn(): boolean {
    const { instructions, lastPlaced } = this.unit;
    const last = instructions[instructions.length - 1];
    return last?.op === Op.RETURN_VALUE && lastPlaced < instructions.length;
  }

  placed(): Label {
    const label = new Label();
    this.place(label);
    return label;
  }

  constant(value: CodeConstant): void {
    this.emit("LOAD_CONST", this.unit.constant(this.pool.intern(value)));
  }

  none(): void {
    this.constant(noneConstant);
  }

  text(value: string): void {
    this.constant(strConstant(value));
  }

  /** Turns the stack's top under the `count - 1` below it. [ROT_TWO, ROT_THREE, ROT_FOUR] */
  rotateDown(count: number): void {
    for (let i = count; i >= 2; i -= 1) this.emit("SWAP", i);
  }

  pushBlock(block: FrameBlock): void {
    if (this.unit.frameBlocks.length >= maxFrameBlocks)
      throw syntaxError(this.at, "too many statically nested blocks");
    this.unit.frameBlocks.push(block);
  }

  popBlock(): void {
    this.unit.frameBlocks.pop();
  }

  mangle(name: string): string {
    return mangle(this.unit.scope.privateName, name);
  }
}
