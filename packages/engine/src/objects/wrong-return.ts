/** A special method gave back the wrong kind of thing. */
import { raise } from "./errors.ts";
import type { PyObject, Runtime } from "./object.ts";
import { typeName } from "./type-lookup.ts";

/** `before` is the complaint of the versions up to 3.14, `wanted` what 3.15 says must be returned ("a str"). */
export function wrongReturn(
  rt: Runtime,
  o: PyObject,
  method: string,
  wanted: string,
  result: PyObject,
  before: string,
): null {
  if (!rt.profile.returnErrorsNameMethod) return raise(rt, "TypeError", before);
  const got = typeName(result.type);
  return raise(rt, "TypeError", `${typeName(o.type)}.${method}() must return ${wanted}, not ${got}`);
}
