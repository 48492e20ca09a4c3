/** `property`.   [mirrors propertyobject in Objects/descrobject.c] */
import { decref, newRef, xdecref } from "../memory/refcount.ts";
import { call, getOptionalAttr, isTrue, setAttrText, strText } from "./abstract.ts";
import { clearIfMatches, raise } from "./errors.ts";
import { parseArguments } from "./native-arguments.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots, type Visit } from "./object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, member, method, oneArg, type TypeSpec } from "./typespec.ts";

interface PropertyData {
  /** Owned or null, each. */
  fget: PyObject | null;
  fset: PyObject | null;
  fdel: PyObject | null;
  doc: PyObject | null;
  name: PyObject | null;
  hasGetterDoc: boolean;
}

type PyProperty = PyObject<PropertyData>;
const parts = ["fget", "fset", "fdel", "doc", "name"] as const;
type Part = (typeof parts)[number];

function propertyNew(rt: Runtime, type: PyType): PyObject {
  const property: PyProperty = rt.heap.create(type, {
    fget: null,
    fset: null,
    fdel: null,
    doc: null,
    name: null,
    hasGetterDoc: false,
  });
  rt.heap.track(property);
  return property;
}

/** Stores a part (stolen). */
function setPart(rt: Runtime, self: PyObject, part: Part, value: PyObject | null): void {
  const data = (self as PyProperty).payload;
  const old = data[part];
  data[part] = value;
  if (rt.recorder !== null) rt.recorder.slotWrite(self, part, null, old, value);
  xdecref(rt, old);
}

const given = (rt: Runtime, o: PyObject | null): PyObject | null =>
  o === null || o === rt.none ? null : newRef(o);

const propertyInit: NonNullable<TypeSlots["init"]> = (rt, self, args, names) => {
  const parameters = { names: ["fget", "fset", "fdel", "doc"], required: 0 };
  const values = parseArguments(rt, "property", parameters, args, names);
  if (values === null) return false;
  const [fget = null, fset = null, fdel = null, doc = null] = values;
  setPart(rt, self, "fget", given(rt, fget));
  setPart(rt, self, "fset", given(rt, fset));
  setPart(rt, self, "fdel", given(rt, fdel));
  setPart(rt, self, "doc", null);
  setPart(rt, self, "name", null);
  (self as PyProperty).payload.hasGetterDoc = false;
  return initDoc(rt, self, fget, doc);
};

/** The docstring given, or the getter's. */
function initDoc(rt: Runtime, self: PyObject, fget: PyObject | null, doc: PyObject | null): boolean {
  let text = doc === rt.none || doc === null ? null : newRef(doc);
  if (text === null && fget !== null && fget !== rt.none) {
    text = getOptionalAttr(rt, fget, "__doc__");
    if (text === null && rt.thread.exception !== null) return false;
    if (text === rt.none) {
      decref(rt, text);
      text = null;
    }
    (self as PyProperty).payload.hasGetterDoc = text !== null;
  }
  if (self.type === rt.types.property) {
    setPart(rt, self, "doc", text);
    return true;
  }
  // A subclass has a `__doc__` of its own that would hide this one.
  if (text === null) return true;
  const done = setAttrText(rt, self, "__doc__", text);
  decref(rt, text);
  return done || clearIfMatches(rt, "AttributeError");
}

function dealloc(rt: Runtime, self: PyObject): void {
  const data = (self as PyProperty).payload;
  rt.heap.untrack(self);
  for (const part of parts) {
    const value = data[part];
    data[part] = null;
    xdecref(rt, value);
  }
  rt.heap.free(self);
}

function traverse(self: PyObject, visit: Visit): void {
  const data = (self as PyProperty).payload;
  for (const part of ["fget", "fset", "fdel", "doc"] as const) {
    const value = data[part];
    if (value !== null) visit(value, part, null);
  }
}

function holds(self: PyObject, visit: Visit): void {
  const { name } = (self as PyProperty).payload;
  if (name !== null) visit(name, "name", null);
}

function clear(rt: Runtime, self: PyObject): void {
  setPart(rt, self, "doc", null);
}

const descrGet: NonNullable<TypeSlots["descrGet"]> = (rt, self, instance) => {
  if (instance === null || instance === rt.none) return newRef(self);
  const { fget } = (self as PyProperty).payload;
  if (fget === null) return missing(rt, self, instance, "getter", "unreadable attribute");
  return call(rt, fget, [instance]);
};

const descrSet: NonNullable<TypeSlots["descrSet"]> = (rt, self, instance, value) => {
  const { fset, fdel } = (self as PyProperty).payload;
  const accessor = value === null ? fdel : fset;
  if (accessor === null) {
    if (value === null) missing(rt, self, instance, "deleter", "can't delete attribute");
    else missing(rt, self, instance, "setter", "can't set attribute");
    return false;
  }
  const result = call(rt, accessor, value === null ? [instance] : [instance, value]);
  if (result === null) return false;
  decref(rt, result);
  return true;
};

function missing(rt: Runtime, self: PyObject, instance: PyObject, what: string, plain: string): null {
  const { name } = (self as PyProperty).payload;
  const mode = rt.profile.propertyErrors;
  if (mode === "plain") return raise(rt, "AttributeError", plain);
  const shown = name === null ? null : strText(rt, name);
  if (mode === "name") return raise(rt, "AttributeError", shown === null ? plain : `${plain} '${shown}'`);
  const owner = typeName(instance.type);
  const which = shown === null ? "property" : `property '${shown}'`;
  return raise(rt, "AttributeError", `${which} of '${owner}' object has no ${what}`);
}

/** `p.getter(f)`: the same property with another part. [property_copy] */
const replacing =
  (part: "fget" | "fset" | "fdel") =>
  (rt: Runtime, self: PyObject, accessor: PyObject): PyObject | null => {
    const data = (self as PyProperty).payload;
    const pick = (name: "fget" | "fset" | "fdel"): PyObject =>
      name === part && accessor !== rt.none ? accessor : (data[name] ?? rt.none);
    const doc = data.hasGetterDoc && pick("fget") !== rt.none ? rt.none : (data.doc ?? rt.none);
    const copy = call(rt, self.type, [pick("fget"), pick("fset"), pick("fdel"), doc]);
    if (copy === null) return null;
    if (data.name !== null && copy.type.payload.mroTypes.includes(rt.types.property))
      setPart(rt, copy, "name", newRef(data.name));
    return copy;
  };

const part = (name: Part) => (rt: Runtime, self: PyObject) =>
  newRef((self as PyProperty).payload[name] ?? rt.none);

export const propertySpec: TypeSpec = {
  name: "property",
  flags: TypeFlag.HaveGc | TypeFlag.BaseType,
  basicsize: (profile) => (profile.propertyErrors === "plain" ? 56 : 64),
  slots: { new: propertyNew, init: propertyInit, dealloc, traverse, holds, clear, descrGet, descrSet },
  methods: [
    oneArg("getter", replacing("fget")),
    oneArg("setter", replacing("fset")),
    oneArg("deleter", replacing("fdel")),
    {
      ...method("__set_name__", setName, { min: 2, max: 2 }),
      exists: (profile) => profile.propertyErrors !== "plain",
    },
  ],
  getset: [
    member("fget", part("fget")),
    member("fset", part("fset")),
    member("fdel", part("fdel")),
    member("__doc__", part("doc"), (rt, self, value) => {
      setPart(rt, self, "doc", value === null ? null : newRef(value));
      return true;
    }),
    { ...getset("__name__", nameOf, setNameOf), exists: (profile) => profile.propertiesAreNamed },
    getset("__isabstractmethod__", isAbstract),
  ],
};

function setName(rt: Runtime, self: PyObject, args: readonly PyObject[]): PyObject {
  setPart(rt, self, "name", newRef(args[1] as PyObject));
  return newRef(rt.none);
}

function nameOf(rt: Runtime, self: PyObject): PyObject | null {
  const { name, fget } = (self as PyProperty).payload;
  if (name !== null) return newRef(name);
  const found = fget === null ? null : getOptionalAttr(rt, fget, "__name__");
  if (found !== null || rt.thread.exception !== null) return found;
  return raise(rt, "AttributeError", "'property' object has no attribute '__name__'");
}

function setNameOf(rt: Runtime, self: PyObject, value: PyObject | null): boolean {
  setPart(rt, self, "name", value === null ? null : newRef(value));
  return true;
}

function isAbstract(rt: Runtime, self: PyObject): PyObject | null {
  const data = (self as PyProperty).payload;
  for (const name of ["fget", "fset", "fdel"] as const) {
    const accessor = data[name];
    const value = accessor === null ? null : getOptionalAttr(rt, accessor, "__isabstractmethod__");
    if (value === null) {
      if (rt.thread.exception !== null) return null;
      continue;
    }
    const truth = isTrue(rt, value);
    decref(rt, value);
    if (truth === null) return null;
    if (truth) return newRef(rt.true);
  }
  return newRef(rt.false);
}
