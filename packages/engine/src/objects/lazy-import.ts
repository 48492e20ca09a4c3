/** What `lazy import` leaves behind: a promise of a module or of one of its names (PEP 810).   [mirrors Objects/lazyimportobject.c, Python/import.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { dictSetText } from "./dict.ts";
import { restoreException, setCause } from "./errors.ts";
import { isException, newException } from "./exception-object.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type PyObject, type Runtime, TypeFlag } from "./object.ts";
import { text } from "./str-object.ts";
import { noArgs, type TypeSpec } from "./typespec.ts";

interface LazyImportData {
  /** The builtins whose `__import__` will be asked, or the promise this is a name of. [lz_builtins, lz_from] */
  source: PyObject;
  /** The module, or the name in it. */
  name: PyObject;
  /** What `from` names, or None. */
  fromlist: PyObject | null;
  code: PyObject;
  readonly level: number;
}

const fields = ["source", "name", "fromlist", "code"] as const;
const dataOf = (o: PyObject): LazyImportData => o.payload as LazyImportData;

export function isLazyImport(rt: Runtime, o: PyObject): boolean {
  return o.type === rt.types.lazy_import;
}

/** `lazy import name`; everything borrowed. */
export function newLazyImport(
  rt: Runtime,
  builtins: PyObject,
  name: PyObject,
  fromlist: PyObject,
  level: number,
  code: PyObject,
): PyObject {
  const data: LazyImportData = {
    source: newRef(builtins),
    name: newRef(name),
    fromlist: fromlist === rt.none ? null : newRef(fromlist),
    code: newRef(code),
    level,
  };
  return newWithFields(rt, rt.types.lazy_import, data, fields);
}

/** One name of it. [_PyImport_LazyImportFrom] */
export function lazyImportFrom(rt: Runtime, source: PyObject, name: PyObject, code: PyObject): PyObject {
  const data: LazyImportData = {
    source: newRef(source),
    name: newRef(name),
    fromlist: null,
    code: newRef(code),
    level: 0,
  };
  return newWithFields(rt, rt.types.lazy_import, data, fields);
}

/** `a.b`; of a name of `import a.b`, which stands for `a`, it is `a` and the name. */
function shownName(rt: Runtime, self: PyObject): string {
  const { source, name } = dataOf(self);
  if (!isLazyImport(rt, source)) return text(name);
  const isWhole = !isLazyImport(rt, dataOf(source).source) && dataOf(source).fromlist === null;
  const owner = shownName(rt, source);
  return `${isWhole ? owner.split(".")[0] : owner}.${text(name)}`;
}

/** The module or value itself, a new reference; an exception says where it was promised. [_PyImport_LoadLazyImportTstate] */
export function resolveLazyImport(rt: Runtime, self: PyObject, globals: PyObject): PyObject | null {
  newRef(self);
  hold(rt, "value in use", self);
  const found = load(rt, self, globals);
  if (found === null) addCause(rt, shownName(rt, self));
  dropHeld(rt, "value in use", self);
  return found;
}

function load(rt: Runtime, self: PyObject, globals: PyObject): PyObject | null {
  const { source, name, fromlist, level } = dataOf(self);
  if (!isLazyImport(rt, source)) return rt.importLevel(text(name), globals, fromlist ?? rt.none, level);
  const module = load(rt, source, globals);
  if (module === null) return null;
  hold(rt, "value in use", module);
  const found = rt.importedName(module, text(name));
  dropHeld(rt, "value in use", module);
  return found;
}

function addCause(rt: Runtime, name: string): void {
  const { exception } = rt.thread;
  if (exception === null || !isException(exception)) return;
  const words = `lazy import of '${name}' raised an exception during resolution`;
  const cause = newException(rt, rt.types.ImportError, rt.newTuple([rt.newStr(words)]));
  cause.payload.fields = new Map([["msg", rt.newStr(words)]]);
  rt.thread.exception = null;
  setCause(rt, exception, cause);
  restoreException(rt, exception);
}

/** What the namespace holds under `name`: a promise is kept there and then. Borrowed; null with an exception. */
export function keptPromise(
  rt: Runtime,
  namespace: PyObject,
  name: string,
  value: PyObject,
): PyObject | null {
  const found = resolveLazyImport(rt, value, namespace);
  if (found === null) return null;
  dictSetText(rt, namespace, name, found);
  decref(rt, found);
  return found;
}

export const lazyImportSpec: TypeSpec = {
  name: "lazy_import",
  flags: TypeFlag.HaveGc,
  basicsize: 56,
  slots: {
    ...fieldSlots(fields),
    repr: (rt, self) => rt.newStr(`<lazy_import '${shownName(rt, self)}'>`),
  },
  methods: [noArgs("resolve", (rt, self) => resolveLazyImport(rt, self, rt.builtins))],
  exists: (profile) => profile.importsLazily,
};
