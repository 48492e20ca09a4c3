/**
 * Decides for every name of every scope where it lives.   [mirrors analyze_block and friends, Python/symtable.c]
 *
 * One walk from the outside in: `bound` are the names enclosing functions bind, `free` collects what inner scopes need
 * from outside, `globals` what was declared global on the way.
 */
import { syntaxError } from "./errors.ts";
import { bound as boundFlags, Def, isFunctionLike, type NameScope, type Scope } from "./scope.ts";

type Names = Set<string>;

interface Outer {
  /** null at module level. */
  readonly bound: Names | null;
  readonly globals: Names;
  /** The class around an annotation scope: its names are looked up dynamically. */
  readonly classScope: Scope | null;
}

export function analyzeScopes(top: Scope, inlines: boolean): void {
  analyzeBlock(top, { bound: null, globals: new Set(), classScope: null }, new Set(), inlines);
}

function analyzeBlock(scope: Scope, outer: Outer, free: Names, inlines: boolean): void {
  const local: Names = new Set();
  const scopes = new Map<string, NameScope>();
  const innerGlobals: Names = new Set();
  const innerBound: Names = new Set();
  const innerFree: Names = new Set();
  const inlinedCells: Names = new Set();
  const isClass = scope.kind === "class";
  if (isClass) {
    addAll(innerGlobals, outer.globals);
    if (outer.bound !== null) addAll(innerBound, outer.bound);
  }
  for (const name of scope.symbols.keys()) analyzeName(scope, name, scopes, local, free, outer);
  if (isClass) {
    innerBound.add("__class__");
    innerBound.add("__classdict__");
  } else {
    if (isFunctionLike(scope)) addAll(innerBound, local);
    if (outer.bound !== null) addAll(innerBound, outer.bound);
    addAll(innerGlobals, outer.globals);
  }
  for (const child of scope.children) {
    const childFree: Names = new Set();
    const isInlined =
      inlines &&
      child.comprehension !== null &&
      !child.isGenerator &&
      !scope.canSeeClassScope &&
      !child.isCoroutine;
    const classScope = child.canSeeClassScope ? (isClass ? scope : outer.classScope) : null;
    analyzeBlock(
      child,
      { bound: new Set(innerBound), globals: new Set(innerGlobals), classScope },
      childFree,
      inlines,
    );
    if (isInlined) {
      inlineComprehension(scope, child, scopes, childFree, inlinedCells);
      child.isInlined = true;
    }
    addAll(innerFree, childFree);
    if (child.hasFree || child.childHasFree) scope.childHasFree = true;
  }
  if (isFunctionLike(scope)) analyzeCells(scope, scopes, innerFree, inlinedCells);
  else if (isClass) dropClassFree(scope, innerFree);
  else for (const name of inlinedCells) markCompCell(scope, name);
  updateSymbols(scope, scopes, outer.bound, innerFree, isClass);
  addAll(free, innerFree);
}

function analyzeName(
  scope: Scope,
  name: string,
  scopes: Map<string, NameScope>,
  local: Names,
  free: Names,
  outer: Outer,
): void {
  const symbol = scope.symbols.get(name);
  if (symbol === undefined) return;
  const flags = symbol.flags;
  const at = symbol.directive ?? scope.location;
  if ((flags & Def.Global) !== 0) {
    if ((flags & Def.Nonlocal) !== 0) throw syntaxError(at, `name '${name}' is nonlocal and global`);
    scopes.set(name, "global-explicit");
    outer.globals.add(name);
    outer.bound?.delete(name);
    return;
  }
  if ((flags & Def.Nonlocal) !== 0) {
    if (outer.bound === null) throw syntaxError(at, "nonlocal declaration not allowed at module level");
    if (!outer.bound.has(name)) throw syntaxError(at, `no binding for nonlocal '${name}' found`);
    scopes.set(name, "free");
    scope.hasFree = true;
    free.add(name);
    return;
  }
  if ((flags & boundFlags) !== 0) {
    scopes.set(name, "local");
    local.add(name);
    outer.globals.delete(name);
    return;
  }
  if (outer.classScope !== null) {
    const inClass = outer.classScope.symbols.get(name);
    if (inClass !== undefined && (inClass.flags & Def.Global) !== 0) {
      scopes.set(name, "global-explicit");
      return;
    }
    if (inClass !== undefined && (inClass.flags & boundFlags) !== 0 && (inClass.flags & Def.Nonlocal) === 0) {
      scopes.set(name, "global-implicit");
      return;
    }
  }
  if (outer.bound?.has(name)) {
    scopes.set(name, "free");
    scope.hasFree = true;
    free.add(name);
    return;
  }
  if (!outer.globals.has(name) && scope.isNested) scope.hasFree = true;
  scopes.set(name, "global-implicit");
}

/** Its names join the scope around it (PEP 709). [inline_comprehension] */
function inlineComprehension(
  scope: Scope,
  comp: Scope,
  scopes: Map<string, NameScope>,
  compFree: Names,
  inlinedCells: Names,
): void {
  for (const [name, symbol] of comp.symbols) {
    if (name === ".0") continue;
    const existing = scope.symbols.get(name);
    if (symbol.scope === "cell") inlinedCells.add(name);
    if (existing === undefined) {
      scope.symbols.set(name, { flags: symbol.flags, scope: symbol.scope, directive: null });
      scopes.set(name, symbol.scope);
    } else if ((existing.flags & boundFlags) !== 0 && scope.kind !== "class" && !isFreeInChild(comp, name)) {
      compFree.delete(name);
    }
  }
}

function isFreeInChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) =>
    // What was inlined is no scope of its own any more; what is in it is.
    child.isInlined ? isFreeInChild(child, name) : child.symbols.get(name)?.scope === "free",
  );
}

/** A local that an inner scope uses lives in a cell. [analyze_cells] */
function analyzeCells(scope: Scope, scopes: Map<string, NameScope>, free: Names, inlinedCells: Names): void {
  for (const [name, where] of scopes) {
    if (where !== "local") continue;
    if (!free.has(name) && !inlinedCells.has(name)) continue;
    scopes.set(name, "cell");
    free.delete(name);
  }
  for (const name of inlinedCells) markCompCell(scope, name);
}

function markCompCell(scope: Scope, name: string): void {
  const symbol = scope.symbols.get(name);
  if (symbol !== undefined) symbol.flags |= Def.CompCell;
}

function dropClassFree(scope: Scope, free: Names): void {
  if (free.delete("__class__")) scope.needsClassClosure = true;
  if (free.delete("__classdict__")) scope.needsClassDict = true;
}

function updateSymbols(
  scope: Scope,
  scopes: Map<string, NameScope>,
  outerBound: Names | null,
  free: Names,
  isClass: boolean,
): void {
  for (const [name, where] of scopes) {
    const symbol = scope.symbols.get(name);
    if (symbol !== undefined) symbol.scope = where;
  }
  for (const name of free) {
    const symbol = scope.symbols.get(name);
    if (symbol !== undefined) {
      // A class body that binds a name its methods take from further out passes that one through.
      if (isClass && (symbol.flags & (boundFlags | Def.Global)) !== 0) symbol.flags |= Def.FreeClass;
      continue;
    }
    if (outerBound !== null && !outerBound.has(name)) continue;
    scope.symbols.set(name, { flags: 0, scope: "free", directive: null });
  }
}

function addAll(target: Names, names: Names): void {
  for (const name of names) target.add(name);
}
