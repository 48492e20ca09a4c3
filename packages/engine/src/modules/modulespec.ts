/**
 * A module as data: what importing it puts into its dict.   [PyModuleDef]
 *
 * A module written in C is functions and a `populate`; one that CPython writes in Python is `source`, compiled by the
 * engine itself, with `entries` for what no expression gives.
 */
import type { PyObject, Runtime } from "../objects/object.ts";
import type { NativeSpec } from "../objects/typespec.ts";
import type { Profile } from "../version.ts";

export interface ModuleSpec {
  readonly name: string;
  readonly doc?: string;
  /** Made into builtin functions whose `self` is the module. */
  readonly functions?: readonly NativeSpec[];
  /** Constants and objects that are made when somebody looks; null: this version has none of that name. */
  readonly entries?: Readonly<Record<string, (rt: Runtime, module: PyObject) => PyObject | null>>;
  /** Puts constants, types and objects into the module; `set` steals the value. False: an exception is set. */
  readonly populate?: (
    rt: Runtime,
    module: PyObject,
    set: (name: string, value: PyObject) => void,
  ) => boolean;
  /** Python source, where CPython's module is Python; `filename` as its code objects show it. */
  readonly source?: string;
  readonly exists?: (profile: Profile) => boolean;
}
