/**
 * What compiling costs the collector's counter and the free lists.
 * [mirrors what symtable_build, compiler_enter_scope, merge_const_one and _PyCode_ConstantKey allocate]
 *
 * Compiling a program makes dicts, lists and tuples and drops them again. Those that find no place on a free list count as
 * allocations, and on the way back they fill it. Only how many there are at once matters, for each kind on its own.
 */
import { startHistories } from "../start-history.ts";
import type { Profile } from "../version.ts";
import type { CodeConstant, CodeUnit } from "./code.ts";
import type { Scope } from "./scope.ts";

export interface CompileMemory {
  /** Alive at once. */
  readonly dicts: number;
  readonly lists: number;
  /** By number of items: alive at once, and still alive in the code objects afterwards. */
  readonly tuples: readonly { readonly items: number; readonly atOnce: number; readonly kept: number }[];
}

export function compileMemory(code: CodeUnit, top: Scope, profile: Profile): CompileMemory {
  const { dictsPerUnit, dictsOnce, listsOnce, directiveItems } = startHistories[profile.version].compiling;
  const scopes = scopesIn(top);
  const directives = scopes.map(countDirectives).filter((n) => n > 0);
  const tuples = new TupleCount(profile);
  tuples.make(directiveItems, sum(directives));
  tuples.unit(code);
  return {
    dicts: dictsOnce + scopes.length + dictsPerUnit * depthOf(code),
    lists: listsOnce + 2 * scopes.length + directives.length,
    tuples: tuples.list(),
  };
}

function scopesIn(scope: Scope): Scope[] {
  return [scope, ...scope.children.flatMap(scopesIn)];
}

/** Names that `global` and `nonlocal` statements of a scope list. [symtable_record_directive] */
function countDirectives(scope: Scope): number {
  return [...scope.symbols.values()].filter(({ directive }) => directive !== null).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

/** How many units are open at the deepest place. */
function depthOf(unit: CodeUnit): number {
  return 1 + nested(unit).reduce((most, inner) => Math.max(most, depthOf(inner)), 0);
}

function nested(unit: CodeUnit): CodeUnit[] {
  return unit.consts.flatMap((constant) => (constant.kind === "code" ? [constant.code] : []));
}

class TupleCount {
  private readonly atOnce: number[] = [];
  private readonly kept: number[] = [];
  /** The compiler's table of constants: what is in it is made once. */
  private readonly seen = new Set<string>();
  private readonly codes = new Map<CodeUnit, number>();
  private readonly profile: Profile;

  constructor(profile: Profile) {
    this.profile = profile;
  }

  unit(unit: CodeUnit): void {
    for (const inner of nested(unit)) this.unit(inner);
    for (const constant of unit.consts) if (constant.kind !== "code") this.constant(constant);
    const texts = startHistories[this.profile.version].compiling.hasLocalsplus
      ? [unit.names, unit.localsplus]
      : [unit.names, unit.varnames, unit.freevars, unit.cellvars];
    for (const names of texts)
      this.table(names.map((name) => ({ kind: "str", value: name, prefixU: false }) as const));
    this.table(unit.consts);
  }

  list(): CompileMemory["tuples"] {
    return this.atOnce.flatMap((atOnce, items) => [{ items, atOnce, kept: this.kept[items] ?? 0 }]);
  }

  /** A tuple of a code object: shared with its equals. */
  private table(items: readonly CodeConstant[]): void {
    const key = `table ${this.text({ kind: "tuple", items })}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (items.length > 0) this.keep(items.length);
    this.key({ kind: "tuple", items });
  }

  private constant(constant: CodeConstant): void {
    const key = this.text(constant);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (constant.kind === "tuple" && constant.items.length > 0) this.keep(constant.items.length);
    this.key(constant);
    if (constant.kind === "tuple") for (const item of constant.items) this.constant(item);
  }

  /** The tuples of a constant's key. [_PyCode_ConstantKey] */
  private key(constant: CodeConstant): void {
    switch (constant.kind) {
      case "float":
      case "bytes":
      case "complex":
      case "true":
      case "false":
        this.make(2);
        return;
      case "tuple":
      case "frozenset":
        if (constant.items.length > 0) this.make(constant.items.length);
        this.make(2);
        for (const item of constant.items) this.key(item);
        return;
      default:
    }
  }

  make(items: number, count = 1): void {
    this.atOnce[items] = (this.atOnce[items] ?? 0) + count;
  }

  private keep(items: number): void {
    this.make(items);
    this.kept[items] = (this.kept[items] ?? 0) + 1;
  }

  private text(constant: CodeConstant): string {
    switch (constant.kind) {
      case "code": {
        const number = this.codes.get(constant.code) ?? this.codes.size;
        this.codes.set(constant.code, number);
        return `code ${number}`;
      }
      case "tuple":
      case "frozenset":
        return `${constant.kind}(${constant.items.map((item) => this.text(item)).join()})`;
      case "int":
      case "float":
      case "str":
      case "bytes":
        return `${constant.kind} ${JSON.stringify(String(constant.value))}`;
      case "slice":
        return `slice(${[constant.start, constant.stop, constant.step].map((part) => this.text(part)).join()})`;
      default:
        return JSON.stringify(constant);
    }
  }
}
