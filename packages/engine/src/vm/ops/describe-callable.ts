/** What messages call a callable.   [mirrors _PyObject_FunctionStr (3.9+), PyEval_GetFuncName and GetFuncDesc (3.8)] */
import { decref } from "../../memory/refcount.ts";
import { getAttrText, strText } from "../../objects/abstract.ts";
import { clearException } from "../../objects/errors.ts";
import type { PyFunction, PyMethod } from "../../objects/function-object.ts";
import type { PyObject, Runtime } from "../../objects/object.ts";
import { isStr, text } from "../../objects/str-object.ts";
import { typeName } from "../../objects/type-lookup.ts";

/** `module.name()` */
export function describeCallable(rt: Runtime, callable: PyObject): string {
  if (!rt.profile.callErrorsNameModule) return describePlainly(rt, callable);
  const qualname = getAttrText(rt, callable, "__qualname__");
  if (qualname === null) {
    clearException(rt);
    const shown = strText(rt, callable) ?? "";
    clearException(rt);
    return shown;
  }
  const name = isStr(qualname) ? text(qualname) : "";
  decref(rt, qualname);
  const module = getAttrText(rt, callable, "__module__");
  if (module === null) {
    clearException(rt);
    return `${name}()`;
  }
  const prefix = isStr(module) && text(module) !== "builtins" ? `${text(module)}.` : "";
  decref(rt, module);
  return `${prefix}${name}()`;
}

function describePlainly(rt: Runtime, callable: PyObject): string {
  if (callable.type === rt.types.method) return describePlainly(rt, (callable as PyMethod).payload.func);
  if (callable.type === rt.types.function) return `${text((callable as PyFunction).payload.name)}()`;
  if (callable.type === rt.types.builtin_function_or_method) {
    const name = getAttrText(rt, callable, "__name__");
    if (name === null) clearException(rt);
    const shown = name !== null && isStr(name) ? text(name) : "";
    if (name !== null) decref(rt, name);
    return `${shown}()`;
  }
  return `${typeName(callable.type)} object`;
}
