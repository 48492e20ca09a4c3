/** What of `types` is no Python: its names for built-in types, and `_types`, which has the function behind `coroutine`. */
import { CodeFlag } from "../compiler/code.ts";
import { newRef } from "../memory/refcount.ts";
import type { BuiltinTypeName } from "../objects/builtin-types.ts";
import type { PyFunction } from "../objects/function-object.ts";
import type { PyObject, Runtime } from "../objects/object.ts";
import { oneArg } from "../objects/typespec.ts";
import type { ModuleSpec } from "./modulespec.ts";

export const typesCModule: ModuleSpec = {
  name: "_types",
  // SIMPLIFIED: types.coroutine gives the function another code object; here the one it has gets the flag.
  functions: [
    oneArg("_make_awaitable", (_rt, _self, func) => {
      const { payload } = (func as PyFunction).payload.code;
      payload.unit = { ...payload.unit, flags: payload.unit.flags | CodeFlag.IterableCoroutine };
      return newRef(func);
    }),
  ],
};

const typeNames = {
  FunctionType: "function",
  LambdaType: "function",
  CodeType: "code",
  MappingProxyType: "mappingproxy",
  SimpleNamespace: "SimpleNamespace",
  GenericAlias: "GenericAlias",
  UnionType: "UnionType",
  CoroutineType: "coroutine",
  AsyncGeneratorType: "async_generator",
  CellType: "cell",
  GeneratorType: "generator",
  MethodType: "method",
  BuiltinFunctionType: "builtin_function_or_method",
  BuiltinMethodType: "builtin_function_or_method",
  WrapperDescriptorType: "wrapper_descriptor",
  MethodWrapperType: "method-wrapper",
  MethodDescriptorType: "method_descriptor",
  ClassMethodDescriptorType: "classmethod_descriptor",
  ModuleType: "module",
  TracebackType: "traceback",
  FrameType: "frame",
  GetSetDescriptorType: "getset_descriptor",
  MemberDescriptorType: "member_descriptor",
  NoneType: "NoneType",
  NotImplementedType: "NotImplementedType",
  EllipsisType: "ellipsis",
} as const satisfies Record<string, BuiltinTypeName>;

/** A version may lack the type, or the name for it. */
function entryFor(name: keyof typeof typeNames): (rt: Runtime) => PyObject | null {
  return (rt) => {
    if (name === "GenericAlias" && !rt.profile.typeIsSubscriptable) return null;
    if (name === "UnionType" && !rt.profile.unionIsClassInfo) return null;
    return newRef(rt.types[typeNames[name]]);
  };
}

export const typeEntries = Object.fromEntries(
  Object.keys(typeNames).map((name) => [name, entryFor(name as keyof typeof typeNames)]),
);
