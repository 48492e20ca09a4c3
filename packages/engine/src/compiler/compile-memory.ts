/**
 * What compiling costs the collector's counter and the free lists.
 * [mirrors what symtable_build, compiler_enter_scope, merge_const_one and _PyCode_ConstantKey allocate]
 *
 * Compiling a program makes dicts, lists and tuples and drops them again. Those that find no place on a free list count as
 * allocations, and on the way back they fill it. Only how many there are at once matters, for each kind on its own.
 */
import { type StartHistory, startHistories } from "../start-history.ts";
import type { Profile } from "../version.ts";
import type { CodeConstant, CodeUnit } from "./code.ts";
import { constantKey } from "./constants.ts";
import type { Scope } from "./scope.ts";

export interface CompileMemory {
  /** Alive at once. */
  readonly dicts: number;
  readonly lists: number;
  /** By number of items: alive at once, and still alive in the code objects afterwards. */
  readonly tuples: readonly { readonly items: number; readonly atOnce: number; readonly kept: number }[];
}

export function compileMemory(code: CodeUnit, top: Scope, profile: Profile): CompileMemory {
  const { compiling } = startHistories[profile.version];
  const { dictsPerUnit, dictsOnce, listsOnce, directiveItems } = compiling;
  const seen = { scopes: 0, directives: 0, withDirectives: 0 };
  countScopes(top, seen);
  const tuples = new TupleCount(compiling);
  tuples.make(directiveItems, seen.directives);
  tuples.unit(code);
  return {
    dicts: dictsOnce + seen.scopes + dictsPerUnit * depthOf(code),
    lists: listsOnce + 2 * seen.scopes + seen.withDirectives,
    tuples: tuples.list(),
  };
}

/** `directives`: names that `global` and `nonlocal` statements list. [symtable_record_directive] */
function countScopes(
  scope: Scope,
  seen: { scopes: number; directives: number; withDirectives: number },
): void {
  let directives = 0;
  for (const { directive } of scope.symbols.values()) if (directive !== null) directives += 1;
  seen.scopes += 1;
  seen.directives += directives;
  if (directives > 0) seen.withDirectives += 1;
  for (const child of scope.children) countScopes(child, seen);
}

/** How many units are open at the deepest place. */
function depthOf(unit: CodeUnit): number {
  let inner = 0;
  for (const constant of unit.consts)
    if (constant.kind === "code") inner = Math.max(inner, depthOf(constant.code));
  return 1 + inner;
}

/** Instructions and arguments of the longest code whose bytes are looked for among others. */
const smallestOps = 24;

class TupleCount {
  private readonly atOnce: number[] = [];
  private readonly kept: number[] = [];
  /** The compiler's table of constants: what is in it is made once. */
  private readonly numbers = new Map<CodeConstant | string, number>();
  private readonly tables = new Set<string>();
  /** Bytes of code objects that may be shared. */
  private readonly bytesSeen = new Set<string>();
  private readonly hasLocalsplus: boolean;
  private readonly sharesBytes: boolean;

  constructor({ hasLocalsplus, sharesBytes }: StartHistory["compiling"]) {
    this.hasLocalsplus = hasLocalsplus;
    this.sharesBytes = sharesBytes;
  }

  unit(unit: CodeUnit): void {
    for (const constant of unit.consts) if (constant.kind === "code") this.unit(constant.code);
    for (const constant of unit.consts) this.constant(constant);
    this.names(unit.names);
    if (this.hasLocalsplus) this.names(unit.localsplus);
    else {
      this.names(unit.varnames);
      this.names(unit.freevars);
      this.names(unit.cellvars);
    }
    let key = "";
    for (const constant of unit.consts)
      key += constant.kind === "str" ? nameKey(constant.value) : `#${this.numberOf(constant)}`;
    if (this.table(key, unit.consts.length)) for (const constant of unit.consts) this.key(constant);
    if (this.sharesBytes) this.bytes(unit);
  }

  /** 3.10+: the bytes of a code object are shared with their equals too; only of the smallest ones are there any. */
  private bytes({ ops, positions, exceptionTable, firstLineno }: CodeUnit): void {
    const hasHandlers = exceptionTable.length > 0;
    if (ops.length > smallestOps || hasHandlers) {
      this.make(2, hasHandlers && this.hasLocalsplus ? 3 : 2);
    } else {
      let places = "places";
      for (const { lineno, endLineno, colOffset, endColOffset } of positions)
        places += this.hasLocalsplus
          ? ` ${lineno - firstLineno},${endLineno - lineno},${colOffset},${endColOffset}`
          : ` ${lineno - firstLineno}`;
      this.shared(`ops ${ops}`);
      this.shared(places);
    }
    if (!hasHandlers && this.hasLocalsplus) this.shared("no handlers");
  }

  private shared(bytes: string): void {
    if (this.bytesSeen.has(bytes)) return;
    this.bytesSeen.add(bytes);
    this.make(2);
  }

  list(): CompileMemory["tuples"] {
    return this.atOnce.map((atOnce, items) => ({ items, atOnce, kept: this.kept[items] ?? 0 }));
  }

  private names(names: readonly string[]): void {
    let key = "";
    for (const name of names) key += nameKey(name);
    this.table(key, names.length);
  }

  /** A tuple of a code object, and its key: false when it is shared with its equals. */
  private table(key: string, items: number): boolean {
    if (this.tables.has(key)) return false;
    this.tables.add(key);
    if (items > 0) {
      this.keep(items);
      this.make(items);
    }
    this.make(2);
    return true;
  }

  private constant(constant: CodeConstant): void {
    const count = this.numbers.size;
    if (this.numberOf(constant) < count) return;
    this.key(constant);
    if (constant.kind !== "tuple") return;
    if (constant.items.length > 0) this.keep(constant.items.length);
    for (const item of constant.items) this.constant(item);
  }

  /** Equal constants are one object, but for the tuples that some versions fold without looking for their equals. */
  private numberOf(constant: CodeConstant): number {
    const isNested = constant.kind === "tuple" || constant.kind === "frozenset";
    const key = isNested ? (constantKey(constant) ?? constant) : constant;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    return number;
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
    // No holes in the array: a hole is a slow element.
    while (this.atOnce.length <= items) this.atOnce.push(0);
    this.atOnce[items] = (this.atOnce[items] as number) + count;
  }

  private keep(items: number): void {
    this.make(items);
    while (this.kept.length <= items) this.kept.push(0);
    this.kept[items] = (this.kept[items] as number) + 1;
  }
}

function nameKey(name: string): string {
  return `s${name.length}:${name}`;
}
