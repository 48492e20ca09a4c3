/**
 * A built-in type as data.   [the static PyTypeObject of each Objects/*.c]
 *
 * Each type's own file exports one TypeSpec; bootstrap.ts turns the specs into types. A spec holds no Python object and is
 * shared by all runtimes: the entries of a type's `__dict__` are made from it when somebody looks.
 */
import type { Profile } from "../version.ts";
import type { BuiltinTypeName } from "./builtin-types.ts";
import type { PyObject, PyType, Runtime, TypeSlots } from "./object.ts";

/**
 * A function written in TypeScript. `self` is the instance of a method, the class of a class method, and the module of a
 * module's function. `args` are borrowed; the last `names.length` of them are the values of keyword arguments, whose
 * names are the str objects in `names`. Returns a new reference, or null with an exception set.
 */
export type NativeFunction = (
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
) => PyObject | null;

/** How many positional arguments; keyword arguments are refused unless `keywords`. */
export interface Arity {
  readonly min?: number;
  /** No upper bound when missing. */
  readonly max?: number;
  /** The function takes keyword arguments and checks all arguments itself (see native-arguments.ts). */
  readonly keywords?: boolean;
}

export interface NativeSpec extends Arity {
  readonly name: string;
  readonly fn: NativeFunction;
  readonly kind: "method" | "class" | "static";
  /** `__text_signature__`-like text is not kept; the docstring is, where a program prints it. */
  readonly doc?: string;
  /** Versions that have it; all when missing. */
  readonly exists?: (profile: Profile) => boolean;
}

export interface GetSetSpec {
  readonly name: string;
  readonly get: (rt: Runtime, self: PyObject) => PyObject | null;
  /** `value` null deletes. Missing: read-only. */
  readonly set?: (rt: Runtime, self: PyObject, value: PyObject | null) => boolean;
  /** A member_descriptor rather than a getset_descriptor (PyMemberDef). */
  readonly isMember?: boolean;
  readonly exists?: (profile: Profile) => boolean;
}

export interface TypeName {
  readonly name: string;
  readonly module: string;
}

/** What this version calls the type. */
export function typeSpecName(spec: TypeSpec, profile: Profile): TypeName {
  return spec.versionName?.(profile) ?? { name: spec.pyName ?? spec.name, module: spec.module ?? "builtins" };
}

export interface TypeSpec {
  readonly name: BuiltinTypeName;
  /** `__name__` where the registry's key differs from it. */
  readonly pyName?: string;
  /** `builtins` when missing. */
  readonly module?: string;
  /** Name and module where versions call the type differently. */
  readonly versionName?: (profile: Profile) => TypeName;
  /** `object` when missing. */
  readonly base?: BuiltinTypeName;
  /** Bases beside `base`, whose layout is not used. */
  readonly moreBases?: readonly BuiltinTypeName[];
  /** TypeFlag bits of its own; subclass bits, HaveGc, HasDict and HasWeakrefs come down from the base by themselves. */
  readonly flags?: number;
  /** Flags only some versions give it (array.array is known to the collector from 3.10). */
  readonly versionFlags?: (profile: Profile) => number;
  /** tp_basicsize (without the gc header); the base's when missing. */
  readonly basicsize?: number | ((profile: Profile) => number);
  readonly itemsize?: number;
  readonly slots?: TypeSlots;
  /** Slots that only some versions have (`dict.__or__` from 3.9). Laid over `slots`. */
  readonly versionSlots?: (profile: Profile) => TypeSlots;
  readonly methods?: readonly NativeSpec[];
  readonly getset?: readonly GetSetSpec[];
  /** Other entries of the type's dict, e.g. `__hash__: None`, `int.__doc__`; new references. */
  readonly entries?: Readonly<Record<string, (rt: Runtime, type: PyType) => PyObject>>;
  readonly doc?: string;
  /** Versions in which its module makes the type anew (PyType_FromModuleAndSpec), and where its instances show it. */
  readonly isHeapType?: (profile: Profile) => "first" | "last" | false;
  /** Versions that have the type; all when missing. */
  readonly exists?: (profile: Profile) => boolean;
}

/** All of one shape, so that the call of any of them reads the same places. */
function native(name: string, fn: NativeFunction, kind: NativeSpec["kind"], arity: Arity): NativeSpec {
  const { min = 0, max = Number.POSITIVE_INFINITY, keywords = false } = arity;
  return { name, fn, kind, min, max, keywords };
}

/** A method that takes exactly the positional arguments `arity` says. */
export function method(name: string, fn: NativeFunction, arity: Arity = {}): NativeSpec {
  return native(name, fn, "method", arity);
}

/** A method without arguments. [METH_NOARGS] */
export function noArgs(name: string, fn: (rt: Runtime, self: PyObject) => PyObject | null): NativeSpec {
  return native(name, fn, "method", { min: 0, max: 0 });
}

/** A method of one argument. [METH_O] */
export function oneArg(
  name: string,
  fn: (rt: Runtime, self: PyObject, arg: PyObject) => PyObject | null,
): NativeSpec {
  const call: NativeFunction = (rt, self, args) => fn(rt, self, args[0] as PyObject);
  return native(name, call, "method", { min: 1, max: 1 });
}

export function classMethod(name: string, fn: NativeFunction, arity: Arity = {}): NativeSpec {
  return native(name, fn, "class", arity);
}

export function staticMethod(name: string, fn: NativeFunction, arity: Arity = {}): NativeSpec {
  return native(name, fn, "static", arity);
}

/** A method that parses its arguments itself, keywords included. */
export function keywordMethod(name: string, fn: NativeFunction, arity: Arity = {}): NativeSpec {
  return native(name, fn, "method", { keywords: true, ...arity });
}

export function getset(name: string, get: GetSetSpec["get"], set?: GetSetSpec["set"]): GetSetSpec {
  return set === undefined ? { name, get } : { name, get, set };
}

export function member(name: string, get: GetSetSpec["get"], set?: GetSetSpec["set"]): GetSetSpec {
  return set === undefined ? { name, get, isMember: true } : { name, get, set, isMember: true };
}
