/**
 * Scopes and what a name means in them.   [mirrors struct symtable_entry, Include/internal/pycore_symtable.h]
 */
import type { Location } from "../parser/ast.ts";

/** What the source does with a name, CPython's DEF_* bits. */
export const Def = {
  Global: 1,
  Local: 2,
  Param: 4,
  Nonlocal: 8,
  Use: 16,
  FreeClass: 64,
  Import: 128,
  Annotation: 256,
  CompIter: 512,
  CompCell: 2048,
} as const;

export const bound = Def.Local | Def.Param | Def.Import;

export type NameScope = "local" | "global-explicit" | "global-implicit" | "free" | "cell";

export interface Symbol {
  flags: number;
  scope: NameScope;
  /** Where `global` or `nonlocal` names it, for the error message. */
  directive: Location | null;
}

export type ScopeKind = "module" | "class" | "function" | "annotation";
export type ComprehensionKind = "ListComp" | "SetComp" | "DictComp" | "GeneratorExp";

export class Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | null;
  readonly children: Scope[] = [];
  readonly symbols = new Map<string, Symbol>();
  /** Parameters in order; codegen appends locals as it meets them. */
  readonly parameters: string[] = [];
  readonly comprehension: ComprehensionKind | null;
  readonly location: Location;
  readonly isNested: boolean;
  /** The class whose private names are mangled here. */
  privateName: string | null;
  isGenerator = false;
  isCoroutine = false;
  /** Written with `async def`. */
  isAsyncFunction = false;
  hasVarArgs = false;
  hasVarKeywords = false;
  hasFree = false;
  childHasFree = false;
  /** A method uses `super()` or `__class__`. */
  needsClassClosure = false;
  needsClassDict = false;
  canSeeClassScope = false;
  isInlined = false;
  /** Depth of comprehension iterables being visited: `:=` is not allowed there. */
  iterableDepth = 0;
  isComprehensionTarget = false;
  /** Where `yield`, `await` and `:=` are refused: what this scope is called then. */
  forbids: string | null = null;
  /** The scope of the annotations of this class, module or function (3.14+). */
  annotations: Scope | null = null;
  hasConditionalAnnotations = false;

  constructor(
    kind: ScopeKind,
    name: string,
    parent: Scope | null,
    location: Location,
    comprehension: ComprehensionKind | null = null,
  ) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.location = location;
    this.comprehension = comprehension;
    this.privateName = parent?.privateName ?? null;
    this.isNested = parent !== null && (parent.isNested || isFunctionLike(parent));
  }
}

export function isFunctionLike(scope: Scope): boolean {
  return scope.kind !== "module" && scope.kind !== "class";
}

export function scopeOfName(scope: Scope, name: string): NameScope | null {
  return scope.symbols.get(name)?.scope ?? null;
}

/** `__x` inside class C is `_C__x`. [_Py_Mangle] */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith("__") || name.endsWith("__") || name.includes("."))
    return name;
  const stripped = privateName.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
