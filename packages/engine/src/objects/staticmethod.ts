/** `staticmethod` and `classmethod`.   [mirrors Objects/funcobject.c] */
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { call, getAttrText, getOptionalAttr, reprText, setAttrText } from "./abstract.ts";
import { dictDeleteText, dictGetText, dictSetText } from "./dict.ts";
import { clearIfMatches, raise, raiseAttribute } from "./errors.ts";
import { getInstanceDict, instanceDict, setInstanceDict } from "./instance.ts";
import { checkPositional, noKeywords } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots, type Visit } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import { type GetSetSpec, getset, member, type TypeSpec } from "./typespec.ts";

interface MethodWrapperData {
  /** Owned; null before `__init__`. */
  callable: PyObject | null;
}

type PyMethodWrapper = PyObject<MethodWrapperData>;

/** `staticmethod(callable)` or `classmethod(callable)` without copying what describes it. [PyStaticMethod_New] */
export function newMethodWrapper(rt: Runtime, type: PyType, callable: PyObject): PyObject {
  const wrapper: PyMethodWrapper = rt.heap.create(type, { callable: newRef(callable) });
  rt.heap.track(wrapper);
  if (rt.recorder !== null) rt.recorder.slotWrite(wrapper, "__func__", null, null, callable);
  return wrapper;
}

function wrapperNew(rt: Runtime, type: PyType, args: readonly PyObject[]): PyObject {
  const given = rt.profile.wrapperTakesCallableInNew ? (args[0] ?? null) : null;
  const callable = rt.profile.wrapperIsNone ? newRef(given ?? rt.none) : null;
  const wrapper: PyMethodWrapper = rt.heap.create(type, { callable });
  rt.heap.track(wrapper);
  if (rt.recorder !== null) rt.recorder.slotWrite(wrapper, "__func__", null, null, callable);
  return wrapper;
}

const init =
  (name: string): NonNullable<TypeSlots["init"]> =>
  (rt, self, args, names) => {
    if (!noKeywords(rt, name, names) || !checkPositional(rt, name, args.length, 1, 1)) return false;
    const data = (self as PyMethodWrapper).payload;
    const callable = args[0] as PyObject;
    const old = data.callable;
    data.callable = newRef(callable);
    if (rt.recorder !== null) rt.recorder.slotWrite(self, "__func__", null, old, callable);
    xdecref(rt, old);
    return !rt.profile.methodWrappersCopy || copyDescription(rt, self, callable);
  };

/** [functools_wraps] */
function copyDescription(rt: Runtime, self: PyObject, callable: PyObject): boolean {
  const copied = ["__module__", "__name__", "__qualname__", "__doc__"];
  if (rt.profile.descriptorWrappersCopyAnnotations) copied.push("__annotations__");
  for (const name of copied) {
    const value = getOptionalAttr(rt, callable, name);
    if (value === null) {
      if (rt.thread.exception !== null) return false;
      continue;
    }
    const done = setAttrText(rt, self, name, value);
    xdecref(rt, value);
    if (!done && !clearIfMatches(rt, "AttributeError")) return false;
  }
  return true;
}

function dealloc(rt: Runtime, self: PyObject): void {
  const data = (self as PyMethodWrapper).payload;
  rt.heap.untrack(self);
  const { callable } = data;
  data.callable = null;
  xdecref(rt, callable);
  const dict = self.attrs?.dict ?? null;
  if (self.attrs !== null) self.attrs.dict = null;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, "__dict__", null, dict, null);
  xdecref(rt, dict);
  rt.heap.free(self);
}

function traverse(self: PyObject, visit: Visit): void {
  const { callable } = (self as PyMethodWrapper).payload;
  const dict = self.attrs?.dict ?? null;
  if (callable !== null) visit(callable, "__func__", null);
  if (dict !== null && self.type.payload.heap === null) visit(dict, "__dict__", null);
}

function clear(rt: Runtime, self: PyObject): void {
  const data = (self as PyMethodWrapper).payload;
  const { callable } = data;
  data.callable = null;
  if (callable !== null && rt.recorder !== null)
    rt.recorder.slotWrite(self, "__func__", null, callable, null);
  xdecref(rt, callable);
}

function wrapped(self: PyObject): PyObject | null {
  return (self as PyMethodWrapper).payload.callable;
}

/** Called by the name of the type itself, also in a subclass. */
const repr =
  (name: string) =>
  (rt: Runtime, self: PyObject): PyObject | null => {
    const callable = wrapped(self);
    const inner = callable === null ? "<NULL>" : reprText(rt, callable);
    return inner === null ? null : rt.newStr(`<${name}(${inner})>`);
  };

const common: TypeSlots = { dealloc, traverse, clear, new: wrapperNew };

const getsets = [
  member("__func__", (rt, self) => newRef(wrapped(self) ?? rt.none)),
  member("__wrapped__", (rt, self) => newRef(wrapped(self) ?? rt.none)),
  getset("__isabstractmethod__", isAbstract),
  getset("__dict__", getInstanceDict, setInstanceDict),
  annotation("__annotations__"),
  annotation("__annotate__"),
];

/** 3.14+: asked of the callable when somebody looks, and kept in the wrapper's dict. [descriptor_get_wrapped_attribute] */
function annotation(name: string): GetSetSpec {
  return {
    ...getset(
      name,
      (rt, self) => {
        const dict = instanceDict(rt, self);
        const known = dictGetText(dict, name);
        if (known !== null) return newRef(known);
        const value = getAttrText(rt, wrapped(self) ?? rt.none, name);
        if (value !== null) dictSetText(rt, dict, name, value);
        return value;
      },
      (rt, self, value) => {
        const dict = instanceDict(rt, self);
        if (value !== null) return dictSetText(rt, dict, name, value);
        if (dictDeleteText(rt, dict, name)) return true;
        if (rt.thread.exception === null) {
          const interned = rt.intern(name);
          const message = `'${typeName(self.type)}' object has no attribute '${name}'`;
          raiseAttribute(rt, self, interned, message);
          decref(rt, interned);
        }
        return false;
      },
    ),
    exists: (profile) => profile.annotationsAreLazy,
  };
}

function isAbstract(rt: Runtime, self: PyObject): PyObject | null {
  const callable = wrapped(self);
  const value = callable === null ? null : getOptionalAttr(rt, callable, "__isabstractmethod__");
  if (value !== null) return value;
  return rt.thread.exception === null ? newRef(rt.false) : null;
}

export const staticMethodSpec: TypeSpec = {
  name: "staticmethod",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasDict,
  basicsize: 32,
  slots: {
    ...common,
    init: init("staticmethod"),
    descrGet: (rt, self) => {
      const callable = wrapped(self);
      return callable === null
        ? raise(rt, "RuntimeError", "uninitialized staticmethod object")
        : newRef(callable);
    },
  },
  versionSlots: (profile) =>
    profile.methodWrappersCopy
      ? {
          repr: repr("staticmethod"),
          call: (rt, self, args, names) => call(rt, wrapped(self) ?? rt.none, args, names),
        }
      : {},
  getset: getsets,
};

export const classMethodSpec: TypeSpec = {
  name: "classmethod",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType | TypeFlag.HasDict,
  basicsize: 32,
  slots: { ...common, init: init("classmethod"), descrGet: classMethodGet },
  // 3.10+: the wrapper is shown with what it wraps.
  versionSlots: (profile) => (profile.methodWrappersCopy ? { repr: repr("classmethod") } : {}),
  getset: getsets,
};

/** Binds the class. 3.9 – 3.12: a descriptor inside is asked first. [cm_descr_get] */
function classMethodGet(
  rt: Runtime,
  self: PyObject,
  instance: PyObject | null,
  owner: PyObject | null,
): PyObject | null {
  const callable = wrapped(self);
  if (callable === null) return raise(rt, "RuntimeError", "uninitialized classmethod object");
  const cls = owner ?? (instance as PyObject).type;
  const bind = callable.type.payload.slots.descrGet;
  if (rt.profile.classMethodsChain && bind !== undefined) return bind(rt, callable, cls, cls);
  return rt.newMethod(callable, cls);
}
