/** `property`.   [mirrors Objects/descrobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { call, getOptionalAttr, isTrue, reprText, setAttrText } from "./abstract.ts";
import { clearIfMatches, raise } from "./errors.ts";
import { allocInstance } from "./instance.ts";
import { parseArguments } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type Visit } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, member, method, type NativeSpec, type TypeSpec } from "./typespec.ts";

const parts = ["fget", "fset", "fdel", "doc", "name"] as const;
type Part = (typeof parts)[number];

/** Each owned or null. */
type PropertyData = Record<Part, PyObject | null> & { takesDocFromGetter: boolean };

type PyProperty = PyObject<PropertyData>;

function data(self: PyObject): PropertyData {
  return (self as PyProperty).payload;
}

/** Stores a part, stolen. */
function setPart(rt: Runtime, self: PyObject, part: Part, value: PyObject | null): void {
  const d = data(self);
  const old = d[part];
  d[part] = value;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, part, null, old, value);
  xdecref(rt, old);
}

function propertyNew(rt: Runtime, type: PyType): PyObject {
  const empty: PropertyData = {
    fget: null,
    fset: null,
    fdel: null,
    doc: null,
    name: null,
    takesDocFromGetter: false,
  };
  const self = allocInstance(rt, type, empty);
  rt.heap.track(self);
  return self;
}

function propertyInit(
  rt: Runtime,
  self: PyObject,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): boolean {
  const parameters = { names: ["fget", "fset", "fdel", "doc"], required: 0 };
  const places = parseArguments(rt, "property", parameters, args, names);
  if (places === null) return false;
  parts.slice(0, 4).forEach((part, i) => {
    const given = places[i] ?? null;
    setPart(rt, self, part, given === null || (given === rt.none && part !== "doc") ? null : newRef(given));
  });
  const { doc } = data(self);
  const isGiven = doc !== null && doc !== rt.none;
  if (!isGiven && !docFromGetter(rt, self)) return false;
  return self.type === rt.types.property || moveDoc(rt, self, isGiven);
}

/** In a subclass the class's own `__doc__` would hide the property's, so it goes into the instance. */
function moveDoc(rt: Runtime, self: PyObject, isGiven: boolean): boolean {
  const { doc, takesDocFromGetter } = data(self);
  const moves = rt.profile.propertyDocGoesToInstance || (takesDocFromGetter && !isGiven);
  if (!moves) return true;
  const value = newRef(doc ?? rt.none);
  setPart(rt, self, "doc", null);
  const done = setAttrText(rt, self, "__doc__", value);
  decref(rt, value);
  return done || (!takesDocFromGetter && clearIfMatches(rt, "AttributeError"));
}

/** Without a docstring of its own a property shows its getter's. */
function docFromGetter(rt: Runtime, self: PyObject): boolean {
  const getter = data(self).fget;
  if (getter === null) return true;
  const doc = getOptionalAttr(rt, getter, "__doc__");
  if (doc === null) return rt.thread.exception === null;
  if (doc === rt.none && rt.profile.propertyDocGoesToInstance) {
    decref(rt, doc);
    return true;
  }
  setPart(rt, self, "doc", doc);
  data(self).takesDocFromGetter = true;
  return true;
}

function propertyGet(
  rt: Runtime,
  self: PyObject,
  instance: PyObject | null,
  owner: PyObject | null,
): PyObject | null {
  if (instance === null || instance === rt.none) return newRef(self);
  const getter = data(self).fget;
  if (getter === null) return refuse(rt, self, owner ?? instance.type, "getter", "unreadable attribute");
  if (rt.profile.specializesAttributes && self.type === rt.types.property && looksUpPlainly(rt, instance)) {
    const result = rt.callFromStack("LOAD_ATTR", getter, instance, 1, []);
    if (result !== undefined) return result;
  }
  return call(rt, getter, [instance]);
}

/** No `__getattr__` may be waiting for the getter's AttributeError. */
function looksUpPlainly(rt: Runtime, instance: PyObject): boolean {
  return instance.type.payload.slots.getattro === rt.types.object.payload.slots.getattro;
}

function propertySet(rt: Runtime, self: PyObject, instance: PyObject, value: PyObject | null): boolean {
  const setter = value === null ? data(self).fdel : data(self).fset;
  if (setter === null) {
    const [what, old] =
      value === null ? ["deleter", "can't delete attribute"] : ["setter", "can't set attribute"];
    refuse(rt, self, instance.type, what as string, old as string);
    return false;
  }
  const result = call(rt, setter, value === null ? [instance] : [instance, value]);
  if (result === null) return false;
  decref(rt, result);
  return true;
}

/** `property 'x' of 'A' object has no setter` from 3.11; 3.10 says `can't set attribute 'x'`, before `can't set attribute`. */
function refuse(rt: Runtime, self: PyObject, owner: PyObject, what: string, old: string): null {
  const name = data(self).name;
  const shown = name === null ? null : reprText(rt, name);
  if (rt.profile.propertyErrorsName === "no" || shown === null) {
    const bare =
      rt.profile.propertyErrorsName === "full"
        ? `property of '${ownerName(rt, owner)}' object has no ${what}`
        : old;
    return raise(rt, "AttributeError", bare);
  }
  if (rt.profile.propertyErrorsName === "name") return raise(rt, "AttributeError", `${old} ${shown}`);
  return raise(rt, "AttributeError", `property ${shown} of '${ownerName(rt, owner)}' object has no ${what}`);
}

function ownerName(rt: Runtime, owner: PyObject): string {
  const qualname = getOptionalAttr(rt, owner, "__qualname__");
  const shown = qualname !== null && isStr(qualname) ? text(qualname) : typeName(owner as PyType);
  xdecref(rt, qualname);
  return shown;
}

/** `@p.setter` and the like: a copy with one part replaced. [property_copy] */
function copyWith(part: "fget" | "fset" | "fdel", name: string): NativeSpec {
  return method(
    name,
    (rt, self, args) => {
      const d = data(self);
      const pick = (p: Part): PyObject => (p === part ? (args[0] as PyObject) : (d[p] ?? rt.none));
      const doc = d.takesDocFromGetter ? rt.none : (d.doc ?? rt.none);
      const given = [pick("fget"), pick("fset"), pick("fdel")];
      const copy = call(rt, self.type, doc === rt.none ? given : [...given, doc]);
      if (copy !== null && d.name !== null && copy.type === rt.types.property)
        setPart(rt, copy, "name", newRef(d.name));
      return copy;
    },
    { min: 1, max: 1 },
  );
}

function setName(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject | null {
  if (args.length !== 2)
    return raise(
      rt,
      "TypeError",
      `__set_name__() takes 2 positional arguments but ${args.length} were given`,
    );
  setPart(rt, self, "name", newRef(args[1] as PyObject));
  return newRef(rt.none);
}

function clear(rt: Runtime, self: PyObject): void {
  for (const part of parts) setPart(rt, self, part, null);
}

export const propertySpec: TypeSpec = {
  name: "property",
  flags: TypeFlag.BaseType | TypeFlag.HaveGc,
  basicsize: (profile) => profile.propertyBytes,
  slots: {
    new: propertyNew,
    init: propertyInit,
    dealloc: (rt, self) => {
      rt.heap.untrack(self);
      clear(rt, self);
      rt.heap.free(self);
    },
    traverse: (self: PyObject, visit: Visit) => {
      for (const part of parts) {
        const o = data(self)[part];
        if (o !== null) visit(o, part, null);
      }
    },
    clear,
    descrGet: propertyGet,
    descrSet: propertySet,
  },
  methods: [
    copyWith("fget", "getter"),
    copyWith("fset", "setter"),
    copyWith("fdel", "deleter"),
    { ...method("__set_name__", setName), exists: (profile) => profile.propertyErrorsName !== "no" },
  ],
  getset: [
    ...(["fget", "fset", "fdel"] as const).map((part) =>
      member(part, (rt, self) => newRef(data(self)[part] ?? rt.none)),
    ),
    member(
      "__doc__",
      (rt, self) => newRef(data(self).doc ?? rt.none),
      (rt, self, value) => {
        setPart(rt, self, "doc", value === null ? null : newRef(value));
        return true;
      },
    ),
    getset("__isabstractmethod__", isAbstract),
    { ...getset("__name__", propertyName), exists: (profile) => profile.hasIsInterned },
  ],
};

function propertyName(rt: Runtime, self: PyObject): PyObject | null {
  const { name, fget } = data(self);
  if (name !== null) return newRef(name);
  const fromGetter = fget === null ? null : getOptionalAttr(rt, fget, "__name__");
  if (fromGetter !== null || rt.thread.exception !== null) return fromGetter;
  return raise(rt, "AttributeError", "'property' object has no attribute '__name__'");
}

/** A property is abstract when one of its functions is. [property_get___isabstractmethod__] */
function isAbstract(rt: Runtime, self: PyObject): PyObject | null {
  const { fget, fset, fdel } = data(self);
  for (const accessor of [fget, fset, fdel]) {
    const value = accessor === null ? null : getOptionalAttr(rt, accessor, "__isabstractmethod__");
    if (rt.thread.exception !== null) return null;
    if (value === null) continue;
    hold(rt, "value in use", value);
    const truth = isTrue(rt, value);
    dropHeld(rt, "value in use", value);
    if (truth === null) return null;
    if (truth) return newRef(rt.true);
  }
  return newRef(rt.false);
}
