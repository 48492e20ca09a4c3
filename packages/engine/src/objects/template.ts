/** `t"…"`: Template, its iterator, and Interpolation.   [mirrors Objects/templateobject.c, Objects/interpolationobject.c] */
import { decref, newRef } from "../memory/refcount.ts";
import { getIter, iterNext, reprText } from "./abstract.ts";
import { classGetItem } from "./class-getitem.ts";
import { raise } from "./errors.ts";
import { iteratorSelf } from "./index-iterator.ts";
import { parseArguments } from "./native-arguments.ts";
import { fieldSlots, newWithFields } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { newTuple, tupleItems } from "./tuple-object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, member, noArgs, type TypeSpec } from "./typespec.ts";

interface TemplateData {
  strings: PyObject;
  interpolations: PyObject;
}

interface InterpolationData {
  value: PyObject;
  expression: PyObject;
  conversion: PyObject;
  formatSpec: PyObject;
}

interface TemplateIterData {
  strings: PyObject;
  interpolations: PyObject;
  isAtString: boolean;
}

const templateFields = ["strings", "interpolations"] as const;
const interpolationFields = ["value", "expression", "conversion", "formatSpec"] as const;
const interpolationParameters = {
  names: ["value", "expression", "conversion", "format_spec"],
  required: 1,
};
const conversions = ["", "s", "r", "a"];

const dataOf = (o: PyObject): TemplateData => o.payload as TemplateData;

/** Steals both tuples. [_PyTemplate_Build] */
export function newTemplate(rt: Runtime, strings: PyObject, interpolations: PyObject): PyObject {
  const data: TemplateData = { strings, interpolations };
  return newWithFields(rt, rt.types.Template, data, templateFields);
}

/** Steals its arguments; `conversion` as BUILD_INTERPOLATION numbers it. [_PyInterpolation_Build] */
export function newInterpolation(
  rt: Runtime,
  value: PyObject,
  expression: PyObject,
  conversion: number,
  formatSpec: PyObject,
): PyObject {
  const name = conversion === 0 ? newRef(rt.none) : rt.intern(conversions[conversion] as string);
  const data: InterpolationData = { value, expression, conversion: name, formatSpec };
  return newWithFields(rt, rt.types.Interpolation, data, interpolationFields);
}

/** Neighbouring strings melt together, and between two interpolations stands an empty one. */
const templateNew: NonNullable<TypeSlots["new"]> = (rt, _type, args, names) => {
  if (names !== null && names.length > 0)
    return raise(rt, "TypeError", "Template.__new__ only accepts *args arguments");
  const strings: PyObject[] = [];
  const interpolations: PyObject[] = [];
  let isAfterString = false;
  for (const arg of args) {
    if (isStr(arg)) {
      const last = isAfterString ? (strings.pop() as PyObject) : null;
      strings.push(last === null ? newRef(arg) : joined(rt, last, arg));
      if (last !== null) decref(rt, last);
      isAfterString = true;
    } else if (arg.type === rt.types.Interpolation) {
      if (!isAfterString) strings.push(rt.newStr(""));
      interpolations.push(newRef(arg));
      isAfterString = false;
    } else {
      for (const o of [...strings, ...interpolations]) decref(rt, o);
      const wrong = `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeName(arg.type)}`;
      return raise(rt, "TypeError", wrong);
    }
  }
  if (!isAfterString) strings.push(rt.newStr(""));
  return newTemplate(rt, newTuple(rt, strings), newTuple(rt, interpolations));
};

function joined(rt: Runtime, a: PyObject, b: PyObject): PyObject {
  if (text(a) === "") return newRef(b);
  return text(b) === "" ? newRef(a) : rt.newStr(text(a) + text(b));
}

/** The last string of the one and the first of the other become one. [_PyTemplate_Concat] */
const concat: NonNullable<TypeSlots["concat"]> = (rt, self, other) => {
  const type = rt.types.Template;
  if (other.type !== type) {
    const name = "string.templatelib.Template";
    const wrong = `can only concatenate ${name} (not "${typeName(other.type)}") to ${name}`;
    return raise(rt, "TypeError", wrong);
  }
  const [left, right] = [dataOf(self), dataOf(other)].map((data) => tupleItems(data.strings)) as [
    readonly PyObject[],
    readonly PyObject[],
  ];
  const middle = joined(rt, left.at(-1) as PyObject, right[0] as PyObject);
  const strings = [...left.slice(0, -1).map(newRef), middle, ...right.slice(1).map(newRef)];
  const both = [self, other].flatMap((o) => tupleItems(dataOf(o).interpolations));
  return newTemplate(rt, newTuple(rt, strings), newTuple(rt, both.map(newRef)));
};

function templateRepr(rt: Runtime, self: PyObject): PyObject | null {
  const strings = reprText(rt, dataOf(self).strings);
  const interpolations = strings === null ? null : reprText(rt, dataOf(self).interpolations);
  if (interpolations === null) return null;
  return rt.newStr(`Template(strings=${strings}, interpolations=${interpolations})`);
}

function templateIter(rt: Runtime, self: PyObject): PyObject | null {
  const strings = getIter(rt, dataOf(self).strings);
  const interpolations = getIter(rt, dataOf(self).interpolations);
  if (strings === null || interpolations === null) return null;
  const data: TemplateIterData = { strings, interpolations, isAtString: true };
  return newWithFields(rt, rt.types.TemplateIter, data, templateFields);
}

function next(rt: Runtime, self: PyObject): PyObject | null {
  const data = self.payload as TemplateIterData;
  if (data.isAtString) {
    const item = iterNext(rt, data.strings);
    data.isAtString = false;
    if (item === null || text(item) !== "") return item;
    decref(rt, item);
  }
  data.isAtString = true;
  return iterNext(rt, data.interpolations);
}

const exists: TypeSpec["exists"] = (profile) => profile.hasTemplateStrings;

const templateSpec: TypeSpec = {
  name: "Template",
  module: "string.templatelib",
  flags: TypeFlag.HaveGc,
  basicsize: 32,
  slots: { ...fieldSlots(templateFields), new: templateNew, repr: templateRepr, iter: templateIter, concat },
  methods: [classGetItem],
  getset: [
    member("strings", (_rt, self) => newRef(dataOf(self).strings)),
    member("interpolations", (_rt, self) => newRef(dataOf(self).interpolations)),
    getset("values", (rt, self) => {
      const all = tupleItems(dataOf(self).interpolations);
      return newTuple(
        rt,
        all.map((each) => newRef((each.payload as InterpolationData).value)),
      );
    }),
  ],
  doc: "Template object",
  exists,
};

const templateIterSpec: TypeSpec = {
  name: "TemplateIter",
  module: "string.templatelib",
  flags: TypeFlag.HaveGc,
  basicsize: 40,
  slots: { ...fieldSlots(templateFields), iter: iteratorSelf, iternext: next },
  doc: "Template iterator object",
  exists,
};

const interpolationNew: NonNullable<TypeSlots["new"]> = (rt, type, args, names) => {
  const places = parseArguments(rt, "Interpolation", interpolationParameters, args, names);
  if (places === null) return null;
  const [value, expression, conversion, formatSpec] = places;
  const wrong = (what: string, o: PyObject): null =>
    raise(rt, "TypeError", `Interpolation() argument '${what}' must be str, not ${typeName(o.type)}`);
  if (expression && !isStr(expression)) return wrong("expression", expression);
  if (conversion && conversion !== rt.none) {
    if (!isStr(conversion)) return wrong("conversion", conversion);
    if (!["s", "a", "r"].includes(text(conversion)))
      return raise(rt, "ValueError", "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
  }
  if (formatSpec && !isStr(formatSpec)) return wrong("format_spec", formatSpec);
  const data: InterpolationData = {
    value: newRef(value as PyObject),
    expression: expression ? newRef(expression) : rt.newStr(""),
    conversion: newRef(conversion ?? rt.none),
    formatSpec: formatSpec ? newRef(formatSpec) : rt.newStr(""),
  };
  return newWithFields(rt, type as PyType, data, interpolationFields);
};

function fieldsOf(self: PyObject): PyObject[] {
  const data = self.payload as InterpolationData;
  return interpolationFields.map((name) => data[name]);
}

function interpolationRepr(rt: Runtime, self: PyObject): PyObject | null {
  const shown: string[] = [];
  for (const value of fieldsOf(self)) {
    const one = reprText(rt, value);
    if (one === null) return null;
    shown.push(one);
  }
  return rt.newStr(`Interpolation(${shown.join(", ")})`);
}

const interpolationSpec: TypeSpec = {
  name: "Interpolation",
  module: "string.templatelib",
  flags: TypeFlag.HaveGc,
  basicsize: 48,
  slots: { ...fieldSlots(interpolationFields), new: interpolationNew, repr: interpolationRepr },
  methods: [
    noArgs("__reduce__", (rt, self) => {
      return newTuple(rt, [newRef(self.type), newTuple(rt, fieldsOf(self).map(newRef))]);
    }),
    classGetItem,
  ],
  getset: interpolationParameters.names.map((name, i) =>
    member(name, (_rt, self) => newRef(fieldsOf(self)[i] as PyObject)),
  ),
  entries: {
    __match_args__: (rt) =>
      newTuple(
        rt,
        interpolationParameters.names.map((name) => rt.intern(name)),
      ),
  },
  doc: "Interpolation object",
  exists,
};

export const templateSpecs: readonly TypeSpec[] = [templateSpec, templateIterSpec, interpolationSpec];
