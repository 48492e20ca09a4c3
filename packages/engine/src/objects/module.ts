/** Module objects.   [mirrors Objects/moduleobject.c] */
import { clearWeakrefs } from "../gc/weakrefs.ts";
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { call, getAttrText } from "./abstract.ts";
import { dictGetText, dictSetText, isDict, newDict, type PyDict } from "./dict.ts";
import { clearIfMatches, raise, raiseAttribute } from "./errors.ts";
import { genericGetAttr, genericSetAttr } from "./generic-attributes.ts";
import { attributesOf } from "./instance-attributes.ts";
import { makeAllLazy, makeLazy } from "./lazy-names.ts";
import { parseArguments } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { refuseUnmodelled } from "./refuse-unmodelled.ts";
import { isStr, text } from "./str-object.ts";
import { member, noArgs, type TypeSpec } from "./typespec.ts";

export interface ModuleData {
  /** True for one made of TypeScript: its repr says `(built-in)`. */
  isBuiltin: boolean;
}

export type PyModule = PyObject<ModuleData>;

/** A new module with a fresh dict that holds `__name__`, `__doc__`, `__package__`, `__loader__`, `__spec__`. [PyModule_New] */
export function newModule(rt: Runtime, name: string, doc: string | null, isBuiltin: boolean): PyModule {
  const module = rt.heap.create<ModuleData>(rt.types.module, { isBuiltin });
  fillModule(rt, module, rt.newStr(name), doc === null ? newRef(rt.none) : rt.newStr(doc));
  rt.heap.track(module);
  return module;
}

/** Steals name and doc. [module_init_dict] */
function fillModule(rt: Runtime, module: PyObject, name: PyObject, doc: PyObject): void {
  const dict = (module.attrs?.dict ?? null) === null ? giveDict(rt, module) : peekModuleDict(module);
  dictSetText(rt, dict, "__name__", name);
  dictSetText(rt, dict, "__doc__", doc);
  for (const empty of ["__package__", "__loader__", "__spec__"]) dictSetText(rt, dict, empty, rt.none);
  decref(rt, name);
  decref(rt, doc);
}

function giveDict(rt: Runtime, module: PyObject): PyDict {
  const dict = newDict(rt);
  attributesOf(module).dict = dict;
  if (rt.recorder !== null) rt.recorder.slotWrite(module, "__dict__", null, null, dict);
  return dict;
}

/** The module's namespace; borrowed. [PyModule_GetDict] */
export function peekModuleDict(module: PyObject): PyDict {
  const dict = module.attrs?.dict ?? null;
  if (dict === null) throw new Error("a module without a dict");
  return dict as PyDict;
}

function moduleNew(rt: Runtime, type: PyType): PyObject {
  const module = rt.heap.create<ModuleData>(type, { isBuiltin: false });
  if (rt.profile.moduleHasDictAtOnce) giveDict(rt, module);
  rt.heap.track(module);
  return module;
}

function moduleInit(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  const places = parseArguments(rt, "module", { names: ["name", "doc"], required: 1 }, args, names);
  if (places === null) return false;
  fillModule(rt, self, newRef(places[0] as PyObject), newRef(places[1] ?? rt.none));
  return true;
}

/** The module's own `__getattr__` is asked last. [_Py_module_getattro_impl] */
function moduleGetattro(rt: Runtime, self: PyObject, name: PyObject): PyObject | null {
  if (rt.lazyNames.size > 0) lookInLazy(rt, self, name);
  const value = genericGetAttr(rt, self, name);
  if (value !== null || !clearIfMatches(rt, "AttributeError")) return value;
  const dict = self.attrs?.dict ?? null;
  const hook = "__getattr__";
  const getattr = dict === null ? null : (dictGetText(dict, hook) ?? makeLazy(rt, dict, hook));
  if (getattr !== null) return call(rt, getattr, [name]);
  const shown = isStr(name) ? text(name) : "?";
  const own = moduleName(self);
  refuseUnmodelled(rt, own ?? "", shown);
  const message = `${own === null ? "module" : `module '${own}'`} has no attribute '${shown}'`;
  return raiseAttribute(rt, self, name, message);
}

/** Makes the name if it is one of a library's that nobody has looked at. */
function lookInLazy(rt: Runtime, self: PyObject, name: PyObject): void {
  const dict = self.attrs?.dict ?? null;
  if (dict !== null && isStr(name) && dictGetText(dict, text(name)) === null) makeLazy(rt, dict, text(name));
}

/** A module that somebody changes is made whole first. */
function moduleSetattro(rt: Runtime, self: PyObject, name: PyObject, value: PyObject | null): boolean {
  if (rt.lazyNames.size > 0 && self.attrs?.dict) makeAllLazy(rt, self.attrs.dict);
  return genericSetAttr(rt, self, name, value);
}

/** `__name__`, when it is a str. */
export function moduleName(module: PyObject): string | null {
  const dict = module.attrs?.dict ?? null;
  const name = dict === null ? null : dictGetText(dict, "__name__");
  return name !== null && isStr(name) ? text(name) : null;
}

function moduleRepr(rt: Runtime, self: PyObject): PyObject {
  const name = moduleName(self) ?? "?";
  if ((self as PyModule).payload.isBuiltin) return rt.newStr(`<module '${name}' (built-in)>`);
  const dict = self.attrs?.dict ?? null;
  const file = dict === null ? null : dictGetText(dict, "__file__");
  return rt.newStr(
    file !== null && isStr(file) ? `<module '${name}' from '${text(file)}'>` : `<module '${name}'>`,
  );
}

function moduleDir(rt: Runtime, self: PyObject): PyObject | null {
  if (self.attrs?.dict) makeAllLazy(rt, self.attrs.dict);
  const dict = getAttrText(rt, self, "__dict__");
  if (dict === null) return null;
  hold(rt, "dict being filled", dict);
  const names = isDict(dict) ? namesIn(rt, dict) : noDict(rt, self);
  dropHeld(rt, "dict being filled", dict);
  return names;
}

/** The module's own `__dir__` knows better. [PEP 562] */
function namesIn(rt: Runtime, dict: PyObject): PyObject | null {
  const own = dictGetText(dict, "__dir__");
  return own === null ? call(rt, rt.types.list, [dict]) : call(rt, own, []);
}

function noDict(rt: Runtime, self: PyObject): null {
  const name = rt.profile.moduleDirNamesModule ? (moduleName(self) ?? "?") : "<module>";
  return raise(rt, "TypeError", `${name}.__dict__ is not a dictionary`);
}

function traverse(self: PyObject, visit: Visit): void {
  const dict = self.attrs?.dict ?? null;
  if (dict !== null) visit(dict, "__dict__", null);
}

function clear(rt: Runtime, self: PyObject): void {
  if (self.attrs === null) return;
  const dict = self.attrs.dict;
  self.attrs.dict = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
  xdecref(rt, dict);
}

function dealloc(rt: Runtime, self: PyObject): void {
  rt.heap.untrack(self);
  clearWeakrefs(rt, self);
  clear(rt, self);
  rt.heap.free(self);
}

export const moduleSpec: TypeSpec = {
  name: "module",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc | TypeFlag.HasDict | TypeFlag.HasWeakrefs,
  basicsize: (profile) => profile.moduleBytes,
  slots: {
    new: moduleNew,
    init: moduleInit,
    dealloc,
    traverse,
    clear,
    repr: moduleRepr,
    getattro: moduleGetattro,
    setattro: moduleSetattro,
  },
  methods: [noArgs("__dir__", moduleDir)],
  getset: [
    member("__dict__", (rt, self) => {
      const dict = self.attrs?.dict ?? null;
      if (dict !== null) makeAllLazy(rt, dict);
      return newRef(dict ?? rt.none);
    }),
  ],
};
