/** Type variables and type aliases (3.12+).   [mirrors Objects/typevarobject.c] */
import { dropHeld, hold } from "../memory/native-hold.ts";
import { decref, newRef } from "../memory/refcount.ts";
import { call, getAttrText, getItem, isTrue } from "./abstract.ts";
import { raise } from "./errors.ts";
import type { PyFunction } from "./function-object.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { getInstanceDict } from "./instance.ts";
import { parseArguments } from "./native-arguments.ts";
import { clearFields, fieldSlots, newWithFields, setField } from "./native-fields.ts";
import { type PyObject, type PyType, type Runtime, TypeFlag, type TypeSlots } from "./object.ts";
import { isStr, text } from "./str-object.ts";
import { isTuple, newTuple, tupleItems } from "./tuple-object.ts";
import { typeName } from "./type-lookup.ts";
import { getset, member, noArgs, oneArg, type TypeSpec } from "./typespec.ts";
import { makeUnion } from "./union.ts";

/** What a variable knows; a function stands for what nobody has asked for yet. All owned. */
export interface TypeVarData {
  name: PyObject;
  bound: PyObject | null;
  evaluateBound: PyObject | null;
  constraints: PyObject | null;
  evaluateConstraints: PyObject | null;
  default: PyObject | null;
  evaluateDefault: PyObject | null;
  isCovariant: boolean;
  isContravariant: boolean;
  infersVariance: boolean;
}

type VariableKind = "TypeVar" | "ParamSpec" | "TypeVarTuple";

const fields = [
  "name",
  "bound",
  "evaluateBound",
  "constraints",
  "evaluateConstraints",
  "default",
  "evaluateDefault",
] as const;
const data = (o: PyObject): TypeVarData => o.payload as TypeVarData;

/** A variable of a type parameter list; `name` is borrowed, the evaluators are stolen. [_Py_make_typevar] */
export function newTypeVar(
  rt: Runtime,
  kind: VariableKind,
  name: PyObject,
  known: Partial<TypeVarData> = {},
): PyObject {
  const payload: TypeVarData = {
    name: newRef(name),
    bound: null,
    evaluateBound: null,
    constraints: null,
    evaluateConstraints: null,
    default: null,
    evaluateDefault: null,
    isCovariant: false,
    isContravariant: false,
    infersVariance: true,
    ...known,
  };
  return newWithFields(rt, rt.types[kind], payload, fields);
}

/** Steals the function. [_Py_set_typeparam_default] */
export function setDefaultEvaluator(rt: Runtime, variable: PyObject, evaluate: PyObject): void {
  setField(rt, variable, "evaluateDefault", evaluate);
}

/** The value an evaluator gives; from 3.14 it is told the format. [_Py_... evaluate] */
function evaluated(rt: Runtime, evaluate: PyObject): PyObject | null {
  if (!rt.profile.annotatesLazily) return call(rt, evaluate, []);
  const format = rt.newInt(1);
  const value = call(rt, evaluate, [format]);
  decref(rt, format);
  return value;
}

type Lazy = "bound" | "constraints" | "default";
const evaluators = {
  bound: "evaluateBound",
  constraints: "evaluateConstraints",
  default: "evaluateDefault",
} as const;

/** A lazy field: what it holds, or what its evaluator gives, which is kept. */
function lazyField(name: Lazy, missing: (rt: Runtime) => PyObject | null) {
  return (rt: Runtime, self: PyObject): PyObject | null => {
    const known = data(self)[name];
    if (known !== null) return newRef(known);
    const evaluate = data(self)[evaluators[name]];
    if (evaluate === null) return missing(rt);
    const value = evaluated(rt, evaluate);
    if (value !== null) setField(rt, self, name, newRef(value));
    return value;
  };
}

/** A name of the module `typing`; a new reference. */
function fromTyping(rt: Runtime, name: string): PyObject | null {
  const typing = rt.importModule("typing");
  if (typing === null) return null;
  const found = getAttrText(rt, typing, name);
  decref(rt, typing);
  return found;
}

/** `Generic[T]` as the base of a generic class. [_Py_subscript_generic] */
export function subscriptGeneric(rt: Runtime, params: PyObject): PyObject | null {
  const make = fromTyping(rt, "_generic_of");
  if (make === null) return null;
  hold(rt, "function being called", make);
  const made = call(rt, make, [params]);
  dropHeld(rt, "function being called", make);
  return made;
}

/** `T | int`: typing.Union up to 3.13, then a union like any other. */
function unite(rt: Runtime, a: PyObject, b: PyObject): PyObject | null {
  if (rt.profile.annotatesLazily) return makeUnion(rt, a, b);
  const union = fromTyping(rt, "Union");
  if (union === null) return null;
  const pair = rt.newTuple([newRef(a), newRef(b)]);
  hold(rt, "container in use", union);
  hold(rt, "key looked up", pair);
  const made = getItem(rt, union, pair);
  dropHeld(rt, "key looked up", pair);
  dropHeld(rt, "container in use", union);
  return made;
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const { name, isCovariant, isContravariant, infersVariance } = data(self);
  const isTuple = self.type === rt.types.TypeVarTuple;
  const sign = infersVariance || isTuple ? "" : isCovariant ? "+" : isContravariant ? "-" : "~";
  return rt.newStr(sign + text(name));
}

/** Arguments of the constructors, keyword-only but for the name and a TypeVar's constraints. */
function construct(kind: VariableKind): NonNullable<TypeSlots["new"]> {
  const options = kind === "TypeVarTuple" ? [] : ["bound", "covariant", "contravariant", "infer_variance"];
  return (rt, _type, args, names) => {
    const positional = args.length - (names?.length ?? 0);
    const taken =
      kind === "TypeVar" && positional > 0 ? [args[0] as PyObject, ...args.slice(positional)] : args;
    const optional = rt.profile.hasTypeParamDefaults ? [...options, "default"] : options;
    const parameters = { names: ["name", ...optional], required: 1, positional: 1 };
    const places = parseArguments(rt, kind.toLowerCase(), parameters, taken, names);
    if (places === null) return null;
    const given = new Map(parameters.names.map((name, i) => [name, places[i] ?? null]));
    const name = places[0] as PyObject;
    if (!isStr(name))
      return raise(
        rt,
        "TypeError",
        `${kind.toLowerCase()}() argument 'name' must be str, not ${typeName(name.type)}`,
      );
    const isOn = (option: string): boolean => {
      const value = given.get(option) ?? null;
      return value !== null && isTrue(rt, value) === true;
    };
    const constraints = kind === "TypeVar" ? args.slice(1, positional) : [];
    if (constraints.length === 1) return raise(rt, "TypeError", "A single constraint is not allowed");
    if (isOn("covariant") && isOn("contravariant"))
      return raise(rt, "ValueError", "Bivariant types are not supported.");
    const bound = given.get("bound") ?? null;
    const fallback = given.get("default") ?? null;
    return newTypeVar(rt, kind, name, {
      bound: bound === null || bound === rt.none ? null : newRef(bound),
      constraints: constraints.length === 0 ? null : newTuple(rt, constraints.map(newRef)),
      default: fallback === null ? null : newRef(fallback),
      isCovariant: isOn("covariant"),
      isContravariant: isOn("contravariant"),
      infersVariance: isOn("infer_variance"),
    });
  };
}

const flag = (name: string, is: (own: TypeVarData) => boolean) =>
  member(name, (rt, self) => newRef(is(data(self)) ? rt.true : rt.false));
const none = (rt: Runtime) => newRef(rt.none);

function variableSpec(kind: VariableKind, bytes: (wide: boolean) => number): TypeSpec {
  const isTuple = kind === "TypeVarTuple";
  return {
    name: kind,
    module: "typing",
    flags: TypeFlag.HaveGc | TypeFlag.HasDict | TypeFlag.HasWeakrefs | TypeFlag.ManagedAttributes,
    basicsize: (profile) =>
      bytes(profile.hasTypeParamDefaults) + (isTuple && profile.aliasesHaveQualname ? 16 : 0),
    slots: {
      ...fieldSlots(fields),
      clear: clearFields(fields),
      new: construct(kind),
      repr,
      ...(isTuple ? {} : { or: unite }),
      ...(isTuple
        ? {
            iter: (rt: Runtime, self: PyObject) => {
              const unpack = fromTyping(rt, "Unpack");
              const one = unpack === null ? null : getItem(rt, unpack, self);
              if (unpack !== null) decref(rt, unpack);
              if (one === null) return null;
              const items = rt.newTuple([one]);
              const iterator = items.type.payload.slots.iter?.(rt, items) ?? null;
              decref(rt, items);
              return iterator;
            },
          }
        : {}),
    },
    getset: [
      member("__name__", (_rt, self) => newRef(data(self).name)),
      ...(isTuple
        ? []
        : [
            getset("__bound__", lazyField("bound", none)),
            flag("__covariant__", (own) => own.isCovariant),
            flag("__contravariant__", (own) => own.isContravariant),
            flag("__infer_variance__", (own) => own.infersVariance),
          ]),
      ...(kind === "TypeVar"
        ? [
            getset(
              "__constraints__",
              lazyField("constraints", (rt) => rt.newTuple([])),
            ),
          ]
        : []),
      ...(kind === "ParamSpec"
        ? [
            getset("args", (rt, self) => part(rt, self, "args")),
            getset("kwargs", (rt, self) => part(rt, self, "kwargs")),
          ]
        : []),
      {
        ...getset(
          "__default__",
          lazyField("default", (rt) => fromTyping(rt, "NoDefault")),
        ),
        exists: (profile) => profile.hasTypeParamDefaults,
      },
      getset("__dict__", getInstanceDict),
    ],
    methods: [
      {
        ...noArgs("has_default", (rt, self) => {
          const { default: known, evaluateDefault } = data(self);
          return newRef(known !== null || evaluateDefault !== null ? rt.true : rt.false);
        }),
        exists: (profile) => profile.hasTypeParamDefaults,
      },
      oneArg("__mro_entries__", (rt) => raise(rt, "TypeError", `Cannot subclass an instance of ${kind}`)),
    ],
    exists: (profile) => profile.hasTypeParams,
  };
}

// ---- P.args and P.kwargs -------------------------------------------------------------------------------------

interface PartData {
  origin: PyObject;
}

function part(rt: Runtime, origin: PyObject, which: "args" | "kwargs"): PyObject {
  const type = which === "args" ? rt.types.ParamSpecArgs : rt.types.ParamSpecKwargs;
  const payload: PartData = { origin: newRef(origin) };
  return newWithFields(rt, type, payload, ["origin"]);
}

function partSpec(name: "ParamSpecArgs" | "ParamSpecKwargs"): TypeSpec {
  const word = name === "ParamSpecArgs" ? "args" : "kwargs";
  const origin = (o: PyObject): PyObject => (o.payload as PartData).origin;
  return {
    name,
    module: "typing",
    flags: TypeFlag.HaveGc | TypeFlag.HasWeakrefs | TypeFlag.ManagedAttributes,
    basicsize: 24,
    slots: {
      ...fieldSlots(["origin"]),
      repr: (rt, self) => rt.newStr(`${text(data(origin(self)).name)}.${word}`),
      richcompare: (rt, self, other, op) => {
        if (other.type !== self.type || (op !== "==" && op !== "!=")) return newRef(rt.notImplemented);
        return newRef((origin(self) === origin(other)) === (op === "==") ? rt.true : rt.false);
      },
    },
    getset: [member("__origin__", (_rt, self) => newRef(origin(self)))],
    exists: (profile) => profile.hasTypeParams,
  };
}

// ---- type aliases --------------------------------------------------------------------------------------------

interface AliasData {
  name: PyObject;
  typeParams: PyObject | null;
  evaluateValue: PyObject | null;
  value: PyObject | null;
  module: PyObject | null;
  /** 3.15: where the alias was made, as its evaluator knows. */
  qualname: PyObject | null;
}

const aliasFields = ["name", "qualname", "typeParams", "evaluateValue", "value", "module"] as const;
const alias = (o: PyObject): AliasData => o.payload as AliasData;

/** `type X[T] = …` from (name, type parameters or None, evaluator), borrowed. [_Py_make_typealias] */
export function newTypeAlias(rt: Runtime, parts: PyObject, module: PyObject | null): PyObject {
  const [name, params, evaluate] = tupleItems(parts) as [PyObject, PyObject, PyObject];
  const payload: AliasData = {
    name: newRef(name),
    typeParams: params === rt.none ? null : newRef(params),
    evaluateValue: newRef(evaluate),
    value: null,
    module: module === null ? null : newRef(module),
    qualname: rt.profile.aliasesHaveQualname ? newRef((evaluate as PyFunction).payload.qualname) : null,
  };
  return newWithFields(rt, rt.types.TypeAliasType, payload, aliasFields);
}

function aliasValue(rt: Runtime, self: PyObject): PyObject | null {
  const { value, evaluateValue } = alias(self);
  if (value !== null) return newRef(value);
  const made = evaluateValue === null ? null : evaluated(rt, evaluateValue);
  if (made !== null) setField(rt, self, "value", newRef(made));
  return made;
}

function aliasParams(rt: Runtime, self: PyObject): PyObject {
  const { typeParams } = alias(self);
  return typeParams === null ? rt.newTuple([]) : newRef(typeParams);
}

function aliasNew(
  rt: Runtime,
  type: PyType,
  args: readonly PyObject[],
  names: readonly PyObject[] | null,
): PyObject | null {
  const parameters = { names: ["name", "value", "type_params"], required: 2, positional: 2 };
  const places = parseArguments(rt, "typealias", parameters, args, names);
  if (places === null) return null;
  const [name, value, params] = places as [PyObject, PyObject, PyObject | null];
  if (!isStr(name))
    return raise(rt, "TypeError", `typealias() argument 'name' must be str, not ${typeName(name.type)}`);
  if (params !== null && !isTuple(params)) return raise(rt, "TypeError", "type_params must be a tuple");
  const payload: AliasData = {
    name: newRef(name),
    typeParams: params === null ? null : newRef(params),
    evaluateValue: null,
    value: newRef(value),
    module: null,
    qualname: rt.profile.aliasesHaveQualname ? newRef(name) : null,
  };
  return newWithFields(rt, type, payload, aliasFields);
}

const aliasSpec: TypeSpec = {
  name: "TypeAliasType",
  module: "typing",
  flags: TypeFlag.HaveGc,
  basicsize: (profile) => (profile.aliasesHaveQualname ? 64 : 56),
  slots: {
    ...fieldSlots(aliasFields),
    clear: clearFields(aliasFields),
    new: aliasNew,
    repr: (_rt, self) => newRef(alias(self).qualname ?? alias(self).name),
    or: makeUnion,
    subscript: (rt, self, key) => {
      if (alias(self).typeParams !== null) return newGenericAlias(rt, self, key);
      return raise(rt, "TypeError", "Only generic type aliases are subscriptable");
    },
  },
  getset: [
    member("__name__", (_rt, self) => newRef(alias(self).name)),
    getset("__value__", aliasValue),
    getset("__type_params__", aliasParams),
    getset("__parameters__", aliasParams),
    {
      ...getset("__qualname__", (rt, self) => newRef(alias(self).qualname ?? rt.none)),
      exists: (profile) => profile.aliasesHaveQualname,
    },
    getset("__module__", (rt, self) => newRef(alias(self).module ?? rt.none)),
  ],
  exists: (profile) => profile.hasTypeParams,
};

export const typeVarSpecs: readonly TypeSpec[] = [
  variableSpec("TypeVar", (wide) => (wide ? 80 : 64)),
  variableSpec("ParamSpec", (wide) => (wide ? 56 : 40)),
  variableSpec("TypeVarTuple", (wide) => (wide ? 40 : 24)),
  partSpec("ParamSpecArgs"),
  partSpec("ParamSpecKwargs"),
  aliasSpec,
];
