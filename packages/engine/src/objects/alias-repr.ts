/** How a type argument looks inside `list[…]` and `A | B`.   [mirrors _Py_typing_type_repr, ga_repr_item] */
import { decref } from "../memory/refcount.ts";
import { getOptionalAttr, repr } from "./abstract.ts";
import type { PyObject, Runtime } from "./object.ts";
import { isStr, text } from "./str-object.ts";

/** Null with an exception. */
export function aliasItemText(rt: Runtime, o: PyObject): string | null {
  if (o === rt.ellipsis) return "...";
  if (o === rt.types.NoneType) return "None";
  if (o.type === rt.types.GenericAlias || o.type === rt.types.UnionType) return reprOf(rt, o);
  const qualname = textAttr(rt, o, "__qualname__");
  if (qualname === null) return rt.thread.exception === null ? reprOf(rt, o) : null;
  const module = textAttr(rt, o, "__module__");
  if (module === null) return rt.thread.exception === null ? reprOf(rt, o) : null;
  return module === "builtins" ? qualname : `${module}.${qualname}`;
}

function reprOf(rt: Runtime, o: PyObject): string | null {
  const shown = repr(rt, o);
  if (shown === null) return null;
  const value = text(shown);
  decref(rt, shown);
  return value;
}

function textAttr(rt: Runtime, o: PyObject, name: string): string | null {
  const found = getOptionalAttr(rt, o, name);
  if (found === null) return null;
  const value = isStr(found) ? text(found) : null;
  decref(rt, found);
  return value;
}
